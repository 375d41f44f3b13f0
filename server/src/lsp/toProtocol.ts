/** Turns the engine's values into what travels to the client: the only converter, so that log text is made harmless in one place. */
import type { Alternative, Chain, ChainLink, Episode, Language, TriageEvent, Unexplained } from '../engine/index';
import {
  checksOf,
  competingSentences,
  differenceSentences,
  excerptOf,
  formatDistance,
  formatDuration,
  formatInstant,
  linesText,
  linksInto,
  lockSentences,
  spreadSentence,
  storyOf,
} from '../engine/index';
import { visibleText } from '../protocol/visibleText';
import type {
  WireAlternative,
  WireBecause,
  WireChain,
  WireEvidence,
  WireHighlight,
  WirePlace,
  WireStep,
  WireUnexplained,
} from '../protocol/wireTypes';
import type { ServerContext } from './context';
import { confidenceText } from './words';

/** `+4.0 s`, `-1.2 s`; empty for an unknown distance. */
export function toDistance(ms: number | null): string {
  return ms === null || !Number.isFinite(ms) ? '' : formatDistance(ms);
}

/**
 * A source id as short as it can be told from the others: its last part; with the folder when another file has that
 * name too, unless it lies beside the file in which it is read.
 */
export function toShortName(source: string, others: Iterable<string>, readIn?: string): string {
  const base = lastParts(source, 1);
  const isBeside = readIn !== undefined && folderOf(readIn) === folderOf(source);
  const alike = isBeside
    ? []
    : [...others].filter((other) => other !== source && (other === base || other.endsWith(`/${base}`)));
  return shortest(source, (end) => alike.some((other) => other === end || other.endsWith(`/${end}`)));
}

/** {@link toShortName} for many sources of one report. */
export function shortNames(ids: readonly string[]): (id: string) => string {
  const counts = new Map<string, number>();
  for (const id of ids) {
    for (let parts = 1; parts <= mostParts; parts++) {
      const end = lastParts(id, parts);
      counts.set(end, (counts.get(end) ?? 0) + 1);
      if (end === id) break;
    }
  }
  return (id) => shortest(id, (end) => (counts.get(end) ?? 0) > 1);
}

/** Folders in a name beside its last part: more say no more. */
const mostParts = 4;

/** Names that say nothing without the folders they lie in: logs of containers. */
const telling: readonly { readonly name: RegExp; readonly parts: number }[] = [
  { name: /\/\d+\.log[^/]*$/, parts: 3 },
  { name: /\/logs\.txt$/, parts: 2 },
  { name: /\/logs\/(?:current|previous)[^/]*\.log$/, parts: 4 },
];

/** As many of the last parts as it takes to be told apart. */
function shortest(source: string, isShared: (end: string) => boolean): string {
  const least = telling.find(({ name }) => name.test(source))?.parts ?? 1;
  let shown = lastParts(source, least);
  for (let parts = least + 1; parts <= mostParts && shown !== source && isShared(shown); parts++)
    shown = lastParts(source, parts);
  // The first digits of an id are enough for the eye.
  const short = shown.replace(
    /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32,64}/g,
    (id) => `${id.slice(0, 8)}…`,
  );
  return visibleText(short.length > 60 ? `…${short.slice(-59)}` : short, 80);
}

function lastParts(source: string, parts: number): string {
  let cut = source.length;
  for (let part = 0; part < parts && cut > 0; part++) cut = source.lastIndexOf('/', cut - 1);
  return source.slice(cut + 1);
}

function folderOf(source: string): string {
  return source.slice(0, source.lastIndexOf('/') + 1);
}

/** First checks told of one chain. */
const maxChecks = 8;
/** Sentences of one kind about what stands around a chain. */
const maxNotes = 20;

/** Converts values of the report that is current at the time of the call. */
export class ProtocolWriter {
  private readonly language: Language;

  /** `from`: the document that is looked at, which is stayed in where a place is in it. */
  constructor(
    private readonly ctx: ServerContext,
    private readonly from?: string,
  ) {
    this.language = ctx.language();
  }

  private get index(): ServerContext['triage']['index'] {
    return this.ctx.triage.index;
  }

  title(event: TriageEvent): string {
    return this.index.signature(event.signature)?.title[this.language] ?? event.signature;
  }

  place(event: TriageEvent, distanceMs: number | null = null): WirePlace {
    const distance = toDistance(distanceMs);
    const where = `${visibleText(event.source, 120)}:${linesText(event)}`;
    const place = this.ctx.placeOf(event.source, event.line, this.from);
    const more = event.endLine - event.line;
    return {
      ...place,
      start: event.span?.[0] ?? 0,
      end: event.span?.[1] ?? 0,
      ...(more > 0 ? { lastLine: place.line + more } : {}),
      title: this.title(event),
      where: distance === '' ? where : `${where} ${distance}`,
    };
  }

  /** The time of an event in its source's own zone; empty when it has none. */
  time(event: TriageEvent, withMs = true): string {
    return event.timeMs === null ? '' : formatInstant(event.timeMs, this.zoneOf(event.source), withMs);
  }

  private zoneOf(source: string | undefined): number {
    return source === undefined ? 0 : (this.index.source(source)?.clock.zoneMinutes ?? 0);
  }

