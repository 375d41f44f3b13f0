/** Gives the exports one way to look things up in a report. */
import type { Catalogue } from '../catalogue/index';
import type { Signature } from '../catalogue/signature';
import type { Chain, Episode, Incident, Report, SourceReport, TriageEvent } from '../model/report';

/** An incident with its chains; the first is the most convincing. */
export interface ToldIncident {
  readonly incident: Incident;
  readonly chain: Chain;
  readonly others: readonly Chain[];
  /** Nodes, the first one to suffer first. */
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
  incidents(): ToldIncident[] {
    const chains = new Map(this.report.chains.map((chain) => [chain.id, chain]));
    return this.report.incidents.flatMap((incident) => {
      const [chain, ...others] = incident.chains.flatMap((id) => chains.get(id) ?? []);
      return chain === undefined ? [] : [{ incident, chain, others, nodes: incident.nodes.map(({ node }) => node) }];
    });
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
