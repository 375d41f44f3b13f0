/** `causeline follow`: prints every line of every source that is about one pod, container or other thing, by time. */
import type { FollowResult, Language, Report } from '../engine/index';
import {
  formatInstant,
  Identities,
  identifierOfName,
  lineCount,
  logsByAuthor,
  Pursuit,
  sightingsOf,
} from '../engine/index';
import { fastMeans } from '../node/fastKernel';
import { followInto } from '../node/followInto';
import { machine } from '../node/machine';
import { NameIndexes } from '../node/nameIndexes';
import type { FollowCommand } from './arguments';
import { readCase } from './reading';
import { inert, type Terminal } from './terminal';

/** Bytes read of one log that the followed thing wrote itself. */
const maxOwnBytes = 4 * 1024 * 1024;

const words = {
  about: { en: ' about', zh: '与之相关：' },
  known: { en: 'also known as', zh: '其他名称' },
  own: {
    en: 'its own log, marked *: the last {listed} of {lines} lines of',
    zh: '其自身日志（标有 *），共 {lines} 行中的最后 {listed} 行：',
  },
  ownWhole: { en: 'its own log, marked *, whole:', zh: '其自身日志（标有 *），全部：' },
  more: { en: 'more lines are not printed; --limit prints them', zh: '行未打印；可用 --limit 调整' },
};

/** Runs the command; the exit status: 1 when nothing mentions it. */
export async function runFollow(command: FollowCommand, terminal: Terminal): Promise<number> {
  // What the records say tells the clocks of the sources and which names mean the same pod.
  const reading = await readCase(command, terminal);
  if (reading === null) return 2;
  const { report, read } = reading;
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  const nodes = new Set(report.sources.flatMap(({ node }) => node ?? []));
  const known = {
    identities: new Identities(sightingsOf(report)),
    sources: new Set(sources.keys()),
    logs: logsByAuthor(report.sources),
  };
  const pursuit = new Pursuit(identifierOfName(command.name, nodes), known, fastMeans());
  const names = new NameIndexes();
  const control = { signal: new AbortController().signal, cacheFolder: command.cache };
  // What an earlier run has learned helps this one; what is not known yet is learned when the answer is out.
  if (command.cache !== null) await names.build(command.paths, { ...control, indexStretch: async () => null });
  await followInto(pursuit, read.found, { names, limits: command.limits });
  for (const log of pursuit.ownLogs()) {
    const text = await machine.readLines(read.sources.get(log.source) ?? '', log.source, log, maxOwnBytes);
    if (text !== null) pursuit.takeOwn(log, text);
  }
  const result = pursuit.result((id) => sources.get(id), command.limit);
  await terminal.write(command.format === 'json' ? toJson(result) : toLines(result, sources, command.language));
  if (command.cache !== null) await names.build(command.paths, control);
  if (read.losses > 0) return 3;
  return result.total === 0 ? 1 : 0;
}

function toJson({ thing, mentions, total, ownLogs }: FollowResult): string {
  const listed = mentions.map(({ source, line, text, timeMs, isOwn }) => ({
    source,
    line,
    time: timeMs === null ? null : new Date(timeMs).toISOString(),
    text,
    own: isOwn,
  }));
  return `${JSON.stringify({ ...thing, total, ownLogs, mentions: listed }, null, 1)}\n`;
}

function toLines(
  { thing, mentions, total, ownLogs }: FollowResult,
  sources: ReadonlyMap<string, Report['sources'][number]>,
  language: Language,
): string {
  const node = thing.node === null ? '' : ` (${thing.node})`;
  const names = thing.spellings.filter((spelling) => spelling !== thing.name);
  const lines = [
    `${lineCount(total, language)}${words.about[language]} ${thing.kind} ${inert(thing.name)}${inert(node)}`,
  ];
  if (names.length > 0) lines.push(`${words.known[language]}: ${inert(names.join(', '))}`);
  for (const { source, lines: all, first, last } of ownLogs) {
    const listed = last - first + 1;
    const phrase = (listed === all ? words.ownWhole : words.own)[language];
    const told = phrase.replace('{listed}', String(listed)).replace('{lines}', String(all));
    lines.push(`${told} ${inert(source)}`);
  }
  for (const { source, line, text, timeMs, isOwn } of mentions) {
    const zone = sources.get(source)?.clock.zoneMinutes ?? 0;
    const time = timeMs === null ? '-' : formatInstant(timeMs, zone);
    lines.push(`${time}  ${isOwn ? '*' : ''}${inert(source)}:${line}: ${inert(text.trim())}`);
  }
  if (total > mentions.length) lines.push(`${total - mentions.length} ${words.more[language]}`);
  return `${lines.join('\n')}\n`;
}
