/** Gives the text of sources that are no plain files (members of archives, compressed files, journals), so that their lines can be looked at. */
import { journalMessage, memberMessage } from '../../protocol/messages';
import type { Feature, ServerContext } from '../context';
import { onMessage } from '../rpc';

/** Editors get no more of one source: documents over 50 MB are none for extensions. */
const maxBytes = 40 * 1024 * 1024;

export const register: Feature = (ctx) => {
  onMessage(ctx.connection, memberMessage, { text: null }, async ({ source }) => {
    // Only what was read can be asked for: the id is looked up, never used as a path.
    const path = ctx.triage.index.pathOf(source);
    return { text: path === null ? null : await ctx.host.readMember(path, source, maxBytes) };
  });
  onMessage(ctx.connection, journalMessage, { source: null }, async ({ uri }) => {
    const path = ctx.host.toPath(uri);
    const files = path === null ? [] : await ctx.host.journalFiles(path);
    if (path === null || files.length === 0) return { source: null };
    await ctx.triage.settled();
    if (sourceOf(ctx, files) === null) await ctx.readAlso(path);
    return { source: sourceOf(ctx, files) };
  });
  return {};
};

/** The source that one of the files stands for. */
function sourceOf({ triage: { index } }: ServerContext, files: readonly string[]): string | null {
  for (const id of index.sourceIds()) if (files.includes(index.pathOf(id) ?? '')) return id;
  return null;
}
