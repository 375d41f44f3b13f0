/** Reads a rule file's YAML (or JSON, which is YAML) with the place of every value, within limits that no honest file meets. */
import type { Node } from 'yaml';
import { isMap, isScalar, isSeq, Lexer, LineCounter, Parser, parseDocument } from 'yaml';
import type { Localized } from '../engine/index';
import type { RuleProblem } from './problem';
import type { ValuePath } from './validate';

/** Rule files larger than this are not read. */
const maxFileBytes = 1024 * 1024;
const maxDepth = 12;
/** Nesting at which reading ends before anything is built: building recurses, and a stack that is used up can end the whole process. */
const maxOpen = 100;
/** Words (names, values, marks, breaks) of a file; ten of them stand in a usual rule's line at most. */
const maxWords = 250_000;
/** Faults told of one file: the rest follows from the first ones. */
const maxErrors = 100;

const tooDeep: Localized = { en: 'is nested too deeply', zh: '嵌套过深' };

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
  const excess = excessOf(text);
  if (excess !== null)
    return { value: undefined, problems: [place(0, 1, excess)], problemAt: () => place(0, 1, excess) };
  const document = parseDocument(text, {
    lineCounter: counter,
    schema: 'core',
    merge: false,
    prettyErrors: false,
    // The library compares every pair of names; below, each is looked up once.
    uniqueKeys: false,
  });
  const problems = document.errors
    .slice(0, maxErrors)
    .map(({ pos, message }) => place(pos[0], pos[1], { en: message, zh: `YAML 错误:${message}` }));
  for (const range of repeatedNames(document.contents).slice(0, maxErrors)) {
    problems.push(place(range[0], range[1], { en: 'this name is there already', zh: '该名称已存在' }));
  }
  const problemAt = (path: ValuePath, atKey: boolean, message: Localized): RuleProblem => {
    const [start, end] = rangeOf(document.contents, path, atKey);
    return place(start, end, message);
  };
  if (problems.length > 0) return { value: undefined, problems, problemAt };
  if (depthOf(document.contents) > maxDepth) {
    return { value: undefined, problems: [place(0, 1, tooDeep)], problemAt };
  }
  // Aliases are what makes small files huge: rule files do without.
  const value: unknown = safely(() => document.toJS({ maxAliasCount: 0 }));
  if (value instanceof Error) {
    const message = { en: 'aliases (*name) are not supported', zh: '不支持别名(*name)' };
    return { value: undefined, problems: [place(0, 1, message)], problemAt };
  }
  return { value, problems, problemAt };
}

/** What makes a file dear to build; looks at its words only, one after the other. */
function excessOf(text: string): Localized | null {
  const parser = new Parser();
  let words = 0;
  for (const word of new Lexer().lex(text)) {
    words++;
    if (words > maxWords)
      return { en: `has more than ${maxWords} words; split it`, zh: `超过 ${maxWords} 个词,请拆分` };
    // What comes out does not matter, only what is open.
    for (const _ of parser.next(word)) if (parser.stack.length > maxOpen) return tooDeep;
    if (parser.stack.length > maxOpen) return tooDeep;
  }
  return null;
}

/** Ranges of names that stand in their map a second time. */
function repeatedNames(node: unknown): (readonly [number, number])[] {
  if (isSeq(node)) return node.items.flatMap(repeatedNames);
  if (!isMap(node)) return [];
  const seen = new Set<unknown>();
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? key.value : key;
    const isRepeated = seen.has(name);
    seen.add(name);
    const range = nodeRange(key);
    return [...(isRepeated && range !== undefined ? [range] : []), ...repeatedNames(value)];
  });
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
