/**
 * Where a kernel that skims lines keeps what, in bytes from the beginning of its memory: the one thing that the engine and the
 * kernel's own source (`server/kernel`) have to agree about. Whole numbers have four bytes, times and bin numbers eight.
 */

/** Vectors of one byte each, by that byte. */
export const splatsAt = 0x8000;

/** For each choice among four lanes how far those chosen are from the first one, in bytes. */
export const chosenAt = 0x9000;
/** The patterns of bits by which grams are told. */
export const patternsAt = 0x9100;
/** Whether the last search for line feeds came upon a NUL byte. */
export const nulAt = 0x9200;

/** Vectors that may hold grams, words that may be some, both as they were found; those that are, each with its slot. */
export const vectorsAt = 0x10000;
export const wordsAt = 0x15000;
export const gramsFoundAt = 0x26000;

/** What one run of lines starts from and what it came to. */
export const runAt = 0x50000;
/** Index of the first line feed to go to, and how many there are. */
export const runFrom = 0;
export const runTo = 4;
/** Where the first line begins; lines that begin at `runBoundary` or later, or behind `runHit`, are not taken. */
export const runNext = 8;
export const runBoundary = 12;
export const runHit = 16;
/** Lines before the run. */
export const runLine = 20;
export const runOuterKind = 24;
export const runInnerKind = 28;
/** Steps between stamps, to be added to those counted before. */
export const runAscents = 32;
export const runDescents = 36;
export const runInnerAscents = 40;
export const runInnerDescents = 44;
/** Pairs of stamps that this block still takes. */
export const runPairsLeft = 48;
/** The stated zone that is being counted. */
export const runZone = 52;
export const runZoneCount = 56;
export const runYearCount = 60;
/** The pairs that are being counted, against wall clocks and against UTC: their quarter, how many more, the line of the last one. */
export const runWallQuarter = 64;
export const runWallCount = 68;
export const runWallLine = 72;
export const runUtcQuarter = 76;
export const runUtcCount = 80;
export const runUtcLine = 84;
export const runInnerYearless = 88;
/** Pairs that say the same as the boot's last one; whether further ones are not kept. */
export const runBootPairs = 92;
export const runBootIsFull = 96;
/** Bytes of the lines without their ends. */
export const runTextBytes = 100;
/** Lines taken, and why the run ended. */
export const runLines = 104;
export const runReason = 108;
/** The last line taken: where it begins, its shape, the group it is to be counted in. */
export const runLastStart = 112;
export const runLastShape = 116;
export const runLastGroup = 120;
/** The group that could not take one more. */
export const runFullGroup = 124;
/** Whether instants that texts quote are looked for; lines whose own stamp was found to be such a date. */
export const runQuotes = 196;
export const runMentions = 200;
/** Pairs that gave a year, and which. */
export const runPairYears = 204;
export const runPairYear = 208;
/** How many stamps since boot may belong to the boot's sample; their mixed values stand at {@link runSampled}. */
export const runSampledCount = 212;
/** Shapes in the order in which they are tried: how many, then their numbers. */
export const runShapes = 128;
export const runOrder = 132;
/** The last outer stamp; the last inner one, and the last of those without a year. */
export const runOuterMs = 512;
export const runInnerMs = 520;
export const runInnerYearlessMs = 528;
/** The year that is being counted. */
export const runYearFrom = 536;
export const runYearTo = 544;
/** What years without a number add to a time. */
export const runYearShift = 552;
/** The boot: its last stamp (or no number), the largest of its full sample, the calendar beside its last stamp. */
export const runBootMs = 560;
export const runBootLargest = 568;
export const runBootWallMs = 576;
/** Its last pair: calendar less seconds since boot, and those seconds. */
export const runBootDelta = 584;
export const runBootPairMs = 592;
/** The last line's time for its group. */
export const runLastMs = 600;

/** Mixed values, in the order of the lines. */
export const runSampled = 1024;
export const mostSampled = 64;

/** Why a run ended. */
export const endReached = 0;
/** No shape fits the line. */
export const endUnknown = 1;
/** The line's kind of message has no group here. */
export const endNoGroup = 2;
/** The group's bins do not reach to the line before. */
export const endFullGroup = 3;
/** Something about the line has to be looked at. */
export const endSpecial = 4;

