/** `causeline timeline`: prints what all sources say around a line or an instant, merged by their corrected clocks. */
import type { Report, SourceAsk, TimelineView } from '../engine/index';
import { findTimeline, timelineRows, timeOfLine } from '../engine/index';
import { machine } from '../node/machine';
import type { TimelineCommand } from './arguments';
import { readCase } from './reading';
import { inert, type Terminal } from './terminal';
import { UsageError } from './usage';

/** Bytes of one piece of a source. */
const maxPieceBytes = 16 * 1024 * 1024;

/** Runs the command; the exit status: 1 when there is no line at that time. */
export async function runTimeline(command: TimelineCommand, terminal: Terminal): Promise<number> {
  const reading = await readCase(command, terminal);
  if (reading === null) return 2;
  const { report, read } = reading;
  const answer = async ({ source, ...lines }: SourceAsk): Promise<string> =>
    (await machine.readLines(read.sources.get(source) ?? '', source, lines, maxPieceBytes)) ?? '';
  const view = await viewOf(command, report, answer);
  const merged = await answered(findTimeline(report, view, command.limit), answer);
  const events = new Set(report.events.map(({ source, line }) => `${line}:${source}`));
  const rows = timelineRows(
    merged,
    view,
    report,
    () => (id) => id,
    ({ source, line }) => events.has(`${line}:${source}`),
    command.language,
  );
  await terminal.write(`${rows.map(({ text }) => inert(text)).join('\n')}\n`);
  if (read.losses > 0) return 3;
  return merged.lines.length === 0 ? 1 : 0;
}

async function viewOf(
  { at, spanMs, node, isEventsOnly }: TimelineCommand,
  report: Report,
  answer: (ask: SourceAsk) => Promise<string>,
): Promise<TimelineView> {
  const view = { spanMs, node, isEventsOnly };
  if ('timeMs' in at) return { ...view, atMs: at.timeMs, zoneMinutes: at.zoneMinutes };
  const source = report.sources.find(({ id }) => id === at.source);
  if (source === undefined)
    throw new UsageError(`there is no source '${at.source}'; causeline triage --format json lists their ids`);
  const search = timeOfLine(source, at.line);
  let step = search.next();
  while (step.done !== true) step = search.next(await answer({ source: source.id, ...step.value }));
  if (step.value === null)
    throw new UsageError(`line ${at.line} of '${at.source}' has no time; name a line with one, or an instant`);
  return { ...view, atMs: step.value, zoneMinutes: source.clock.zoneMinutes };
}

async function answered<Result>(
  search: Generator<SourceAsk, Result, string>,
  answer: (ask: SourceAsk) => Promise<string>,
): Promise<Result> {
  let step = search.next();
  while (step.done !== true) step = search.next(await answer(step.value));
  return step.value;
}
