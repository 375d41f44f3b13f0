/** The report for a terminal: the chains at a glance, each step with its first line, and what to check first. */
import type { Catalogue } from '../catalogue/index';
import type { Language } from '../model/localized';
import type { Chain, ChainLink, Episode, Report, TriageEvent } from '../model/report';
import { formatDistance, formatDuration } from '../text/durations';
import { visibleLine } from '../text/visible';
import { checksOf } from './advice';
import {
  competingSentences,
  differenceSentences,
  endSentence,
  lockSentences,
  quietedSentences,
  setSentences,
  spreadSentence,
} from './details';
import { excerptOf } from './excerpt';
import type { ToldIncident } from './incidents';
import { ReportIndex } from './incidents';
import { missingParts } from './missing';
import { Secrets } from './secrets';
import { linksInto, storyOf } from './story';
import { confidenceWords, formatInstant, lineCount, linesText, word } from './wording';

/** Options of the terminal report. */
export interface TextOptions {
  readonly language: Language;
  /** Terminal colours; off for files and pipes. */
  readonly color: boolean;
  /** Quote lines as they are, with the passwords and tokens in them. */
  readonly keepSecrets?: boolean;
}

/** Advice lines shown for one incident. */
const maxAdvice = 4;
/** Chains of one incident, differences, other explanations and locks shown. */
const maxChains = 4;
const maxDetails = 6;
const maxLocks = 6;
/** Unexplained messages shown. */
const maxUnexplained = 6;
/** Sets of rotated files told. */
const maxSets = 8;

/** The report as lines of text, ending with a line break. */
export function toText(report: Report, catalogue: Catalogue, options: TextOptions): string {
  const index = new ReportIndex(report, catalogue);
  const pen = { language: options.language, paint: painter(options.color), quote: quoter(options) };
  const { paint } = pen;
  const lines: string[] = [];
  const missing = missingLines(index, options.language, paint);
  if (missing.length > 0) lines.push(...missing, '');
  const quieted = quietedLines(report, options.language, paint);
  if (quieted.length > 0) lines.push(...quieted, '');
  const incidents = index.incidents();
  if (incidents.length === 0) lines.push(word('nothing', options.language), '');
  for (const incident of incidents) lines.push(...incidentLines(incident, index, pen), '');
  lines.push(...lockLines(index, options.language, paint));
  const lone = index.loneFindings();
  if (lone.length > 0) lines.push(...loneLines(lone, index, pen), '');
  if (report.unexplained.length > 0) lines.push(...unexplainedLines(report, options.language, paint), '');
  lines.push(...coverageLines(index, options.language));
  return `${lines.join('\n')}\n`;
}

type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow', text: string) => string;