/** Slots by a key's hash: the number of its group plus one. */
export const slotsAt = 0x51000;
export const slotCount = 4096;

/** Shapes of lines. */
export const shapesAt = 0x55000;
export const shapeBytes = 640;
export const mostShapes = 64;
export const longestHead = 128;
export const shapeLength = 0;
/** What follows the head: one of the rests. */
export const shapeRest = 4;
export const shapeKey = 8;
export const shapeSeverity = 12;
/** The stamps, five numbers each: kind, where the clock or the seconds begin, digits before the fraction (boot only), digits of the fraction, zone. */
export const shapeOuterKind = 16;
export const shapeOuterZone = 32;
export const shapeInnerKind = 36;
export const shapeInnerZone = 52;
/** Whether its times can be compared with those of the source. */
export const shapeIsTimed = 56;
/** Lines, and pairs among them, that were taken since somebody asked. */
export const shapeCount = 60;
export const shapePairs = 64;
/** What the search for quoted instants makes of such a line: one of the quotes below. */
export const shapeQuotes = 68;
/** Midnight of the stamps' days. */
export const shapeOuterMs = 72;
export const shapeInnerMs = 80;
/** What puts the outer stamp into the year that stamps without one are thought to be of. */
export const shapeReferenceMs = 88;
export const shapeInnerReferenceMs = 96;
export const shapeInnerYear = 104;
/** Bytes of the tail, which ends with the line: between head and tail stands the inside of a JSON text. */
export const shapeTailLength = 108;
/** Whether the outer stamp stands there: then its place counts from the tail's beginning. */
export const shapeOuterInTail = 112;
/** Whether its lines are of trouble, and name a source file. */
export const shapeIsTroubled = 116;
/** Twice {@link longestHead} bytes: the least that may stand in the head, and how much more: nothing, nine for a digit, anything behind its end. */
export const shapeHead = 128;
/** The same for the tail. */
export const shapeTail = 384;

/** The kind of message follows from the head alone. */
export const restKnown = 0;
/** The place in the program up to `]`. */
export const restPlace = 1;
/** Any text. */
export const restText = 2;
/** Text that is no header of the journal. */
export const restNoHeader = 3;
/** Text behind an envelope's header in which there is no record. */
export const restNoRecord = 4;

/** Nothing that a line of the shape quotes would be of use. */
export const quotesNothing = 0;
/** It has to be looked through. */
export const quotesPerhaps = 1;
/** So it has, and its outer stamp gives a year to the inner one. */
export const quotesOwnYear = 2;
/** Its head holds what plain code has to look at. */
export const quotesInHead = 3;

/** Groups of messages of one kind. */
export const groupsAt = 0x65000;
export const groupBytes = 328;
export const mostGroups = 1024;
export const groupKey = 0;
export const groupCount = 4;
export const groupSeverity = 8;
/** Line of the first one; 0 while there is none. */
export const groupLine = 12;
export const groupFirstMs = 16;
export const groupLastMs = 24;
/** Width of a bin, number of the first one. */
export const groupWidth = 32;
export const groupBase = 40;
/** Whether the first bin's number is known. */
export const groupHasBase = 48;
/** The bin that was counted in last: its place in the memory, and where it begins; no time lies in it while there is none. */
export const groupBin = 52;
export const groupBinFrom = 56;
/** Whether lines of trouble among its messages name a source file that means something. */
export const groupHasFile = 64;
export const groupBins = 68;
export const binCount = 64;

/** For each short hash of a gram the width of an entry among the vectors, else 0. */
export const quickAt = 0xb8000;
/** Line feeds found by the last search, as positions in the window. */
export const lineFeedsAt = 0xf8000;
/** Behind all that, what the search for literals found: position and literal. */
export const hitsAt = 0x1f8000;

/** The memory of a kernel that skims, and the skimming itself. Positions count from the window's beginning. */
export interface SkimMemory {
  /** The same memory as whole numbers, as times, as bytes. Replaced when the kernel makes room. */
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  readonly bytes: Uint8Array;
  /** Whether a record begins with the line at `start` that ends at `end`. */
  begins(start: number, end: number): boolean;
  /** Takes lines as what stands at {@link runAt} says. */
  skim(): void;
}
