/** Looks at one record in which a literal was found: decodes it, runs the patterns, and makes events of what they recognise. */
import type { Signature } from '../catalogue/signature';
import { extractEntities, extractPod } from '../entities/extract';
import type { LineScan } from '../formats/format';
import { BlockPart } from '../formats/format';
import type { FoundMoment, Hit } from '../match/matcher';
import { maxMatchText } from '../match/matcher';
import { patternOf } from '../match/pattern';
import { marginBreaks } from '../match/tornLines';
import type { SeverityCode } from '../model/severity';
import { noSeverity } from '../model/severity';
import type { Decode } from '../text/decode';
import { utf16Length } from '../text/decode';
import { plainText } from '../text/escapes';
import type { RawMoment } from '../time/settleClocks';
import type { Framer } from './framer';
import type { RawEvent } from './rawEvent';
import type { Told } from './readBlock';
import { readBlock } from './readBlock';
import type { ScanContext } from './sourceScan';
import type { RawStamp } from './stamp';

/** A finished record and the literals that stand in it. */
export interface FinishedRecord {
  readonly buffer: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  readonly outer: RawStamp | null;
  readonly inner: RawStamp | null;
  /** Each once. */
  readonly literals: readonly number[];
  /** Literals that a line break at the margin tore. */
  readonly tornLiterals: readonly number[];
}

/** Length of the record's text kept with an event. */
const keptText = 400;

/** So many bytes are more than what a pattern matches. */
const textAround = 4096;

/** What one record was found to say. */
export interface Recognised {
  /** Outermost first; the others are quoted by the first. `null` when no pattern matches, empty when what matches is harmless. */
  readonly events: readonly RawEvent[] | null;
  /** Harmless signatures that keep it, or parts of it, quiet. */
  readonly quietedBy: readonly number[];
  /** Moments that other sources may tell of too. */
  readonly moments: readonly RawMoment[];
  /** What the record says, without its envelopes. */
  readonly message: string;
}

/** A record's message, and what it was made of. */
interface ReadRecord {
  readonly end: number;
  readonly block: Told | null;
  readonly raw: string;
  readonly message: string;
  /** Whether its only line has a format, by which it is taken apart now; `null` for a record of several lines. */
  readonly isFramed: boolean | null;
  /** What its first line states. */
  readonly severity: SeverityCode;
}

function readRecord({ decode }: ScanContext, framer: Framer, record: FinishedRecord): ReadRecord {
  const { buffer, start } = record;
  const end = trimBreaks(buffer, start, Math.min(record.end, start + maxMatchText * 4));
  const firstEnd = lineEnd(buffer, start, end);
  const isFramed = framer.frame(buffer, start, firstEnd);
  const severity = isFramed ? framer.severity : noSeverity;
  const block =
    isFramed && framer.part !== BlockPart.none
      ? readBlock(framer, buffer, start, end, record.outer?.wallMs ?? null)
      : null;
  if (block !== null) {
    const raw = decode(buffer, block.start, block.end);
    return { end, block, raw, message: plainText(block.message), isFramed: null, severity };
  }
  const raw = decode(buffer, start, Math.min(end, start + maxMatchText));
  if (firstEnd < end)
    return { end, block, raw, message: messageText(framer, record, end, decode), isFramed: null, severity };
  return {
    end,
    block,
    raw,
    message: plainText(isFramed ? bodyIn(raw, framer, decode, buffer, start, end) : raw),
    isFramed,
    severity,
  };
}

/** The message of the line in `[start, end)`, which was just taken apart, as it stands. */
function bodyText(framer: Framer, decode: Decode, buffer: Uint8Array, start: number, end: number): string {
  const { bodyStart, bodyEnd } = framer.body;
  if (bodyStart < 0) return decode(buffer, start, end);
  return decode(framer.buffers[framer.depth - 1] as Uint8Array, bodyStart, Math.min(bodyEnd, bodyStart + maxMatchText));
}

/** {@link bodyText}, of which `raw` is the text: where that has a unit for each byte, nothing has to be decoded once more. */
function bodyIn(raw: string, framer: Framer, decode: Decode, buffer: Uint8Array, start: number, end: number): string {
  const from = framer.body.bodyStart - start;
  const to = framer.body.bodyEnd - start;
  const isPlain = raw.length === end - start && framer.buffers[framer.depth - 1] === buffer;
  return isPlain && from >= 0 ? raw.slice(from, to) : bodyText(framer, decode, buffer, start, end);
}

/** What a record says, without its envelopes. */
export function readMessage(context: ScanContext, framer: Framer, record: FinishedRecord): string {
  return readRecord(context, framer, record).message;
}

/**
 * Looks at a record in which literals of the catalogue stand. `isFull` tells of which signatures no more events are kept: of
 * those only the count is told.
 */
