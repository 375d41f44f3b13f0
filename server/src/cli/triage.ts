/** `causeline triage`: reads, reports, and says by its exit status how it went. */
import type { Catalogue, Report } from '../engine/index';
import { catalogue, confidences, createEngine, toMarkdown, toText, toTriageJson } from '../engine/index';
import { fastKernels } from '../node/fastKernel';
import type { ReadResult } from '../node/readSources';
import { readInto } from '../node/readSources';
import { writeWhole } from '../node/writeWhole';
import { withRules } from '../rules/index';
import type { TriageCommand } from './arguments';
import { collectCorrections } from './corrections';
import { collectRules } from './rules';
import type { Terminal } from './terminal';
import { inputStream } from './terminal';

/** Runs the command; the exit status. */
export async function runTriage(command: TriageCommand, terminal: Terminal): Promise<number> {
  const rules = await collectRules(command.paths, command.rules, command.language, terminal);
  const used = withRules(catalogue, rules);
  const corrections = await collectCorrections(command, terminal);
  const engine = createEngine({
    createKernel: fastKernels(),
    catalogue: used,
    ...(command.year === null ? {} : { year: command.year }),
    ...(command.zone === null ? {} : { zone: command.zone }),
    corrections,
  });
  const read = await readInto(engine, command.paths, {
    onProgress: (progress) =>
      terminal.progress(`reading ${progress.filesDone + 1} of ${progress.files}: ${progress.current}`),
    input: inputStream(terminal),
  });
  terminal.progress('');
  for (const { id, reason } of read.unread) terminal.error(`causeline: ${id}: not read: ${reason[command.language]}`);
  if (read.sources.size === 0) {
    terminal.error(`causeline: nothing to read in ${command.paths.join(' ')}; name a folder or file that holds logs`);
    return 2;
  }
  const report = engine.report();
  const text = render(report, used, command, terminal);
  if (command.output === null) await terminal.write(text);
  else await writeWhole(command.output, text);
  return exitStatus(report, read, command);
}

function render(report: Report, used: Catalogue, command: TriageCommand, terminal: Terminal): string {
  if (command.format === 'json') return `${JSON.stringify(toTriageJson(report, command.language), null, 1)}\n`;
  if (command.format === 'text')
    return toText(report, used, { language: command.language, color: terminal.color && command.output === null });
  return toMarkdown(report, used, {
    language: command.language,
    linkBase: command.paths.length === 1 ? (command.paths[0] ?? '') : '',
  });
}

function exitStatus(report: Report, read: ReadResult, command: TriageCommand): number {
  const { failOn } = command;
  const limit = failOn === null ? -1 : confidences.indexOf(failOn);
  if (report.chains.some((chain) => confidences.indexOf(chain.confidence) <= limit && limit >= 0)) return 1;
  return read.losses > 0 ? 3 : 0;
}
