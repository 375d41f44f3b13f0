/** Puts the message of a record of several lines together, and what its lines say about it: journal entries with their fields, events as objects. */
import type { LineScan } from '../formats/format';
import { BlockPart, BlockText } from '../formats/format';
import { decodeUtf8 } from '../text/decode';
import type { Framer } from './framer';

/** What a record says besides its stamps. */
export interface Told {
  /** As patterns see it: without envelopes, still with its escapes. */
  readonly message: string;
  readonly host: string | null;
  readonly unit: string | null;
  readonly count: number;
  readonly countSpanMs: number;
  /** Where the line with the message begins and ends, and how many lines are before it. */
  readonly start: number;
  readonly end: number;
  readonly linesBefore: number;
}

/** Longest text taken from one line. */
const maxLineText = 65_536;

/** Reads the record in `buffer[start, end)`; `null` when it is not one of several lines. `lastSeenMs` is the record's own stamp. */
export function readBlock(
  framer: Framer,
  buffer: Uint8Array,
  start: number,
  end: number,
  lastSeenMs: number | null,
): Told | null {
  const reader = new BlockReader(framer, buffer);
  let position = start;
  for (let line = 0; position < end; line++) {
    const found = buffer.indexOf(10, position);
    const stop = found >= 0 && found < end ? found : end;
    const isBlock = reader.line(position, trimReturn(buffer, position, stop), line);
    if (line === 0 && !isBlock) return null;
    position = stop + 1;
  }
  return reader.told(start, lastSeenMs);
}

class BlockReader {
  private readonly texts = new Map<number, string>();
  private readonly names = new Map<'host' | 'unit', string>();
  private count = 1;
  private firstSeenMs: number | null = null;
  private place: Pick<Told, 'start' | 'end' | 'linesBefore'> | null = null;
  /** The text that lines without a format of their own go on with, 0 for none; how, and how far its line is indented. */
  private open = 0;
  private goesOn: 'break' | 'blank' = 'break';
  private indent = 0;

  constructor(
    private readonly framer: Framer,
    private readonly buffer: Uint8Array,
  ) {}

  /** Takes a line; false when it is no part of a record of several lines. */
  line(start: number, end: number, number: number): boolean {
    const { framer } = this;
    if (!framer.frame(this.buffer, start, end) || framer.part === BlockPart.none) {
      this.goOn(start, end);
      return false;
    }
    const scan = framer.scans[framer.blockLevel] as LineScan;
    this.takeNames();
    this.count = Math.max(this.count, scan.count);
    if (scan.text === BlockText.firstSeen) this.firstSeenMs ??= scan.wallMs === 0 ? null : scan.wallMs;
    this.open = 0;
    // What stood before is the kind and the name of the event itself.
    if (scan.text === BlockText.object) for (const text of [BlockText.kind, BlockText.name]) this.texts.delete(text);
    const isText = scan.text >= BlockText.reason && scan.text <= BlockText.message;
    // Of several objects with the same member, the one that the event is about comes first.
    if (!isText || this.texts.has(scan.text)) return true;
    const { body } = framer;
    this.texts.set(scan.text, this.text(framer.buffers[framer.depth - 1] as Uint8Array, body.bodyStart, body.bodyEnd));
    const { goesOn } = framer.block;
    if (goesOn !== undefined) {
      this.open = scan.text;
      this.goesOn = goesOn;
      this.indent = indentOf(this.buffer, start, end);
    }
    if (scan.text === BlockText.message) this.place = { start, end, linesBefore: number };
    return true;
  }

  private goOn(start: number, end: number): void {
    if (this.open === 0) return;
    if (this.goesOn === 'blank' && indentOf(this.buffer, start, end) <= this.indent) {
      this.open = 0;
      return;
    }
    const more = this.text(this.buffer, start, end).trim();
    this.texts.set(this.open, `${this.texts.get(this.open)}${this.goesOn === 'blank' ? ' ' : '\n'}${more}`);
  }

  private takeNames(): void {
    const { framer } = this;
    const { hostLevel, unitLevel } = framer;
    if (hostLevel >= 0 && !this.names.has('host')) {
      const { hostStart, hostEnd } = framer.scans[hostLevel] as LineScan;
      this.names.set(
        'host',
        this.text(framer.buffers[hostLevel] as Uint8Array, hostStart, Math.min(hostEnd, hostStart + 255)),
      );
    }
    if (unitLevel >= 0 && !this.names.has('unit')) {
      const { unitStart, unitEnd } = framer.scans[unitLevel] as LineScan;
      this.names.set(
        'unit',
        this.text(framer.buffers[unitLevel] as Uint8Array, unitStart, Math.min(unitEnd, unitStart + 255)),
      );
    }
  }

  private text(bytes: Uint8Array, start: number, end: number): string {
    return start < 0 ? '' : decodeUtf8(bytes, start, Math.min(end, start + maxLineText));
  }

  told(start: number, lastSeenMs: number | null): Told {
    const span = this.firstSeenMs === null || lastSeenMs === null ? 0 : lastSeenMs - this.firstSeenMs;
    return {
      message: this.message(),
      host: this.names.get('host') ?? null,
      unit: this.names.get('unit') ?? null,
      count: this.count,
      countSpanMs: this.count > 1 ? Math.max(0, span) : 0,
      ...(this.place ?? { start, end: start, linesBefore: 0 }),
    };
  }

  /** An event's words stand as in the tables that kubectl prints: `Reason  kind/name  message`. */
  private message(): string {
    const { texts } = this;
    const message = texts.get(BlockText.message) ?? '';
    const reason = texts.get(BlockText.reason);
    if (reason === undefined) return message;
    const name = texts.get(BlockText.name);
    const object = name === undefined ? '' : `${(texts.get(BlockText.kind) ?? '').toLowerCase()}/${name}   `;
    return `${reason}   ${object}${message}`;
  }
}

function trimReturn(bytes: Uint8Array, start: number, end: number): number {
  let stop = end;
  while (stop > start && bytes[stop - 1] === 13) stop--;
  return stop;
}

/** Blanks before the text, a list's dash among them. */
function indentOf(bytes: Uint8Array, start: number, end: number): number {
  let position = start;
  while (position < end && (bytes[position] === 32 || bytes[position] === 0x2d)) position++;
  return position - start;
}
