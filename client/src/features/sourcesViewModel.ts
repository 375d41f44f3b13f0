/** The view of sources as plain values: what each source is, how its clock is known, what is missing, what the user has decided. */
import type { WirePlace, WireSource, WireSources } from '../../../server/src/protocol/wireTypes';
import { joined } from '../joined';
import type { Say } from '../say';

/** One row. */
export interface SourceRow {
  readonly kind: 'node' | 'source' | 'detail' | 'problem';
  /** Stable from one report to the next. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: readonly string[];
  readonly icon: string;
  readonly open: 'expanded' | 'collapsed' | 'none';
  /** Made when they are asked for: of thousands of sources a user unfolds a few. */
  readonly children: readonly SourceRow[];
  /** The source that it speaks of; `null` for groups. */
  readonly source: WireSource | null;
  /** What it opens, where that is not its source. */
  readonly place: WirePlace | null;
}

/** Rows shown at once below another; the rest is one row that unfolds to as many again. */
const maxRows = 100;
/** With more sources than this, nodes are folded. */
const maxOpenSources = 60;

/** node-2 stands before node-10. */
const byNumber = new Intl.Collator('en', { numeric: true });

/** Rows of the first level: what is wrong first, nodes with their sources, those without a node, what was passed over last. */
export function toSourceRows(sources: WireSources, say: Say): SourceRow[] {
  const problems = sources.problems.map((problem, position) =>
    row('problem', `problem/${position}`, problem, 'warning'),
  );
  const unread = toldRows(sources.unread, sources.unreadCount, 'unread', 'warning', say);
  const passedOver = toldRows(sources.passedOver, sources.passedOverCount, 'passed', 'circle-slash', say);
  const nodes = new Map<string, WireSource[]>();
  for (const source of sources.sources) {
    const members = nodes.get(source.node);
    if (members === undefined) nodes.set(source.node, [source]);
    else members.push(source);
  }
  const names = [...nodes.keys()].sort((a, b) => Number(a === '') - Number(b === '') || byNumber.compare(a, b));
  // One group says nothing that its members do not.
  const isFlat = names.length === 1 && names[0] === '';
  const isOpen = names.length === 1 || sources.sources.length <= maxOpenSources;
  const groups = isFlat
    ? sourceRows(logsFirst(sources.sources), 'node/', say)
    : names.map((name) => nodeRow(name, nodes.get(name) ?? [], isOpen, say));
  const beyond =
    sources.beyond === 0 ? [] : [row('detail', 'beyond', say('{0} more sources', sources.beyond), 'ellipsis')];
  return [
    ...problems,
    ...group('unread', say('Not read'), sources.unreadCount, 'warning', unread, 'expanded'),
    ...group(
      'quieted',
      say('Kept quiet by rules of your own'),
      sources.quieted.length,
      'bell-slash',
      sources.quieted.map(({ text, place }, position) => ({
        ...row('problem', `quieted/${position}`, text, 'bell-slash'),
        place,
      })),
      'expanded',
    ),
    ...groups,
    ...beyond,
    ...group(
      'passed',
      say('Passed over: no logs, or counted already'),
      sources.passedOverCount,
      'circle-slash',
      passedOver,
      'collapsed',
    ),
  ];
}

/** What a row opens: the first record of its source, or the rule that it tells of; `null` when nothing. */
export function placeOf({ source, place }: SourceRow): WirePlace | null {
  if (place !== null) return place;
  if (source === null || source.uri === null) return null;
  return { uri: source.uri, line: source.firstLine ?? 0, start: 0, end: 0, title: source.name, where: source.where };
}

function row(kind: SourceRow['kind'], id: string, label: string, icon: string): SourceRow {
  return {
    kind,
    id,
    label,
    description: '',
    tooltip: [label],
    icon,
    open: 'none',
    children: [],
    source: null,
    place: null,
  };
}

/** One row for each that is told, and one for those that are not. */
function toldRows(told: readonly string[], count: number, name: string, icon: string, say: Say): SourceRow[] {
  const rows = told.map((text, position) => row('problem', `${name}/${position}`, text, icon));
  const more = count - told.length;
  return more <= 0 ? rows : [...rows, row('detail', `${name}/more`, say('{0} more', more), 'ellipsis')];
}

function group(
  id: string,
  label: string,
  count: number,
  icon: string,
  children: readonly SourceRow[],
  open: SourceRow['open'],
): SourceRow[] {
  if (children.length === 0) return [];
  return [{ ...row('problem', id, label, icon), description: String(count), open, children }];
}

function nodeRow(name: string, members: readonly WireSource[], isOpen: boolean, say: Say): SourceRow {
  const damaged = members.filter(({ gapCount }) => gapCount > 0).length;
  const count = members.length === 1 ? say('1 source') : say('{0} sources', members.length);
  return {
    ...row('node', `node/${name}`, name === '' ? say('node not known') : name, name === '' ? 'question' : 'server'),
    description: joined([count, damaged === 0 ? '' : say('{0} with gaps', damaged)]),
    open: isOpen ? 'expanded' : 'collapsed',
    get children() {
      return sourceRows(logsFirst(members), `node/${name}/`, say);
    },
  };
}

