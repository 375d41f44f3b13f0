/** `causeline follow`: prints every line of every source that is about one pod, container or other thing, by time. */
import type { FollowResult, Language, Report } from '../engine/index';
import { createEngine, formatInstant, identifierOfName, Pursuit } from '../engine/index';
import { fastMeans } from '../node/fastKernel';
import { readInto, scanInto } from '../node/readSources';
import { threadsFor } from '../node/workerPool';
import type { FollowCommand } from './arguments';
import { inert, type Terminal } from './terminal';

const words = {
  found: { en: 'lines about', zh: '行与之相关：' },
  known: { en: 'also known as', zh: '其他名称' },
  more: { en: 'more lines are not printed; --limit prints them', zh: '行未打印；可用 --limit 调整' },
};

/** Runs the command; the exit status: 1 when nothing mentions it. */
export async function runFollow(command: FollowCommand, terminal: Terminal): Promise<number> {
  const { paths, language } = command;
  const means = fastMeans();
  const engine = createEngine(means);
  // What the records say tells the clocks of the sources and which names mean the same pod.
  const read = await readInto(engine, paths, { threads: threadsFor(engine.scanOptions) });
  if (read.sources.size === 0) {
    terminal.error(`causeline: nothing to read in ${paths.join(' ')}; name a folder or file that holds logs`);
    return 2;
  }
  const report = engine.report();
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  const nodes = new Set(report.sources.flatMap(({ node }) => node ?? []));
  const pursuit = new Pursuit(identifierOfName(command.name, nodes), report, means.createKernel);
  while (pursuit.begin()) await scanInto(pursuit, paths);
  const result = pursuit.result((id) => sources.get(id), command.limit);
  await terminal.write(command.format === 'json' ? toJson(result) : toLines(result, sources, language));
  if (read.losses > 0) return 3;
  return result.total === 0 ? 1 : 0;
}

function toJson({ thing, mentions, total }: FollowResult): string {
  const listed = mentions.map(({ source, line, text, timeMs }) => ({
    source,
    line,
    time: timeMs === null ? null : new Date(timeMs).toISOString(),
    text,
  }));
  return `${JSON.stringify({ ...thing, total, mentions: listed }, null, 1)}\n`;
}

function toLines(
  { thing, mentions, total }: FollowResult,
  sources: ReadonlyMap<string, Report['sources'][number]>,
  language: Language,
): string {
  const node = thing.node === null ? '' : ` (${thing.node})`;
  const names = thing.spellings.filter((spelling) => spelling !== thing.name);
  const lines = [`${total} ${words.found[language]} ${thing.kind} ${inert(thing.name)}${inert(node)}`];
  if (names.length > 0) lines.push(`${words.known[language]}: ${inert(names.join(', '))}`);
  for (const { source, line, text, timeMs } of mentions) {
    const zone = sources.get(source)?.clock.zoneMinutes ?? 0;
    const time = timeMs === null ? '-' : formatInstant(timeMs, zone);
    lines.push(`${time}  ${inert(source)}:${line}: ${inert(text.trim())}`);
  }
  if (total > mentions.length) lines.push(`${total - mentions.length} ${words.more[language]}`);
  return `${lines.join('\n')}\n`;
}
