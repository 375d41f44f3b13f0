/** Writes the findings as Markdown when the user exports them. */
import { toMarkdown } from '../../engine/index';
import { markdownMessage } from '../../protocol/messages';
import type { Feature } from '../context';
import { onMessage } from '../rpc';

export const register: Feature = (ctx) => {
  onMessage(ctx.connection, markdownMessage, { text: '' }, async ({ linkBase }) => {
    await ctx.triage.settled();
    const { report, catalogue } = ctx.triage.index;
    return { text: toMarkdown(report, catalogue, { language: ctx.language(), linkBase }) };
  });
  return {};
};
