/** What a shell knows about a source before its first byte: its name, what the names around it state, the files it belongs with. */

import type { Entities } from './entity';

/** A date that stands in a name or a header next to the log, not in the log: it states no zone and is good to a day or so. */
export interface StatedDate {
  /** The date as written, read as if it were UTC. */
  readonly wallMs: number;
  /** `day` when no time of day is given. */
  readonly precision: 'day' | 'second';
  /** `until`: the log was written before (rotated, collected, packed then); `from`: the log was begun then. */
  readonly bound: 'until' | 'from';
  /** Where it stands: the source's own name, a folder's or an archive's, a gzip header, an archive's entry for the source; the clock, for what is piped in. */
  readonly from: 'name' | 'folder' | 'archive' | 'gzip' | 'entry' | 'now';
  /** The words that state it. */
  readonly text: string;
}

/** The place of a rotated file among those that were once one: `messages-20210513.gz`, `messages.2`, `messages.1`, `messages`. */
export interface Rotation {
  /** The same for all of them and for nothing else: the id that the newest has, or would have. */
  readonly set: string;
  /** Oldest smallest. */
  readonly rank: number;
}

/** A moment both ways: milliseconds since boot and since 1970. */
export interface BootTie {
  readonly bootMs: number;
  readonly utcMs: number;
}

/** What the shell knows about a source before its first byte. */
export interface SourceInfo {
  /** Path relative to the argument it came from, with `/`; archive members as `bundle.tgz!/var/log/messages`. Unique. */
  readonly id: string;
  /** Last modification in UTC ms, when the shell knows it: the last resort for a missing year. */
  readonly modifiedMs: number | null;
  /** Dates that names and headers state, the nearest to the source first. */
  readonly statedDates?: readonly StatedDate[];
  readonly rotation?: Rotation;
  /** Node that the layout of the collection names for it. */
  readonly node?: string;
  /** A name of the machine by the layout, such as an instance's id: its node's name if nothing else tells it. */
  readonly guess?: string;
  /** The same for all sources of one machine, and for no other: the part of the id that the layout says they share. */
  readonly machine?: string;
  /** The pod whose container wrote it, as far as its path says: records that name no other are about this one. */
  readonly author?: Pick<Entities, 'namespace' | 'pod' | 'uid' | 'container'>;
  /** Whoever gives the text knows its records: a line that begins with a blank continues one, whatever it looks like. */
  readonly indentContinues?: boolean;
  /** Id of the layout that was recognised, such as `sosreport`. */
  readonly layout?: string;
}
