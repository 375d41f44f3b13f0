/** Tells chains with the same steps on several nodes as one incident, and gives the exports one way to look things up. */
import type { Catalogue } from '../catalogue/index';
import type { Signature } from '../catalogue/signature';
import type { Chain, Episode, Report, SourceReport, TriageEvent } from '../model/report';

/** Chains that start and end alike, on the nodes they happened on; the first is the most convincing. */
export interface Incident {
  readonly chain: Chain;
  readonly others: readonly Chain[];
  readonly nodes: readonly string[];
}

/** A report with its ids resolved. */
export class ReportIndex {
  readonly events: ReadonlyMap<string, TriageEvent>;
  readonly episodes: ReadonlyMap<string, Episode>;
  readonly sources: ReadonlyMap<string, SourceReport>;
  readonly signatures: ReadonlyMap<string, Signature>;

  constructor(
    readonly report: Report,
    catalogue: Catalogue,
  ) {
    this.events = new Map(report.events.map((event) => [event.id, event]));
    this.episodes = new Map(report.episodes.map((episode) => [episode.id, episode]));
    this.sources = new Map(report.sources.map((source) => [source.id, source]));
    this.signatures = new Map(catalogue.signatures.map((signature) => [signature.id, signature]));
  }

  /** Episodes of a chain, root first. */
  stepsOf(chain: Chain): Episode[] {
    return chain.steps.flatMap((id) => this.episodes.get(id) ?? []);
  }

  /** Events of an episode that the report lists. */
  eventsOf(episode: Episode): TriageEvent[] {
    return episode.events.flatMap((id) => this.events.get(id) ?? []);
  }

  /** Zone to tell times in: that of the source of the chain's first event. */
  zoneOf(chain: Chain): number {
    for (const step of this.stepsOf(chain)) {
      for (const event of this.eventsOf(step)) {
        const source = this.sources.get(event.source);
        if (event.timeMs !== null && source !== undefined) return source.clock.zoneMinutes;
      }
    }
    return 0;
  }

  /** Chains of more than one step, alike ones together; in the order of their best. */
  incidents(): Incident[] {
    const groups = new Map<string, Chain[]>();
    for (const chain of this.report.chains) {
      if (chain.steps.length < 2) continue;
      const steps = this.stepsOf(chain);
      const key = `${steps[0]?.signature ?? ''}>${steps[steps.length - 1]?.signature ?? ''}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [chain]);
      else group.push(chain);
    }
    return [...groups.values()].map((chains) => ({
      chain: chains[0] as Chain,
      others: chains.slice(1),
      nodes: [...new Set(chains.flatMap((chain) => (chain.node === null ? [] : [chain.node])))].sort(),
    }));
  }

  /** Findings that no chain explains, worst first. */
  loneFindings(): Chain[] {
    return this.report.chains.filter((chain) => chain.steps.length < 2);
  }

  /** Nodes that sent sources and have no chain of more than one step. */
  quietNodes(): string[] {
    const sick = new Set(this.report.chains.filter((chain) => chain.steps.length > 1).map((chain) => chain.node));
    const all = new Set(
      this.report.sources.flatMap((source) => (source.node === null || source.records === 0 ? [] : [source.node])),
    );
    return [...all].filter((node) => !sick.has(node)).sort();
  }
}
