/** Counts a source's messages by kind while it is read: how many, when, where the first stands; bounded however long the source is. */
import type { SeverityCode } from '../model/severity';
import { noSeverity } from '../model/severity';
import { decodeUtf8 } from '../text/decode';
import { TimeHistogram } from './timeHistogram';

/** Kinds kept apart in one source; messages of further kinds are counted together. */
const maxTemplates = 2048;
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

interface OpenGroup {
  located: boolean;
  severity: SeverityCode;
  firstLine: number;
  sample: Uint8Array;
  count: number;
  firstMs: number | null;
  lastMs: number | null;
  readonly histogram: TimeHistogram;
}

/** The time of a record without a stamp. */
export const noTime = Number.NaN;

/** Message kinds of one source. A record is seen when its first line is framed and settled when it ends: only then is known whether a signature knows it. */
export class TemplateCounter {
  private readonly open = new Map<number, OpenGroup>();
  private pending: OpenGroup | null = null;
  private pendingSeverity: SeverityCode = 0;
  private pendingLine = 0;
  private pendingMs = noTime;
  /** Messages of kinds beyond the limit. */
  beyondLimit = 0;

  /**
   * Takes note of the record that begins. `key` is its `templateKey` (0: none), `[bodyStart, bodyEnd)` of `bytes` its message,
   * `timeMs` its stamp on the source's own clock or {@link noTime}.
   */
  see(
    key: number,
    located: boolean,
    severity: SeverityCode,
    line: number,
    timeMs: number,
    bytes: Uint8Array,
    bodyStart: number,
    bodyEnd: number,
  ): void {
    this.pending = null;
    if (key === 0) return;
    let group = this.open.get(key);
    if (group === undefined) {
      if (this.open.size >= maxTemplates) {
        this.beyondLimit++;
        return;
      }
      const sample = bytes.slice(Math.max(0, bodyStart), Math.min(bodyEnd, bodyStart + sampleBytes));
      group = beginGroup(located, sample);
      this.open.set(key, group);
    }
    this.pending = group;
    this.pendingSeverity = severity;
    this.pendingLine = line;
    this.pendingMs = timeMs;
  }

  /** The record that was seen last is over; it counts when no signature explains it. */
  settle(explained: boolean): void {
    const group = this.pending;
    this.pending = null;
    if (group === null || explained) return;
    if (group.count === 0) group.firstLine = this.pendingLine;
    group.count++;
    if (this.pendingSeverity < group.severity) group.severity = this.pendingSeverity;
    const at = this.pendingMs;
    if (Number.isNaN(at)) return;
    group.firstMs = group.firstMs === null ? at : Math.min(group.firstMs, at);
    group.lastMs = group.lastMs === null ? at : Math.max(group.lastMs, at);
    group.histogram.add(at);
  }

  /** Adds what was counted in the part of the source that follows this one; its lines are `lineOffset` further down. */
  append(next: TemplateCounter, lineOffset: number): void {
    this.beyondLimit += next.beyondLimit;
    for (const [key, group] of next.open) {
      const own = this.open.get(key);
      if (own !== undefined) joinGroups(own, group, lineOffset);
      else if (this.open.size < maxTemplates) this.open.set(key, { ...group, firstLine: group.firstLine + lineOffset });
      else this.beyondLimit += group.count;
    }
  }

  /** All kinds with a message that no signature knows, by the line of the first one. */
  groups(): TemplateGroup[] {
    const groups = [...this.open]
      .filter(([, group]) => group.count > 0)
      .map(([key, group]) => ({ ...group, key, sample: decodeUtf8(group.sample, 0, group.sample.length).trimEnd() }));
    return groups.sort((a, b) => a.firstLine - b.firstLine || a.key - b.key);
  }
}

function beginGroup(located: boolean, sample: Uint8Array): OpenGroup {
  return {
    located,
    severity: noSeverity,
    firstLine: 0,
    sample,
    count: 0,
    firstMs: null,
    lastMs: null,
    histogram: new TimeHistogram(),
  };
}

function joinGroups(own: OpenGroup, next: OpenGroup, lineOffset: number): void {
  if (next.count === 0) return;
  if (own.count === 0) own.firstLine = next.firstLine + lineOffset;
  own.count += next.count;
  own.severity = Math.min(own.severity, next.severity);
  if (next.firstMs !== null) own.firstMs = own.firstMs === null ? next.firstMs : Math.min(own.firstMs, next.firstMs);
  if (next.lastMs !== null) own.lastMs = own.lastMs === null ? next.lastMs : Math.max(own.lastMs, next.lastMs);
  own.histogram.merge(next.histogram);
}
