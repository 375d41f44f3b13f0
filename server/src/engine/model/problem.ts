/** What could not be read or understood: data that travels with the report, never an exception. */
import type { Localized } from './localized';

/** A remark on a source that did not stop its reading. */
export interface Problem {
  /** 1-based line, or 0 when the remark is about the whole source. */
  readonly line: number;
  readonly reason: Localized;
}

/** A stretch of a source whose bytes are in no record, or in one that nothing vouches for: nothing is lost in silence. */
export interface Gap {
  /**
   * `loss`: bytes are missing; `unverified`: they are there, but a checksum says that they may be wrong; `hole`: the file has
   * nothing but NUL bytes there, as a crash or a truncation leaves them; `padding`: bytes that mean nothing by design.
   */
  readonly kind: 'loss' | 'unverified' | 'hole' | 'padding';
  /** Byte range in the decoded stream, half open; empty where nobody can know how many bytes there would have been. */
  readonly start: number;
  readonly end: number;
  readonly reason: Localized;
  /** True when reading again might succeed (an I/O error), false when the bytes themselves are at fault. */
  readonly retry: boolean;
  /** Byte range in the packed form, when that is where they are missing. */
  readonly packed?: { readonly form: string; readonly start: number; readonly end: number };
}

/** Where the bytes of a source went: the parts add up to all of it. */
export interface Ledger {
  /** Of records: their lines without line ends. */
  readonly records: number;
  /** Of lines that belong to no record: blank ones, markers, collected outputs, text before the first record. */
  readonly otherLines: number;
  readonly lineEnds: number;
  /** Left out: holes, and what could not be read. */
  readonly gaps: number;
}

/** Something that was found and is in no source. */
export interface Unread {
  readonly id: string;
  /** `loss`: it may hold evidence; `skipped`: it is no log, or the same as what was read, by what its bytes say. */
  readonly kind: 'loss' | 'skipped';
  readonly reason: Localized;
  readonly retry: boolean;
}

/** Whether a gap may cost evidence: padding does not. */
export function costsEvidence(gap: Pick<Gap, 'kind'>): boolean {
  return gap.kind !== 'padding';
}