function painter(color: boolean): Paint {
  const codes = { bold: 1, dim: 2, red: 31, yellow: 33 } as const;
  return (style, text) => (color ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
}

/** A line that a report rests on: where it stands and what it says. */
type Quote = (event: TriageEvent) => string;

function quoter({ keepSecrets }: TextOptions): Quote {
  const secrets = new Secrets();
  return (event) => {
    const place = `${visibleLine(event.source)}:${linesText(event)}`;
    const said = excerptOf(event);
    return said === '' ? place : `${place}: ${visibleLine(keepSecrets === true ? said : secrets.hide(said))}`;
  };
}

/** How a part of the report is written that quotes lines. */
interface Pen {
  readonly language: Language;
  readonly paint: Paint;
  readonly quote: Quote;
}

function incidentLines(incident: ToldIncident, index: ReportIndex, pen: Pen): string[] {
  const { language, paint } = pen;
  const { chain } = incident;
  const confidence = confidenceWords[chain.confidence][language];
  const where =
    incident.nodes.length > 0
      ? `  ${word('nodes', language)}: ${incident.nodes.map((node) => visibleLine(node)).join(', ')}`
      : '';
  const lines = [
    paint('bold', chain.title[language]),
    paint(chain.confidence === 'strong' ? 'red' : 'yellow', `${word('confidence', language)}: ${confidence}${where}`),
  ];
  const story = storyOf(chain, (id) => index.episodes.get(id), language);
  if (story !== null) lines.push(`${word('inShort', language)}: ${story}`);
  const spread = spreadSentence(incident.incident, index.zoneOf(chain), language, visibleLine);
  if (spread !== null) lines.push(spread);
  const told = [chain, ...incident.others].slice(0, maxChains);
  for (const one of told) lines.push(...chainLines(one, index, pen));
  if (incident.others.length >= maxChains)
    lines.push(`  ${incident.others.length + 1 - told.length} ${word('others', language)}`);
  lines.push('', ...detailLines(incident, language, paint));
  lines.push(`  ${paint('bold', word('checks', language))}`);
  const checks = checksOf(chain, (id) => index.signatures.get(id)).slice(0, maxAdvice);
  lines.push(...checks.map((check) => `  - ${check[language]}`));
  return lines;
}

/** What healthy nodes show, and what it would be instead. */
function detailLines({ chain, incident }: ToldIncident, language: Language, paint: Paint): string[] {
  const differences = differenceSentences(incident, language, visibleLine).slice(0, maxDetails);
  const competing = competingSentences(chain, language).slice(0, maxDetails);
  return [
    ...(differences.length === 0 ? [] : [`  ${paint('bold', word('differences', language))}`]),
    ...differences.map((line) => `  - ${line}`),
    ...(competing.length === 0 ? [] : [`  ${paint('bold', word('instead', language))}`]),
    ...competing.map((line) => `  - ${line}`),
  ];
}

/** Who waited for each lock and who held it. */
function lockLines(index: ReportIndex, language: Language, paint: Paint): string[] {
  const { locks, chains } = index.report;
  if (locks.length === 0) return [];
  const zone = chains[0] === undefined ? 0 : index.zoneOf(chains[0]);
  const lines = locks
    .slice(0, maxLocks)
    .flatMap((view) => [
      `  ${visibleLine(view.lock)}${view.node === null ? '' : `, ${visibleLine(view.node)}`}`,
      ...lockSentences(view, zone, language, visibleLine).map((line) => `  - ${line}`),
      ...(view.holders.length === 0 ? [`  - ${word('noHolder', language)}`] : []),
    ]);
  return [paint('bold', word('locks', language)), ...lines, ''];
}

function chainLines(chain: Chain, index: ReportIndex, { language, paint, quote }: Pen): string[] {
  const zone = index.zoneOf(chain);
  const lines = chain.node === null ? [''] : ['', `  ${paint('bold', visibleLine(chain.node))}`];
  index.stepsOf(chain).forEach((step, position) => {
    const end = endSentence(step, index.events.get(step.endedBy ?? '')?.timeMs ?? null, zone, language);
    const told = `${describe(step, zone, language)}${end === null ? '' : `; ${end}`}`;
    lines.push(`  ${position + 1}. ${step.title[language]}  ${paint('dim', told)}`);
    const [link] = linksInto(chain, step.id);
    if (link !== undefined)
      lines.push(`     ${paint('dim', `${word('because', language)}: ${becauseOf(link, index, language)}`)}`);
    const event = index.eventsOf(step)[0];
    if (event !== undefined) lines.push(`     ${quote(event)}`);
  });
  return lines;
}

/** `10:22:10 … 10:31:02 +08:00, 214 lines, longest wait 57 s`. */
function describe(step: Episode, zone: number, language: Language): string {
  const parts: string[] = [];
  if (step.startMs === null) parts.push(word(step.isState ? 'state' : 'undated', language));
  else {
    parts.push(formatInstant(step.startMs, zone));
    if (step.endMs !== null && step.endMs - step.startMs >= 1000)
      parts[0] += ` … +${formatDuration(step.endMs - step.startMs)}`;
  }
  parts.push(lineCount(step.count, language));
  if (step.worstDurationMs !== null) parts.push(`${word('worst', language)} ${formatDuration(step.worstDurationMs)}`);
  return parts.join(', ');
}

function becauseOf(link: ChainLink, index: ReportIndex, language: Language): string {
  const cause = index.episodes.get(link.cause)?.title[language] ?? '';
  const lag = link.lagMs === null ? '' : `${formatDistance(link.lagMs)}, `;
  return `${cause}: ${link.mechanism[language]} (${lag}${confidenceWords[link.confidence][language]})`;
}

function loneLines(lone: readonly Chain[], index: ReportIndex, { language, paint, quote }: Pen): string[] {
  const shown = lone.slice(0, 8);
  const lines = [paint('bold', word('findings', language))];
  for (const chain of shown) {
    const step = index.stepsOf(chain)[0];
    const event = step === undefined ? undefined : index.eventsOf(step)[0];
    if (step === undefined || event === undefined) continue;
    lines.push(`  - ${step.title[language]}  ${paint('dim', lineCount(step.count, language))}`, `    ${quote(event)}`);
  }
  if (lone.length > shown.length) lines.push(`  ${lone.length - shown.length} ${word('others', language)}`);
  return lines;
}

function unexplainedLines(report: Report, language: Language, paint: Paint): string[] {
  const shown = report.unexplained.slice(0, maxUnexplained);
  const lines = [paint('bold', word('unexplained', language))];
  for (const { template, count, source, firstLine, why } of shown) {
    lines.push(`  - ${visibleLine(template)}`);
    lines.push(
      `    ${paint('dim', `${lineCount(count, language)}, ${visibleLine(source)}:${firstLine}; ${why[language]}`)}`,
    );
  }
  const more = report.unexplained.length - shown.length;
  if (more > 0) lines.push(`  ${more} ${word('others', language)}`);
  return lines;
}

/** What could not be read: whoever reads the rest has to know it first. */
function missingLines(index: ReportIndex, language: Language, paint: Paint): string[] {
  const missing = missingParts(index.report, language).map(({ id, text }) => (id === '' ? text : `${id}: ${text}`));
  if (missing.length === 0) return [];
  return [paint('yellow', word('gaps', language)), ...missing.map((line) => `  - ${visibleLine(line)}`)];
}

/** What rules of the user's, who may be whoever collected the logs, keep from being told. */
function quietedLines({ quieted }: Report, language: Language, paint: Paint): string[] {
  const write = {
    title: visibleLine,
    place: visibleLine,
    line: (source: string, line: number) => visibleLine(`${source}:${line}`),
  };
  const lines = quietedSentences(quieted, language, write);
  return lines.length === 0
    ? []
    : [paint('yellow', word('quieted', language)), ...lines.map(({ text }) => `  - ${text}`)];
}

function coverageLines(index: ReportIndex, language: Language): string[] {
  const { sources } = index.report;
  const records = sources.reduce((sum, source) => sum + source.records, 0);
  const lines = [`${word('sources', language)}: ${sources.length}, ${word('records', language)}: ${records}`];
  const sets = setSentences(sources, language, visibleLine);
  if (sets.length > 0) lines.push(`${word('sets', language)}:`, ...sets.slice(0, maxSets).map((line) => `  - ${line}`));
  if (sets.length > maxSets) lines.push(`  ${sets.length - maxSets} ${word('others', language)}`);
  const quiet = index.quietNodes();
  if (quiet.length > 0)
    lines.push(`${word('healthy', language)}: ${quiet.map((node) => visibleLine(node)).join(', ')}`);
  return lines;
}
