/** Compares a report with the truth of its bundle: the root, the final symptom, every arrow. */
import type { Chain, Confidence, Report } from '../../server/src/engine/index';
import type { Bundle, Truth } from './bundle';

/** What a report got right and wrong. */
export interface Judgement {
  readonly bundle: string;
  readonly confidence: Confidence | null;
  /** `null` for bundles in which nothing was wrong. */
  readonly rootRight: boolean | null;
  readonly symptomRight: boolean | null;
  /** No chain above possible where nothing was wrong. */
  readonly leftAlone: boolean | null;
  /** Arrows of chains above possible: right, reversed or between unrelated things. */
  readonly linksRight: number;
  readonly linksWrong: number;
  /** True arrows with lines on both sides, and how many of them the first chain tells. */
  readonly linksTrue: number;
  readonly linksFound: number;
  /** In words, for whoever looks into it. */
  readonly complaints: readonly string[];
}

/** Judges one report. */
export function judge(bundle: Bundle, report: Report): Judgement {
  return bundle.truth === null ? judgeHealthy(bundle, report) : judgeIncident(bundle, bundle.truth, report);
}

const nothing = { linksRight: 0, linksWrong: 0, linksTrue: 0, linksFound: 0 };

function judgeHealthy(bundle: Bundle, report: Report): Judgement {
  const firm = report.chains.filter((chain) => chain.confidence !== 'possible');
  return {
    ...nothing,
    bundle: bundle.id,
    confidence: firm[0]?.confidence ?? null,
    rootRight: null,
    symptomRight: null,
    leftAlone: firm.length === 0,
    complaints: firm.map((chain) => `accuses: ${chain.title.en} (${chain.confidence})`),
  };
}

function judgeIncident(bundle: Bundle, truth: Truth, report: Report): Judgement {
  const steps = new StepFinder(bundle, report, truth);
  const visible = truth.stories.flat().filter((step) => steps.visible.has(step));
  const roots = visible.filter((step) => !visible.some((other) => other !== step && isCauseOf(other, step, truth)));
  const symptoms = truth.stories.map((story) => story.filter((step) => steps.visible.has(step)).pop() ?? '');
  const first = report.chains[0];
  const told = (first?.steps ?? []).map((id) => steps.of(id));
  const rootRight = roots.some((root) => steps.is(first?.steps[0] ?? '', root));
  const lastStep = first?.steps[first.steps.length - 1] ?? '';
  const symptomRight = symptoms.some((symptom) => steps.is(lastStep, symptom));
  const arrows = judgeLinks(report.chains, steps, truth);
  const own = visible.filter((step) => sameNode(step, told[0] ?? ''));
  const wanted = own.flatMap((effect) => nearestCauses(effect, own, truth).map((cause) => [cause, effect] as const));
  const found = wanted.filter(([cause, effect]) => first !== undefined && reaches(first, cause, effect, steps));
  return {
    bundle: bundle.id,
    confidence: first?.confidence ?? null,
    rootRight,
    symptomRight,
    leftAlone: null,
    linksRight: arrows.right,
    linksWrong: arrows.wrong.length,
    linksTrue: wanted.length,
    linksFound: found.length,
    complaints: [
      ...(rootRight && symptomRight
        ? []
        : [`told ${told.map((step) => step ?? 'noise').join(' > ')}, true is ${visible.join(' > ')}`]),
      ...arrows.wrong,
    ],
  };
}

/** Steps are named after the node they happened on. */
function sameNode(a: string, b: string): boolean {
  return a.slice(0, a.indexOf(':')) === b.slice(0, b.indexOf(':'));
}

/** Knows which step of the truth an episode belongs to: the one of most of its lines. */
class StepFinder {
  readonly visible = new Set<string>();
  private readonly byEpisode = new Map<string, string | null>();
  /** Steps that a fair part of an episode's lines belong to. */
  private readonly shares = new Map<string, ReadonlySet<string | null>>();
  private readonly signatures = new Map<string, string>();
  /** Episodes that other lines only quote: they speak of what lies before the step of those lines. */
  private readonly quoted = new Set<string>();

  constructor(
    bundle: Bundle,
    report: Report,
    private readonly truth: Truth,
  ) {
    const files = new Map(bundle.files.map((file) => [file.name, file.lines]));
    for (const file of bundle.files) for (const line of file.lines) if (line.step !== null) this.visible.add(line.step);
    const events = new Map(report.events.map((event) => [event.id, event]));
    for (const episode of report.episodes) {
      const tally = new Map<string | null, number>();
      for (const id of episode.events) {
        const event = events.get(id);
        const lines = event === undefined ? [] : (files.get(event.source) ?? []).slice(event.line - 1, event.endLine);
        const step = lines.find((line) => line.step !== null)?.step ?? null;
        tally.set(step, (tally.get(step) ?? 0) + 1);
      }
      this.shares.set(
        episode.id,
        new Set([...tally].filter(([, lines]) => lines * 5 >= episode.events.length).map(([step]) => step)),
      );
      this.byEpisode.set(episode.id, [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null);
      this.signatures.set(episode.id, episode.signature);
      if (episode.events.every((id) => events.get(id)?.quotedBy !== null)) this.quoted.add(episode.id);
    }
  }

  of(episode: string): string | null {
    return this.byEpisode.get(episode) ?? null;
  }

  /** Whether an episode belongs to a step; what is only quoted may belong to any of the step's causes too. */
  is(episode: string, step: string): boolean {
    const own = this.of(episode);
    return (
      this.shares.get(episode)?.has(step) === true ||
      (own !== null && this.quoted.has(episode) && isCauseOf(step, own, this.truth))
    );
  }

  name(episode: string): string {
    return `${this.signatures.get(episode) ?? '?'} (${this.of(episode) ?? 'noise'})`;
  }
}

function judgeLinks(chains: readonly Chain[], steps: StepFinder, truth: Truth): { right: number; wrong: string[] } {
  let right = 0;
  const wrong: string[] = [];
  for (const chain of chains) {
    if (chain.confidence === 'possible') continue;
    for (const link of chain.links) {
      if (link.confidence === 'possible') continue;
      const cause = steps.of(link.cause);
      const effect = steps.of(link.effect);
      const quotedCause = cause !== null && effect !== null && steps.is(link.cause, effect);
      if (cause !== null && effect !== null && (quotedCause || cause === effect || isCauseOf(cause, effect, truth)))
        right++;
      else wrong.push(`wrong arrow ${link.edge}: ${steps.name(link.cause)} > ${steps.name(link.effect)}`);
    }
  }
  return { right, wrong };
}

function isCauseOf(cause: string, effect: string, truth: Truth): boolean {
  return (truth.parents.get(effect) ?? []).some((parent) => parent === cause || isCauseOf(cause, parent, truth));
}

/** The causes of a step that left lines; where one left none, its own causes stand in. */
function nearestCauses(effect: string, visible: readonly string[], truth: Truth): string[] {
  return (truth.parents.get(effect) ?? []).flatMap((parent) =>
    visible.includes(parent) ? [parent] : nearestCauses(parent, visible, truth),
  );
}

/** Whether arrows of the chain lead from some episode of one step to some of another. */
function reaches(chain: Chain, from: string, to: string, steps: StepFinder): boolean {
  const reached = new Set(chain.steps.filter((id) => steps.is(id, from)));
  for (let grown = true; grown; ) {
    grown = false;
    for (const link of chain.links) {
      if (!reached.has(link.cause) || reached.has(link.effect)) continue;
      reached.add(link.effect);
      grown = true;
    }
  }
  return [...reached].some((id) => steps.is(id, to));
}
