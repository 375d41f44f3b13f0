/** The timelines that are looked at: made when one is asked for, and known by their addresses while documents show them. */
import type { Language, TimelineRow } from '../engine/index';
import { findTimeline, timelineRows } from '../engine/index';
import { fromTimelineUri } from '../protocol/timelineUri';
import type { TriageHost } from './host';
import { shortNames } from './toProtocol';
import type { Triage } from './triage';

/** Timelines that are remembered. */
const maxKept = 8;
/** Bytes of one piece of a source. */
const maxPieceBytes = 16 * 1024 * 1024;

/** The rows of a timeline: the lines of its document. */
export interface Timeline {
  readonly rows: readonly TimelineRow[];
}

/** Makes and remembers timelines. */
export class Timelines {
  private readonly kept = new Map<string, Timeline & { readonly revision: number }>();

  constructor(
    private readonly triage: Triage,
    private readonly host: Pick<TriageHost, 'readLines' | 'nextTurn'>,
    private readonly language: () => Language,
  ) {}

  /** A timeline that was made; of the report before the current one, too, as long as its document shows that. */
  known(uri: string): Timeline | undefined {
    return this.kept.get(keyOf(uri));
  }

  /** The timeline of an address; `null` when it is none, or not wanted any more. */
  async of(uri: string, isCancelled: () => boolean): Promise<Timeline | null> {
    const view = fromTimelineUri(uri);
    if (view === null) return null;
    const { revision } = this.triage.status();
    const known = this.kept.get(keyOf(uri));
    if (known?.revision === revision) return known;
    const { index } = this.triage;
    const search = findTimeline(index.report, view);
    let step = search.next();
    while (step.done !== true) {
      const { source, ...lines } = step.value;
      const path = index.pathOf(source);
      const text = path === null ? null : await this.host.readLines(path, source, lines, maxPieceBytes);
      if (isCancelled()) return null;
      step = search.next(text ?? '');
    }
    const isEvent = ({ source, line }: { readonly source: string; readonly line: number }): boolean =>
      index.eventsAt(source, line).length > 0;
    const rows = timelineRows(step.value, view, index.report, shortNames, isEvent, this.language());
    this.kept.delete(keyOf(uri));
    this.kept.set(keyOf(uri), { rows, revision });
    for (const old of [...this.kept.keys()].slice(0, -maxKept)) this.kept.delete(old);
    return { rows };
  }
}

/** Editors encode one address in several ways. */
function keyOf(uri: string): string {
  return JSON.stringify(fromTimelineUri(uri));
}
