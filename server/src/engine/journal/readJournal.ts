/** Reads the files of one machine's journal as one text, in the order in which things were logged. */
import type { JournalAnswer, JournalAsk, JournalGap, JournalPart } from './asks';
import type { JournalFileReport } from './fileReader';
import { JournalFileReader } from './fileReader';
import { Merge } from './merge';
import { about, damagedEntries, duplicateEntries, missingEntries } from './wording';

/** A file to read. */
export interface JournalFileInfo {
  /** What it is called in what is said about it. */
  readonly name: string;
  readonly bytes: number;
}

/** What was read. */
export interface JournalReport {
  readonly files: readonly JournalFileReport[];
  /** Entries that stood in two files and were written once. */
  readonly duplicates: number;
  readonly boots: readonly string[];
}

/** Parts of the text as they come, and between them what must be answered. */
export type JournalReading = Generator<JournalAsk | JournalPart, JournalReport, JournalAnswer>;

/** Reads journals; whoever runs it answers what is asked. */
export function* readJournal(files: readonly JournalFileInfo[]): JournalReading {
  const merge = new Merge();
  const readers = files.map((file, index) => new JournalFileReader(index, file.name, file.bytes));
  for (const reader of readers) if (yield* reader.open()) yield* merge.add(reader);
  yield* merge.run();
  const reports = readers.map((reader) => reader.report());
  for (const [index, report] of reports.entries()) yield* gapsOf(report, index);
  const { duplicates } = merge;
  if (duplicates > 0) {
    const reason = duplicateEntries(duplicates);
    yield { kind: 'gap', cost: 'padding', file: 0, start: 0, end: 0, reason, retry: false };
  }
  return { files: reports, duplicates, boots: [...merge.boots] };
}

/** What a whole file lacks, beyond the stretches that were told where they lie. */
function* gapsOf(report: JournalFileReport, file: number): Generator<JournalGap> {
  const { name, refused, fileBytes, usedBytes } = report;
  const gap = { kind: 'gap', cost: 'loss', file, start: 0, end: 0, retry: false } as const;
  if (refused !== null) {
    yield { ...gap, end: fileBytes, reason: about(name, refused) };
    return;
  }
  const missing = report.statedEntries - report.entries;
  // A counter that the file could not hold is damaged itself.
  if (missing > 0 && report.statedEntries <= Math.max(fileBytes, usedBytes) / 64) {
    const cut = usedBytes > fileBytes ? ([fileBytes, usedBytes] as const) : null;
    const end = cut === null ? 0 : fileBytes;
    // journald was writing when the file was taken.
    const retry = report.state === 'online';
    yield { ...gap, start: end, end, retry, reason: about(name, missingEntries(missing, report.statedEntries, cut)) };
  }
  if (report.damagedEntries > 0)
    yield { ...gap, cost: 'unverified', reason: about(name, damagedEntries(report.damagedEntries)) };
}
