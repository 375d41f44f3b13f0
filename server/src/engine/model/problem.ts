/** What could not be read or understood: data that travels with the report, never an exception. */

/** A remark on a source that did not stop its reading. */
export interface Problem {
  /** 1-based line, or 0 when the remark is about the whole source. */
  readonly line: number;
  readonly reason: string;
}

/** A stretch of a source whose bytes are in no record: nothing is lost in silence. */
export interface Gap {
  /** Byte range in the decoded stream, half open. */
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  /** True when reading again might succeed (an I/O error), false when the bytes themselves are at fault. */
  readonly retry: boolean;
}
