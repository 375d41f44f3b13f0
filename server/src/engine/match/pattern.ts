/** Gives every wording's pattern the same shape, whatever engine it runs on. */
import type { PatternMatch, TextPattern } from '../catalogue/pattern';
import type { Wording } from '../catalogue/signature';

const natives = new WeakMap<RegExp, TextPattern>();

/** The pattern of a wording; native ones are compiled once. */
export function patternOf({ regex }: Wording): TextPattern {
  if (!(regex instanceof RegExp)) return regex;
  const known = natives.get(regex);
  if (known !== undefined) return known;
  const pattern = new NativePattern(regex);
  natives.set(regex, pattern);
  return pattern;
}

class NativePattern implements TextPattern {
  readonly source: string;
  private readonly everywhere: RegExp;

  constructor(regex: RegExp) {
    this.source = regex.source;
    this.everywhere = new RegExp(regex.source, regex.flags.includes('g') ? regex.flags : `${regex.flags}g`);
  }

  find(text: string, from: number): PatternMatch | null {
    this.everywhere.lastIndex = from;
    const match = this.everywhere.exec(text);
    if (match === null) return null;
    const groups: Record<string, string> = {};
    for (const [name, value] of Object.entries(match.groups ?? {})) if (value !== undefined) groups[name] = value;
    return { index: match.index, length: match[0].length, groups };
  }
}