export function recognise(
  context: ScanContext,
  framer: Framer,
  record: FinishedRecord,
  isFull: (signature: number) => boolean,
): Recognised {
  const { decode } = context;
  const { buffer, start } = record;
  const { end, block, raw, message, isFramed, severity } = readRecord(context, framer, record);
  const { tornLiterals } = record;
  const literals = tornLiterals.length > 0 ? [...new Set([...record.literals, ...tornLiterals])] : record.literals;
  const texts = message === raw ? [raw] : [message, raw];
  if (record.end - start > maxMatchText) texts.push(...laterTexts(context, record));
  if (record.endLine > record.line && block === null && marginBreaks(buffer, start, end).length > 0)
    texts.push(raw.replaceAll(/\r?\n/g, ''), raw.replaceAll(/\r?\n/g, ' '));
  const { matcher } = context;
  const moments = rawMoments(matcher.findMoments(literals, message), record, message);
  const mayBeEvent = tornLiterals.length > 0 || matcher.mayBeEvent(record.literals, 0, record.literals.length);
  const matched = mayBeEvent ? matcher.match(literals, texts, severity) : null;
  if (matched === null) return { events: null, quietedBy: [], moments, message };
  const { hits, quietedBy } = matched;
  const told =
    block ?? tellFirstLine(framer, decode, isFramed ?? framer.frame(buffer, start, lineEnd(buffer, start, end)));
  const { host, unit, count, countSpanMs } = told;
  const kept = (block === null ? raw : message).slice(0, keptText);
  const events = hits.map((hit, index): RawEvent => {
    const signature = context.signatures[hit.signature] as Signature;
    const isCounted = isFull(hit.signature);
    return {
      signature: hit.signature,
      line: record.line + told.linesBefore,
      endLine: record.endLine,
      span: isCounted ? null : findSpan(signature, raw),
      outer: record.outer,
      inner: record.inner,
      durationMs: hit.durationMs,
      beganBeforeMs: hit.beganBeforeMs,
      count,
      countSpanMs,
      host,
      unit,
      entities: isCounted ? {} : extractEntities(message, hit.captures, signature.entities),
      captures: hit.captures,
      text: kept,
      quotedBy: quoterOf(context, hits, index, message, record.endLine > record.line),
    };
  });
  return { events, quietedBy, moments, message };
}

/** What a long record says behind the text that patterns look at first, in parts that each begin before the last one ends. */
function laterTexts({ decode }: ScanContext, { buffer, start, end }: FinishedRecord): string[] {
  const texts: string[] = [];
  for (let from = start; end - from > maxMatchText; ) {
    from += maxMatchText - textAround;
    texts.push(plainText(decode(buffer, from, Math.min(end, from + maxMatchText))));
  }
  return texts;
}

/** What the first line of an ordinary record says besides its message: `framer` has just taken it apart, or has found no format. */
function tellFirstLine(framer: Framer, decode: Decode, framed: boolean): Omit<Told, 'message' | 'start' | 'end'> {
  let count = 1;
  let countSpanMs = 0;
  for (let level = 0; framed && level < framer.depth; level++) {
    const scan = framer.scans[level] as LineScan;
    count = Math.max(count, scan.count);
    countSpanMs = Math.max(countSpanMs, scan.countSpanMs);
  }
  return {
    host: framed ? partText(framer, decode, framer.hostLevel, (scan) => [scan.hostStart, scan.hostEnd]) : null,
    unit: framed ? partText(framer, decode, framer.unitLevel, (scan) => [scan.unitStart, scan.unitEnd]) : null,
    count,
    countSpanMs,
    linesBefore: 0,
  };
}

/** Moments with the record's own stamp, and whom it names. */
function rawMoments(
  found: readonly FoundMoment[],
  { inner, outer, line }: FinishedRecord,
  message: string,
): RawMoment[] {
  const stamp = inner ?? outer;
  if (stamp === null || found.length === 0) return [];
  const layer = inner === null ? 'outer' : 'inner';
  const pod = extractPod(message);
  return found.map(({ name, lateMs }) => ({ name, stamp, layer, line, lateMs, pod }));
}

/**
 * The hit whose text names this one as its reason: the nearest one before it that encloses it or leads to it by a colon
 * (`outer: inner: innermost`), else the frame around all of them. -1 when it only stands beside the others.
 */
