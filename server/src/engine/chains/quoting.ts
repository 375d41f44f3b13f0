/** Finds out whether an effect's own text names its cause, and how. */
import type { CausalEdge } from '../catalogue/edge';
import type { Pattern } from '../catalogue/pattern';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import { matches } from '../match/pattern';
import type { Quotations } from './quotations';

/** `record`: cause and effect stand in one record. `words`: the effect's text holds the words the edge asks for. */
export type Quote = 'record' | 'words' | 'none';

/** Answers the question for many pairs without reading any text twice. */
export class Quoting {
  /** Episodes of which one record tells, by each of them. */
  private readonly together: ReadonlyMap<WorkEpisode, ReadonlySet<WorkEpisode>>;
  private readonly words = new Map<WorkEpisode, Map<Pattern, boolean>>();

  /** `episodes`: all that questions will be about. */
  constructor(
    episodes: readonly WorkEpisode[],
    private readonly quotations: Quotations,
  ) {
    this.together = toldTogether(episodes);
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
    if (this.quotations.get(cause)?.has(effect) === true) return true;
    if (edge.scope !== 'record' && edge.strength !== 'necessary') return false;
    return this.together.get(cause)?.has(effect) === true;
  }

  private hasWords(episode: WorkEpisode, words: Pattern): boolean {
    const known = this.words.get(episode) ?? new Map<Pattern, boolean>();
    this.words.set(episode, known);
    const answer = known.get(words) ?? episode.events.some((event) => matches(words, event.raw.text));
    known.set(words, answer);
    return answer;
  }
}

/** Hardly any record tells of two things. */
function toldTogether(episodes: readonly WorkEpisode[]): Map<WorkEpisode, Set<WorkEpisode>> {
  const together = new Map<WorkEpisode, Set<WorkEpisode>>();
  const tellers = new Map<string, Map<number, WorkEpisode | WorkEpisode[]>>();
  for (const episode of episodes) {
    for (const { source, raw } of episode.events) {
      const lines = tellers.get(source) ?? new Map<number, WorkEpisode | WorkEpisode[]>();
      tellers.set(source, lines);
      const known = lines.get(raw.line);
      if (known === undefined) lines.set(raw.line, episode);
      else if (known !== episode) lines.set(raw.line, joined(known, episode, together));
    }
  }
  return together;
}

/** What one record tells of, with one more. */
function joined(
  known: WorkEpisode | readonly WorkEpisode[],
  episode: WorkEpisode,
  together: Map<WorkEpisode, Set<WorkEpisode>>,
): WorkEpisode[] {
  const others = 'signature' in known ? [known] : known;
  for (const other of others) {
    if (other === episode) continue;
    tie(together, other, episode);
    tie(together, episode, other);
  }
  return [...others.filter((other) => other !== episode), episode];
}

function tie(together: Map<WorkEpisode, Set<WorkEpisode>>, one: WorkEpisode, other: WorkEpisode): void {
  const known = together.get(one);
  if (known === undefined) together.set(one, new Set([other]));
  else known.add(other);
}
