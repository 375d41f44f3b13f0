/** What became of every byte of a journal file: the sum of all parts is the file's size. */

import type { Localized } from '../model/localized';

/** Bytes by what they are. */
export interface JournalAccount {
  header: number;
  /** Entries that were read. */
  entries: number;
  /** Field values. */
  data: number;
  /** Names of fields. */
  fields: number;
  /** Hash tables and entry arrays: what they say follows from the rest. */
  indexes: number;
  /** Seals. */
  tags: number;
  /** Objects of later versions, and what journald freed. */
  other: number;
  /** Zeros behind the last object, allocated and never written. */
  unused: number;
  /** Bytes that could not be understood or read. */
  lost: number;
}

/** An account with nothing on it. */
export function emptyAccount(): JournalAccount {
  return {
    header: 0,
    entries: 0,
    data: 0,
    fields: 0,
    indexes: 0,
    tags: 0,
    other: 0,
    unused: 0,
    lost: 0,
  };
}

/** A stretch of the file that was lost. */
export interface Loss {
  readonly start: number;
  readonly end: number;
  readonly reason: Localized;
  /** Reading again might succeed. */
  readonly retry: boolean;
}
