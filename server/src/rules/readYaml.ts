/** Reads a rule file's YAML (or JSON, which is YAML) with the place of every value, within limits that no honest file meets. */
import type { Node } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Localized } from '../engine/index';
import type { RuleProblem } from './problem';
import type { ValuePath } from './validate';

/** Rule files larger than this are not read. */
export const maxFileBytes = 1024 * 1024;
const maxDepth = 12;

/** A parsed file. */
export interface ReadFile {
  readonly value: unknown;
  readonly problems: readonly RuleProblem[];
  /** A problem at the place of a value, or of the name of a member. */
  problemAt(path: ValuePath, atKey: boolean, message: Localized): RuleProblem;
}

/** Parses a file; when it is no YAML at all, `value` is `undefined` and the problems say where it breaks. */
export function readYaml(file: string, text: string): ReadFile {
  const counter = new LineCounter();
  const place = (start: number, end: number, message: Localized): RuleProblem => {
    const { line, col } = counter.linePos(Math.max(0, start));
    const firstLineEnd = text.indexOf('\n', start);
    const stop = firstLineEnd < 0 ? end : Math.min(end, firstLineEnd);
    return { file, line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, stop - start), message };
  };
  if (text.length > maxFileBytes) {
    const message = { en: 'is larger than 1 MiB; split it', zh: '超过 1 MiB,请拆分' };
    return { value: undefined, problems: [place(0, 1, message)], problemAt: () => place(0, 1, message) };
  }
  const document = parseDocument(text, { lineCounter: counter, schema: 'core', merge: false, prettyErrors: false });
  const problems = document.errors.map(({ pos, message }) =>
    place(pos[0], pos[1], { en: message, zh: `YAML 错误:${message}` }),
  );
  const problemAt = (path: ValuePath, atKey: boolean, message: Localized): RuleProblem => {
    const [start, end] = rangeOf(document.contents, path, atKey);
    return place(start, end, message);
  };
  if (problems.length > 0) return { value: undefined, problems, problemAt };
  if (depthOf(document.contents) > maxDepth) {
    const message = { en: 'is nested too deeply', zh: '嵌套过深' };
    return { value: undefined, problems: [place(0, 1, message)], problemAt };
  }
  // Aliases are what makes small files huge: rule files do without.
  const value: unknown = safely(() => document.toJS({ maxAliasCount: 0 }));
  if (value instanceof Error) {
    const message = { en: 'aliases (*name) are not supported', zh: '不支持别名(*name)' };
    return { value: undefined, problems: [place(0, 1, message)], problemAt };
  }
  return { value, problems, problemAt };
}

function safely(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function depthOf(node: unknown): number {
  if (isMap(node)) return 1 + node.items.reduce((most, pair) => Math.max(most, depthOf(pair.value)), 0);
  if (isSeq(node)) return 1 + node.items.reduce<number>((most, item) => Math.max(most, depthOf(item)), 0);
  return 0;
}

/** Offsets of the value at a path, of its name, or of the nearest part that is there. */
function rangeOf(contents: Node | null, path: ValuePath, atKey: boolean): readonly [number, number] {
  let node: unknown = contents;
  let range = nodeRange(contents) ?? [0, 1];
  path.forEach((step, index) => {
    const isLast = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      const keyRange = nodeRange(pair?.key);
      node = pair?.value;
      range = (isLast && atKey ? keyRange : (nodeRange(node) ?? keyRange)) ?? range;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      range = nodeRange(node) ?? range;
    }
  });
  return range;
}

function nodeRange(node: unknown): readonly [number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const [start, end] = node.range;
  return typeof start === 'number' && typeof end === 'number' ? [start, end] : undefined;
}
