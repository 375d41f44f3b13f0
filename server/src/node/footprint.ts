/** What a run asked the disk for and was told: while the disk gives the same answers, the run would say the same. */
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { checksum } from './checksum';
import { diskPath, nameOf } from './diskNames';
import type { FileFacts } from './files';
import { toFacts } from './files';
import { identityNow } from './samples';

/** What is asked of a path; `identity` stands for all that is in a file. */
export type AskKind = 'facts' | 'targetFacts' | 'realPath' | 'list' | 'identity';

/** A question to the disk, its path, and the answer. */
export type Ask = readonly [kind: AskKind, path: string, answer: string];

/** A disk that takes longer for each of many answers is better asked for several at a time. */
const slowMs = 1;
const manyAsks = 64;

/** How the answers are written down. */
export const answerText = {
  facts: factsText,
  targetFacts: factsText,
  realPath: (path: string): string => path,
  list: (names: readonly string[]): string => checksum(Buffer.from(JSON.stringify([...names].sort()))),
  identity: (identity: string): string => identity,
  failure: (error: unknown): string =>
    `! ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`,
} as const;

/** Nobody asks for the size or date of a folder. */
function factsText({ kind, size, modifiedMs }: FileFacts): string {
  return kind === 'file' ? `${kind} ${size} ${modifiedMs}` : kind;
}

/** Whether the disk still gives the same answers; also false where finding out would take too long in this way. */
export function isUnchanged(asks: readonly Ask[]): boolean {
  const begun = performance.now();
  return asks.every(([kind, path, answer], index) => {
    const isSlow = index >= manyAsks && performance.now() - begun > index * slowMs;
    return !isSlow && answerNow(kind, path) === answer;
  });
}

function answerNow(kind: AskKind, path: string): string {
  try {
    return ask(kind, path);
  } catch (error) {
    return answerText.failure(error);
  }
}

function ask(kind: AskKind, path: string): string {
  switch (kind) {
    case 'facts':
      return answerText.facts(toFacts(lstatSync(diskPath(path))));
    case 'targetFacts':
      return answerText.targetFacts(toFacts(statSync(diskPath(path))));
    case 'realPath':
      return answerText.realPath(nameOf(realpathSync.native(diskPath(path), 'buffer')));
    case 'list':
      return answerText.list(readdirSync(diskPath(path), 'buffer').map(nameOf));
    case 'identity':
      return identityNow(path);
  }
}
