/** The report: everything the engine found in the sources, as plain readonly data without any wire or editor type. */
import type { Category } from './category';
import type { Clock, Instant } from './clock';
import type { Entities } from './entity';
import type { Fact } from './fact';
import type { Localized } from './localized';
import type { Gap, Ledger, Problem, Unread } from './problem';
import type { Severity } from './severity';
import type { SourceInfo } from './sourceInfo';

/** How sure the engine is; `strong` is for chains one would act on. */
export type Confidence = 'strong' | 'likely' | 'possible';

/** Confidences, surest first. */
export const confidences: readonly Confidence[] = ['strong', 'likely', 'possible'];

/** A source's place among the files that were one log before it was rotated. */
export interface SetPlace {
  /** The set's id: that of its newest file, or what that would be called. */
  readonly id: string;
  /** 0 for the oldest. */
  readonly part: number;
  readonly parts: number;
}

/** What was learned about one source (a file, a member of an archive, standard input). */
export interface SourceReport {
  /** Path as found, relative to the argument it came from, with `/`; members of archives as `bundle.tgz!/var/log/messages`. */
  readonly id: string;
  /** Innermost record format of most lines; `facts:<id>` formats carry no time stream; `text` when nothing is known. */
  readonly format: string;
  /** Envelope first, record format last. */
  readonly layers: readonly string[];
  /** Why this format: shares in lines, in words. */
  readonly formatReason: Localized;
  readonly node: string | null;
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  readonly unparsedLines: number;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly clock: Clock;
  /** Records whose time is before their predecessor's; file order is kept all the same. */
  readonly disorder: number;
  readonly problems: readonly Problem[];
  readonly gaps: readonly Gap[];
  /** Its place among the files that were one log before it was rotated; `null` when it never was. */
  readonly set: SetPlace | null;
  /** What the user has decided about it: `format`, `node`, `zone`, `year`, `skew`. */
  readonly decided: readonly string[];
  /** Its parts add up to `bytes`. */
  readonly ledger: Ledger;
  /** The pod whose container wrote it, as far as its path says. */
  readonly author?: SourceInfo['author'];
}

/** One record that a signature recognised. */
export interface TriageEvent {
  readonly id: string;
  readonly signature: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Source id. */
  readonly source: string;
  /** 1-based lines of the record in the source, both inclusive. */
  readonly line: number;
  readonly endLine: number;
  /** Where the matched words begin and end, as 0-based UTF-16 columns of `line`; `null` when they lie on a later line. */
  readonly span: readonly [number, number] | null;
  /** UTC ms of the event itself (inner stamp where there is one); `null` when it cannot be placed. */
  readonly timeMs: number | null;
  /** UTC ms when the reported stretch of time began; equals `timeMs` for instants. */
  readonly startMs: number | null;
  /** Length of the reported stretch in ms; `null` for instants. */
  readonly durationMs: number | null;
  readonly node: string | null;
  readonly entities: Entities;
  /** First 400 characters of the record. */
  readonly text: string;
  /** Id of the event of the same record whose text quotes this one (the effect that names its cause). */
  readonly quotedBy: string | null;
}

/** A run of one signature on one scope. */
export interface Episode {
  readonly id: string;
  readonly signature: string;
  readonly title: Localized;
  readonly category: Category;
  readonly severity: Severity;
  readonly node: string | null;
  /** Start of the first stretch (earlier than the first line when that line reports a wait), end of the last. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Event id of the line that ended it. */
  readonly endedBy: string | null;
  /** A line that ends such trouble is known and does not follow: it may have gone on. */
  readonly endUnseen: boolean;
  /** Occurrences: events, or what counters in them say when that is more. */
  readonly count: number;
  readonly worstDurationMs: number | null;
  readonly events: readonly string[];
  /** What all its events are about, up to 16 values a kind. */
  readonly entities: Readonly<Record<string, readonly string[]>>;
  /** True when a collected command output states it: it holds during the whole collection. */
  readonly isState: boolean;
}

/** One arrow of a chain. */
export interface ChainLink {
  /** Episode ids. */
  readonly cause: string;
  readonly effect: string;
  /** Id of the causal edge in the catalogue. */
  readonly edge: string;
  readonly mechanism: Localized;
  /** Start of effect minus start of cause; `null` when either cannot be placed in time. */
  readonly lagMs: number | null;
  readonly confidence: Confidence;
  /** 0..1. */
  readonly score: number;
  /** Why this confidence, one sentence a reason. */
  readonly reasons: readonly Localized[];
  /** Event ids on both sides. */
  readonly evidence: readonly string[];
  /** What would show that this arrow is wrong. */
  readonly refutes: Localized;
}

/** A cause that was considered for a step of the chain and lost, with what speaks against it. */
export interface Alternative {
  readonly effect: string;
  readonly cause: string;
  readonly edge: string;
  readonly score: number;
  /** What speaks for it and what makes it the weaker one, one sentence a reason. */
  readonly reasons: readonly Localized[];
  /** What would refute it. */
  readonly why: Localized;
}

