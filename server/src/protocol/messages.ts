/** The messages that client and server exchange beyond the Language Server Protocol: one plain value each, with its types. */
import type { Shape } from './shape';
import { anything, count, maybe, object, oneOf, orNull, text } from './shape';
import type {
  WireChains,
  WireEvidence,
  WireFollowed,
  WireHighlight,
  WireMoment,
  WirePlace,
  WireSources,
  WireStatus,
} from './wireTypes';

/** A message: its method, and as types only what it carries and what comes back. */
export interface Message<Params, Result> {
  readonly method: string;
  readonly kind: 'request' | 'notification';
  readonly from: 'client' | 'server';
  /** What the parameters must look like; of messages of the client. */
  readonly params?: Shape<Params>;
  /** Never set; ties the result type to the value. */
  readonly result?: Result;
}

/** Parameters of a message that needs none. */
export type NoParams = Readonly<Record<string, never>>;

/** Sent by the client when the user asks to read the folder again; answered when that is done. */
export const analyzeMessage: Message<NoParams, AnalyzeResult> = {
  method: 'triage/analyze',
  kind: 'request',
  from: 'client',
  params: anything,
};
export interface AnalyzeResult {
  readonly revision: number;
}

/** Sent by the client when the user stops a reading; what was read so far becomes the report. */
export const stopMessage: Message<NoParams, void> = { method: 'triage/stop', kind: 'notification', from: 'client' };

/** Sent by the server whenever reading goes on or a new report is there, so that the client can show it and ask anew. */
export const statusMessage: Message<WireStatus, void> = {
  method: 'triage/status',
  kind: 'notification',
  from: 'server',
};

/** Sent by the client to fill the sidebar. */
export const chainsMessage: Message<NoParams, WireChains> = {
  method: 'triage/chains',
  kind: 'request',
  from: 'client',
  params: anything,
};

/** Sent by the client when a step of a chain is unfolded. */
export const evidenceMessage: Message<EvidenceParams, EvidenceResult> = {
  method: 'triage/evidence',
  kind: 'request',
  from: 'client',
  params: object({ episode: text, limit: count }),
};
export interface EvidenceParams {
  /** Episode id. */
  readonly episode: string;
  /** The most lines wanted. */
  readonly limit: number;
}
export interface EvidenceResult {
  readonly lines: readonly WireEvidence[];
  /** Lines there are, listed or not. */
  readonly total: number;
}

/** Sent by the client to fill the view of sources. */
export const sourcesMessage: Message<NoParams, WireSources> = {
  method: 'triage/sources',
  kind: 'request',
  from: 'client',
  params: anything,
};

/** What the view of sources shows before there is a report. */
export const noSources: WireSources = {
  revision: 0,
  sources: [],
  beyond: 0,
  unread: [],
  unreadCount: 0,
  passedOver: [],
  passedOverCount: 0,
  quieted: [],
  problems: [],
  formats: [],
};

/** Sent by the client when the user decides something about a source; it is noted in `.causeline/case.json`, and everything is read again. */
export const correctMessage: Message<CorrectParams, CorrectResult> = {
  method: 'triage/correction',
  kind: 'request',
  from: 'client',
  params: object({
    source: text,
    change: object({
      format: maybe(orNull(text)),
      node: maybe(orNull(text)),
      zone: maybe(orNull(text)),
      year: maybe(orNull(count)),
      skew: maybe(orNull(text)),
      note: maybe(orNull(text)),
    }),
  }),
};
export interface CorrectParams {
  /** Source id. */
  readonly source: string;
  /** What is decided; `null` takes a decision back. `note` says in words why. */
  readonly change: {
    readonly format?: string | null;
    readonly node?: string | null;
    readonly zone?: string | null;
    readonly year?: number | null;
    readonly skew?: string | null;
    readonly note?: string | null;
  };
}
export interface CorrectResult {
  /** What is wrong with it and how to put it right; empty when it was noted. */
  readonly problem: string;
}

const momentLine: Shape<MomentLine> = object({ uri: text, line: count, text });

