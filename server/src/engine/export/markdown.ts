/** The report as a Markdown document to hand to others: what happened, how sure that is, the evidence, and what to do. */
import type { Catalogue } from '../catalogue/index';
import type { Language, Localized } from '../model/localized';
import type { Chain, ChainLink, Episode, Report, SourceReport, TriageEvent } from '../model/report';
import { formatDistance, formatDuration } from '../text/durations';
import { checksOf, remediesOf, type SignatureOf } from './advice';
import {
  competingSentences,
  differenceSentences,
  endSentence,
  lockSentences,
  quietedSentences,
  setSentence,
  spreadSentence,
} from './details';
import { excerptOf } from './excerpt';
import { factList } from './factList';
import type { ToldIncident } from './incidents';
import { ReportIndex } from './incidents';
import { cell, codeCell, codeSpan, diagramLabel, fence, lineLink, name, prose } from './markdownText';
import { missingParts } from './missing';
import { Secrets } from './secrets';
import { linksInto, storyOf } from './story';
import { confidenceWords, formatInstant, word } from './wording';

/** Options of the Markdown report. */
export interface MarkdownOptions {
  readonly language: Language;
  /** Put before source ids in links: the way from the report's folder to the collection. Empty when it lies beside it. */
  readonly linkBase: string;
  /** Quote lines as they are, with the passwords and tokens in them. */
  readonly keepSecrets?: boolean;
}

/** Lines quoted for one step of a chain. */
const quotedPerStep = 5;
const maxTimeline = 60;
const maxLone = 20;
const maxChains = 12;
const maxLocks = 20;
const maxPassedOver = 30;
/** Checks and remedies of one incident. */
const maxAdvice = 8;

/** Events are numbered in the order of their lines. */
function numberOf({ id }: TriageEvent): number {
  return Number(id.slice(1));
}

/** The whole document. */
export function toMarkdown(report: Report, catalogue: Catalogue, options: MarkdownOptions): string {
  const writer = new MarkdownWriter(new ReportIndex(report, catalogue), options);
  return writer.document();
}

class MarkdownWriter {
  private readonly language: Language;
  private readonly secrets = new Secrets();
  private readonly signatureOf: SignatureOf = (id) => this.index.signatures.get(id);

  constructor(
    private readonly index: ReportIndex,
    private readonly options: MarkdownOptions,
  ) {
    this.language = options.language;
  }

  document(): string {
    const incidents = this.index.incidents();
    const body = [
      ...this.summary(incidents),
      ...incidents.flatMap((incident, position) => this.incident(incident, position + 1)),
      ...this.locks(),
      ...this.lone(),
      ...this.unexplained(),
      ...this.sources(),
      ...this.facts(),
    ];
    // What is missing stands before everything else.
    const head = [`# Causeline: ${this.word('title')}`, ...this.gaps(), ...this.quieted(), ...this.hidden()];
    return `${[...head, ...body].join('\n\n')}\n`;
  }

  /** Log text as it may be handed on. */
  private quote(text: string): string {
    return this.options.keepSecrets === true ? text : this.secrets.hide(text);
  }

  private hidden(): string[] {
    const { count } = this.secrets;
    return count === 0 ? [] : [`${count} ${this.word('hidden')}`];
  }

  private word(key: Parameters<typeof word>[0]): string {
    return word(key, this.language);
  }

  private say(text: Localized): string {
    return prose(text[this.language]);
  }

  private link(event: TriageEvent): string {
    return lineLink(this.options.linkBase, event.source, event.line, event.endLine);
  }

  private gaps(): string[] {
    const lines = missingParts(this.index.report, this.language).map(({ id, text }) =>
      id === '' ? `- ${prose(text)}` : `- ${codeSpan(id)}: ${codeSpan(text)}`,
    );
    return lines.length === 0 ? [] : [`## ${this.word('gaps')}`, lines.join('\n')];
  }

  /** Rules may have come with the logs: what they keep quiet is told before what is found. */
  private quieted(): string[] {
    const lines = quietedSentences(this.index.report.quieted, this.language, {
      title: prose,
      place: codeSpan,
      line: (source, line) => lineLink(this.options.linkBase, source, line),
    });
    return lines.length === 0 ? [] : [`## ${this.word('quieted')}`, lines.map(({ text }) => `- ${text}`).join('\n')];
  }

