/** Counts a source's messages by kind while it is read: how many, when, where the first stands; bounded however long the source is. */
import type { SeverityCode } from '../model/severity';
import { noSeverity } from '../model/severity';
import { ownMs } from '../records/stamp';
import { decodeUtf8 } from '../text/decode';
import { TimeHistogram } from './timeHistogram';

/** Kinds kept apart in one source: those with the smallest keys, so that stretches of a source keep the same ones as the whole. */
const maxTemplates = 2048;
/** Kinds held before those beyond the limit are dropped. */
const mostHeld = 2 * maxTemplates;
/** Places of the table of keys: four for each kind, so that most are found at once. */
const mostPlaces = 4 * mostHeld;
/** Most sources have few kinds. */
const leastPlaces = 64;
/** Bytes of a first message that are kept. */
const sampleBytes = 320;

/** One kind of message in one source. */
export interface TemplateGroup {
  readonly key: number;
  /** The messages were told apart by the place in the program that wrote them. */
  readonly located: boolean;
  /** The most serious one. */
  readonly severity: SeverityCode;
  readonly firstLine: number;
  /** The first message's beginning, without its frame. */
  readonly sample: string;
  /** Messages that no signature knows. */
  readonly count: number;
  /** Of stamped messages, ms on the source's own clock; `null` when none has a stamp. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly histogram: TimeHistogram;
}

/** The time of a record without a stamp. */
const noTime = Number.NaN;

/** Where a message stands in its bytes; locations are the places in the program that wrote it. */
export interface MessagePlace {
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly locationStart: number;
}

/** A stamp on the source's own clock. */
export type OwnStamp = Parameters<typeof ownMs>[0];

function sampleOf(bytes: Uint8Array, { bodyStart, bodyEnd }: MessagePlace): string {
  return decodeUtf8(bytes, Math.max(0, bodyStart), Math.min(bodyEnd, bodyStart + sampleBytes));
}

/** A kind while it is counted, for those who count apart. Its times are numbers from the beginning, so that counting allocates nothing. */
export class OpenGroup {
  severity: SeverityCode = noSeverity;
  firstLine = 0;
  count = 0;
  firstMs = noTime;
  lastMs = noTime;
  readonly histogram = new TimeHistogram();

  constructor(
    readonly key: number,
    readonly located: boolean,
    /** As text, not as bytes: an array of its own for each kind would cost more than the rest of it. */
    readonly sample: string,
  ) {}

  add(severity: SeverityCode, line: number, timeMs: number): void {
    // Those that were counted apart may be further down.
    if (this.count === 0 || line < this.firstLine) this.firstLine = line;
    this.count++;
    if (severity < this.severity) this.severity = severity;
    if (Number.isNaN(timeMs)) return;
    this.widen(timeMs, timeMs);
    this.histogram.add(timeMs);
  }

  /** {@link add} for messages that were counted elsewhere, without their times. */
  addCounted(count: number, severity: SeverityCode, firstLine: number): void {
    if (this.count === 0 || firstLine < this.firstLine) this.firstLine = firstLine;
    this.count += count;
    if (severity < this.severity) this.severity = severity;
  }

  /** Their times: the first and the last, and how many in each of the bins of this width from number `base` on. */
  addTimes(firstMs: number, lastMs: number, bins: Int32Array, base: number, widthMs: number): void {
    this.widen(firstMs, lastMs);
    for (let bin = 0; bin < bins.length; bin++) {
      const count = bins[bin] as number;
      if (count > 0) this.histogram.addMany((base + bin) * widthMs, count);
    }
  }

  /** A comparison with no time is false: the first time is taken in any case. */
  private widen(firstMs: number, lastMs: number): void {
    if (!(this.firstMs <= firstMs)) this.firstMs = firstMs;
    if (!(this.lastMs >= lastMs)) this.lastMs = lastMs;
  }

  append(next: OpenGroup, lineOffset: number): void {
    if (next.count === 0) return;
    if (this.count === 0) this.firstLine = next.firstLine + lineOffset;
    this.count += next.count;
    if (next.severity < this.severity) this.severity = next.severity;
    if (Number.isNaN(next.firstMs)) return;
    this.widen(next.firstMs, next.lastMs);
    this.histogram.merge(next.histogram);
  }
}

/** Message kinds of one source. A record is seen when its first line is framed and settled when it ends: only then is known whether a signature knows it. */
export class TemplateCounter {
  private groupList: OpenGroup[] = [];
  /** Index of a group plus one by its key's place; open addressing. */
  private table = new Uint16Array(leastPlaces);
  /** The greatest key that can still be among the kept ones. */
  private greatest = 0x7fff_ffff;
  /** Kind of the record that was seen last and is not over. */
  private pending: OpenGroup | null = null;
  private pendingSeverity: SeverityCode = 0;
  private pendingLine = 0;
  private pendingMs = noTime;
  /** How often kinds were dropped. */
  drops = 0;

