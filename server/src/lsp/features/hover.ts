/** Explains the line under the pointer: what it means, what usually causes it, what to check first, and what caused it here. */
import type { Position } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { JournalEntry, TriageEvent } from '../../engine/index';
import { codeSpan, fence, prose, visibleLine } from '../../engine/index';
import type { Feature, ServerContext } from '../context';
import { identifierInDocument, thingOf } from '../following';
import { ProtocolWriter } from '../toProtocol';
import { kindText, phrase, word } from '../words';

/** Longer hovers are cut, as nobody reads them. */
const maxLength = 4096;
const maxEvents = 3;
/** Characters of a journal's fields together, and of one of them. */
const maxFieldsLength = 2000;
const maxFieldLength = 200;

export const register: Feature = (ctx) => {
  ctx.connection.onHover(
    ctx.guard('hover', null, async ({ textDocument, position }) => {
      const shown = ctx.lineAt(textDocument.uri, position.line);
      if (shown === undefined) return null;
      const { source, line } = shown;
      const events = ctx.triage.index.eventsAt(source, line);
      const parts = events.slice(0, maxEvents).map((event) => explain(ctx, event));
      const named = await nameUnder(ctx, textDocument.uri, position);
      if (named !== '') parts.push(named);
      const entry = await ctx.host.journalEntry(ctx.triage.index.pathOf(source) ?? '', source, line);
      if (entry !== null) parts.push(fieldsOf(ctx, entry));
      const value = cutAtParagraph(parts.join('\n\n---\n\n'));
      return value === '' ? null : { contents: { kind: MarkupKind.Markdown, value } };
    }),
  );
  ctx.triage.onRehearsal((event) => explain(ctx, event));
  return { hoverProvider: true };
};

function explain(ctx: ServerContext, event: TriageEvent): string {
  const { index } = ctx.triage;
  const language = ctx.language();
  const writer = new ProtocolWriter(ctx);
  const signature = index.signature(event.signature);
  const lines = event.endLine - event.line + 1;
  const facts = [writer.time(event), event.node ?? '', lines > 1 ? `${lines} ${word('lines', language)}` : '']
    .filter((fact) => fact !== '')
    .map(codeSpan);
  const parts = [[`**${prose(writer.title(event))}**`, ...facts].join(' · ')];
  if (signature !== undefined) {
    for (const field of ['meaning', 'usualCauses', 'firstCheck'] as const) {
      parts.push(`**${word(field, language)}**: ${prose(signature[field][language])}`);
    }
  }
  for (const link of index.causesOf(index.episodeOf(event)?.id ?? '').slice(0, 2)) {
    const because = writer.because(link);
    const details = [because.distance, because.confidenceText].filter((detail) => detail !== '').join(', ');
    parts.push(`**${phrase('causedBy', prose(because.cause), language)}** (${details}): ${prose(because.mechanism)}`);
  }
  return parts.join('\n\n');
}

/** What stands under the pointer, when it is known for more than it says: the pod of a container's id, and its node. */
async function nameUnder(ctx: ServerContext, uri: string, position: Position): Promise<string> {
  const identifier = await identifierInDocument(ctx, uri, position);
  if (identifier === undefined) return '';
  const { kind, name, node } = thingOf(ctx, identifier);
  if (kind !== 'pod' || name === identifier.value) return '';
  return [`**${kindText(kind, ctx.language())}** ${codeSpan(name)}`, ...(node === null ? [] : [codeSpan(node)])].join(
    ' · ',
  );
}

/** What journald knows of the line beside its message, named as `journalctl -o export` names it. */
function fieldsOf(ctx: ServerContext, entry: JournalEntry): string {
  const own = [`__SEQNUM=${entry.seqnum}`, `__MONOTONIC_TIMESTAMP=${entry.monotonic}`];
  const others = entry.fields.filter(({ name }) => name !== 'MESSAGE').map(({ name, value }) => `${name}=${value}`);
  let room = maxFieldsLength;
  const shown = [...others.sort(), ...own].filter((field) => {
    room -= Math.min(maxFieldLength, field.length);
    return room > 0;
  });
  const text = shown.map((field) => visibleLine(field, maxFieldLength)).join('\n');
  return `**${word('journalEntry', ctx.language())}** · ${codeSpan(entry.file)}\n\n${fence(text)}`;
}

function cutAtParagraph(text: string): string {
  if (text.length <= maxLength) return text;
  const end = text.lastIndexOf('\n\n', maxLength);
  return `${text.slice(0, end > 0 ? end : maxLength)}\n\n…`;
}
