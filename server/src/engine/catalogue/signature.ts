/** The shape of a signature: one named thing that a node says, with the lines that prove it is recognised. */
import type { Category } from '../model/category';
import type { Entities, EntityKind } from '../model/entity';
import type { Localized } from '../model/localized';
import type { Severity } from '../model/severity';
import type { Pattern } from './pattern';

/**
 * One wording of a message.
 *
 * `literal` must occur verbatim in every text that `regex` matches: it is searched in the raw bytes of the source before any
 * pattern runs, so it is plain printable ASCII of at least eight characters without `"`, `\`, `<`, `>`, `&`
 * (those may be escaped in the source). Choose the rarest part of the message.
 *
 * `regex` runs on the decoded message of the record (envelopes and escapes removed, lines joined by `\n`), with no flags or
 * `i`/`s`. No nested quantifiers, no unbounded `.*` next to another: it must be linear on hostile text; prefer `[^\n]{0,200}`.
 * Named groups are captures; a name of an entity kind (see `model/entity.ts`) yields that entity.
 */
export interface Wording {
  readonly literal: string;
  readonly regex: Pattern;
  /** Releases in which this wording was checked, as people write them: `kubelet 1.8-1.20`. */
  readonly versions?: string;
  /** What the record must state about its own severity; absent: it does not matter. */
  readonly stated?: StatedSeverity;
  /**
   * Of a last resort: patterns of which each matches every text that `regex` matches, beginning within its first 600 characters. They are asked
   * before it, once for all wordings that share them. Absent: `regex` is asked at once.
   */
  readonly first?: readonly RegExp[];
}

/**
 * What a record's own format states about how bad it is.
 * - `trouble`: an error, or worse.
 * - `doubt`: a warning, or nothing.
 * - `nothing`: plain syslog, the kernel, what a command printed.
 */
export type StatedSeverity = 'trouble' | 'doubt' | 'nothing';

/** Units a captured duration can be written in; `go` is Go's `time.Duration` text (`4h19m47.3s`), `ktime` is `5m3s`-like ages too. */
export type DurationUnit = 'ns' | 'us' | 'ms' | 's' | 'min' | 'h' | 'go' | 'jiffies';

/**
 * What the line's time stands for.
 * - `instant`: the moment of the line.
 * - `interval`: the line reports a stretch of time. `capture` names the group that holds the duration, or `fixed` gives it in ms.
 *   - `anchor: 'end'`: it ended at the line's time (`Waited for 12 seconds`, `took 12.3s`).
 *   - `anchor: 'open'`: it began that long before the line and goes on (`last seen active 3m14s ago`, `[semacquire, 12 minutes]`).
 *   - `anchor: 'progress'`: the same wait reports several times, also within one record (`waiting (47s)`, `(49s)`, ...): it began
 *     the first number before the line and lasted at least the largest number.
 */
export type SignatureTime =
  | { readonly kind: 'instant' }
  | {
      readonly kind: 'interval';
      readonly anchor: 'end' | 'open' | 'progress';
      readonly capture?: string;
      readonly unit?: DurationUnit;
      readonly fixedMs?: number;
    };

/**
 * What part a recognised line plays.
 * - `problem`: something went wrong.
 * - `context`: true and useful as a cause or as evidence, but no failure by itself (a start wave, a daemon start).
 * - `recovery`: ends an earlier problem (see `ends`).
 * - `benign`: noise that looks bad and is not; recognised so that it stays quiet. Never an event in the report.
 */
export type SignatureRole = 'problem' | 'context' | 'recovery' | 'benign';

/** Programs and subsystems that emit messages. */
export const emitters = [
  'kubelet',
  'kube-proxy',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'dockerd',
  'containerd',
  'cri-o',
  'runc',
  'cni',
  'iptables',
  'kernel',
  'systemd',
  'journald',
  'etcd',
  'event',
  'ntp',
  'package-manager',
  'any',
] as const;

/** One of {@link emitters}. */
export type Emitter = (typeof emitters)[number];

/** What a collected command output must state for a signature to hold; see `model/fact.ts`. */
export interface FactCondition {
  /** Name of the fact. */
  readonly name: string;
  /** The number must be at least this. */
  readonly atLeast?: number;
  /** The number must be at most this. */
  readonly atMost?: number;
  /** The text must match this. */
  readonly value?: Pattern;
  /** The fact's subject (process, mount point) must match this. */
  readonly subject?: Pattern;
}

/**
 * Lines that follow the message and belong to it: a stack, a table, the verdict. They are one event with it, from the first line to the
 * last; lines of others may stand between. Patterns look at the messages of the records that follow.
 */
export interface SignatureTail {
  /** Such lines. Named groups are captured where the message itself has none; of `frame`, the first few make up the entity `stack`. */
  readonly parts: readonly RegExp[];
  /** The last line, which belongs to it too. Absent: it goes on as long as its parts come. */
  readonly end?: RegExp;
  /** The first line that does not belong to it any more, though it may look so. */
  readonly until?: RegExp;
  /** Signatures of lines in the tail that tell the same, the most telling one first: the event is then theirs. */
  readonly toldBy?: readonly string[];
}

