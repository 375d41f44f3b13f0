/** `causeline triage`: reads, reports, and says by its exit status how it went. */
import type { Catalogue, Report } from '../engine/index';
import { catalogue, confidences, createEngine, toMarkdown, toText, toTriageJson } from '../engine/index';
import { CaseCache } from '../node/caseCache';
import { fastMeans } from '../node/fastKernel';
import type { ReadProgress, ReadResult } from '../node/readSources';
import { readInto } from '../node/readSources';
import { threadsFor } from '../node/workerPool';
import { writeWhole } from '../node/writeWhole';
import { withRules } from '../rules/index';
import type { TriageCommand } from './arguments';
import { collectCorrections } from './corrections';
import { ledgerText } from './ledger';
import { collectRules } from './rules';
import type { Terminal } from './terminal';
import { inputStream } from './terminal';

/** Files that could not be read are named up to this number. */
const mostComplaints = 50;

/** Runs the command; the exit status. */
export async function runTriage(command: TriageCommand, terminal: Terminal): Promise<number> {
  const startMs = Date.now();
  const rules = await collectRules(command.paths, command.rules, command.language, terminal);
  const used = withRules(catalogue, rules);
  const corrections = await collectCorrections(command, terminal);
  const engine = createEngine({
    ...fastMeans(),
    catalogue: used,
    ...(command.year === null ? {} : { year: command.year }),
    ...(command.zone === null ? {} : { zone: command.zone }),
    corrections,
  });
  const cache = command.cache === null ? undefined : new CaseCache(command.cache, engine.scanOptions);
  const read = await readInto(engine, command.paths, {
    onProgress: (progress) => terminal.progress(progressLine(progress, Date.now() - startMs)),
    input: inputStream(terminal),
    threads: threadsFor(engine.scanOptions, command.threads),
    cache,
  });
  terminal.progress('');
  complain(read, command, terminal);
  if (read.sources.size === 0) {
    terminal.error(`causeline: nothing to read in ${command.paths.join(' ')}; name a folder or file that holds logs`);
    return 2;
  }
  const report = cache === undefined ? engine.report() : await cache.report(read, () => engine.report());
  const text = render(report, read, used, command, terminal);
  if (command.output === null) await terminal.write(text);
  else await writeWhole(command.output, text);
  return exitStatus(report, read, command);
}

/** `reading 43 % (512 MB/s, 3 s left): messages`. */
function progressLine({ bytesRead, bytes, current }: ReadProgress, elapsedMs: number): string {
  const percent = Math.floor((100 * bytesRead) / Math.max(1, bytes));
  const perMs = bytesRead / Math.max(1, elapsedMs);
  const left = perMs > 0 ? `, ${Math.ceil((bytes - bytesRead) / perMs / 1000)} s left` : '';
  return `reading ${percent} % (${Math.round(perMs / 1000)} MB/s${left}): ${current}`;
}

/** Says what was not read: what may hold evidence line by line, what is no log as a number. */
function complain({ unread }: ReadResult, { language }: TriageCommand, terminal: Terminal): void {
  const losses = unread.filter(({ kind }) => kind === 'loss');
  for (const { id, reason } of losses.slice(0, mostComplaints))
    terminal.error(`causeline: ${id}: not read: ${reason[language]}`);
  if (losses.length > mostComplaints) terminal.error(`causeline: ${losses.length - mostComplaints} more were not read`);
  const skipped = unread.length - losses.length;
  if (skipped > 0) terminal.error(`causeline: ${skipped} that are no logs were passed over; --ledger lists them`);
}

function render(
  report: Report,
  { stages }: ReadResult,
  used: Catalogue,
  command: TriageCommand,
  terminal: Terminal,
): string {
  const { format, language, ledger } = command;
  if (format === 'json') {
    const document = toTriageJson(report, language);
    return `${JSON.stringify(ledger ? { ...document, packed: stages } : document, null, 1)}\n`;
  }
  const account = ledger ? ledgerText(report, stages, language) : '';
  if (format === 'text') {
    const text = toText(report, used, { language, color: terminal.color && command.output === null });
    return account === '' ? text : `${text}\n${account}`;
  }
  const linkBase = command.paths.length === 1 ? (command.paths[0] ?? '') : '';
  const document = toMarkdown(report, used, { language, linkBase });
  return account === '' ? document : `${document}\n${fenced(account)}`;
}

/** In a code block that nothing in the text ends. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}${fence}\n`;
}

function exitStatus(report: Report, read: ReadResult, command: TriageCommand): number {
  const { failOn } = command;
  const limit = failOn === null ? -1 : confidences.indexOf(failOn);
  if (report.chains.some((chain) => confidences.indexOf(chain.confidence) <= limit && limit >= 0)) return 1;
  return read.losses > 0 ? 3 : 0;
}
