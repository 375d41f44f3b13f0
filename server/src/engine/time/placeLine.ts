/** The time of any line of a source that was read, by the clock that its report settled. */
import { type LineScan, noZone, StampKind } from '../formats/format';
import { formatsAs } from '../formats/index';
import type { SourceReport } from '../model/report';
import { Framer } from '../records/framer';
import { decodeUtf8, encodeUtf8 } from '../text/decode';
import { inYear, yearOf } from './calendar';

/** Tells the times of lines of one source. */
export class LinePlacer {
  private readonly framer = new Framer(formatsAs(undefined));
  /** The 0-based column where the line that was placed last says something, behind all stamps, hosts and headers that stand in it as they are. */
  words = 0;

  constructor(private readonly source: SourceReport) {}

  /** UTC ms by the reference clock of the line with that 1-based number; `null` when it has no stamp, or none that can be placed. */
  place(text: string, line: number): number | null {
    const { framer, source } = this;
    const bytes = encodeUtf8(text.slice(0, 4096));
    this.words = 0;
    if (!framer.frame(bytes, 0, bytes.length)) return null;
    this.words = columnOf(bytes, this.bodyStart(bytes));
    const scan = framer.scans[framer.outerStampLevel];
    if (scan === undefined) return null;
    if (scan.stampKind === StampKind.clock) return null;
    const utcMs = scan.stampKind === StampKind.boot ? placeBoot(scan, source, line) : placeCalendar(scan, source, line);
    return utcMs === null ? null : utcMs + source.clock.skewMs;
  }

  /** Where the message begins of the innermost layer that is not unescaped first. */
  private bodyStart(bytes: Uint8Array): number {
    const { scans, buffers, depth } = this.framer;
    let start = 0;
    for (let level = 0; level < depth && buffers[level] === bytes; level++)
      start = Math.max(start, scans[level]?.bodyStart ?? 0);
    return start;
  }

  /** The 0-based column behind the stamp and the host that a line begins with; 0 where it does not begin with both. */
  wordsStart(text: string): number {
    const { framer } = this;
    const bytes = encodeUtf8(text.slice(0, 4096));
    if (!framer.frame(bytes, 0, bytes.length)) return 0;
    const { outerStampLevel: level, hostLevel } = framer;
    const scan = framer.scans[level];
    if (scan === undefined || hostLevel !== level || framer.buffers[level] !== bytes) return 0;
    const head = columnOf(bytes, scan.hostEnd);
    return head + (/^[ \t]*/.exec(text.slice(head))?.[0].length ?? 0);
  }
}

/** UTF-16 characters before a byte. */
function columnOf(bytes: Uint8Array, at: number): number {
  for (let index = 0; index < at; index++) if ((bytes[index] as number) > 0x7f) return decodeUtf8(bytes, 0, at).length;
  return at;
}

function placeBoot(scan: LineScan, { clock, first }: SourceReport, line: number): number | null {
  const boots = clock.segments.filter((segment) => segment.kind === 'boot' && segment.line <= line);
  const start = boots[boots.length - 1]?.value ?? clock.bootMs;
  return start === null || first === null ? null : start + scan.wallMs;
}

function placeCalendar(scan: LineScan, { clock, first }: SourceReport, line: number): number | null {
  if (scan.stampKind !== StampKind.dated && scan.stampKind !== StampKind.yearless) return null;
  const zone = clock.segments.filter((segment) => segment.kind === 'zone' && segment.line <= line).pop();
  const minutes = scan.zoneMinutes !== noZone ? scan.zoneMinutes : (zone?.value ?? clock.zoneMinutes);
  const steps = clock.segments.filter((segment) => segment.kind === 'step' && segment.line > line);
  const moved = steps.reduce((sum, step) => sum + (step.value ?? 0), 0) - minutes * 60_000;
  if (scan.stampKind === StampKind.dated) return scan.wallMs + moved;
  // A source without a year reaches from its first record over less than a year.
  const anchor = first?.timeMs ?? null;
  if (clock.year === null || anchor === null) return null;
  const years = [yearOf(anchor) - 1, yearOf(anchor), yearOf(anchor) + 1].map(
    (year) => inYear(scan.wallMs, year) + moved,
  );
  return years.reduce((best, one) => (Math.abs(one - anchor) < Math.abs(best - anchor) ? one : best));
}