  private summary(incidents: readonly ToldIncident[]): string[] {
    const lines = incidents.flatMap((incident) => {
      const story = storyOf(incident.chain, (id) => this.index.episodes.get(id), this.language);
      const nodes = incident.nodes.map(name).join(', ');
      const head = `- **${this.say(incident.chain.title)}** (${this.word('confidence')}: ${this.say(confidenceWords[incident.chain.confidence])}${nodes === '' ? '' : `; ${this.word('nodes')}: ${nodes}`})`;
      return story === null ? [head] : [head, `  - ${this.word('inShort')}: ${story}`];
    });
    const quiet = this.index.quietNodes();
    if (incidents.length > 0 && quiet.length > 0)
      lines.push(`- ${this.word('healthy')}: ${quiet.map(name).join(', ')}`);
    return [`## ${this.word('summary')}`, lines.length === 0 ? this.word('nothing') : lines.join('\n')];
  }

  private incident(incident: ToldIncident, number: number): string[] {
    const chains = [incident.chain, ...incident.others].slice(0, maxChains);
    return [
      `## ${number}. ${this.say(incident.chain.title)}`,
      ...this.spread(incident),
      ...chains.flatMap((chain) => this.chain(chain)),
      `### ${this.word('timeline')}`,
      this.timeline(chains),
      `### ${this.word('uncertain')}`,
      this.uncertain(chains),
      `### ${this.word('checks')}`,
      checksOf(incident.chain, this.signatureOf)
        .slice(0, maxAdvice)
        .map((check) => `- ${this.say(check)}`)
        .join('\n'),
      `### ${this.word('remedies')}`,
      this.remedies(incident.chain),
    ];
  }

  /** How it spread over nodes, and what the healthy ones show. */
  private spread({ incident, chain }: ToldIncident): string[] {
    const spread = spreadSentence(incident, this.index.zoneOf(chain), this.language, name);
    const differences = differenceSentences(incident, this.language, name, prose);
    return [
      ...(spread === null ? [] : [spread]),
      ...(differences.length === 0
        ? []
        : [`### ${this.word('differences')}`, differences.map((line) => `- ${line}`).join('\n')]),
    ];
  }

  private locks(): string[] {
    const { locks, chains } = this.index.report;
    if (locks.length === 0) return [];
    const zone = chains[0] === undefined ? 0 : this.index.zoneOf(chains[0]);
    const parts = locks.slice(0, maxLocks).map((view) => {
      const lines = lockSentences(view, zone, this.language, name).map((line) => `- ${line}`);
      if (view.holders.length === 0) lines.push(`- ${this.word('noHolder')}`);
      return [`**${name(view.lock)}**${view.node === null ? '' : `, ${name(view.node)}`}`, '', ...lines].join('\n');
    });
    return [`## ${this.word('locks')}`, ...parts];
  }

  private chain(chain: Chain): string[] {
    const steps = this.index.stepsOf(chain);
    const zone = this.index.zoneOf(chain);
    const head = `### ${this.word('chain')}${chain.node === null ? '' : `: ${name(chain.node)}`} (${this.say(confidenceWords[chain.confidence])})`;
    return [
      head,
      chain.reasons.map((reason) => `- ${this.say(reason)}`).join('\n'),
      this.diagram(chain, steps),
      ...steps.flatMap((step, position) => this.step(chain, step, position + 1, zone)),
    ];
  }

  private diagram(chain: Chain, steps: readonly Episode[]): string {
    const names = new Map(steps.map((step, position) => [step.id, `s${position}`]));
    const boxes = steps.map(
      (step) => `  ${names.get(step.id)}["${diagramLabel(`${step.title[this.language]} (${step.count})`)}"]`,
    );
    const arrows = chain.links.map((link) => {
      const lag = link.lagMs === null ? '' : `|"${diagramLabel(formatDistance(link.lagMs))}"|`;
      return `  ${names.get(link.cause)} -->${lag} ${names.get(link.effect)}`;
    });
    return ['```mermaid', 'flowchart TD', ...boxes, ...arrows, '```'].join('\n');
  }

