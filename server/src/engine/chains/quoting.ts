/** Finds out whether an effect's own text names its cause, and how. */
import type { CausalEdge } from '../catalogue/edge';
import type { Pattern } from '../catalogue/pattern';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import { matches } from '../match/pattern';

/** `record`: cause and effect stand in one record. `words`: the effect's text holds the words the edge asks for. */
export type Quote = 'record' | 'words' | 'none';

/** A record that tells of something. */
interface ToldRecord {
  readonly first: WorkEpisode;
  /** It tells of more than one thing. */
  isShared: boolean;
}

/** Answers the question for many pairs without reading any text twice. */
export class Quoting {
  private readonly told: ReadonlyMap<string, ReadonlyMap<number, ToldRecord>>;
  private readonly records = new Map<WorkEpisode, ReadonlySet<ToldRecord>>();
  /** The episode of each event, by its id. */
  private readonly homes: ReadonlyMap<string, WorkEpisode>;
  private readonly quoters = new Map<WorkEpisode, ReadonlySet<WorkEpisode | undefined>>();
  private readonly words = new Map<WorkEpisode, Map<Pattern, boolean>>();

  /** `episodes`: all that questions will be about. */
  constructor(episodes: readonly WorkEpisode[]) {
    this.told = recordsOfAll(episodes);
    this.homes = new Map(episodes.flatMap((episode) => episode.events.map(({ id }) => [id, episode] as const)));
  }

  /** How the effect names the cause. */
  quote(cause: WorkEpisode, effect: WorkEpisode, edge: CausalEdge): Quote {
    if (this.inOneRecord(cause, effect, edge)) return 'record';
    return edge.quotes !== undefined && this.hasWords(effect, edge.quotes) ? 'words' : 'none';
  }

  /** Whether both sides' texts say what the mechanism asks for; `null` when it asks for nothing. */
  says(cause: WorkEpisode, effect: WorkEpisode, edge: CausalEdge): boolean | null {
    const asked = edge.causeSays?.[cause.signature.id];
    const answered = edge.effectSays?.[effect.signature.id];
    if (asked === undefined && answered === undefined) return null;
    return (
      (asked === undefined || this.hasWords(cause, asked)) &&
      (answered === undefined || this.hasWords(effect, answered))
    );
  }

  private inOneRecord(cause: WorkEpisode, effect: WorkEpisode, edge: CausalEdge): boolean {
    if (this.quotersOf(cause).has(effect)) return true;
    if (edge.scope !== 'record' && edge.strength !== 'necessary') return false;
    const causeRecords = this.sharedRecordsOf(cause);
    if (causeRecords.size === 0) return false;
    const effectRecords = this.sharedRecordsOf(effect);
    for (const record of causeRecords) if (effectRecords.has(record)) return true;
    return false;
  }

  private hasWords(episode: WorkEpisode, words: Pattern): boolean {
    const known = this.words.get(episode) ?? new Map<Pattern, boolean>();
    this.words.set(episode, known);
    const answer = known.get(words) ?? episode.events.some((event) => matches(words, event.raw.text));
    known.set(words, answer);
    return answer;
  }

  /** Hardly any record tells of two things: what it has to itself need not be compared. */
  private sharedRecordsOf(episode: WorkEpisode): ReadonlySet<ToldRecord> {
    const known = this.records.get(episode);
    if (known !== undefined) return known;
    const records = new Set<ToldRecord>();
    for (const { source, raw } of episode.events) {
      const record = this.told.get(source)?.get(raw.line);
      if (record?.isShared === true) records.add(record);
    }
    this.records.set(episode, records);
    return records;
  }

  /** Whose events quote one of the episode's. */
  private quotersOf(episode: WorkEpisode): ReadonlySet<WorkEpisode | undefined> {
    const known = this.quoters.get(episode);
    if (known !== undefined) return known;
    const quoters = new Set<WorkEpisode | undefined>();
    for (const { quotedBy } of episode.events) if (quotedBy !== null) quoters.add(this.homes.get(quotedBy));
    this.quoters.set(episode, quoters);
    return quoters;
  }
}

/** Records by source and line. */
function recordsOfAll(episodes: readonly WorkEpisode[]): Map<string, Map<number, ToldRecord>> {
  const told = new Map<string, Map<number, ToldRecord>>();
  for (const first of episodes) {
    for (const { source, raw } of first.events) {
      const lines = told.get(source) ?? new Map<number, ToldRecord>();
      told.set(source, lines);
      const record = lines.get(raw.line);
      if (record === undefined) lines.set(raw.line, { first, isShared: false });
      else if (record.first !== first) record.isShared = true;
    }
  }
  return told;
}
