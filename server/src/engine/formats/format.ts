/** What a log format is: a cheap scan over bytes that finds a line's parts, with the samples that prove it. */
import type { Severity, SeverityCode } from '../model/severity';
import type { Need } from './signs';

/** What kind of stamp a line carries; `none` when it has none. */
export const StampKind = {
  none: 0,
  /** Calendar date with its year. */
  dated: 1,
  /** Month and day without a year. */
  yearless: 2,
  /** Seconds since boot. */
  boot: 3,
  /** An age, counted back from the moment of collection (`5m`, `4m40s`). */
  age: 4,
  /** Time of day without a date. */
  clock: 5,
} as const;

/** The kind of no stamp at all. */
export const noStamp: StampKindCode = StampKind.none;

/** One of {@link StampKind}. */
export type StampKindCode = (typeof StampKind)[keyof typeof StampKind];

/** No zone stated in the stamp. */
export const noZone = 0x7fff;

/** How the body's bytes are written. */
export const BodyEncoding = {
  plain: 0,
  /** Inside a JSON string: backslash escapes of RFC 8259. */
  json: 1,
  /** Inside a Go `%q` string: as JSON, and `\x1b`, `\a`, `\v`, octal. */
  goQuoted: 2,
  /** With colour codes in between, which are no part of the text. */
  colored: 3,
  /** With control characters as rsyslog writes them: `#011` for a tab. */
  octal: 4,
  /** With characters written as HTML writes them: `&quot;`. */
  html: 5,
} as const;

/** One of {@link BodyEncoding}. */
export type BodyEncodingCode = (typeof BodyEncoding)[keyof typeof BodyEncoding];

/** Which part of a record of several lines a line is. */
export const BlockPart = {
  /** The format's records have one line each. */
  none: 0,
  /** A record begins here; without a stamp of its own only if a part follows. */
  head: 1,
  /** Belongs to the open record of the same format; without one it is text. */
  part: 2,
  /** Belongs to the open record of the same format when that has nothing but its head yet, else begins one. */
  either: 3,
} as const;

/** One of {@link BlockPart}. */
export type BlockPartCode = (typeof BlockPart)[keyof typeof BlockPart];

/** What the body of a record's part is. */
export const BlockText = {
  none: 0,
  /** The words of an event, in the order in which tables show them. */
  reason: 1,
  kind: 2,
  name: 3,
  message: 4,
  /** When it was first seen: only `wallMs` counts. */
  firstSeen: 5,
  /** Behind it stand the kind and the name of what the event is about. */
  object: 6,
} as const;

/** One of {@link BlockText}. */
export type BlockTextCode = (typeof BlockText)[keyof typeof BlockText];

/**
 * What a scan found in one line. One mutable object is reused for all lines (no object per line).
 * All positions are byte offsets into the scanned buffer; a part that is absent has start = end = -1.
 */
export class LineScan {
  stampKind: StampKindCode = StampKind.none;
  /**
   * Milliseconds: for `dated`, of the wall clock as if it were UTC; for `yearless`, the same within the leap year 1972;
   * for `boot`, since boot; for `age`, before collection; for `clock`, since midnight. With a stated zone, subtract `zoneMinutes` to get UTC.
   */
  wallMs = 0;
  /** Nanoseconds beyond `wallMs`, 0..999,999. */
  nanos = 0;
  /** Offset east of UTC in minutes, or {@link noZone}. */
  zoneMinutes: number = noZone;
  /** Milliseconds since boot that the record states beside its calendar stamp, and a number for the boot; -1 when it does not. */
  sinceBootMs = -1;
  bootKey = -1;
  stampStart = -1;
  stampEnd = -1;
  /** As the format itself states it (klog letter, `level=`), else `noSeverity`. A transport's priority does not count. */
  severity: SeverityCode = 255;
  levelStart = -1;
  levelEnd = -1;
  hostStart = -1;
  hostEnd = -1;
  /** Unit, syslog identifier or process. */
  unitStart = -1;
  unitEnd = -1;
  pidStart = -1;
  pidEnd = -1;
  /** `file.go:123`. */
  locationStart = -1;
  locationEnd = -1;
  /** The message: what inner formats and signatures look at. */
  bodyStart = -1;
  bodyEnd = -1;
  bodyEncoding: BodyEncodingCode = BodyEncoding.plain;
  /** How many occurrences the line stands for (`(x12 over 2h)`), and over how long; 1 and 0 when it does not say. */
  count = 1;
  countSpanMs = 0;
  /** This line is only a part of a record that goes on in the next line of the same format (CRI `P`, a crash's reason). */
  partial = false;
  /** Without a stamp of its own, the line has the time of the record above it, which it was told right after. */
  follows = false;
  /** Continues the stamped record above it, whatever that is, and is a record only where none stands above. */
  continues = false;

