/** What reading a source has brought: counts and lists that can be sent between threads, kept on disk and put together from stretches. */

import type { SourceCorrection } from '../corrections';
import type { StatedFact } from '../facts/factFormat';
import type { Gap } from '../model/problem';
import type { SourceInfo } from '../model/sourceInfo';
import { TemplateCounter } from '../templates/templateCounter';
import { ClockEvidence } from '../time/clockEvidence';
import type { RawMoment } from '../time/settleClocks';
import type { RawEvent } from './rawEvent';
import type { RawStamp, YearState } from './stamp';
import { noYears, YearCounter } from './stamp';

/** Events of one signature kept one by one; later ones only raise the count of the last kept one. */
const maxEventsPerSignature = 4096;

/** Moments that clocks are compared by; more would not make them surer. */
const maxMoments = 8192;

const ledgerParts = ['records', 'otherLines', 'lineEnds', 'gaps'] as const;

/** First or last stamped record. */
export interface StampedLine {
  readonly stamp: RawStamp;
  /** As it stands in the source, at most 64 bytes. */
  readonly text: string;
  readonly line: number;
}

/** Records with the same layers. */
export interface LayerCount {
  /** Format ids, outermost first. */
  readonly ids: readonly string[];
  count: number;
}

/** A command's output, by what prints it. */
export interface OutputKind {
  readonly id: string;
  readonly title: string;
}

/** A source, or a stretch of one: then its lines count from the stretch's first one. */
export class ReadSource {
  /** Of the source, left out bytes included. */
  bytes = 0;
  /** Where its bytes went. */
  readonly ledger = { records: 0, otherLines: 0, lineEnds: 0, gaps: 0 };
  /** Line feeds put where bytes are missing: they are in what was pushed, not in the source. */
  inserted = 0;
  lines = 0;
  records = 0;
  /** Non-blank lines that belong to no record, no table and no collected command output. */
  unparsedLines = 0;
  /** Those among them before the first record. */
  leadingLines = 0;
  readonly severities = [0, 0, 0, 0, 0];
  /** By a key that stands for the layers. */
  readonly layerCounts = new Map<number, LayerCount>();
  readonly hosts = new Map<string, number>();
  first: StampedLine | null = null;
  last: StampedLine | null = null;
  readonly clock = new ClockEvidence();
  readonly templates = new TemplateCounter();
  readonly events: RawEvent[] = [];
  /** Moments that other sources may tell of too. */
  readonly moments: RawMoment[] = [];
  /** By harmless signature: how many records it keeps quiet, and the first one's line. */
  readonly quieted = new Map<number, { records: number; readonly line: number }>();
  readonly gaps: Gap[] = [];
  facts: readonly StatedFact[] = [];
  /** Set when the source is a command's output. */
  factFormat: OutputKind | null = null;
  private readonly kept = new Map<number, { count: number; last: number }>();

  constructor(
    readonly info: SourceInfo,
    /** What the user has decided about this source. */
    readonly correction: SourceCorrection = {},
    readonly years = new YearCounter(),
    readonly innerYears = new YearCounter(noYears, false),
  ) {}

  /** Counts so many records with the same layers. */
  addLayers(key: number, ids: readonly string[], count: number): void {
    const known = this.layerCounts.get(key);
    if (known === undefined) this.layerCounts.set(key, { ids, count });
    else known.count += count;
  }

  /** Keeps the events of one record; `quotedBy` of each is an index into them. */
  keep(found: readonly RawEvent[], lineOffset = 0): void {
    const places: number[] = [];
    for (const event of found) {
      const tally = this.kept.get(event.signature) ?? { count: 0, last: -1 };
      this.kept.set(event.signature, tally);
      if (tally.count >= maxEventsPerSignature) {
        places.push(tally.last);
        // The kept one is this source's own copy.
        (this.events[tally.last] as { count: number }).count += event.count;
        continue;
      }
      tally.count++;
      tally.last = this.events.length;
      places.push(tally.last);
      this.events.push({
        ...event,
        line: event.line + lineOffset,
        endLine: event.endLine + lineOffset,
        quotedBy: event.quotedBy < 0 ? -1 : (places[event.quotedBy] ?? -1),
      });
    }
  }

  /** True when further events of a signature are only counted. */
  isFull(signature: number): boolean {
    return (this.kept.get(signature)?.count ?? 0) >= maxEventsPerSignature;
  }

  keepMoments(found: readonly RawMoment[], lineOffset = 0): void {
    for (const moment of found)
      if (this.moments.length < maxMoments)
        this.moments.push(lineOffset === 0 ? moment : { ...moment, line: moment.line + lineOffset });
  }

  /** Counts records that a harmless signature keeps quiet, of which the first one begins at `line`. */
  keepQuiet(signature: number, records: number, line: number): void {
    const known = this.quieted.get(signature);
    if (known === undefined) this.quieted.set(signature, { records, line });
    else known.records += records;
  }

  /** Adds the stretch that follows; it must have been read with the year counts that this one ended with. */
  append(next: ReadSource): void {
    const linesBefore = this.lines;
    this.bytes += next.bytes;
    for (const part of ledgerParts) this.ledger[part] += next.ledger[part];
    this.inserted += next.inserted;
    this.gaps.push(...next.gaps);
    this.lines += next.lines;
    if (this.records === 0) this.leadingLines += next.leadingLines;
    this.records += next.records;
    this.unparsedLines += next.unparsedLines;
    next.severities.forEach((count, severity) => {
      this.severities[severity] = (this.severities[severity] ?? 0) + count;
    });
    for (const [key, { ids, count }] of next.layerCounts) this.addLayers(key, ids, count);
    for (const [host, count] of next.hosts) this.hosts.set(host, (this.hosts.get(host) ?? 0) + count);
    this.first ??= moved(next.first, linesBefore);
    this.last = moved(next.last, linesBefore) ?? this.last;
    this.years.append(next.years);
    this.innerYears.append(next.innerYears);
    this.clock.append(next.clock, linesBefore);
    this.templates.append(next.templates, linesBefore);
    this.keep(next.events, linesBefore);
    this.keepMoments(next.moments, linesBefore);
    for (const [signature, { records, line }] of next.quieted) this.keepQuiet(signature, records, line + linesBefore);
  }

  /** True when the next stretch was read as if this one, and no other, came before it. */
  fits(next: ReadSource): boolean {
    return this.years.leadsTo(next.years) && this.innerYears.leadsTo(next.innerYears);
  }
}

function moved(stamped: StampedLine | null, lines: number): StampedLine | null {
  return stamped === null ? null : { ...stamped, line: stamped.line + lines };
}

/** What the next stretch has to know of this one. */
export function yearsBehind(source: ReadSource): { readonly years: YearState; readonly innerYears: YearState } {
  return { years: source.years.state, innerYears: source.innerYears.state };
}

/** A copy that came from another thread or from disk, with its methods again. */
export function reviveSource(plain: ReadSource): ReadSource {
  const source = Object.assign(Object.create(ReadSource.prototype) as ReadSource, plain);
  Object.setPrototypeOf(source.years, YearCounter.prototype);
  Object.setPrototypeOf(source.innerYears, YearCounter.prototype);
  Object.setPrototypeOf(source.clock, ClockEvidence.prototype);
  Object.setPrototypeOf(source.templates, TemplateCounter.prototype);
  source.clock.revive();
  source.templates.revive();
  return source;
}
