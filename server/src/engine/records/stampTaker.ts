/** Takes the stamps of records: for the record itself, for its source's first and last one, and for what they reveal of the clock. */
import type { LineScan, StampKindCode } from '../formats/format';
import { StampKind } from '../formats/format';
import type { ScanKernel } from '../match/scanKernel';
import type { LineShape } from '../skim/lineShape';
import type { Framer } from './framer';
import type { OpenRecord } from './openRecord';
import { StampNote } from './openRecord';
import type { ReadSource } from './readSource';

/** Takes the stamps of one source, record by record. */
export class StampTaker {
  readonly first = new StampNote();
  readonly last = new StampNote();

  constructor(
    private readonly found: ReadSource,
    private readonly framer: Framer,
    private readonly open: OpenRecord,
    private readonly kernel: ScanKernel,
    /** Kind of the source's first stamp: only times of one kind can be compared. */
    public timedKind: StampKindCode,
  ) {}

  /** Takes the stamps of the record that begins with the line that was framed last. */
  take(): void {
    const { framer, found } = this;
    const { outer, inner } = this.open;
    outer.clear();
    inner.clear();
    const outerLevel = framer.outerStampLevel;
    if (outerLevel < 0) return;
    const outerScan = framer.scans[outerLevel] as LineScan;
    const offset = outerScan.stampKind === StampKind.age ? 0 : found.years.next(outerScan);
    outer.set(outerScan, offset);
    found.clock.addOuter(outerScan, offset, found.lines);
    if (outerScan.sinceBootMs >= 0) this.tieBoot(outerScan.sinceBootMs, outerScan.bootKey, outerScan, found.lines);
    const bytes = framer.buffers[outerLevel] as Uint8Array;
    if (this.first.line === 0) this.takeFirst(bytes, outerScan);
    this.last.set(bytes, outerScan.stampStart, outerScan.stampEnd, outer, found.lines);
    // An unescaped body is overwritten by the next line's.
    if (bytes !== this.kernel.bytes) this.last.keep();
    const innerLevel = framer.innerStampLevel;
    if (innerLevel < 0) return;
    const innerScan = framer.scans[innerLevel] as LineScan;
    inner.set(innerScan, found.innerYears.next(innerScan));
    found.clock.addPair(outerScan, innerScan, offset, found.lines);
  }

  /** The block's own stamp is the outer one, wherever it stands; a stamp of the message is the inner one. */
  takeOfBlock(): void {
    const { framer, open, found } = this;
    const { blockLevel } = framer;
    const own = framer.scans[blockLevel] as LineScan;
    if (own.stampKind !== StampKind.none && open.outer.kind === StampKind.none) {
      open.outerScan.copyStamp(own);
      const offset = found.years.next(own);
      open.outer.set(own, offset);
      found.clock.addOuter(own, offset, found.lines);
      const bytes = framer.buffers[blockLevel] as Uint8Array;
      if (this.first.line === 0) this.takeFirst(bytes, own);
      this.last.set(bytes, own.stampStart, own.stampEnd, open.outer, found.lines);
      this.last.keep();
      this.pairStamps();
    }
    const innerLevel = Math.max(framer.innerStampLevel, framer.outerStampLevel);
    if (innerLevel <= blockLevel || open.inner.kind !== StampKind.none) return;
    const inner = framer.scans[innerLevel] as LineScan;
    open.innerScan.copyStamp(inner);
    open.inner.set(inner, found.innerYears.next(inner));
    this.pairStamps();
  }

  private pairStamps(): void {
    const { outer, inner, outerScan, innerScan } = this.open;
    if (outer.kind === StampKind.none || inner.kind === StampKind.none) return;
    this.found.clock.addPair(outerScan, innerScan, outer.yearOffset, this.found.lines);
  }

  /** The record states its moment both ways: on the calendar and since boot. */
  tieBoot(sinceBootMs: number, bootKey: number, wall: LineScan, line: number): void {
    this.found.clock.boots.tie({ wallMs: sinceBootMs, nanos: 0 }, line, wall, bootKey);
  }

  private takeFirst(bytes: Uint8Array, scan: LineScan): void {
    this.first.set(bytes, scan.stampStart, scan.stampEnd, this.open.outer, this.found.lines);
    this.first.keep();
    if (this.timedKind === StampKind.none) this.timedKind = scan.stampKind;
  }

  /** Takes those of the last one of a run of skimmed lines, which stands in `[start, end)`. */
  takeSkimmed(shape: LineShape, start: number, end: number): void {
    const { open, found } = this;
    open.skimmed(shape, found);
    const from = shape.outer.isInTail ? end - shape.tail.bytes.length : start;
    this.last.set(this.kernel.bytes, from + shape.outer.start, from + shape.outer.end, open.outer, found.lines);
  }

  /** Looks through a line of the open record for instants that it quotes. */
  lookForQuotes(start: number, end: number): void {
    const { inner, outer } = this.open;
    const { clock, lines } = this.found;
    clock.lookForQuotes(this.kernel.bytes, start, end, inner.kind === StampKind.none ? outer : inner, lines);
  }
}