  /** For records of several lines: which part this one is, and what its body says. */
  part: BlockPartCode = BlockPart.none;
  text: BlockTextCode = BlockText.none;

  /** Takes another scan's stamp, without its place. */
  copyStamp(other: LineScan): void {
    this.stampKind = other.stampKind;
    this.wallMs = other.wallMs;
    this.nanos = other.nanos;
    this.zoneMinutes = other.zoneMinutes;
  }

  /** Forgets everything; every scan begins with it. */
  reset(): void {
    this.stampKind = StampKind.none;
    this.wallMs = 0;
    this.nanos = 0;
    this.zoneMinutes = noZone;
    this.sinceBootMs = -1;
    this.bootKey = -1;
    this.stampStart = this.stampEnd = -1;
    this.severity = 255;
    this.levelStart = this.levelEnd = -1;
    this.hostStart = this.hostEnd = -1;
    this.unitStart = this.unitEnd = -1;
    this.pidStart = this.pidEnd = -1;
    this.locationStart = this.locationEnd = -1;
    this.bodyStart = this.bodyEnd = -1;
    this.bodyEncoding = BodyEncoding.plain;
    this.count = 1;
    this.countSpanMs = 0;
    this.partial = false;
    this.follows = false;
    this.continues = false;
    this.part = BlockPart.none;
    this.text = BlockText.none;
  }
}

/**
 * - `envelope`: carries other records (syslog, journal, docker JSON, CRI, prefixes); its body is scanned again.
 * - `record`: the innermost layer.
 * - `row`: a line of a table of events (kubectl): a record without a clock of its own.
 * - `marker`: a line that tools put between records (`-- Reboot --`, a shell prompt): neither record nor lost.
 */
export type FormatKind = 'envelope' | 'record' | 'row' | 'marker';

/** What a sample must parse to; times as ISO text, absent members are not compared. */
export interface FormatSample {
  readonly line: string;
  readonly expect: {
    /** `dated`: ISO with zone if stated (`2022-05-13T10:27:47.123` or `...Z`, `...+08:00`); `yearless`: `--05-13T10:27:47`; `boot`: `boot+36228.975678s`; `age`: `age-280s`; `clock`: `T10:27:47`. */
    readonly stamp?: string;
    readonly severity?: Severity;
    readonly host?: string;
    readonly unit?: string;
    readonly pid?: string;
    readonly location?: string;
    readonly body?: string;
    readonly count?: number;
    readonly partial?: boolean;
    /** Of a record of several lines: which part the line is. */
    readonly part?: keyof typeof BlockPart;
  };
}

/**
 * How lines of a format repeat: up to where a line decides what `scan` finds, so that of two lines with the same beginning, the
 * digits of clocks and process ids aside, one need not be looked at.
 */
export interface Repeats {
  /** After a scan that found the format: the place behind the last byte that decided anything; -1 when the whole line did. */
  headEnd(bytes: Uint8Array, start: number, scan: LineScan): number;
  /**
   * What stands behind it: a text, whatever it says, which is the body; the place in the program, up to `]` within 260 bytes, then the body; or a
   * body that must not be a header as the journal writes it.
   */
  readonly rest: 'text' | 'place' | 'no header';
  /** The body is the inside of a JSON text, and what stands behind it to the line's end decides too. */
  readonly hasTail?: boolean;
}

/** One log format. One file each; `id` is the file's name in kebab-case. */
export interface LogFormat {
  readonly id: string;
  readonly title: string;
  readonly kind: FormatKind;
  /** Address of the specification or of the upstream file that writes it. */
  readonly specification: string;
  /** Bytes that a line of this format can begin with, each as one character; absent when it can begin with any. Other lines are not even scanned. */
  readonly begins?: string;
  /** What stands somewhere in every line of this format; absent when nothing has to. Nor are lines without it. */
  readonly needs?: readonly Need[];
  /** Each of its lines is a part of a record of several lines, which none is behind a prefix. */
  readonly isBlock?: true;
  /**
   * For records of several lines: lines without a format of their own go on with the text above them, after a line break, or
   * after a blank when they are indented deeper (YAML). Absent when they are none of the text.
   */
  readonly goesOn?: 'break' | 'blank';
  /** Absent when lines have to be looked at one by one. */
  readonly repeats?: Repeats;
  /**
   * Reads one line (or an outer layer's body) in `bytes[start, end)` into `out`, which the caller has reset. False, quickly, when it is not this format.
   * Works on bytes by arithmetic: no strings, no patterns, no allocation; linear in the line's header, never in its body
   * unless the format puts parts behind the body.
   */
  scan(bytes: Uint8Array, start: number, end: number, out: LineScan): boolean;
  readonly samples: readonly FormatSample[];
  /** Lines of other tools that look alike and must be refused. */
  readonly nearMisses: readonly string[];
}