  private step(chain: Chain, step: Episode, number: number, zone: number): string[] {
    const links = linksInto(chain, step.id);
    const events = this.quoted(step);
    const facts = [`- ${this.word('span')}: ${this.span(step, zone)}; ${this.word('count')}: ${step.count}`];
    const end = endSentence(step, this.index.events.get(step.endedBy ?? '')?.timeMs ?? null, zone, this.language);
    if (end !== null) facts.push(`- ${end}`);
    if (step.worstDurationMs !== null) facts.push(`- ${this.word('worst')}: ${formatDuration(step.worstDurationMs)}`);
    facts.push(...links.map((link) => `- ${this.because(link)}`));
    facts.push(...events.map((event) => `- ${this.word('evidence')}: ${this.link(event)}`));
    return [
      `#### ${number}. ${this.say(step.title)}`,
      facts.join('\n'),
      ...(events.length === 0 ? [] : [fence(this.quote(events.map((event) => event.text).join('\n')))]),
    ];
  }

  /** First, worst and last of the step's lines, and some between, without repeats of one record. */
  private quoted(step: Episode): TriageEvent[] {
    const events = this.index.eventsOf(step);
    if (events.length <= quotedPerStep) return events;
    const worst = events.reduce((most, event) => ((event.durationMs ?? 0) > (most.durationMs ?? 0) ? event : most));
    const picked = new Set([...events.slice(0, quotedPerStep - 2), worst, events[events.length - 1] as TriageEvent]);
    return events.filter((event) => picked.has(event));
  }

  private because(link: ChainLink): string {
    const cause = this.index.episodes.get(link.cause);
    const lag = link.lagMs === null ? '' : `${formatDistance(link.lagMs)}, `;
    const refutes = `${this.word('refutedBy')}: ${this.say(link.refutes)}`;
    return `${this.word('because')} **${cause === undefined ? '' : this.say(cause.title)}**: ${this.say(link.mechanism)} (${lag}${this.say(confidenceWords[link.confidence])}; ${refutes})`;
  }

  private span(step: Episode, zone: number): string {
    if (step.startMs === null) return this.word(step.isState ? 'state' : 'undated');
    const begin = formatInstant(step.startMs, zone);
    return step.endMs === null || step.endMs - step.startMs < 1000
      ? begin
      : `${begin} … +${formatDuration(step.endMs - step.startMs)}`;
  }

  private timeline(chains: readonly Chain[]): string {
    const zone = chains[0] === undefined ? 0 : this.index.zoneOf(chains[0]);
    const rows = chains
      .flatMap((chain) => this.index.stepsOf(chain))
      .flatMap((step) => this.timelineEvents(step).map((event) => ({ step, event })))
      .sort((a, b) => (a.event.startMs ?? 0) - (b.event.startMs ?? 0) || numberOf(a.event) - numberOf(b.event));
    const shown = rows.slice(0, maxTimeline).map(({ step, event }) => {
      const wait = event.durationMs === null ? '' : ` (${formatDuration(event.durationMs)})`;
      return `| ${formatInstant(event.startMs ?? 0, zone)} | ${event.node === null ? '' : codeCell(event.node)} | ${cell(this.say(step.title))}${wait} | ${cell(this.link(event))} |`;
    });
    const head = [
      `| ${this.word('time')} | ${this.word('node')} | ${this.word('event')} | ${this.word('source')} |`,
      '| --- | --- | --- | --- |',
    ];
    const more = rows.length > shown.length ? [``, `${rows.length - shown.length} ${this.word('others')}`] : [];
    return [...head, ...shown, ...more].join('\n');
  }

  /** Where a step began and ended: a table of every line would hide the order. */
  private timelineEvents(step: Episode): TriageEvent[] {
    const timed = this.index.eventsOf(step).filter((event) => event.startMs !== null);
    const first = timed[0];
    const last = timed[timed.length - 1];
    if (first === undefined || last === undefined) return [];
    return first === last ? [first] : [first, last];
  }

  private uncertain(chains: readonly Chain[]): string {
    const lines: string[] = [];
    for (const chain of chains) {
      lines.push(...chain.missing.map((missing) => `- ${this.word('missing')}: ${this.say(missing)}`));
      lines.push(...competingSentences(chain, this.language, prose).map((line) => `- ${line}`));
      for (const other of chain.alternatives) {
        const cause = this.index.episodes.get(other.cause);
        if (cause !== undefined)
          lines.push(
            `- ${this.word('alternatives')}: ${this.say(cause.title)} (${other.score.toFixed(2)}: ${other.reasons.map((reason) => this.say(reason)).join('; ')}); ${this.word('refutedBy')}: ${this.say(other.why)}`,
          );
      }
    }
    const involved = new Set(
      chains.flatMap((chain) =>
        this.index.stepsOf(chain).flatMap((step) => this.index.eventsOf(step).map((event) => event.source)),
      ),
    );
    for (const id of involved) {
      const source = this.index.sources.get(id);
      if (source !== undefined) lines.push(...this.clockDoubts(source));
    }
    const unique = [...new Set(lines)];
    return unique.length === 0 ? '-' : unique.slice(0, 30).join('\n');
  }

