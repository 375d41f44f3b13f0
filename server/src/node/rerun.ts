/**
 * What a command line was answered, kept with all that the answer rests on: the same words over the same disk are answered again before
 * the program itself is there.
 */
import { fstatSync, lstatSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { checksum } from './checksum';
import type { Ask } from './footprint';
import { isUnchanged } from './footprint';
import { readOwnNow } from './ownership';
import { programVersion } from './programVersion';
import { printNow, writeFileNow } from './writeNow';

/** What was said, and how it ended. */
export interface Answer {
  readonly asks: readonly Ask[];
  /** Lines on standard error. */
  readonly errors: readonly string[];
  readonly status: number;
  /** File that the text was written to; `null` for standard output, which was no terminal. */
  readonly output: string | null;
}

const checksumDigits = 16;
const lineFeed = 10;

/** Where in its cache folder a program keeps the answer to these words: by all that it depends on and that is no file. */
export function answerPlace(folder: string, words: readonly string[]): string {
  const { version, env } = process;
  const language = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const rests = [programVersion(), version, language, process.cwd(), ...words];
  return join(folder, `answer-${checksum(Buffer.from(JSON.stringify(rests)))}.entry`);
}

/** An answer with its text as it is kept. */
export function toEntry(answer: Answer, text: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(answer)}\n`), text]);
  return Buffer.concat([Buffer.from(checksum(body)), body]);
}

/** Gives the answer that is kept for these words, when nothing that it rests on has changed; else says nothing and is `false`. */
export function answerAgain(words: readonly string[]): boolean {
  const at = words.indexOf('--cache');
  const folder = words[at + 1];
  if (words[0] !== 'triage' || at < 0 || folder === undefined) return false;
  const kept = keptAnswer(answerPlace(folder, words), words);
  if (kept === null) return false;
  const { answer, text } = kept;
  for (const line of answer.errors) console.error(line);
  process.exitCode = answer.status;
  try {
    if (answer.output === null) printNow(text);
    else writeFileNow(answer.output, text);
  } catch (error) {
    console.error(`causeline: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
  return true;
}

/** The answer that is kept at a place, when it is whole and holds. */
function keptAnswer(
  place: string,
  words: readonly string[],
): { readonly answer: Answer; readonly text: Uint8Array } | null {
  try {
    const bytes = readOwnNow(place);
    if (bytes === null) return null;
    const body = bytes.subarray(checksumDigits);
    if (checksum(body) !== bytes.toString('latin1', 0, checksumDigits)) return null;
    const end = body.indexOf(lineFeed);
    const answer = JSON.parse(body.toString('utf8', 0, end)) as Answer;
    if (!isAskedFor(answer.output, words) || !canWriteTo(answer.output) || !isUnchanged(answer.asks)) return null;
    const now = new Date();
    utimesSync(place, now, now);
    return { answer, text: body.subarray(end + 1) };
  } catch {
    return null;
  }
}

/** A kept answer comes with a folder that somebody else may have packed: only the words say which file is written. */
function isAskedFor(output: string | null, words: readonly string[]): boolean {
  return output === null || words.includes(output) || words.includes(`--output=${output}`);
}

/** What is neither a plain file nor to become one is written to by the program, and so is a terminal, which gets colours. */
function canWriteTo(output: string | null): boolean {
  if (output === null) return !(fstatSync(1).isCharacterDevice() && process.stdout.isTTY === true);
  return lstatSync(output, { throwIfNoEntry: false })?.isFile() !== false;
}
