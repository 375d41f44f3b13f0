/** Level words of all loggers, in any case, as severities: without a string or a pattern. */
import type { SeverityCode } from '../../model/severity';
import { noSeverity, severityCode } from '../../model/severity';

const longestWord = 9;

/** Letters folded to 5 bits each; up to nine fit into an exact number. */
function keyOf(word: string): number {
  let key = 0;
  for (let index = 0; index < word.length; index++) key = key * 32 + (word.charCodeAt(index) & 31);
  return key;
}

const words: ReadonlyMap<number, SeverityCode> = new Map(
  (
    [
      [severityCode.fatal, 'emerg emergency alert crit critical fatal fata ftl panic pani dpanic'],
      [severityCode.error, 'err error erro severe'],
      [severityCode.warning, 'warn warning wrn'],
      [severityCode.info, 'info inf notice'],
      [severityCode.debug, 'debug debg dbg trace trac trc'],
    ] as const
  ).flatMap(([code, list]) => list.split(' ').map((word): [number, SeverityCode] => [keyOf(word), code])),
);

/** Severity of the level word in `bytes[start, end)`, in any case; `noSeverity` when it is none. */
export function severityOfWord(bytes: Uint8Array, start: number, end: number): SeverityCode {
  if (end - start < 3 || end - start > longestWord) return noSeverity;
  let key = 0;
  for (let position = start; position < end; position++) {
    const value = bytes[position] ?? 0;
    const lower = value | 32;
    if (lower < 97 || lower > 122) return noSeverity;
    key = key * 32 + (lower & 31);
  }
  return words.get(key) ?? noSeverity;
}

/** Position after the run of ASCII letters at `at`. */
export function skipLetters(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end) {
    const lower = (bytes[position] ?? 0) | 32;
    if (lower < 97 || lower > 122) break;
    position++;
  }
  return position;
}
