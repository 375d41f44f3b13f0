/** Kinds of message that the kernel counts: copies of a source's groups, emptied into them now and then. */
import type { ScanKernel } from '../match/scanKernel';
import { noSeverity } from '../model/severity';
import type { OpenGroup, TemplateCounter } from '../templates/templateCounter';
import * as layout from './layout';

/** The kinds of message of one source that a kernel counts. */
export class SkimmedGroups {
  private groups: OpenGroup[] = [];
  private readonly known = new Set<OpenGroup>();
  private dropsSeen = 0;

  constructor(
    private readonly kernel: ScanKernel,
    private readonly templates: TemplateCounter,
  ) {
    this.clear();
  }

  /** Lets the kernel count the kind of message that was seen last; `hasFile` where its place in the program is a source file of {@link Matcher.files}. */
  add(key: number, hasFile: boolean): void {
    const { pendingGroup: group, drops } = this.templates;
    if (this.dropsSeen !== drops) {
      this.flush();
      this.clear();
      this.dropsSeen = drops;
    }
    if (group === null || group.key !== key || this.known.has(group) || this.groups.length === layout.mostGroups)
      return;
    const { ints } = this;
    let slot = key & (layout.slotCount - 1);
    while ((ints[(layout.slotsAt >> 2) + slot] as number) > 0) slot = (slot + 1) & (layout.slotCount - 1);
    const number = this.groups.length;
    this.groups.push(group);
    this.known.add(group);
    ints[(layout.slotsAt >> 2) + slot] = number + 1;
    ints[(placeOf(number) + layout.groupKey) >> 2] = key;
    ints[(placeOf(number) + layout.groupHasFile) >> 2] = hasFile ? 1 : 0;
    this.reset(number, group);
  }

  /** Empties the group that stands at this place of the memory. */
  empty(at: number): void {
    this.flushGroup((at - layout.groupsAt) / layout.groupBytes);
  }

  flush(): void {
    for (const number of this.groups.keys()) this.flushGroup(number);
  }

  /** Makes the message that the kernel saw last, of the group at this place, the one that is not over yet. */
  resume(at: number, severity: number, line: number, ms: number): void {
    const group = this.groups[(at - layout.groupsAt) / layout.groupBytes] ?? null;
    this.templates.resume(group, severity, line, ms);
  }

  private get ints(): Int32Array {
    return this.kernel.skimmer?.ints as Int32Array;
  }

  private clear(): void {
    this.groups = [];
    this.known.clear();
    this.ints.fill(0, layout.slotsAt >> 2, (layout.slotsAt >> 2) + layout.slotCount);
  }

  private flushGroup(number: number): void {
    const group = this.groups[number] as OpenGroup;
    const at = placeOf(number);
    const { ints } = this;
    const count = ints[(at + layout.groupCount) >> 2] as number;
    if (count === 0) return;
    const floats = this.kernel.skimmer?.floats as Float64Array;
    const time = (place: number): number => floats[(at + place) >> 3] as number;
    group.addCounted(
      count,
      ints[(at + layout.groupSeverity) >> 2] as number,
      ints[(at + layout.groupLine) >> 2] as number,
    );
    if (ints[(at + layout.groupHasBase) >> 2] === 1) {
      const bins = ints.subarray((at + layout.groupBins) >> 2, ((at + layout.groupBins) >> 2) + layout.binCount);
      group.addTimes(
        time(layout.groupFirstMs),
        time(layout.groupLastMs),
        bins,
        time(layout.groupBase),
        time(layout.groupWidth),
      );
    }
    this.reset(number, group);
  }

  /** An empty copy with bins as wide as the group's own have become. */
  private reset(number: number, { histogram }: OpenGroup): void {
    const at = placeOf(number);
    const { ints } = this;
    const floats = this.kernel.skimmer?.floats as Float64Array;
    ints[(at + layout.groupCount) >> 2] = 0;
    ints[(at + layout.groupSeverity) >> 2] = noSeverity;
    ints[(at + layout.groupLine) >> 2] = 0;
    ints[(at + layout.groupHasBase) >> 2] = 0;
    floats[(at + layout.groupWidth) >> 3] = histogram.widthMs;
    floats[(at + layout.groupBinFrom) >> 3] = Number.POSITIVE_INFINITY;
    ints.fill(0, (at + layout.groupBins) >> 2, ((at + layout.groupBins) >> 2) + layout.binCount);
  }
}

function placeOf(number: number): number {
  return layout.groupsAt + number * layout.groupBytes;
}
