/** Puts the lines that follow a message and belong to it (a stack, the OOM killer's table) into its event: one happening, one event, from its first line to its last. */
import type { Signature, SignatureTail } from '../catalogue/signature';
import { extractEntities } from '../entities/extract';
import type { RawEvent } from './rawEvent';
import type { RawStamp } from './stamp';

/** A tail has so many lines at most, those of others between them included. */
export const longestTail = 1000;
/** After so many records in a row that are no part of it, it is over. */
const mostBetween = 60;
/** What is printed in one go has stamps that are this close, in ms. */
const mostApartMs = 10_000;
/** Calls of a stack that are kept. */
const mostFrames = 6;
const keptText = 400;

/** A record that has just been read to its end. */
export interface TailRecord {
  readonly line: number;
  readonly endLine: number;
  readonly outer: RawStamp | null;
  /** Who wrote it, as far as lines name a host. */
  readonly host: Uint8Array;
}

/** Events of one record; `quotedBy` of each is an index into them. */
type Found = readonly RawEvent[];

/** Watches the records behind an event that goes on in them. Events are handed on in the order of their lines. */
export class TailReader {
  private event: RawEvent | null = null;
  private tail: SignatureTail | null = null;
  /** Signature that it began with, and its place among the events of its record. */
  private head = -1;
  private place = 0;
  private host: Uint8Array = new Uint8Array(0);
  private stamp: RawStamp | null = null;
  private between = 0;
  private captures: Record<string, string> = {};
  private frames: string[] = [];
  /** What was found since the event began; the event itself is at `place` of the first. */
  private waiting: Found[] = [];

  constructor(
    private readonly signatures: readonly Signature[],
    private readonly keep: (found: Found) => void,
  ) {}

  /** A tail may go on in the next record: its message is asked for. */
  get isOpen(): boolean {
    return this.event !== null;
  }

  /** True when an event of this signature may go on in the records behind it. */
  isTold(signature: number): boolean {
    return this.tailOf(signature) !== undefined;
  }

  /** Takes a record with what was found in it; true when it belongs to the event before it. */
  take(record: TailRecord, found: Found | null, message: string): boolean {
    if (this.isOpen && this.isBeyond(record)) this.close();
    if (this.isOpen && this.belongs(record, found, message)) return true;
    if (found === null) return false;
    const place = this.placeOfHead(found);
    if (place >= 0) this.begin(record, found, place, message);
    else this.hold(found);
    return false;
  }

  /** Nothing more belongs to the event. */
  close(): void {
    const { event, waiting, place } = this;
    this.event = null;
    if (event === null) return;
    const first = [...(waiting[0] ?? [])];
    first[place] = this.complete(event);
    this.keep(first);
    for (const found of waiting.slice(1)) this.keep(found);
    this.waiting = [];
  }

  /** The first event that may go on; -1 when none does. */
  private placeOfHead(found: Found): number {
    for (let place = 0; place < found.length; place++)
      if (this.isTold((found[place] as RawEvent).signature)) return place;
    return -1;
  }

  private tailOf(signature: number): SignatureTail | undefined {
    return this.signatures[signature]?.tail;
  }

  private hold(found: Found): void {
    if (this.isOpen) this.waiting.push(found);
    else this.keep(found);
  }

  private begin(record: TailRecord, found: Found, place: number, message: string): void {
    this.close();
    const event = found[place] as RawEvent;
    this.event = event;
    this.tail = this.tailOf(event.signature) as SignatureTail;
    this.head = event.signature;
    this.place = place;
    this.host = record.host;
    this.stamp = record.outer;
    this.between = 0;
    this.captures = {};
    this.frames = [];
    this.waiting = [found];
    // Where no stamps stand before them, the lines are the record's own.
    for (const line of message.split('\n').slice(1, longestTail)) this.takePart(this.tail, line);
  }

  private isBeyond({ line, outer }: TailRecord): boolean {
    const { event, stamp } = this;
    if (event === null || line - event.line >= longestTail || this.between >= mostBetween) return true;
    return outer !== null && outer.kind === stamp?.kind && Math.abs(outer.wallMs - stamp.wallMs) > mostApartMs;
  }

