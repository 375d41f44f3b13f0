/** The view of sources as plain values: what each source is, how its clock is known, what is missing, what the user has decided. */
import type { WireSource, WireSources } from '../../../server/src/protocol/wireTypes';
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
  readonly children: readonly SourceRow[];
  /** The source that it speaks of; `null` for groups. */
  readonly source: WireSource | null;
}

/** Rows of the first level: nodes with their sources, those without a node last; what is wrong in case files first. */
export function toSourceRows(sources: WireSources, say: Say): SourceRow[] {
  const problems = sources.problems.map((problem, position) =>
    row('problem', `problem/${position}`, problem, 'warning'),
  );
  const unread = sources.unread.map((text, position) =>
    row('problem', `unread/${position}`, say('not read: {0}', text), 'warning'),
  );
  const nodes = new Map<string, WireSource[]>();
  for (const source of sources.sources) nodes.set(source.node, [...(nodes.get(source.node) ?? []), source]);
  const names = [...nodes.keys()].sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1));
  const groups = names.map((name): SourceRow => {
    const members = nodes.get(name) ?? [];
    return {
      ...row('node', `node/${name}`, name === '' ? say('node not known') : name, 'server'),
      description: members.length === 1 ? say('1 source') : say('{0} sources', members.length),
      open: 'expanded',
      children: members.map((source) => sourceRow(source, say)),
    };
  });
  const beyond =
    sources.beyond === 0 ? [] : [row('detail', 'beyond', say('{0} more sources', sources.beyond), 'ellipsis')];
  // One group says nothing that its members do not.
  const only = groups.length === 1 && names[0] === '' ? (groups[0]?.children ?? []) : groups;
  return [...problems, ...unread, ...only, ...beyond];
}

function row(kind: SourceRow['kind'], id: string, label: string, icon: string): SourceRow {
  return { kind, id, label, description: '', tooltip: [label], icon, open: 'none', children: [], source: null };
}

function sourceRow(source: WireSource, say: Say): SourceRow {
  return {
    ...row('source', `source/${source.id}`, source.name, iconOf(source)),
    description: joined([formatText(source), recordsText(source, say), doubtText(source, say)]),
    tooltip: [source.where, source.formatReason, source.span, source.clock, ...source.evidence].filter(
      (line) => line !== '',
    ),
    open: 'collapsed',
    children: details(source, say),
    source,
  };
}

/** Gaps are told by an icon of their own, not by colour alone. */
function iconOf(source: WireSource): string {
  if (source.gapCount > 0) return 'warning';
  if (source.records > 0) return 'output';
  return source.format === 'text' ? 'file' : 'checklist';
}

function formatText({ layers, format }: WireSource): string {
  return layers.length > 0 ? layers.join(' › ') : format;
}

function recordsText({ records, lines }: WireSource, say: Say): string {
  if (records === 0) return lines === 1 ? say('1 line') : say('{0} lines', lines);
  return records === 1 ? say('1 record') : say('{0} records', records);
}

function doubtText({ gapCount, decided }: WireSource, say: Say): string {
  const gaps = gapCount === 0 ? '' : gapCount === 1 ? say('1 gap') : say('{0} gaps', gapCount);
  return joined([gaps, decided.length === 0 ? '' : say('corrected')]);
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
  return [
    ...detail('format', say('Format'), formatText(source), 'symbol-structure', [source.formatReason]),
    ...detail('node', say('Node'), source.node, 'server'),
    ...detail('span', say('Time span'), source.span, 'calendar'),
    ...detail('records', say('Records'), countsText(source, say), 'list-ordered'),
    ...detail('clock', say('Clock'), source.clock, 'watch', source.evidence),
    ...source.evidence.flatMap((sentence, position) => [
      { ...row('detail', `source/${source.id}/evidence/${position}`, sentence, 'arrow-small-right'), source },
    ]),
    ...source.remarks.map((remark, position) => ({
      ...row('detail', `source/${source.id}/remark/${position}`, remark, 'info'),
      source,
    })),
    ...source.gaps.map((gap, position) => ({
      ...row('detail', `source/${source.id}/gap/${position}`, say('missing bytes {0}', gap), 'warning'),
      source,
    })),
  ];
}

function countsText(source: WireSource, say: Say): string {
  return joined([
    say('{0} records in {1} lines', source.records, source.lines),
    source.unparsed === 0 ? '' : say('{0} lines in no record', source.unparsed),
    source.disorder === 0 ? '' : say('{0} out of order', source.disorder),
  ]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
