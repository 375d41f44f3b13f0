/** Reads sources chunk by chunk and settles them into a report: the way from bytes to cause chains in one place. */
import type { Gap } from './model/problem';
import type { Report } from './model/report';

/** What the shell knows about a source before its first byte. */
export interface SourceInfo {
  /** Path relative to the argument it came from, with `/`; archive members as `bundle.tgz!/var/log/messages`. Unique. */
  readonly id: string;
  /** Last modification in UTC ms, when the shell knows it: the last resort for a missing year. */
  readonly modifiedMs: number | null;
}

/** What the user has decided, and what the engine cannot know by itself. */
export interface EngineOptions {
  /** Year for stamps without one, against all inference. */
  readonly year?: number;
  /** Minutes east of UTC for stamps without a zone, against all inference. */
  readonly zoneMinutes?: number;
  /** The most events kept with their text; more are counted only. */
  readonly maxEvents?: number;
}

/** Takes the bytes of one source, in order. */
export interface SourceReader {
  /** Decoded bytes, in pieces of any size; the piece is not kept and may be reused. */
  push(chunk: Uint8Array): void;
  /** Notes bytes that could not be had, at the current position. */
  gap(gap: Omit<Gap, 'start' | 'end'> & { readonly bytes: number }): void;
  /** No more bytes. */
  end(): void;
}

/** One triage: any number of sources in, one report out. */
export interface Engine {
  openSource(info: SourceInfo): SourceReader;
  /** Settles clocks, episodes and chains of what has been read so far; may be called again after more sources. */
  report(options?: { readonly partial?: boolean }): Report;
}

/** Creates an engine with the built-in catalogue. */
export function createEngine(_options: EngineOptions = {}): Engine {
  throw new Error('under construction');
}
