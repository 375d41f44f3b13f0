/** Reads the files of one machine's journal as one text, in the order in which things were logged. */
import type { JournalAnswer, JournalAsk, JournalPart } from './asks';
import type { JournalFileReport } from './fileReader';
import { JournalFileReader } from './fileReader';
import { Merge } from './merge';

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
  for (const report of reports) {
    for (const gap of gapsOf(report)) yield { kind: 'gap', retry: false, ...gap };
  }
  return {
    files: reports,
    duplicates: merge.duplicates,
    boots: [...merge.boots],
  };
}

/** What a whole file lacks, beyond the stretches that were told where they lie. */
function* gapsOf(file: JournalFileReport): Generator<{ readonly bytes: number; readonly reason: string }> {
  const { name, refused, entries, statedEntries, damagedEntries } = file;
  if (refused !== null) {
    yield { bytes: file.fileBytes, reason: `${name}: ${refused}` };
    return;
  }
  const missing = statedEntries - entries;
  // A counter that the file could not hold is damaged itself.
  if (missing > 0 && statedEntries <= Math.max(file.fileBytes, file.usedBytes) / 64) {
    const cut = file.usedBytes > file.fileBytes ? `cut at ${file.fileBytes} of ${file.usedBytes} bytes, ` : '';
    yield {
      bytes: 0,
      reason: `${name}: ${cut}${missing} of ${statedEntries} entries are missing`,
    };
  }
  if (damagedEntries > 0) {
    yield {
      bytes: 0,
      reason: `${name}: ${damagedEntries} entries are not as they were written; their lines say so`,
    };
  }
}
