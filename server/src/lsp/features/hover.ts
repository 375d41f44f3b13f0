/** Explains the line under the pointer: what it means, what usually causes it, what to check first, and what caused it here. */
import { MarkupKind } from 'vscode-languageserver';
import type { TriageEvent } from '../../engine/index';
import { visibleText } from '../../protocol/visibleText';
import type { Feature, ServerContext } from '../context';
import { ProtocolWriter } from '../toProtocol';
import { phrase, word } from '../words';

/** Longer hovers are cut, as nobody reads them. */
const maxLength = 4096;
const maxEvents = 3;

export const register: Feature = (ctx) => {
  ctx.connection.onHover(
    ctx.guard('hover', null, ({ textDocument, position }) => {
      const source = ctx.sourceOf(textDocument.uri);
      if (source === undefined) return null;
      const events = ctx.triage.index.eventsAt(source, position.line + 1);
      if (events.length === 0) return null;
      const value = events
        .slice(0, maxEvents)
        .map((event) => explain(ctx, event))
        .join('\n\n---\n\n');
      return { contents: { kind: MarkupKind.Markdown, value: cutAtParagraph(value) } };
    }),
  );
  return { hoverProvider: true };
};

function explain(ctx: ServerContext, event: TriageEvent): string {
  const { index } = ctx.triage;
  const language = ctx.language();
  const writer = new ProtocolWriter(ctx);
  const signature = index.signature(event.signature);
  const facts = [writer.time(event), event.node ?? ''].filter((fact) => fact !== '').map(inlineCode);
  const parts = [[`**${writer.title(event)}**`, ...facts].join(' · ')];
  if (signature !== undefined) {
    for (const field of ['meaning', 'usualCauses', 'firstCheck'] as const) {
      parts.push(`**${word(field, language)}**: ${signature[field][language]}`);
    }
  }
  for (const link of index.causesOf(index.episodeOf(event)?.id ?? '').slice(0, 2)) {
    const because = writer.because(link);
    const details = [because.distance, because.confidenceText].filter((detail) => detail !== '').join(', ');
    parts.push(`**${phrase('causedBy', because.cause, language)}** (${details}): ${because.mechanism}`);
  }
  return parts.join('\n\n');
}

/** Log text as inline code whose fence is longer than any run of backticks in it. */
function inlineCode(text: string): string {
  const shown = visibleText(text, 120).replaceAll('\\$(', '$(');
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}

function cutAtParagraph(text: string): string {
  if (text.length <= maxLength) return text;
  const end = text.lastIndexOf('\n\n', maxLength);
  return `${text.slice(0, end > 0 ? end : maxLength)}\n\n…`;
}
