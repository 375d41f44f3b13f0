/** `causeline triage`: reads, reports, and says by its exit status how it went. */
import type { Catalogue, Report } from '../engine/index';
import { confidences, toMarkdown, toText, toTriageJson } from '../engine/index';
import type { ReadResult } from '../node/readSources';
import { writeWhole } from '../node/writeWhole';
import type { TriageCommand } from './arguments';
import { ledgerText } from './ledger';
import { readCase } from './reading';
import type { Terminal } from './terminal';

/** Runs the command; the exit status. */
export async function runTriage(command: TriageCommand, terminal: Terminal): Promise<number> {
  const reading = await readCase(command, terminal);
  if (reading === null) return 2;
  const { report, read, used } = reading;
  const text = render(report, read, used, command, terminal);
  if (command.output === null) await terminal.write(text);
  else await writeWhole(command.output, text);
  return exitStatus(report, read, command);
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
  const document = toMarkdown(report, used, { language, linkBase, keepSecrets: command.raw });
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
