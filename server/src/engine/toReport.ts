/** Turns what the rooms work with into the plain values of the report. */
import type { WorkEpisode } from './episodes/groupEpisodes';
import type { WorkEvent } from './episodes/workEvent';
import { deriveFacts } from './facts/derive';
import type { Clock, Instant } from './model/clock';
import type { Fact } from './model/fact';
import type { Localized } from './model/localized';
import type { Episode, SetPlace, SourceReport, TriageEvent } from './model/report';
import type { LayerCount, ReadSource, StampedLine } from './records/readSource';
import type { SettledClock } from './time/clockSource';

const unknownClock: Clock = {
  zone: '+00:00',
  zoneMinutes: 0,
  zoneFrom: 'assumed',
  year: null,
  yearFrom: 'assumed',
  skewMs: 0,
  skewFrom: 'none',
  skewSpreadMs: null,
  skewPairs: 0,
  bootMs: null,
  segments: [],
  evidence: [],
};

/** Facts of all sources, with the node each was collected on. */
export function collectFacts(scans: readonly ReadSource[], nodes: ReadonlyMap<string, string | null>): Fact[] {
  const stated = scans.flatMap((scan) =>
    scan.facts.map((fact) => ({
      name: fact.name,
      value: fact.value,
      subject: fact.subject,
      source: scan.info.id,
      line: fact.line,
      node: nodes.get(scan.info.id) ?? null,
    })),
  );
  return [...stated, ...deriveFacts(stated)];
}

/** Kinds of line that the reason for a format names besides the main one. */
const mostKindsNamed = 3;

/** What was learned about one source. */
export function toSourceReport(
  scan: ReadSource,
  node: string | null,
  settled: SettledClock | undefined,
  set: SetPlace | null,
): SourceReport {
  const layers = mainLayers(scan);
  // What a rotated file begins with before its first record continues the last record of the file before it.
  const unparsedLines = set !== null && set.part > 0 ? scan.unparsedLines - scan.leadingLines : scan.unparsedLines;
  const [fatal = 0, error = 0, warning = 0, info = 0, debug = 0] = scan.severities;
  return {
    id: scan.info.id,
    format:
      scan.correction.format ??
      layers.ids[layers.ids.length - 1] ??
      (scan.factFormat === null ? 'text' : `facts:${scan.factFormat.id}`),
    layers: layers.ids,
    formatReason: layers.reason,
    node,
    bytes: scan.bytes,
    lines: scan.lines,
    records: scan.records,
    unparsedLines,
    severities: { fatal, error, warning, info, debug },
    first: toInstant(scan.first, settled),
    last: toInstant(scan.last, settled),
    clock: settled?.clock ?? unknownClock,
    disorder: scan.years.newestFirst ? scan.years.ascents : scan.years.descents,
    problems:
      unparsedLines > 0 && scan.records > 0
        ? [
            {
              line: 0,
              reason: {
                en: `${unparsedLines} lines before or between records have no known format`,
                zh: `记录之前或之间有 ${unparsedLines} 行不属于已知格式`,
              },
            },
          ]
        : [],
    gaps: scan.gaps,
    set,
    decided: Object.keys(scan.correction).map((name) => (name === 'skewMs' ? 'skew' : name)),
    ledger: { ...scan.ledger },
    ...(scan.info.author === undefined ? {} : { author: scan.info.author }),
  };
}

/** The layers of most records, and the share of each kind in words. */
function mainLayers(scan: ReadSource): { readonly ids: readonly string[]; readonly reason: Localized } {
  const kinds = [...scan.layerCounts.values()].sort((a, b) => b.count - a.count);
  const main = kinds[0];
  if (main === undefined) {
    const reason =
      scan.factFormat === null
        ? { en: 'no line has a known format', zh: '没有任何一行属于已知格式' }
        : { en: `output of a command: ${scan.factFormat.title}`, zh: `命令输出：${scan.factFormat.title}` };
    return { ids: [], reason };
  }
  // All of them, or less than that: what is rounded up would deny the others.
  const share = Math.floor((main.count * 100) / Math.max(1, scan.records));
  const inner = main.ids[main.ids.length - 1] ?? '';
  const outer = main.ids.slice(0, -1).join(', ');
  const others = otherKinds(kinds.slice(1));
  return {
    ids: main.ids,
    reason: {
      en: `${inner}: ${share} % of ${scan.records} records${outer === '' ? '' : `; envelope ${outer}`}${others.en}`,
      zh: `${inner}：${scan.records} 条记录中的 ${share} %${outer === '' ? '' : `；外层 ${outer}`}${others.zh}`,
    },
  };
}

/** The most frequent of the other kinds of line, and how many more there are. */
function otherKinds(kinds: readonly LayerCount[]): Localized {
  if (kinds.length === 0) return { en: '', zh: '' };
  const named = kinds.slice(0, mostKindsNamed).map(({ ids, count }) => `${ids.join(' > ')} (${count})`);
  const more = kinds.length - named.length;
  return {
    en: `; also ${named.join(', ')}${more === 0 ? '' : ` and ${more} other kinds of line`}`,
    zh: `；另有 ${named.join('、')}${more === 0 ? '' : ` 及其他 ${more} 种行`}`,
  };
}

function toInstant(stamped: StampedLine | null, settled: SettledClock | undefined): Instant | null {
  if (stamped === null) return null;
  return {
    text: stamped.text,
    timeMs: settled?.toUtc(stamped.stamp, 'outer', stamped.line) ?? null,
    line: stamped.line,
  };
}

/** The event as the report shows it. */
export function toEvent(event: WorkEvent): TriageEvent {
  const onCalendar = event.timeline === 'utc';
  return {
    id: event.id,
    signature: event.signature.id,
    category: event.signature.category,
    severity: event.signature.severity,
    source: event.source,
    line: event.raw.line,
    endLine: event.raw.endLine,
    span: event.raw.span,
    timeMs: onCalendar ? event.atMs : null,
    startMs: onCalendar ? event.startMs : null,
    durationMs: event.raw.durationMs,
    node: event.node,
    entities: event.entities,
    text: event.raw.text,
    quotedBy: event.quotedBy,
  };
}

/** The episode as the report shows it. */
export function toEpisode(episode: WorkEpisode): Episode {
  const onCalendar = episode.timeline === 'utc';
  return {
    id: episode.id,
    signature: episode.signature.id,
    title: episode.signature.title,
    category: episode.signature.category,
    severity: episode.signature.severity,
    node: episode.node,
    startMs: onCalendar ? episode.startMs : null,
    endMs: onCalendar ? episode.endMs : null,
    endedBy: episode.endedBy?.id ?? null,
    endUnseen: episode.endUnseen,
    count: episode.count,
    worstDurationMs: episode.worstDurationMs,
    events: episode.events.map((event) => event.id),
    entities: Object.fromEntries(Object.entries(episode.entities).map(([kind, values]) => [kind, values ?? []])),
    isState: episode.timeline === 'fact',
  };
}
