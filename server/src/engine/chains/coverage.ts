/** What the collected logs cover, so that what lies before their first or after their last line is not taken for silence. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { WorkEvent } from '../episodes/workEvent';
import { tableOf } from '../episodes/workEvent';
import type { SourceReport } from '../model/report';

/** The span of one source and how far its clock can be trusted. */
export interface SourceSpan {
  readonly id: string;
  readonly node: string | null;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly records: number;
  /** How far the source's clock may be off another machine's, in ms, where both were compared; else `null`. */
  readonly skewSpreadMs: number | null;
  /** Sources with the same name here share their clock's assumptions: their times can be compared. */
  readonly clock: string;
}

/** So much silence before the first sign of something shows that it had not begun earlier. */
const enoughSilenceMs = 60_000;

/** The spans of all sources. */
export class Coverage {
  private readonly spans: ReadonlyMap<string, SourceSpan>;
  private readonly nodes: ReadonlySet<string>;
  /** Each episode is asked for with many others. */
  private readonly firsts = new Map<WorkEpisode, WorkEvent | undefined>();
  private readonly lasts = new Map<WorkEpisode, WorkEvent | undefined>();

  constructor(spans: readonly SourceSpan[]) {
    this.spans = new Map(spans.map((span) => [span.id, span]));
    this.nodes = new Set(spans.flatMap((span) => (span.node === null ? [] : [span.node])));
  }

  /** Where several nodes were collected, what names none may belong to any of them. */
  isHomeless(episode: WorkEpisode): boolean {
    return episode.node === null && this.nodes.size > 1;
  }

  /** For how long the episode's source had been telling other things before its first sign; `null` when unknown. */
  silenceBefore(episode: WorkEpisode): number | null {
    const first = this.firstTimed(episode);
    const begin = first === undefined ? null : (this.spans.get(first.source)?.firstMs ?? null);
    return first === undefined || begin === null ? null : Math.max(0, (first.atMs as number) - begin);
  }

  /** For how long the episode's source goes on after its last sign; `null` when unknown. */
  silenceAfter(episode: WorkEpisode): number | null {
    const last = this.lastTimed(episode);
    const end = last === undefined ? null : (this.spans.get(last.source)?.lastMs ?? null);
    return last === undefined || end === null ? null : Math.max(0, end - (last.atMs as number));
  }

  /** The log begins with it: it may have begun earlier. */
  beginsUnseen(episode: WorkEpisode): boolean {
    const silence = this.silenceBefore(episode);
    return silence !== null && silence < enoughSilenceMs;
  }

  /** How far apart the records of the episode's source usually are; `null` when unknown. */
  usualPause(episode: WorkEpisode): number | null {
    const span = this.spans.get(this.firstTimed(episode)?.source ?? '');
    if (span === undefined || span.firstMs === null || span.lastMs === null || span.records < 2) return null;
    return (span.lastMs - span.firstMs) / (span.records - 1);
  }

  /** Whether times of the two episodes' sources mean the same. */
  sameClock(a: WorkEpisode, b: WorkEpisode): boolean {
    return this.clockOf(a) === this.clockOf(b);
  }

  /** How far the clocks of two machines may be apart, where it was measured; `null` where it was not. */
  skewBetween(a: WorkEpisode, b: WorkEpisode): number | null {
    const left = this.spans.get(this.firstTimed(a)?.source ?? '')?.skewSpreadMs ?? null;
    const right = this.spans.get(this.firstTimed(b)?.source ?? '')?.skewSpreadMs ?? null;
    return left === null && right === null ? null : (left ?? 0) + (right ?? 0);
  }

  private clockOf(episode: WorkEpisode): string {
    if (episode.clock === 'age') return `ages of ${tableOf(episode.events[0])}`;
    const source = this.firstTimed(episode)?.source ?? episode.events[0]?.source ?? '';
    return this.spans.get(source)?.clock ?? '';
  }

  private firstTimed(episode: WorkEpisode): WorkEvent | undefined {
    return pickOnce(this.firsts, episode, (candidate, best) => candidate < best);
  }

  private lastTimed(episode: WorkEpisode): WorkEvent | undefined {
    return pickOnce(this.lasts, episode, (candidate, best) => candidate > best);
  }
}

/** Spans as the report tells them. */
export function toSpans(sources: readonly SourceReport[]): SourceSpan[] {
  return sources.map((source) => {
    const times = [source.first?.timeMs, source.last?.timeMs].filter(
      (time): time is number => time !== null && time !== undefined,
    );
    return {
      id: source.id,
      node: source.node,
      firstMs: times.length === 0 ? null : Math.min(...times),
      lastMs: times.length === 0 ? null : Math.max(...times),
      records: source.records,
      skewSpreadMs: source.clock.skewFrom === 'none' ? null : (source.clock.skewSpreadMs ?? 0),
      clock: clockName(source),
    };
  });
}

/** Clocks that are stated or inferred agree with each other; assumed ones only with their like on the same node. */
function clockName(source: SourceReport): string {
  const { zoneFrom, yearFrom, year, zone } = source.clock;
  const assumed = zoneFrom === 'assumed' || (year !== null && yearFrom === 'assumed');
  return assumed ? `assumed ${zone} ${year ?? ''} on ${source.node ?? source.id}` : 'known';
}

type Better = (candidate: number, best: number) => boolean;

function pickOnce(
  known: Map<WorkEpisode, WorkEvent | undefined>,
  episode: WorkEpisode,
  better: Better,
): WorkEvent | undefined {
  if (known.has(episode)) return known.get(episode);
  const picked = pick(episode, better);
  known.set(episode, picked);
  return picked;
}

function pick(episode: WorkEpisode, better: Better): WorkEvent | undefined {
  if (episode.timeline !== 'utc') return undefined;
  let best: WorkEvent | undefined;
  for (const event of episode.events) {
    if (event.atMs === null) continue;
    if (best === undefined || better(event.atMs, best.atMs as number)) best = event;
  }
  return best;
}