  private clockDoubts(source: SourceReport): string[] {
    return source.clock.evidence.map(
      (evidence) => `- ${this.word('clock')} ${codeSpan(source.id)}: ${codeSpan(evidence[this.language])}`,
    );
  }

  private remedies(chain: Chain): string {
    return remediesOf(chain, this.signatureOf)
      .slice(0, maxAdvice)
      .map(({ title, remedy }) => `- **${this.say(title)}**: ${this.say(remedy)}`)
      .join('\n');
  }

  private lone(): string[] {
    const chains = this.index.loneFindings();
    if (chains.length === 0) return [];
    const lines = chains.slice(0, maxLone).flatMap((chain) => {
      const step = this.index.stepsOf(chain)[0];
      const event = step === undefined ? undefined : this.index.eventsOf(step)[0];
      if (step === undefined || event === undefined) return [];
      const said = excerptOf(event);
      const quoted = said === '' ? '' : ` ${codeSpan(this.quote(said))}`;
      return [`- ${this.say(step.title)} (${step.count}): ${this.link(event)}${quoted}`];
    });
    if (chains.length > maxLone) lines.push(`- ${chains.length - maxLone} ${this.word('others')}`);
    return [`## ${this.word('findings')}`, lines.join('\n')];
  }

  private sources(): string[] {
    const head = [
      `| ${this.word('source')} | ${this.word('node')} | ${this.word('format')} | ${this.word('records')} | ${this.word('span')} | ${this.word('clock')} |`,
      '| --- | --- | --- | --- | --- | --- |',
    ];
    const rows = this.index.report.sources.map((source) => {
      const { clock, first, last } = source;
      const span =
        first?.timeMs == null || last?.timeMs == null
          ? ''
          : `${formatInstant(first.timeMs, clock.zoneMinutes)} … ${formatInstant(last.timeMs, clock.zoneMinutes)}`;
      const known = `${clock.zone} ${this.word(clock.zoneFrom)}${clock.year === null ? '' : `, ${clock.year} ${this.word(clock.yearFrom)}`}`;
      const set = source.set === null ? '' : setSentence(source.set, this.language, codeCell);
      const part = set === '' ? '' : this.language === 'en' ? ` (${set})` : `（${set}）`;
      return `| ${codeCell(source.id)}${part} | ${source.node === null ? '' : codeCell(source.node)} | ${codeCell([...new Set([...source.layers, source.format])].join(' > '))} | ${source.records} | ${span} | ${source.first === null ? '' : known} |`;
    });
    return [`## ${this.word('sources')}`, [...head, ...rows].join('\n'), ...this.passedOver()];
  }

  /** What was found and is no log, or was counted under another name. */
  private passedOver(): string[] {
    const skipped = this.index.report.unread.filter(({ kind }) => kind === 'skipped');
    if (skipped.length === 0) return [];
    const lines = skipped
      .slice(0, maxPassedOver)
      .map(({ id, reason }) => `- ${codeSpan(id)}: ${codeSpan(reason[this.language])}`);
    if (skipped.length > maxPassedOver) lines.push(`- ${skipped.length - maxPassedOver} ${this.word('others')}`);
    return [`### ${this.word('passedOver')}`, lines.join('\n')];
  }

  private unexplained(): string[] {
    const { unexplained } = this.index.report;
    if (unexplained.length === 0) return [];
    const lines = unexplained.map(
      ({ template, count, source, firstLine, why }) =>
        `- ${codeSpan(this.quote(template))} (${count} ×; ${this.say(why)}): ${lineLink(this.options.linkBase, source, firstLine)}`,
    );
    return [`## ${this.word('unexplained')}`, lines.join('\n')];
  }

  private facts(): string[] {
    const { facts } = this.index.report;
    if (facts.length === 0) return [];
    const lines = factList(facts, this.language, this.options.linkBase);
    return [`## ${this.word('facts')}`, lines.join('\n')];
  }
}
