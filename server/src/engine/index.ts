/** The engine's only door: log bytes in, report out; no file, clock, network or editor behind it. */
export type { CausalEdge, EdgeScope } from './catalogue/edge';
export { extendCatalogue } from './catalogue/extend';
export type { Catalogue } from './catalogue/index';
export { catalogue } from './catalogue/index';
export type { PatternMatch, TextPattern, WrittenPattern } from './catalogue/pattern';
export type { DurationUnit, Emitter, Signature, SignatureTime, Wording } from './catalogue/signature';
export { emitters } from './catalogue/signature';
export type { Corrections, SourceCorrection } from './corrections';
export type { Engine, EngineOptions, Scanner, SourceReader, StretchReader } from './engine';
export { createEngine, createScanner } from './engine';
export { Identities } from './entities/identity';
export { checksOf } from './export/advice';
export {
  competingSentences,
  differenceSentences,
  lockSentences,
  quietedSentences,
  spreadSentence,
} from './export/details';
export { excerptOf } from './export/excerpt';
export type { MarkdownOptions } from './export/markdown';
export { toMarkdown } from './export/markdown';
export { codeSpan, fence, prose } from './export/markdownText';
export { gapText } from './export/missing';
export { linksInto, storyOf } from './export/story';
export { toText } from './export/text';
export { toTriageJson } from './export/triageJson';
export { confidenceWords, formatInstant, lineCount, linesText } from './export/wording';
export { factFormats } from './facts/index';
export { eventsByTime } from './follow/eventLines';
export type { FirstLines, IndexedText } from './follow/firstLines';
export { firstLines } from './follow/firstLines';
export type { FollowResult, KnownNames, Mention } from './follow/follow';
export { Pursuit } from './follow/follow';
export type { FollowedKind, Identifier } from './follow/identify';
export { identifierAt, identifierOfName, textAt } from './follow/identify';
export type { NameIndex } from './follow/nameIndex';
export { NameIndexer } from './follow/nameIndexer';
export { nameBlocksAt, nameLinesAt, nameOwnersAt, namesAt } from './follow/nameLayout';
export type { CreateNameTable, NameTable, NotedNames } from './follow/nameTable';
export type { LogsByAuthor, OwnLog } from './follow/ownLogs';
export { logsByAuthor } from './follow/ownLogs';
export type { IndexedStretch } from './follow/textNames';
export { TextNames } from './follow/textNames';
export type { FollowedThing } from './follow/thingNames';
export { describeThing, sightingsOf } from './follow/thingNames';
export type { StampKindCode } from './formats/format';
export { noStamp } from './formats/format';
export { formats } from './formats/index';
export type { JournalAnswer, JournalAsk, JournalGap, JournalPart } from './journal/asks';
export type { JournalFileReport } from './journal/fileReader';
export { isJournal } from './journal/header';
export type { JournalEntry, JournalField } from './journal/readEntry';
export { readJournalEntry } from './journal/readEntry';
export type { JournalFileInfo, JournalReport } from './journal/readJournal';
export { readJournal } from './journal/readJournal';
export type { BuiltGrams, Grams, GramTable } from './match/grams';
export { bitPatterns } from './match/grams';
export type { CreateKernel, ScanKernel } from './match/scanKernel';
export { lineStepBytes, stepBytes } from './match/scanKernel';
export type { Category } from './model/category';
export { categories } from './model/category';
export type { Clock, ClockSegment, Instant, Provenance } from './model/clock';
export type { Entities, EntityKind } from './model/entity';
export { entityKinds } from './model/entity';
export type { Fact } from './model/fact';
export type { Language, Localized } from './model/localized';
export type { Gap, Ledger, Problem, Unread } from './model/problem';
export { costsEvidence } from './model/problem';
export type {
  Alternative,
  Chain,
  ChainLink,
  Competing,
  Confidence,
  Difference,
  Episode,
  Incident,
  LockSpan,
  LockView,
  PodNames,
  Report,
  SetPlace,
  SourceReport,
  TriageEvent,
  Unexplained,
} from './model/report';
export { confidences } from './model/report';
export type { Severity } from './model/severity';
export { severities } from './model/severity';
export type { BootTie, Rotation, SourceInfo, StatedDate } from './model/sourceInfo';
export type { ReadSource } from './records/readSource';
export { reviveSource, yearsBehind } from './records/readSource';
export type { YearState } from './records/stamp';
export { noYears } from './records/stamp';
export type { Stretch } from './records/stretch';
export { blockBytes } from './records/stretch';
export { longestTail } from './records/tails';
export type { SkimMemory } from './skim/layout';
export { hitsAt, lineFeedsAt, nulAt, patternsAt, quickAt } from './skim/layout';
export { inOneGo } from './steps';
export type { DescribedMessage } from './templates/describeMessage';
export { describeMessage } from './templates/describeMessage';
export type { Decode } from './text/decode';
export { decodeUtf8 } from './text/decode';
export { formatDistance, formatDuration } from './text/durations';
export { visible, visibleLine } from './text/visible';
export { LinePlacer } from './time/placeLine';
export { formatSkew, parseSkew } from './time/skewText';
export { parseZone } from './time/zone';
export type { SourceAsk, TimelineView } from './timeline/findTimeline';
export { findTimeline } from './timeline/findTimeline';
export type { TimedLine } from './timeline/linesNear';
export type { TimelineRow } from './timeline/timelineText';
export { timelineRows } from './timeline/timelineText';
export { timeOfLine } from './timeline/timeOfLine';
export type { LineToken } from './tokens/tokens';
export { tokenizeLine } from './tokens/tokens';
