/** How the journal reader gets at bytes without knowing a file: it asks, whoever runs it answers. */

import type { Localized } from '../model/localized';
import type { BootTie } from '../model/sourceInfo';

/** What the reader needs before it can go on. */
export type JournalAsk =
  /** Bytes of a file; fewer at its end. */
  | {
      readonly kind: 'read';
      readonly file: number;
      readonly offset: number;
      readonly length: number;
    }
  /** A compressed payload, decoded; a failure when it is damaged or longer than `limit`. Of `lz4` the decoded size stands in front in eight bytes. */
  | {
      readonly kind: 'decode';
      readonly method: 'xz' | 'lz4' | 'zstd';
      readonly bytes: Uint8Array;
      readonly limit: number;
    };

/** The bytes asked for, or why they cannot be had, in the machine's words. */
export type JournalAnswer = Uint8Array | { readonly failure: string };

/** A piece of the journal's text, or word of bytes of a file that are not in it. */
export type JournalPart = JournalText | JournalGap;

/** Whole lines. */
export interface JournalText {
  readonly kind: 'text';
  readonly bytes: Uint8Array;
  /** When the first of its entries was written; not with every piece. */
  readonly tie: BootTie | null;
}

/** Word of what is not in the text, or not as it was written. */
export interface JournalGap {
  readonly kind: 'gap';
  /** `unverified`: the text is there, but it is not what was written; `padding`: nothing is missing. */
  readonly cost: 'loss' | 'unverified' | 'padding';
  /** Bytes `[start, end)` of the file; empty where nobody can know which they were. */
  readonly file: number;
  readonly start: number;
  readonly end: number;
  readonly reason: Localized;
  /** Reading again might succeed. */
  readonly retry: boolean;
}

/** A part of the reader's work that may have to ask. */
export type Asking<Result> = Generator<JournalAsk, Result, JournalAnswer>;

/** Asks for bytes of a file. */
export function* askBytes(file: number, offset: number, length: number): Asking<JournalAnswer> {
  return yield { kind: 'read', file, offset, length };
}