/** One named thing that nodes say. Data only: no functions, ever. */
export interface Signature {
  /** Unique, kebab-case. */
  readonly id: string;
  /** What happened, in at most 60 characters, no full stop. */
  readonly title: Localized;
  readonly category: Category;
  /** Of the fact, not of the record's own letter: an I-line can be the symptom that matters. */
  readonly severity: Severity;
  readonly role: SignatureRole;
  readonly emitters: readonly Emitter[];
  /** Empty for signatures that a fact states. */
  readonly wordings: readonly Wording[];
  /** Set for signatures that a collected command output states instead of a log line; they hold for the whole collection. */
  readonly fact?: FactCondition;
  readonly time: SignatureTime;
  /** Set where the message is only the first line of several. */
  readonly tail?: SignatureTail;
  /** Entities that follow from the wording alone, such as the lock's name. */
  readonly entities?: Entities;
  /**
   * Never the beginning of a chain: it only reports what something else did (PLEG unhealthy, GC failed, NotReady).
   * A chain that would start here says instead that its cause is not in the logs.
   */
  readonly symptomOnly?: boolean;
  /**
   * Says that something ended or failed and never why (a unit's process exited): a chain may begin with it, but what happened
   * just before may be its reason even where no mechanism is known.
   */
  readonly saysNotWhy?: boolean;
  /** Says nothing by itself (`context deadline exceeded`): told only where nothing else in the record is recognised, and of several only the first in the catalogue's order. */
  readonly lastResort?: boolean;
  /** Only the frame around an inner text (`Error syncing pod ...`): its meaning is the innermost signature's. */
  readonly envelope?: boolean;
  /**
   * How far it is felt, 0 (operators only) to 4 (the node is lost), where that differs from others of its category:
   * it decides which symptom a chain ends at.
   */
  readonly impact?: 0 | 1 | 2 | 3 | 4;
  /** The lock that is held during the reported stretch. */
  readonly holdsLock?: string;
  /** The process that the line names holds the lock; who writes the line waits for it. */
  readonly namesHolder?: boolean;
  /** Something was just started: trouble around it that goes away by itself is how things start. */
  readonly marksStart?: boolean;
  /**
   * Texts that every start says for some seconds (the API server asks itself before it listens): a chain that begins with nothing
   * but such lines at the beginning of a log, and is over with it within a minute, is no more than possible.
   */
  readonly normalAtStart?: Pattern;
  /** For `role: 'recovery'`: ids whose open intervals this line ends. */
  readonly ends?: readonly string[];
  /**
   * For `role: 'recovery'`: what it ends is how things start when all of it lies within this many ms before, in the same source:
   * such events stay quiet. With `excuses`: the same for these, within this many ms after.
   */
  readonly excusesMs?: number;
  /** Ids of what every such start, or wanted stop, brings about for a while. */
  readonly excuses?: readonly string[];
  /**
   * Some of its lines (`text`) say the same of another signature, `as`: they are that one's where the last sign before them in
   * their source, of `after` and `ratherThan`, is one of `after`, at most `withinMs` back.
   */
  readonly readAs?: {
    readonly text: RegExp;
    readonly after: readonly string[];
    readonly ratherThan: readonly string[];
    readonly withinMs: number;
    readonly as: string;
  };
  /** What is excused may stand in any source, as long as it is about the same node; absent: in the same source only. */
  readonly excusesOnNode?: boolean;
  /**
   * The line alone proves nothing: fewer than this many occurrences on one scope stay quiet
   * (one `unregister_netdevice` line is no deadlock). Absent means 1.
   */
  readonly quietBelow?: number;
  /** `quietBelow` asks for so many within this time (ms), not within a whole run: a wave is many at once. */
  readonly quietWithinMs?: number;
  /**
   * Fewer than `least` occurrences on each single object of this kind happen every day (one failed probe of a starting pod):
   * recognised and told, but no step that a chain could rest on.
   */
  readonly weakBelow?: { readonly least: number; readonly per: EntityKind };
  /** Reported stretches shorter than this (ms) are how things normally are: they stay quiet. */
  readonly quietUnderMs?: number;
  /** Signatures that are phases or views of the same happening share a group; they are merged, never linked as cause and effect. */
  readonly sameAs?: string;
  /** What the line means, at most two sentences, for somebody who has never seen it. */
  readonly meaning: Localized;
  /** What usually causes it, at most two sentences. */
  readonly usualCauses: Localized;
  /** The first thing to look at or run. Commands in backticks. */
  readonly firstCheck: Localized;
  /** What cures it. */
  readonly remedy: Localized;
  /** Upstream files (`owner/repo:path`) or issue addresses that the wording comes from. */
  readonly source: readonly string[];
  /** Lines in the real format (names, ids, addresses invented), message only or with its frame; each must be recognised. At least one per wording. */
  readonly matches: readonly string[];
  /** Near misses: look alike, must not be recognised as this. At least one. */
  readonly mustNotMatch: readonly string[];
  /** Where a user's rule stands, 1-based; the built-in ones stand nowhere. */
  readonly rule?: { readonly file: string; readonly line: number; readonly column: number };
}