/**
 * Another explanation that would have left signs of its own.
 * `absent`: the logs that would hold them are there and do not. `notCollected`: those logs are not in the collection.
 */
export interface Competing {
  readonly category: Category;
  readonly status: 'absent' | 'notCollected';
  /** Titles of what would be seen, at most three. */
  readonly expected: readonly Localized[];
}

/** A cause chain: the best explanation of a symptom. */
export interface Chain {
  readonly id: string;
  readonly title: Localized;
  readonly confidence: Confidence;
  readonly score: number;
  readonly node: string | null;
  /** Episode ids from root cause to final symptom. */
  readonly steps: readonly string[];
  readonly links: readonly ChainLink[];
  readonly reasons: readonly Localized[];
  /** What would bear out arrows that only time and place speak for; and the cause of a root that is a symptom. */
  readonly missing: readonly Localized[];
  readonly alternatives: readonly Alternative[];
  /** Explanations of another kind, and what separates them from this one. */
  readonly competing: readonly Competing[];
  /** Signature ids whose remedies and first checks apply, root first. */
  readonly advice: readonly string[];
}

/** A stretch of time in which one program waited for a lock, or held it. */
export interface LockSpan {
  /** The program and process, as far as the lines name them. */
  readonly who: string;
  /** UTC ms; `null` when it cannot be placed. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** The longest single wait or hold told of, in ms; 0 when no line says. */
  readonly longestMs: number;
  readonly count: number;
  /** Its first event. */
  readonly event: string;
}

/** Who waited for one lock on one node, and who held it meanwhile. */
export interface LockView {
  readonly lock: string;
  readonly node: string | null;
  readonly waiters: readonly LockSpan[];
  /** Empty when no line names one. */
  readonly holders: readonly LockSpan[];
}

/** All names of one pod that were seen together; `null` where none or several were. */
export interface PodNames {
  readonly pod: string | null;
  readonly namespace: string | null;
  readonly uid: string | null;
  readonly node: string | null;
  /** The first 12 digits of the ids of its containers and sandboxes. */
  readonly ids: readonly string[];
}

/** Something that differs, or tellingly does not, between sick and healthy nodes. */
export interface Difference {
  /** A fact's name, or a signature id. */
  readonly what: string;
  readonly kind: 'fact' | 'signature';
  /** The fact's subject (a process, a mount point), or the signature's title. */
  readonly title: Localized | null;
  /** Alike on both: no explanation of the difference. */
  readonly isSame: boolean;
  readonly values: readonly { readonly node: string; readonly isSick: boolean; readonly value: number | string }[];
}

/** Chains that begin and end alike: one incident, with its spread over nodes and time. */
export interface Incident {
  readonly id: string;
  /** Chain ids, the most convincing first. */
  readonly chains: readonly string[];
  /** Each node with the moment its final symptom began, the first one first; moments that cannot be placed come last. */
  readonly nodes: readonly { readonly node: string; readonly startMs: number | null }[];
  /** From the first node's beginning to the last one's; `null` for a single node. */
  readonly spreadMs: number | null;
  /** What is different on nodes without such a chain, and what is not; empty without such nodes. */
  readonly differences: readonly Difference[];
}

/** A group of messages that no signature knows and that stands out. */
export interface Unexplained {
  readonly template: string;
  readonly count: number;
  readonly source: string;
  readonly firstLine: number;
  readonly why: Localized;
}

/** What a rule of the user's keeps quiet: nobody may have looked at it, as rules can come with the logs. */
export interface QuietedByRule {
  /** Signature id. */
  readonly signature: string;
  readonly title: Localized;
  /** Where the rule stands. */
  readonly rule: { readonly file: string; readonly line: number };
  readonly records: number;
  /** The first of them. */
  readonly source: string;
  readonly line: number;
}

/** Everything found. */
export interface Report {
  readonly sources: readonly SourceReport[];
  readonly events: readonly TriageEvent[];
  readonly episodes: readonly Episode[];
  /** Most convincing first. */
  readonly chains: readonly Chain[];
  /** Alike chains of more than one step together, in the order of their best one. */
  readonly incidents: readonly Incident[];
  readonly locks: readonly LockView[];
  /** Pods that are known by more than one name. */
  readonly pods: readonly PodNames[];
  readonly facts: readonly Fact[];
  readonly unexplained: readonly Unexplained[];
  /** Most records first. */
  readonly quieted: readonly QuietedByRule[];
  /** Events recognised beyond the limits of the lists; they count in episodes. */
  readonly eventsBeyondLimit: number;
  /** What was found and is in no source. */
  readonly unread: readonly Unread[];
  /** True when reading was stopped before the end. */
  readonly partial: boolean;
}
