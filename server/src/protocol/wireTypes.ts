/** The values inside the messages: plain, already in the user's language, log text already made harmless to look at. */

/** How sure the engine is. */
export type WireConfidence = 'strong' | 'likely' | 'possible';

/** A place in a file. */
export interface WirePlace {
  /** `file:` address, or one of the extension's own for members of archives and compressed files; `null` when there is nothing to open. */
  readonly uri: string | null;
  /** 0-based line and UTF-16 columns of the words that matter. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** 0-based last line, where several belong to it. */
  readonly lastLine?: number;
  /** What happens there, for pick lists. */
  readonly title: string;
  /** File and line as shown to people, and the distance in time where one is asked about. */
  readonly where: string;
}

/** What is going on in the server. */
export interface WireStatus {
  readonly state: 'idle' | 'indexing' | 'ready' | 'failed';
  /** Counts reports, partial ones too; a client that holds an older one asks anew. */
  readonly revision: number;
  readonly filesDone: number;
  readonly files: number;
  /** Of the files' bytes, while reading. */
  readonly bytesRead: number;
  readonly bytes: number;
  /** Since the reading began. */
  readonly elapsedMs: number;
  /** Chains of the last report that are strong or likely. */
  readonly chains: number;
  /** Chains that are only possible. */
  readonly possible: number;
  readonly events: number;
  /** The last report covers only what was read before a stop or, while reading, until now. */
  readonly partial: boolean;
  /** Files that could not be read, and stretches of files that are missing. */
  readonly unread: number;
  /** Which lines name what is known of all large plain files: following reads few lines from now on. */
  readonly namesIndexed: boolean;
}

/** Why a step follows from the one before. */
export interface WireBecause {
  /** Title of the cause. */
  readonly cause: string;
  /** Where the cause shows first; `null` when no line shows it. */
  readonly place: WirePlace | null;
  readonly mechanism: string;
  /** `+4.0 s`; empty when the distance is not known, as with states that hold all the time. */
  readonly distance: string;
  readonly confidence: WireConfidence;
  /** The confidence in the user's language. */
  readonly confidenceText: string;
  readonly reasons: readonly string[];
  readonly refutes: string;
}

/** One step of a chain. */
export interface WireStep {
  readonly episode: string;
  /** The root cause, a cause that acts together with it, or what they brought about. */
  readonly role: 'root' | 'joint' | 'effect';
  readonly title: string;
  readonly category: string;
  readonly severity: string;
  readonly node: string;
  readonly count: number;
  /** `2018-01-02 03:04:05 UTC, 3 min 05 s`; empty when it cannot be placed in time. */
  readonly span: string;
  /** Longest wait; empty when none was stated. */
  readonly worst: string;
  readonly because: readonly WireBecause[];
  /** Where its first line is; `null` when no line shows it. */
  readonly place: WirePlace | null;
  readonly meaning: string;
  readonly firstCheck: string;
}

/** One chain, root cause first. */
export interface WireChain {
  readonly id: string;
  readonly title: string;
  /** The way from the root cause to the final symptom in one line. */
  readonly story: string;
  readonly confidence: WireConfidence;
  readonly confidenceText: string;
  readonly node: string;
  /** When it began; empty when it cannot be placed in time. */
  readonly start: string;
  readonly steps: readonly WireStep[];
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  /** What to check first, root cause first. */
  readonly checks: readonly string[];
  /** Other causes that were weighed and lost, each with what speaks against it. */
  readonly alternatives: readonly WireAlternative[];
  /** On which node it began and how far it spread; empty when it is on one node only. */
  readonly spread: string;
  /** What is different on nodes without such a chain. */
  readonly compared: readonly string[];
  /** Who waited for a lock on its node and who held it. */
  readonly locks: readonly string[];
  /** Explanations of another kind, with what separates them from this one. */
  readonly competing: readonly string[];
}

/** A cause that was weighed for a step and lost. */
export interface WireAlternative {
  readonly cause: string;
  readonly effect: string;
  readonly against: string;
  /** Where it shows first; `null` when no line shows it. */
  readonly place: WirePlace | null;
}

/** Messages that no signature knows and that stand out. */
export interface WireUnexplained {
  readonly template: string;
  readonly count: number;
  readonly why: string;
  readonly place: WirePlace;
}

/** All chains of the current report. */
export interface WireChains {
  readonly revision: number;
  readonly state: WireStatus['state'];
  /** Chains that explain something, most convincing first. */
  readonly chains: readonly WireChain[];
  /** Findings that no chain explains. */
  readonly lone: readonly WireChain[];
  readonly unexplained: readonly WireUnexplained[];
  /** Whether any folder or file was there to read. */
  readonly hasSources: boolean;
}

/** A line that proves a step. */
export interface WireEvidence {
  readonly event: string;
  readonly place: WirePlace;
  /** The beginning of the line, made harmless to look at. */
  readonly text: string;
  /** What the line says, without the stamps and names before it. */
  readonly excerpt: string;
  /** Time of the event; empty when it cannot be placed. */
  readonly time: string;
  /** Its time of day, for lists. */
  readonly clock: string;
}

