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
