/** Gives every wording's pattern the same shape, whatever engine it runs on. */
import type { Pattern, PatternMatch, TextPattern } from '../catalogue/pattern';

const natives = new WeakMap<RegExp, TextPattern>();

/** The pattern of a wording. */
export function patternOf({ regex }: { readonly regex: Pattern }): TextPattern {
  return asPattern(regex);
}

/** Whether a text matches. */
export function matches(regex: Pattern, text: string): boolean {
  return asPattern(regex).find(text, 0) !== null;
}

/** Native ones are compiled once. */
function asPattern(regex: Pattern): TextPattern {
  if (!(regex instanceof RegExp)) return regex;
  const known = natives.get(regex);
  if (known !== undefined) return known;
  const pattern = new NativePattern(regex);
  natives.set(regex, pattern);
  return pattern;
}

class NativePattern implements TextPattern {
  /** Made when it is wanted: of thousands, most never are. */
  private everywhere: RegExp | null = null;

  constructor(private readonly regex: RegExp) {}

  get source(): string {
    return this.regex.source;
  }

  find(text: string, from: number): PatternMatch | null {
    this.everywhere ??= anywhere(this.regex);
    this.everywhere.lastIndex = from;
    const match = this.everywhere.exec(text);
    if (match === null) return null;
    return { index: match.index, length: match[0].length, groups: groupsOf(match.groups) };
  }
}

/** The same, to be searched for from any place on. */
function anywhere({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
}

const noGroups: Readonly<Record<string, string>> = {};

/** Those that took part. */
function groupsOf(all: Record<string, string | undefined> | undefined): Readonly<Record<string, string>> {
  if (all === undefined) return noGroups;
  const groups: Record<string, string> = {};
  for (const name in all) {
    const value = all[name];
    if (value !== undefined) groups[name] = value;
  }
  return groups;
}