/** Sent by the client when the user says that two lines are the same moment; changes nothing. */
export const sameMomentMessage: Message<SameMomentParams, WireMoment> = {
  method: 'triage/moment',
  kind: 'request',
  from: 'client',
  params: object({ first: momentLine, second: momentLine }),
};
/** A line in an open file. */
export interface MomentLine {
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
  readonly text: string;
}
export interface SameMomentParams {
  readonly first: MomentLine;
  readonly second: MomentLine;
}

/** Sent by the client to decorate an editor. */
export const highlightsMessage: Message<HighlightsParams, HighlightsResult> = {
  method: 'triage/highlights',
  kind: 'request',
  from: 'client',
  params: object({ uri: text }),
};
export interface HighlightsParams {
  readonly uri: string;
}
export interface HighlightsResult {
  readonly highlights: readonly WireHighlight[];
}

/** Sent by the client when the user jumps from a line; the first place is the one to go to. */
export const placesMessage: Message<PlacesParams, PlacesResult> = {
  method: 'triage/places',
  kind: 'request',
  from: 'client',
  params: object({
    uri: text,
    line: count,
    target: oneOf('nextEvent', 'previousEvent', 'nextRelated', 'previousRelated', 'cause', 'effect'),
  }),
};
/** Where a jump leads. */
export type JumpTarget = 'nextEvent' | 'previousEvent' | 'nextRelated' | 'previousRelated' | 'cause' | 'effect';
export interface PlacesParams {
  readonly uri: string;
  /** 0-based line of the cursor. */
  readonly line: number;
  readonly target: JumpTarget;
}
export interface PlacesResult {
  readonly places: readonly WirePlace[];
}

/** Sent by the client when a lens is clicked: all places the lens stands for, and the place it stands at. */
export const nearbyMessage: Message<NearbyParams, NearbyResult> = {
  method: 'triage/nearby',
  kind: 'request',
  from: 'client',
  params: object({ event: text, kind: oneOf('near', 'cause', 'effect'), uri: maybe(text) }),
};
/** What a lens speaks of. */
export type LensKind = 'near' | 'cause' | 'effect';
export interface NearbyParams {
  /** Event id. */
  readonly event: string;
  readonly kind: LensKind;
  /** The document that the lens stands in. */
  readonly uri?: string;
}
export interface NearbyResult extends PlacesResult {
  /** `null` when the event is not in the report any more. */
  readonly from: WirePlace | null;
}

/** Sent by the client when the user exports the findings; waits for a reading that is under way. */
export const markdownMessage: Message<MarkdownParams, MarkdownResult> = {
  method: 'triage/markdown',
  kind: 'request',
  from: 'client',
  params: object({ linkBase: text }),
};
export interface MarkdownParams {
  /** The way from the report's folder to the opened folder, with `/`; empty when the report lies in it. */
  readonly linkBase: string;
}
export interface MarkdownResult {
  readonly text: string;
}

/** Sent by the client when the user opens a line inside an archive or a compressed file, or in a part of a large one. */
export const memberMessage: Message<MemberParams, MemberResult> = {
  method: 'triage/member',
  kind: 'request',
  from: 'client',
  params: object({ uri: text }),
};
export interface MemberParams {
  /** An address of the scheme `causeline-member` or `causeline-timeline`. */
  readonly uri: string;
}
export interface MemberResult {
  /** The beginning of the source, the lines that the address names, or the timeline; `null` when it is not in the report any more. */
  readonly text: string | null;
  /** The server finds these lines on the disk by itself: the text need not be sent back to it. */
  readonly isOnDisk?: true;
}

/** Sent by the client when the user wants to see another part of a large file, or the line in the other way that it can be shown. */
export const windowMessage: Message<WindowParams, WindowResult> = {
  method: 'triage/window',
  kind: 'request',
  from: 'client',
  params: object({ uri: text, line: count, show: oneOf('before', 'after', 'part', 'file') }),
};
export interface WindowParams {
  /** A file, or a part of one. */
  readonly uri: string;
  /** 0-based line of the cursor. */
  readonly line: number;
  /** The part before or after; the part around the line; the file itself. */
  readonly show: 'before' | 'after' | 'part' | 'file';
}
export interface WindowResult {
  /** The line there; `null` when there is nothing more, or no such file. */
  readonly place: WirePlace | null;
}

