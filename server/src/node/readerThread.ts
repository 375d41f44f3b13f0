/** Reading threads from outside; the first one is started before the program itself where a command asks for it or names so much that it will be wanted: it takes as long to start as the program does. */
import type { Stats } from 'node:fs';
import { lstatSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Tells a reading thread from any other use of the program. */
export interface ReaderMark {
  readonly causelineReader: true;
}

/** So much is read in the time that a further thread needs to start, and to compile what it runs. */
export const worthwhileBytes = 800_000_000;
/** Where there are more files than that, walking over them takes its time. */
const mostEntries = 2000;
/** Room for what a thread has just made: what reading makes is gone at once, and half of V8's own measure is enough for it. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/** What the bundle's first lines have started, for the program that they start: the two share nothing else. */
const early = globalThis as { causelineEarlyReader?: Worker | undefined };

/** A reading thread, by the file that it runs; it waits to be told what to read. */
export function newReader(file: string): Worker {
  const workerData: ReaderMark = { causelineReader: true };
  const worker = new Worker(file, { workerData, argv: [], stdout: false, resourceLimits });
  // A thread that waits for tasks does not keep the program alive.
  worker.unref();
  return worker;
}

/** Starts a thread for what the words of a command line name, where it is sure to be wanted. */
export function startReaderEarly(words: readonly string[], file: string): void {
  if (words[0] !== 'triage' || !isWanted(words)) return;
  const worker = newReader(file);
  // Whoever takes it sees that it has ended.
  worker.on('error', () => undefined);
  early.causelineEarlyReader = worker;
}

/** Whether the command line asks for further threads, or names so much that one pays. */
function isWanted(words: readonly string[]): boolean {
  // What is kept may spare reading it.
  if (words.some((word) => word.startsWith('--cache'))) return false;
  const asked = words.findLastIndex((word) => word.startsWith('--threads'));
  if (asked < 0) return availableParallelism() > 1 && isWorthwhile(words.slice(1));
  const [, count = words[asked + 1]] = (words[asked] as string).split('=');
  return Number(count) > 1;
}

/** The thread that was started early, if it still runs; only once. */
export function takeEarlyReader(): Worker | null {
  const worker = early.causelineEarlyReader;
  early.causelineEarlyReader = undefined;
  return worker === undefined || worker.threadId < 0 ? null : worker;
}

/** True when so much lies below these paths that a second thread pays. */
function isWorthwhile(paths: readonly string[]): boolean {
  let bytes = 0;
  const waiting = paths.map((path) => ({ path, facts: factsOf(path, statSync) }));
  for (let entries = 0; entries < mostEntries && bytes < worthwhileBytes; entries++) {
    const next = waiting.pop();
    if (next === undefined) break;
    if (next.facts?.isFile() === true) bytes += next.facts.size;
    else if (next.facts?.isDirectory() === true) waiting.push(...below(next.path));
  }
  return bytes >= worthwhileBytes;
}

/** `null` for what cannot be looked at, or is no path at all; where that matters the walk says so. */
function factsOf(path: string, look: (path: string) => Stats): Stats | null {
  try {
    return look(path);
  } catch {
    return null;
  }
}

/** What lies in a folder. */
function below(folder: string): { readonly path: string; readonly facts: Stats | null }[] {
  try {
    const paths = readdirSync(folder).map((name) => join(folder, name));
    return paths.slice(0, mostEntries).map((path) => ({ path, facts: factsOf(path, lstatSync) }));
  } catch {
    return [];
  }
}