function quoterOf(
  context: ScanContext,
  hits: readonly Hit[],
  index: number,
  text: string,
  hasSeveralLines: boolean,
): number {
  const hit = hits[index] as Hit;
  for (let before = index - 1; before >= 0; before--) {
    const outer = hits[before] as Hit;
    if (outer.index === hit.index) continue;
    // What stands on a later line of the record was put there by whoever joined the lines; a break within one line is its writer's own.
    if (hasSeveralLines && text.slice(outer.index, hit.index).includes('\n')) continue;
    const end = outer.index + outer.length;
    // The outer pattern may have taken the colon or the `caused` itself.
    const from = Math.max(outer.index, Math.min(end, hit.index - 24));
    if (end > hit.index || leadsOn(text.slice(from, hit.index))) return before;
  }
  return hits.findIndex((outer) => outer.index < hit.index && context.signatures[outer.signature]?.envelope === true);
}

/** What stands between two texts of which the second is the first one's reason. */
function leadsOn(between: string): boolean {
  return /[:=]|\b(?:caused|because|due to)\b/.test(between);
}

/** The innermost message, unescaped, with its continuation lines. */
function messageText(framer: Framer, record: FinishedRecord, end: number, decode: Decode): string {
  const { buffer, start } = record;
  const parts: string[] = [];
  const widths: number[] = [];
  let position = start;
  let total = 0;
  let isRow = false;
  while (position < end && total < maxMatchText) {
    const stop = lineEnd(buffer, position, end);
    const isFirst = position === start;
    const framed = framer.frame(buffer, position, stop) && (isFirst || framer.partial || parts.length > 0);
    const text = framed
      ? bodyText(framer, decode, buffer, position, stop)
      : decode(buffer, position, Math.min(stop, position + maxMatchText));
    if (isFirst) isRow = framed && framer.innermost.kind === 'row';
    parts.push(text);
    widths.push(stop - position);
    total += text.length;
    position = stop + 1;
    while (position < end && (buffer[position] === 10 || buffer[position] === 13)) position++;
  }
  if (isRow) return plainText(joinRow(parts, widths));
  return plainText(joinWrapped(parts, utf16Length(buffer, start, lineEnd(buffer, start, end))));
}

/** Joins the lines of a row: cut at a margin where all but the last are equally long, else broken at blanks or kept in a column. */
function joinRow(parts: readonly string[], widths: readonly number[]): string {
  if (widths.slice(1, -1).every((width) => width === widths[0]) && !/^\s{2}/.test(parts[1] ?? ''))
    return parts.join('');
  return parts.map((part) => part.trim()).join(' ');
}

/**
 * Joins the lines of a record. Lines that a terminal or a mail cut at its right margin are put together without a break:
 * they do not begin with a blank, and the line before is at least as long as every other one. `width` is the first line's with all
 * that stands before its message.
 */
function joinWrapped(parts: readonly string[], width: number): string {
  if (parts.length < 2) return parts[0] ?? '';
  const first = parts[0] ?? '';
  if (isCutAtMargin(parts, width)) return parts.join('').trimEnd();
  const wrapped =
    first.length >= 70 &&
    parts.slice(1).every((part) => part.length <= first.length + 120 && !/^\s/.test(part)) &&
    !/[.:,;]$/.test(first);
  return parts.join(wrapped ? '' : '\n');
}

/** Copied from a terminal: every line is exactly as wide as the first, the last perhaps filled up with blanks. */
function isCutAtMargin(parts: readonly string[], width: number): boolean {
  const others = parts.slice(1);
  const last = others.pop() ?? '';
  return (
    width >= 80 &&
    last.length <= width &&
    (others.length > 0 || last.length === width) &&
    others.every((part) => part.length === width)
  );
}

function partText(
  framer: Framer,
  decode: Decode,
  level: number,
  range: (scan: LineScan) => readonly [number, number],
): string | null {
  if (level < 0) return null;
  const [from, to] = range(framer.scans[level] as LineScan);
  return decode(framer.buffers[level] as Uint8Array, from, Math.min(to, from + 255));
}

/** Columns of the recognised words in the record's first line: the whole pattern where it matches there, else its literal. */
function findSpan(signature: Signature, raw: string): readonly [number, number] | null {
  const firstLine = raw.slice(0, Math.max(0, raw.indexOf('\n')) || raw.length);
  let plain: readonly [number, number] | null = null;
  for (const wording of signature.wordings) {
    const at = firstLine.indexOf(wording.literal);
    if (at < 0) continue;
    const match = patternOf(wording).find(firstLine, 0);
    if (match !== null) return [match.index, match.index + match.length];
    plain ??= [at, at + wording.literal.length];
  }
  return plain;
}

function lineEnd(bytes: Uint8Array, start: number, end: number): number {
  const found = bytes.indexOf(10, start);
  let stop = found >= 0 && found < end ? found : end;
  while (stop > start && bytes[stop - 1] === 13) stop--;
  return stop;
}

function trimBreaks(bytes: Uint8Array, start: number, end: number): number {
  let stop = end;
  while (stop > start && (bytes[stop - 1] === 10 || bytes[stop - 1] === 13)) stop--;
  return stop;
}