/** Sent by the client when the user wants to see what all sources say around a line, or another part of such a timeline. */
export const timelineMessage: Message<TimelineParams, TimelineResult> = {
  method: 'triage/timeline',
  kind: 'request',
  from: 'client',
  params: object({
    uri: text,
    line: count,
    change: maybe(oneOf('earlier', 'later', 'wider', 'narrower', 'events', 'lines', 'node', 'nodes')),
  }),
};
/** How a timeline is to be changed. */
export type TimelineChange = 'earlier' | 'later' | 'wider' | 'narrower' | 'events' | 'lines' | 'node' | 'nodes';
export interface TimelineParams {
  /** A file, a part of one, or a timeline. */
  readonly uri: string;
  /** 0-based line of the cursor. */
  readonly line: number;
  /** Only where the cursor is in a timeline; without it the line there is in the middle of another one. */
  readonly change?: TimelineChange;
}
export interface TimelineResult {
  /** The line in the timeline; `null` when it has no time. */
  readonly place: WirePlace | null;
}

/** Sent by the client when the user opens a journal file, which an editor shows as the text of its source. */
export const journalMessage: Message<JournalParams, JournalResult> = {
  method: 'triage/journal',
  kind: 'request',
  from: 'client',
  params: object({ uri: text }),
};
export interface JournalParams {
  readonly uri: string;
}
export interface JournalResult {
  /** Source id; `null` when the file is no journal. */
  readonly source: string | null;
}

const followedPart = { first: maybe(count), from: maybe(count), most: maybe(count) };
const followedName: Shape<FollowParams> = object<FollowedName & FollowedPart>({ name: text, ...followedPart });
const followedPlace: Shape<FollowParams> = object<FollowedPlace & FollowedPart>({
  text,
  character: count,
  ...followedPart,
});

/** Sent by the client when the user follows what stands at the cursor, or a name; all sources are searched, which cancelling ends. */
export const followMessage: Message<FollowParams, WireFollowed> = {
  method: 'triage/follow',
  kind: 'request',
  from: 'client',
  params: (value, where) => (isNamed(value) ? followedName : followedPlace)(value, where),
};
/** A place in a line. */
export interface FollowedPlace {
  readonly text: string;
  readonly character: number;
}
/** The name of a pod (`namespace/name`), an id, any text. */
export interface FollowedName {
  readonly name: string;
}
/** How much is to be told. */
export interface FollowedPart {
  /** So many lines are enough, as soon as they can be had: nothing is searched that is not indexed. */
  readonly first?: number;
  /** Lines to pass over: those that were told before. */
  readonly from?: number;
  /** Lines to tell, at most. */
  readonly most?: number;
}
export type FollowParams = (FollowedPlace | FollowedName) & FollowedPart;

function isNamed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'name' in value;
}

/** Sent by the client when the user wants a rule for a line; the answer is the first version of a rule file. */
export const ruleDraftMessage: Message<RuleDraftParams, RuleDraftResult> = {
  method: 'triage/rule',
  kind: 'request',
  from: 'client',
  params: object({ line: text }),
};
export interface RuleDraftParams {
  /** The line as it stands in the file. */
  readonly line: string;
}
export interface RuleDraftResult {
  /** Name for the file, without folder and ending; lower-case words joined by `-`. Empty when nothing could be made of the line. */
  readonly name: string;
  readonly text: string;
}

/** Every message, for the tests that hold the documentation and the handlers to them. */
export const messages: readonly Pick<Message<unknown, unknown>, 'method' | 'kind' | 'from'>[] = [
  analyzeMessage,
  stopMessage,
  statusMessage,
  chainsMessage,
  evidenceMessage,
  sourcesMessage,
  correctMessage,
  sameMomentMessage,
  highlightsMessage,
  placesMessage,
  nearbyMessage,
  markdownMessage,
  memberMessage,
  windowMessage,
  timelineMessage,
  journalMessage,
  followMessage,
  ruleDraftMessage,
];

/** Command behind the lenses at the ends of a part of a large file; its argument is `before` or `after`. */
export const showMoreCommand = 'causeline.showMore';

/** Command behind the lenses above a timeline; its argument is a {@link TimelineChange}. */
export const changeTimelineCommand = 'causeline.changeTimeline';

/** Command behind every other lens; its arguments are an event id and a {@link LensKind}. */
export const showPlacesCommand = 'causeline.showPlaces';
