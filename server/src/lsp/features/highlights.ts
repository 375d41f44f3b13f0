/** Answers which words of a file are lock waits or failed garbage collections, so that the client can mark them. */
import { highlightsMessage } from '../../protocol/messages';
import type { Feature } from '../context';
import { onMessage } from '../rpc';
import { ProtocolWriter } from '../toProtocol';

/** An editor with more marks than this only gets slower. */
const maxHighlights = 20_000;

export const register: Feature = (ctx) => {
  onMessage(ctx.connection, highlightsMessage, { highlights: [] }, ({ uri }) => {
    const shown = ctx.linesOf(uri);
    if (shown === undefined) return { highlights: [] };
    const writer = new ProtocolWriter(ctx);
    const all = ctx.triage.index
      .eventsOf(shown.source)
      .filter(({ line }) => line > shown.before && line <= shown.last)
      .flatMap((event) => writer.highlight(event) ?? []);
    return {
      highlights: all.slice(0, maxHighlights).map((mark) => ({ ...mark, line: mark.line - shown.before })),
    };
  });
  return {};
};