  get pendingGroup(): OpenGroup | null {
    return this.pending;
  }

  /** Takes note of a record that somebody else has seen beginning. */
  resume(group: OpenGroup | null, severity: SeverityCode, line: number, ms: number): void {
    this.pending = group;
    this.pendingSeverity = severity;
    this.pendingLine = line;
    this.pendingMs = ms;
  }

  /**
   * Takes note of the record that begins. `key` is its `templateKey` (0: none), `body` the innermost layer in `bytes`,
   * `stamp` its stamp when it can be compared with the others of the source.
   */
  see(
    key: number,
    bytes: Uint8Array,
    body: MessagePlace,
    severity: SeverityCode,
    line: number,
    stamp: OwnStamp | null,
  ): void {
    this.pending = null;
    if (key === 0) return;
    const place = this.placeOf(key);
    const known = this.table[place] as number;
    if (known > 0) this.pending = this.groupList[known - 1] as OpenGroup;
    else if (key <= this.greatest)
      this.pending = this.begin(place, key, body.locationStart >= 0, sampleOf(bytes, body));
    this.pendingSeverity = severity;
    this.pendingLine = line;
    this.pendingMs = stamp === null ? noTime : ownMs(stamp);
  }

  /** The record that was seen last is over; it counts when no signature explains it. */
  settle(explained: boolean): void {
    const group = this.pending;
    this.pending = null;
    if (group === null || explained) return;
    group.add(this.pendingSeverity, this.pendingLine, this.pendingMs);
  }

  /** Adds what was counted in the part of the source that follows this one; its lines are `lineOffset` further down. */
  append(next: TemplateCounter, lineOffset: number): void {
    for (const group of next.groupList) {
      const place = this.placeOf(group.key);
      const known = this.table[place] as number;
      if (known === 0 && group.key > this.greatest) continue;
      const own =
        known > 0
          ? (this.groupList[known - 1] as OpenGroup)
          : this.begin(place, group.key, group.located, group.sample);
      own.append(group, lineOffset);
    }
  }

  /** All kinds with a message that no signature knows, by the line of the first one. */
  groups(): TemplateGroup[] {
    const groups = this.smallest()
      .filter((group) => group.count > 0)
      .map((group) => ({
        ...group,
        histogram: group.histogram.rested(),
        sample: group.sample.trimEnd(),
        firstMs: Number.isNaN(group.firstMs) ? null : group.firstMs,
        lastMs: Number.isNaN(group.lastMs) ? null : group.lastMs,
      }));
    return groups.sort((a, b) => a.firstLine - b.firstLine || a.key - b.key);
  }

  /** Gives a copy that came from another thread or from disk its methods again. */
  revive(): void {
    this.pending = null;
    for (const group of this.groupList) {
      Object.setPrototypeOf(group, OpenGroup.prototype);
      Object.setPrototypeOf(group.histogram, TimeHistogram.prototype);
    }
  }

  private placeOf(key: number): number {
    const { table, groupList } = this;
    const last = table.length - 1;
    let place = key & last;
    for (let known = table[place] as number; known > 0; known = table[place] as number) {
      if ((groupList[known - 1] as OpenGroup).key === key) return place;
      place = (place + 1) & last;
    }
    return place;
  }

  private begin(place: number, key: number, located: boolean, sample: string): OpenGroup {
    const group = new OpenGroup(key, located, sample);
    this.groupList.push(group);
    if (this.groupList.length > mostHeld) this.drop();
    else if (this.groupList.length * 4 > this.table.length && this.table.length < mostPlaces) this.grow();
    else this.table[place] = this.groupList.length;
    return group;
  }

  /** Drops the kinds beyond the limit; none of them can come back. */
  private drop(): void {
    this.drops++;
    this.groupList = this.smallest();
    this.greatest = this.groupList.reduce((most, { key }) => Math.max(most, key), 0);
    this.table.fill(0);
    this.fillTable();
  }

  private grow(): void {
    this.table = new Uint16Array(this.table.length * 4);
    this.fillTable();
  }

  private fillTable(): void {
    this.groupList.forEach(({ key }, index) => {
      this.table[this.placeOf(key)] = index + 1;
    });
  }

  /** The kinds that count, in the order in which they were first seen. */
  private smallest(): OpenGroup[] {
    if (this.groupList.length <= maxTemplates) return [...this.groupList];
    const limit = [...this.groupList].sort((a, b) => a.key - b.key)[maxTemplates - 1]?.key ?? 0;
    return this.groupList.filter(({ key }) => key <= limit);
  }
}
