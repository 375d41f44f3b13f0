/** An event before its source's clock is settled: what the scan knows the moment it recognises a record. */
import type { Entities } from '../model/entity';
import type { RawStamp } from './stamp';

/** One recognised record, or one part of it that a second signature recognised. */
export interface RawEvent {
  /** Index into the catalogue's signatures. */
  readonly signature: number;
  readonly line: number;
  readonly endLine: number;
  readonly span: readonly [number, number] | null;
  /** Stamp of the outermost layer; `null` when the record has none. */
  readonly outer: RawStamp | null;
  /** Stamp of the innermost layer, when there are two. */
  readonly inner: RawStamp | null;
  readonly durationMs: number | null;
  readonly beganBeforeMs: number;
  /** Occurrences the record stands for, and over how long. */
  readonly count: number;
  readonly countSpanMs: number;
  readonly host: string | null;
  readonly unit: string | null;
  readonly entities: Entities;
  readonly captures: Readonly<Record<string, string>>;
  readonly text: string;
  /** Index, within the source's events, of the event whose text quotes this one; -1 when none does. */
  readonly quotedBy: number;
}