/** Words in a file that stand out. */
export interface WireHighlight {
  readonly kind: 'lock-wait' | 'gc-failure';
  /** 0-based; the whole of `line` when `end` is 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A line that mentions what is followed. */
export interface WireMention {
  /** Which of the documents shows it, by position. */
  readonly document: number;
  /** Line of the source, 1-based. */
  readonly line: number;
  /** 0-based UTF-16 columns of the name. */
  readonly start: number;
  readonly end: number;
  /** The beginning of the line, made harmless to look at. */
  readonly text: string;
  /** 0-based column of {@link text} where the line says something, behind stamps, hosts and headers. */
  readonly words: number;
  /** Empty when the line has none. */
  readonly time: string;
  /** It need not name what is followed: a log has it that this wrote itself. */
  readonly isOwn: boolean;
}

/** A document that shows mentions: a source, or a part of a large one. */
export interface WireMentionDocument {
  /** As in a place. */
  readonly uri: string | null;
  /** The source, as shown to people. */
  readonly where: string;
  /** Lines of the source before the first one of the document. */
  readonly before: number;
}

/** A log that the followed pod wrote itself. */
export interface WireOwnLog {
  readonly where: string;
  readonly lines: number;
  /** Its last lines, so many, are among the mentions. */
  readonly listed: number;
}

/** What is followed, and where it is mentioned. */
export interface WireFollowed {
  /** What it is, in the user's language; empty when nothing stood there. */
  readonly kind: string;
  readonly name: string;
  readonly node: string;
  /** Every name that was looked for. */
  readonly spellings: readonly string[];
  readonly documents: readonly WireMentionDocument[];
  /** By time, those that were asked for. */
  readonly mentions: readonly WireMention[];
  /** Mentions that can be asked for. */
  readonly listed: number;
  /** Mentions there are, listed or not. */
  readonly total: number;
  /** Whether all was searched; else there may be more mentions, also before these. */
  readonly isWhole: boolean;
  readonly ownLogs: readonly WireOwnLog[];
}

/** One source in the view of sources. */
export interface WireSource {
  readonly id: string;
  /** As short as it can be told from the others of its node. */
  readonly name: string;
  /** The whole id, made harmless to look at. */
  readonly where: string;
  readonly uri: string | null;
  /** Empty when it is not known. */
  readonly node: string;
  /** Id of the innermost format, with why it is believed. */
  readonly format: string;
  /** The command whose output it is; empty for logs and texts. */
  readonly output: string;
  readonly formatReason: string;
  /** Envelope first. */
  readonly layers: readonly string[];
  readonly lines: number;
  readonly records: number;
  /** Lines that belong to no record. */
  readonly unparsed: number;
  /** First and last time in the source's own zone; empty when they cannot be placed. */
  readonly span: string;
  /** Zone, year and skew with how each is known; empty for a source without stamps. */
  readonly clock: string;
  readonly zone: string;
  readonly year: number | null;
  readonly skew: string;
  /** Why the clock is believed, one sentence each. */
  readonly evidence: readonly string[];
  /** The zone or the year is only assumed: nothing states or implies it. */
  readonly isAssumed: boolean;
  /** Its place among the files that were one log before it was rotated, the oldest first, `part` from 1 on. */
  readonly set: { readonly name: string; readonly part: number; readonly parts: number } | null;
  /** Records whose time is before their predecessor's. */
  readonly disorder: number;
  /** What is the matter with which byte ranges, and why. */
  readonly gaps: readonly string[];
  readonly gapCount: number;
  readonly remarks: readonly string[];
  /** What the user has decided: `format`, `node`, `zone`, `year`, `skew`. */
  readonly decided: readonly string[];
  /** 0-based line of the first record. */
  readonly firstLine: number | null;
}

/** All sources of the current report. */
export interface WireSources {
  readonly revision: number;
  readonly sources: readonly WireSource[];
  /** Sources that are not listed here. */
  readonly beyond: number;
  /** What was found and could not be read, with the reason; and how much of it there is. */
  readonly unread: readonly string[];
  readonly unreadCount: number;
  /** What was found and is no log, or is counted under another name, with the reason; and how much of it there is. */
  readonly passedOver: readonly string[];
  readonly passedOverCount: number;
  /** What rules of the user's keep quiet: which rule, how many records, the first one; and where the rule stands. */
  readonly quieted: readonly { readonly text: string; readonly place: WirePlace | null }[];
  /** What is wrong in case files. */
  readonly problems: readonly string[];
  /** Formats to choose from. */
  readonly formats: readonly { readonly id: string; readonly title: string }[];
}

/** What would bring two lines to the same moment. */
export interface WireMoment {
  /** Why it cannot be told; empty when it can. */
  readonly problem: string;
  /** One or the other clock is moved. */
  readonly choices?: readonly {
    readonly source: string;
    readonly name: string;
    /** By how much. */
    readonly moved: string;
    /** The skew to note. */
    readonly skew: string;
    readonly note: string;
  }[];
}