  private belongs(record: TailRecord, found: Found | null, message: string): boolean {
    const { tail, host } = this;
    if (tail === null || !sameBytes(record.host, host)) return false;
    if (tail.until?.test(message) === true) {
      this.close();
      return false;
    }
    const isEnd = tail.end?.test(message) === true;
    const told = (found ?? []).filter((event) => this.tellsOfIt(event));
    if (!this.takePart(tail, message) && !isEnd && !told.some(({ signature }) => this.isTeller(signature))) {
      if (message !== '') this.between++;
      return false;
    }
    this.between = 0;
    this.stamp = record.outer ?? this.stamp;
    this.event = { ...(this.event as RawEvent), endLine: record.endLine };
    if (told.length > 0) this.mergeAll(found ?? [], told, message);
    else if (found !== null) this.waiting.push(found);
    if (isEnd) this.close();
    return true;
  }

  /** Rank of a signature among those that tell the event: the smaller, the more telling; -1 when it tells something else. */
  private rank(signature: number): number {
    const toldBy = this.tail?.toldBy ?? [];
    const place = toldBy.indexOf(this.signatures[signature]?.id ?? '');
    if (place >= 0) return place;
    return signature === this.head ? toldBy.length : -1;
  }

  /** True for a signature whose lines belong to the tail whatever they look like; the head's own begin another event. */
  private isTeller(signature: number): boolean {
    return signature !== this.head && this.rank(signature) >= 0;
  }

  /** True for the event itself once more, about the same process. */
  private tellsOfIt({ signature, captures }: RawEvent): boolean {
    const event = this.event as RawEvent;
    const pid = event.signature === this.head ? undefined : event.captures.pid;
    return this.rank(signature) >= 0 && (pid === undefined || captures.pid === undefined || captures.pid === pid);
  }

  /** Takes what another line of the tail says about the event; what it says besides stands in the same report and happened with it. */
  private mergeAll(found: Found, told: Found, message: string): void {
    const { line, outer, inner } = this.event as RawEvent;
    const first = this.waiting[0] ?? [];
    const others = found.filter((event) => !told.includes(event));
    const placeOf = (quoter: RawEvent | undefined): number => {
      if (quoter === undefined) return -1;
      return told.includes(quoter) ? this.place : first.length + others.indexOf(quoter);
    };
    for (const event of told) this.merge(event, message);
    const quotedBy = told
      .map((event) => placeOf(found[event.quotedBy]))
      .find((place) => place >= 0 && place !== this.place);
    if (quotedBy !== undefined) this.event = { ...(this.event as RawEvent), quotedBy };
    const placed = others.map((event) => ({
      ...event,
      line,
      span: null,
      outer,
      inner,
      quotedBy: placeOf(found[event.quotedBy]),
    }));
    this.waiting[0] = [...first, ...placed];
  }

  /** Takes what another line of the tail says about the event. */
  private merge(told: RawEvent, message: string): void {
    const event = this.event as RawEvent;
    const isBetter = this.rank(told.signature) < this.rank(event.signature);
    const [main, other] = isBetter ? [told, event] : [event, told];
    const said = extractEntities(message, told.captures, this.signatures[told.signature]?.entities);
    // Of several lines, the one that names the process tells most beside the first.
    const namesVictim = told.captures.pid !== undefined && event.captures.pid === undefined;
    const head = event.text.split('\n', 1)[0] ?? '';
    const text = isBetter || namesVictim ? `${head}\n${told.text}`.slice(0, keptText) : event.text;
    this.event = {
      ...event,
      signature: main.signature,
      captures: { ...other.captures, ...main.captures },
      entities: isBetter ? { ...event.entities, ...said } : { ...said, ...event.entities },
      durationMs: longest(event.durationMs, told.durationMs),
      beganBeforeMs: Math.max(event.beganBeforeMs, told.beganBeforeMs),
      text,
    };
  }

  private takePart(tail: SignatureTail, line: string): boolean {
    for (const part of tail.parts) {
      const match = part.exec(line);
      if (match === null) continue;
      for (const [name, value] of Object.entries(match.groups ?? {})) {
        if (value === undefined) continue;
        if (name !== 'frame') this.captures[name] ??= value;
        else if (this.frames.length < mostFrames) this.frames.push(value);
      }
      return true;
    }
    return false;
  }

  /** The event with what its tail names. */
  private complete(event: RawEvent): RawEvent {
    const stack = this.frames.length === 0 ? {} : { stack: this.frames.join(' < ') };
    const told = { ...this.captures, ...stack };
    const names = Object.values(told);
    if (names.length === 0) return event;
    const entities = extractEntities(names.join('\n'), told, undefined);
    return { ...event, captures: { ...told, ...event.captures }, entities: { ...entities, ...event.entities } };
  }
}

function longest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
