/** Gives the text of members of archives and of compressed files, so that their lines can be looked at. */
import { memberMessage } from '../../protocol/messages';
import type { Feature } from '../context';
import { onMessage } from '../rpc';

/** Editors get no more of one source. */
const maxBytes = 16 * 1024 * 1024;

export const register: Feature = (ctx) => {
  onMessage(ctx.connection, memberMessage, { text: null }, async ({ source }) => {
    // Only what was read can be asked for: the id is looked up, never used as a path.
    const path = ctx.triage.index.pathOf(source);
    return { text: path === null ? null : await ctx.host.readMember(path, source, maxBytes) };
  });
  return {};
};
