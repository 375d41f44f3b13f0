/** Reads what a command names the way its options, rule files and case files say: the same for every command that needs a report. */
import type { Catalogue, Report } from '../engine/index';
import { catalogue, createEngine } from '../engine/index';
import { CaseCache } from '../node/caseCache';
import { EntryStore } from '../node/entryStore';
import { fastMeans } from '../node/fastKernel';
import { diskFiles } from '../node/files';
import type { ReadProgress, ReadResult } from '../node/readSources';
import { readInto } from '../node/readSources';
import { WatchedFiles } from '../node/watchedFiles';
import { threadsFor } from '../node/workerPool';
import { withRules } from '../rules/index';
import type { ReadingOptions } from './arguments';
import { collectCorrections } from './corrections';
import { inputsOf } from './pipes';
import { collectRules } from './rules';
import type { Terminal } from './terminal';

/** Files that could not be read are named up to this number. */
const mostComplaints = 50;

/** What was read. */
export interface OpenCase {
  readonly used: Catalogue;
  readonly read: ReadResult;
  readonly cache: CaseCache | undefined;
  /** The disk, which knows what it was asked. */
  readonly files: WatchedFiles;
  /** What it means. */
  settle(): Promise<Report>;
  /** Keeps that for the next time. */
  keep(): Promise<void>;
}

/** What was read, and what it means. */
export interface CaseReading extends OpenCase {
  readonly report: Report;
}

/** Reads and settles; `null` when there is nothing to read, which was said. */
export async function readCase(options: ReadingOptions, terminal: Terminal): Promise<CaseReading | null> {
  const open = await openCase(options, terminal);
  if (open === null) return null;
  const report = await open.settle();
  await open.keep();
  return { ...open, report };
}

/** Reads; `null` when there is nothing to read, which was said. */
export async function openCase(options: ReadingOptions, terminal: Terminal): Promise<OpenCase | null> {
  const { year, zone } = options;
  const { paths, pipes } = await inputsOf(options.paths, terminal);
  const files = new WatchedFiles(diskFiles);
  const rules = await collectRules(paths, options.rules, options.language, terminal, files);
  const used = withRules(catalogue, rules);
  const corrections = await collectCorrections(options, terminal, files);
  const engine = createEngine({
    ...fastMeans(),
    catalogue: used,
    ...(year === null ? {} : { year }),
    ...(zone === null ? {} : { zone }),
    corrections,
  });
  const identify = (path: string): Promise<string> => files.identity(path);
  const cache =
    options.cache === null
      ? undefined
      : new CaseCache(new EntryStore(options.cache), engine.scanOptions, options.limits, identify);
  const read = await readInto(engine, paths, {
    files,
    onProgress: (progress) => terminal.progress(progressLine(progress)),
    pipes,
    threads: threadsFor(engine.scanOptions, options.threads, true),
    cache,
    limits: options.limits,
  });
  terminal.progress('');
  complain(read, options, terminal);
  if (read.sources.size === 0) {
    terminal.error(`causeline: nothing to read in ${options.paths.join(' ')}; name a folder or file that holds logs`);
    return null;
  }
  let report: Report | null = null;
  const settle = async (): Promise<Report> => {
    report = (await read.known?.report()) ?? engine.report();
    return report;
  };
  const keep = async (): Promise<void> => {
    if (report !== null) await cache?.keepReport(read, report);
  };
  return { used, read, cache, files, settle, keep };
}

/** `reading 43 % (512 MB/s, 3 s left): messages`. */
function progressLine({ bytesRead, bytes, elapsedMs, current }: ReadProgress): string {
  const percent = Math.floor((100 * bytesRead) / Math.max(1, bytes));
  const perMs = bytesRead / Math.max(1, elapsedMs);
  const left = perMs > 0 ? `, ${Math.ceil((bytes - bytesRead) / perMs / 1000)} s left` : '';
  return `reading ${percent} % (${Math.round(perMs / 1000)} MB/s${left}): ${current}`;
}

/** Says what was not read: what may hold evidence line by line, what is no log as a number. */
function complain({ unread }: ReadResult, { language }: ReadingOptions, terminal: Terminal): void {
  const losses = unread.filter(({ kind }) => kind === 'loss');
  for (const { id, reason } of losses.slice(0, mostComplaints))
    terminal.error(`causeline: ${id}: not read: ${reason[language]}`);
  if (losses.length > mostComplaints) terminal.error(`causeline: ${losses.length - mostComplaints} more were not read`);
  const skipped = unread.length - losses.length;
  if (skipped > 0)
    terminal.error(
      `causeline: passed over, because no logs or counted already: ${skipped}; triage --ledger lists them`,
    );
}
