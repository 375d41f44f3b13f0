/** Gives every wording's pattern the same shape, whatever engine it runs on. */
import type { Pattern, PatternMatch, TextPattern, WrittenPattern } from '../catalogue/pattern';

const natives = new WeakMap<RegExp | WrittenPattern, TextPattern>();

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
  if ('find' in regex) return regex;
  const known = natives.get(regex);
  if (known !== undefined) return known;
  const pattern = new NativePattern(regex);
  natives.set(regex, pattern);
  return pattern;
}

class NativePattern implements TextPattern {
  /** Made when it is wanted: of thousands, most never are. With it the names of its groups: to go over those of a match takes longer. */
  private everywhere: RegExp | null = null;
  private names: readonly string[] = [];

  constructor(private readonly regex: RegExp | WrittenPattern) {}

  get source(): string {
    return this.regex.source;
  }

  find(text: string, from: number): PatternMatch | null {
    const everywhere = this.everywhere ?? this.prepare();
    everywhere.lastIndex = from;
    const match = everywhere.exec(text);
    if (match === null) return null;
    return { index: match.index, length: match[0].length, groups: groupsOf(match.groups, this.names) };
  }

  private prepare(): RegExp {
    const { source } = this.regex;
    const flags = this.regex instanceof RegExp ? this.regex.flags : '';
    const everywhere = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
    this.everywhere = everywhere;
    this.names = [...source.matchAll(/\(\?<(\w+)>/g)].map(([, name = '']) => name);
    return everywhere;
  }
}

const noGroups: Readonly<Record<string, string>> = {};

/** Those that took part. */
function groupsOf(
  all: Record<string, string | undefined> | undefined,
  names: readonly string[],
): Readonly<Record<string, string>> {
  if (all === undefined) return noGroups;
  const groups: Record<string, string> = {};
  for (const name of names) {
    const value = all[name];
    if (value !== undefined) groups[name] = value;
  }
  return groups;
}
