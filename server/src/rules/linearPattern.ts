/** Patterns of users run on RE2's algorithm: the time is linear in the text whatever the pattern. */
import { RE2JS, RE2JSException } from 're2js';
import type { PatternMatch, TextPattern } from '../engine/index';

/** Programs larger than this are refused: they would be linear, but slow. */
const maxProgramSize = 4000;

/** A compiled pattern, or the reason why it is none. */
export type CompiledPattern = { readonly pattern: TextPattern } | { readonly error: string };

/** Compiles a user's pattern. */
export function compilePattern(source: string): CompiledPattern {
  try {
    const compiled = RE2JS.compile(source);
    if (compiled.programSize() > maxProgramSize) return { error: 'the pattern is too large' };
    return { pattern: new LinearPattern(source, compiled) };
  } catch (error) {
    if (error instanceof RE2JSException || error instanceof Error) return { error: error.message };
    throw error;
  }
}

class LinearPattern implements TextPattern {
  private readonly names: readonly string[];

  constructor(
    readonly source: string,
    private readonly compiled: RE2JS,
  ) {
    this.names = Object.keys(compiled.namedGroups());
  }

  find(text: string, from: number): PatternMatch | null {
    if (from > text.length) return null;
    const matcher = this.compiled.matcher(text);
    if (!matcher.find(from)) return null;
    const groups: Record<string, string> = {};
    for (const name of this.names) {
      const value = matcher.group(name);
      if (value !== null) groups[name] = value;
    }
    return { index: matcher.start(), length: matcher.end() - matcher.start(), groups };
  }
}

/**
 * The longest plain text that stands in every match of a pattern: a run of plain characters at the top level, outside groups,
 * classes and alternatives, none of them optional. `null` when there is none of the wanted length.
 */
export function literalOf(source: string, least: number): string | null {
  if (hasTopLevelChoice(source)) return null;
  let best = '';
  let run = '';
  let depth = 0;
  const close = (): void => {
    if (run.length > best.length) best = run;
    run = '';
  };
  for (let at = 0; at < source.length; ) {
    const token = nextToken(source, at);
    at += token.length;
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at))?.[0] ?? '';
    if (token === '(') depth++;
    else if (token === ')') depth--;
    const plain = depth === 0 ? plainCharacter(token) : null;
    if (plain === null) close();
    else if (quantifier === '') run += plain;
    else {
      if (/^(?:\+|\{[1-9])/.test(quantifier)) run += plain;
      close();
    }
    at += quantifier.length;
  }
  close();
  return best.length >= least ? best : null;
}

/** One element: an escape, a class, or a character; what opens a group is told as `(` alone. */
function nextToken(source: string, at: number): string {
  const rest = source.slice(at);
  return /^(?:\\.|\[(?:\\.|[^\]\\])+\]|[\s\S])/.exec(rest)?.[0] ?? rest.slice(0, 1);
}

/** The character that a token stands for when it is plain ASCII that no log escapes; else `null`. */
function plainCharacter(token: string): string | null {
  const escaped = /^\\([^\w\s])$/.exec(token)?.[1];
  const character = escaped ?? token;
  if (character.length !== 1 || /["\\<>&]/.test(character) || !/[ -~]/.test(character)) return null;
  return escaped === undefined && /[.^$|()[\]{}*+?]/.test(character) ? null : character;
}

function hasTopLevelChoice(source: string): boolean {
  let depth = 0;
  for (let at = 0; at < source.length; ) {
    const token = nextToken(source, at);
    at += token.length;
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else if (token === '|' && depth === 0) return true;
  }
  return source.startsWith('(?i') || source.startsWith('(?s');
}
