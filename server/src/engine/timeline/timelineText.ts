/** Writes merged lines as a text: every line behind its time, node, file and line number, in columns. */
import type { Language, Localized } from '../model/localized';
import type { Report } from '../model/report';
import { visible } from '../text/visible';
import { formatOffset } from '../time/calendar';
import { LinePlacer } from '../time/placeLine';
import type { TimelineView } from './findTimeline';
import type { TimedLine } from './linesNear';
import type { MergedLines } from './mergeLines';

/** A line of the text: the line of a source, or a heading. */
export interface TimelineRow {
  /** `null` for headings. */
  readonly of: TimedLine | null;
  readonly text: string;
  /** Characters of the source's line that are left out at its beginning: a stamp and a host that the columns tell already. */
  readonly skipped: number;
  /** Columns of the node, the file with its line number, and the words of the source; all 0 in headings. */
  readonly columns: {
    readonly node: number;
    readonly place: number;
    readonly placeEnd: number;
    readonly words: number;
  };
}

const words = {
  timeline: { en: 'Timeline', zh: '时间线' },
  allNodes: { en: 'all nodes', zh: '所有节点' },
  lines: { en: 'lines of', zh: '行，来自' },
  sources: { en: 'sources', zh: '个来源' },
  events: { en: 'recognised events only', zh: '仅已识别的事件' },
  corrected: { en: 'times are corrected by', zh: '时间已校正' },
  before: { en: 'more lines before these are not shown', zh: '行更早的内容未显示' },
  behind: { en: 'more lines after these are not shown', zh: '行更晚的内容未显示' },
  cut: { en: 'a source has more lines in this span than are shown', zh: '某个来源在此时段内的行数多于所显示的' },
  nothing: { en: 'no line of any source was written at that time', zh: '该时段内没有任何来源的日志行' },
} as const satisfies Record<string, Localized>;

const widestNode = 24;
const widestPlace = 44;
/** Characters of one line that are shown. */
const maxText = 2000;
const noColumns = { node: 0, place: 0, placeEnd: 0, words: 0 };

/**
 * The text, headings first. `namesOf`: how sources are called among each other; `isEvent`: whether a line was recognised, which its mark says: `●` beside `·`.
 */
export function timelineRows(
  merged: MergedLines,
  view: TimelineView,
  report: Pick<Report, 'sources'>,
  namesOf: (sources: readonly string[]) => (source: string) => string,
  isEvent: (line: TimedLine) => boolean,
  language: Language,
): TimelineRow[] {
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  const used = [...new Set(merged.lines.map(({ source }) => source))];
  const nameOf = namesOf(used);
  // Whose lines all these are is said in the heading.
  const nodeOf = (source: string): string =>
    view.node === null ? cut(visible(sources.get(source)?.node ?? ''), widestNode) : '';
  const placeOf = ({ source, line }: TimedLine): string => `${tail(visible(nameOf(source)), widestPlace)}:${line}`;
  const widths = {
    node: Math.max(0, ...used.map((source) => nodeOf(source).length)),
    place: merged.lines.reduce((most, line) => Math.max(most, placeOf(line).length), 0),
  };
  const rows = headings(merged, view, used, sources, nameOf, language);
  const placers = new Map(
    used.flatMap((id) => {
      const source = sources.get(id);
      return source === undefined ? [] : [[id, new LinePlacer(source)] as const];
    }),
  );
  let day = '';
  for (const of of merged.lines) {
    const iso = isoIn(of.timeMs, view.zoneMinutes);
    if (iso.slice(0, 10) !== day) {
      day = iso.slice(0, 10);
      rows.push(heading(`── ${day} ${zoneOf(view)} ──`));
    }
    const node = nodeOf(of.source).padEnd(widths.node);
    const place = placeOf(of);
    const nodeAt = 14;
    const placeAt = nodeAt + node.length + (node.length > 0 ? 2 : 0);
    const head = `${iso.slice(11, 23)}  ${node}${node.length > 0 ? '  ' : ''}${place.padEnd(widths.place)} ${isEvent(of) ? '●' : '·'} `;
    const skipped = placers.get(of.source)?.wordsStart(of.text) ?? 0;
    rows.push({
      of,
      text: head + cut(visible(of.text.slice(skipped)), maxText),
      skipped,
      columns: { node: nodeAt, place: placeAt, placeEnd: placeAt + place.length, words: head.length },
    });
  }
  if (merged.leftOut[1] > 0) rows.push(heading(`… ${merged.leftOut[1]} ${words.behind[language]}`));
  return rows;
}

function headings(
  merged: MergedLines,
  view: TimelineView,
  used: readonly string[],
  sources: ReadonlyMap<string, Report['sources'][number]>,
  nameOf: (source: string) => string,
  language: Language,
): TimelineRow[] {
  const say = (name: keyof typeof words): string => words[name][language];
  const clock = (ms: number): string => isoIn(ms, view.zoneMinutes).slice(0, 19).replace('T', ' ');
  const parts = [
    // No dash: editors draw a box around what could be mistaken for another character.
    `${clock(view.atMs - view.spanMs)} - ${clock(view.atMs + view.spanMs)} ${zoneOf(view)}`,
    view.node === null ? say('allNodes') : visible(view.node),
    `${merged.lines.length} ${say('lines')} ${used.length} ${say('sources')}`,
    ...(view.isEventsOnly ? [say('events')] : []),
  ];
  const moved = used.flatMap((id) => {
    const skew = sources.get(id)?.clock.skewMs ?? 0;
    return skew === 0 ? [] : [`${visible(nameOf(id))} ${skew > 0 ? '+' : '-'}${Math.abs(skew) / 1000} s`];
  });
  return [
    heading(`${say('timeline')} ${parts.join(' · ')}`),
    ...(moved.length > 0 ? [heading(`${say('corrected')}: ${moved.join(', ')}`)] : []),
    ...(merged.lines.length === 0 ? [heading(say('nothing'))] : []),
    ...(merged.isCut ? [heading(say('cut'))] : []),
    ...(merged.leftOut[0] > 0 ? [heading(`… ${merged.leftOut[0]} ${say('before')}`)] : []),
  ];
}

function heading(text: string): TimelineRow {
  return { of: null, text, skipped: 0, columns: noColumns };
}

function isoIn(ms: number, zoneMinutes: number): string {
  const shown = ms + zoneMinutes * 60_000;
  return Math.abs(shown) > 8.6e15 ? '?'.repeat(24) : new Date(shown).toISOString();
}

function zoneOf({ zoneMinutes }: TimelineView): string {
  return zoneMinutes === 0 ? 'UTC' : `UTC${formatOffset(zoneMinutes)}`;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** The end of a long name tells more than its beginning. */
function tail(text: string, most: number): string {
  return text.length > most ? `…${text.slice(text.length - most + 1)}` : text;
}
