/** The logs that a pod's own containers wrote: files whose paths name it. Their lines are about it, whether they name it or not. */
import type { SourceReport } from '../model/report';
import type { FollowedThing } from './thingNames';

/** Logs of one pod that are listed, those that were written last. */
const mostLogs = 8;
/** Of each the last lines are listed: they tell how it ended. */
const listedLines = 200;

/** Sources whose paths name pods, by each of the names. */
export type LogsByAuthor = ReadonlyMap<string, readonly SourceReport[]>;

/** A log that the followed pod wrote, and which of its lines are listed. */
export interface OwnLog {
  readonly source: string;
  readonly lines: number;
  /** 1-based, both inclusive. */
  readonly first: number;
  readonly last: number;
}

/** Sorts out whose logs the sources of a report are. */
export function logsByAuthor(sources: Iterable<SourceReport>): LogsByAuthor {
  const logs = new Map<string, SourceReport[]>();
  for (const source of sources) {
    const { pod, uid, container } = source.author ?? {};
    for (const name of [pod, uid, container?.slice(0, 12)]) {
      if (name === undefined) continue;
      const known = logs.get(name);
      if (known === undefined) logs.set(name, [source]);
      else known.push(source);
    }
  }
  return logs;
}

/** The logs that it wrote itself. */
export function ownLogsOf({ kind, name, spellings }: FollowedThing, logs: LogsByAuthor): OwnLog[] {
  if (kind !== 'pod' && kind !== 'container') return [];
  const [namespace, pod] = name.includes('/') ? name.split('/') : [];
  const own = new Set<SourceReport>();
  for (const spelling of spellings) {
    for (const source of logs.get(spelling) ?? []) {
      const isNamesake = spelling === pod && (source.author?.namespace ?? namespace) !== namespace;
      if (!isNamesake && source.lines > 0) own.add(source);
    }
  }
  return [...own]
    .sort((a, b) => (b.last?.timeMs ?? 0) - (a.last?.timeMs ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, mostLogs)
    .map(({ id, lines }) => ({ source: id, lines, first: Math.max(1, lines - listedLines + 1), last: lines }));
}