  evidence(event: TriageEvent): WireEvidence {
    return {
      event: event.id,
      place: this.place(event),
      text: visibleText(event.text.trim(), 400),
      excerpt: visibleText(excerptOf(event)),
      time: this.time(event),
      clock: this.time(event, false).split(' ')[1] ?? '',
    };
  }

  highlight(event: TriageEvent): WireHighlight | null {
    const { category: kind } = event;
    if (kind !== 'lock-wait' && kind !== 'gc-failure') return null;
    return { kind, line: event.line - 1, start: event.span?.[0] ?? 0, end: event.span?.[1] ?? 0 };
  }

  because(link: ChainLink): WireBecause {
    return {
      cause: this.episodeTitle(link.cause),
      place: this.episodePlace(link.cause),
      mechanism: link.mechanism[this.language],
      distance: toDistance(link.lagMs),
      confidence: link.confidence,
      confidenceText: confidenceText(link.confidence, this.language),
      reasons: link.reasons.map((reason) => reason[this.language]),
      refutes: link.refutes[this.language],
    };
  }

  /** What stands around a chain: other nodes, locks, other explanations. */
  private setting(chain: Chain, zone: number): Pick<WireChain, 'spread' | 'compared' | 'locks' | 'competing'> {
    const { incidents, locks } = this.index.report;
    const incident = incidents.find(({ chains }) => chains.includes(chain.id));
    const quote = (text: string): string => visibleText(text, 80);
    const own = locks.filter(({ node }) => node === chain.node);
    return {
      spread: incident === undefined ? '' : (spreadSentence(incident, zone, this.language, quote) ?? ''),
      compared: incident === undefined ? [] : differenceSentences(incident, this.language, quote).slice(0, maxNotes),
      locks: own
        .flatMap((view) =>
          lockSentences(view, zone, this.language, quote).map((line) => `${quote(view.lock)}: ${line}`),
        )
        .slice(0, maxNotes),
      competing: competingSentences(chain, this.language).slice(0, maxNotes),
    };
  }

  chain(chain: Chain): WireChain {
    const steps = chain.steps.flatMap((id) => this.index.episode(id) ?? []);
    const starts = steps.flatMap((step) => step.startMs ?? []);
    const zone = this.zoneOf(steps[0] === undefined ? undefined : this.firstEvent(steps[0])?.source);
    return {
      id: chain.id,
      title: chain.title[this.language],
      story: storyOf(chain, (id) => this.index.episode(id), this.language) ?? chain.title[this.language],
      confidence: chain.confidence,
      confidenceText: confidenceText(chain.confidence, this.language),
      node: visibleText(chain.node ?? '', 80),
      start: starts.length === 0 ? '' : formatInstant(Math.min(...starts), zone),
      steps: steps.map((step) => this.step(chain, step)),
      reasons: chain.reasons.map((reason) => reason[this.language]),
      missing: chain.missing.map((missing) => missing[this.language]),
      checks: this.checks(chain),
      alternatives: chain.alternatives.map((other) => this.alternative(other)),
      ...this.setting(chain, zone),
    };
  }

  private checks(chain: Chain): string[] {
    const checks = checksOf(chain, (id) => this.index.signature(id));
    return checks.slice(0, maxChecks).map((check) => check[this.language]);
  }

  private alternative({ cause, effect, why }: Alternative): WireAlternative {
    return {
      cause: this.episodeTitle(cause),
      effect: this.episodeTitle(effect),
      against: why[this.language],
      place: this.episodePlace(cause),
    };
  }

  unexplained({ template, count, source, firstLine, why }: Unexplained): WireUnexplained {
    const where = `${visibleText(source, 120)}:${firstLine}`;
    const shown = visibleText(template);
    const place = { ...this.ctx.placeOf(source, firstLine), start: 0, end: 0, title: shown, where };
    return { template: shown, count, why: why[this.language], place };
  }

  private episodeTitle(id: string): string {
    return this.index.episode(id)?.title[this.language] ?? id;
  }

  private episodePlace(id: string): WirePlace | null {
    const episode = this.index.episode(id);
    const first = episode === undefined ? undefined : this.firstEvent(episode);
    return first === undefined ? null : this.place(first);
  }

  private firstEvent(episode: Episode): TriageEvent | undefined {
    return this.index.eventsOfEpisode(episode)[0];
  }

  private step(chain: Chain, episode: Episode): WireStep {
    const first = this.firstEvent(episode);
    const signature = this.index.signature(episode.signature);
    const because = linksInto(chain, episode.id).map((link) => this.because(link));
    return {
      episode: episode.id,
      role: episode.id === chain.steps[0] ? 'root' : because.length === 0 ? 'joint' : 'effect',
      title: episode.title[this.language],
      category: episode.category,
      severity: episode.severity,
      node: visibleText(episode.node ?? '', 80),
      count: episode.count,
      span: this.span(episode, this.zoneOf(first?.source)),
      worst: episode.worstDurationMs === null ? '' : formatDuration(episode.worstDurationMs),
      because,
      place: first === undefined ? null : this.place(first),
      meaning: signature?.meaning[this.language] ?? '',
      firstCheck: signature?.firstCheck[this.language] ?? '',
    };
  }

  private span(episode: Episode, zone: number): string {
    if (episode.startMs === null) return '';
    const start = formatInstant(episode.startMs, zone);
    if (episode.endMs === null || episode.endMs - episode.startMs < 100) return start;
    return `${start}, ${formatDuration(episode.endMs - episode.startMs)}`;
  }
}