/** Logs before what holds no records: outputs of commands and plain text. */
function logsFirst(members: readonly WireSource[]): WireSource[] {
  return [...members].sort((a, b) => Number(a.records === 0) - Number(b.records === 0));
}

/** The first rows, and one that unfolds to the others; those with gaps are never among the others. */
function sourceRows(members: readonly WireSource[], prefix: string, say: Say): SourceRow[] {
  if (members.length <= maxRows) return members.map((source) => sourceRow(source, say));
  const damaged = members.filter(({ gapCount }) => gapCount > 0);
  const whole = members.filter(({ gapCount }) => gapCount === 0);
  const ordered = [...damaged, ...whole];
  const rest = ordered.slice(maxRows);
  return [
    ...ordered.slice(0, maxRows).map((source) => sourceRow(source, say)),
    {
      ...row('detail', `${prefix}more/${rest.length}`, say('{0} more sources', rest.length), 'ellipsis'),
      open: 'collapsed',
      get children() {
        return sourceRows(rest, prefix, say);
      },
    },
  ];
}

function sourceRow(source: WireSource, say: Say): SourceRow {
  return {
    ...row('source', `source/${source.id}`, source.name, iconOf(source)),
    description: joined([
      formatText(source, say),
      recordsText(source, say),
      ...doubts(source, say),
      setText(source, say),
    ]),
    tooltip: [source.where, source.formatReason, source.span, source.clock, ...source.evidence].filter(
      (line) => line !== '',
    ),
    open: 'collapsed',
    get children() {
      return details(source, say);
    },
    source,
  };
}

/** Gaps are told by an icon of their own, not by colour alone. */
function iconOf(source: WireSource): string {
  if (source.gapCount > 0) return 'warning';
  if (source.records > 0) return 'output';
  return source.format === 'text' ? 'file' : 'checklist';
}

function formatText({ layers, format, output }: WireSource, say: Say): string {
  if (output !== '') return say('output of {0}', output);
  if (format === 'text' && layers.length === 0) return say('text');
  return layers.length > 0 ? layers.join(' › ') : format;
}

function recordsText({ records, lines }: WireSource, say: Say): string {
  if (records === 0) return lines === 1 ? say('1 line') : say('{0} lines', lines);
  return records === 1 ? say('1 record') : say('{0} records', records);
}

function setText({ set }: WireSource, say: Say): string {
  return set === null ? '' : say('part {0} of {1}', set.part, set.parts);
}

function doubts({ gapCount, decided, isAssumed }: WireSource, say: Say): string[] {
  return [
    gapCount === 0 ? '' : gapCount === 1 ? say('1 gap') : say('{0} gaps', gapCount),
    isAssumed ? say('clock assumed') : '',
    decided.length === 0 ? '' : say('corrected'),
  ];
}

function details(source: WireSource, say: Say): SourceRow[] {
  const detail = (
    name: string,
    label: string,
    value: string,
    icon: string,
    tooltip: readonly string[] = [],
  ): SourceRow[] =>
    value === ''
      ? []
      : [
          {
            ...row('detail', `source/${source.id}/${name}`, label, icon),
            description: value,
            tooltip: [`${label}: ${value}`, ...tooltip],
            source,
          },
        ];
  const { set } = source;
  const setPlace = set === null ? '' : say('part {0} of {1} of {2}, oldest first', set.part, set.parts, set.name);
  return [
    ...detail('path', say('Path'), source.where, source.where.includes('!/') ? 'file-zip' : 'file'),
    ...detail('format', say('Format'), formatText(source, say), 'symbol-structure', [source.formatReason]),
    ...detail('node', say('Node'), source.node, 'server'),
    ...detail('set', say('Rotated log'), setPlace, 'files'),
    ...detail('span', say('Time span'), source.span, 'calendar'),
    ...detail('records', say('Records'), countsText(source, say), 'list-ordered'),
    ...detail('clock', say('Clock'), source.clock, 'watch', source.evidence),
    ...source.evidence.map((sentence, position) => ({
      ...row('detail', `source/${source.id}/evidence/${position}`, sentence, 'arrow-small-right'),
      source,
    })),
    ...source.remarks.map((remark, position) => ({
      ...row('detail', `source/${source.id}/remark/${position}`, remark, 'info'),
      source,
    })),
    ...source.gaps.map((gap, position) => ({
      ...row('detail', `source/${source.id}/gap/${position}`, gap, 'warning'),
      source,
    })),
    ...(source.gapCount > source.gaps.length
      ? [
          row(
            'detail',
            `source/${source.id}/gaps`,
            say('{0} more gaps', source.gapCount - source.gaps.length),
            'ellipsis',
          ),
        ]
      : []),
  ];
}

function countsText(source: WireSource, say: Say): string {
  return joined([
    say('{0} records in {1} lines', source.records, source.lines),
    source.unparsed === 0 ? '' : say('{0} lines in no record', source.unparsed),
    source.disorder === 0 ? '' : say('{0} out of order', source.disorder),
  ]);
}
