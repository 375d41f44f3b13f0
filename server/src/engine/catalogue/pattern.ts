/** What a signature's pattern must be able to do: the built-in ones are native, those of users run on an engine that is linear in time. */

/** Where a pattern matched. */
export interface PatternMatch {
  readonly index: number;
  readonly length: number;
  /** Named groups that took part. */
  readonly groups: Readonly<Record<string, string>>;
}

/** A pattern of the built-in catalogue, one that is written out of a table, or one of a user. */
export type Pattern = RegExp | WrittenPattern | TextPattern;

/** A native pattern as text: there are hundreds of them, and most are never asked. */
export interface WrittenPattern {
  readonly source: string;
}

/** A pattern that finds its first match from an offset on; it keeps no state between calls. */
export interface TextPattern {
  readonly source: string;
  find(text: string, from: number): PatternMatch | null;
}
