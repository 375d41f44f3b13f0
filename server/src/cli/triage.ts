/** `causeline triage`: reads, reports, and says by its exit status how it went. */
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Catalogue, Report } from '../engine/index';
import { confidences, fence, toMarkdown, toText, toTriageJson } from '../engine/index';
import type { Printed } from '../node/caseCache';
import { onlyOwn } from '../node/ownership';
import type { ReadResult } from '../node/readSources';
import type { Answer } from '../node/rerun';
import { answerPlace, toEntry } from '../node/rerun';
import { writeWhole } from '../node/writeWhole';
import type { TriageCommand } from './arguments';
import { ledgerText } from './ledger';
import type { OpenCase } from './reading';
import { openCase } from './reading';
import type { Terminal } from './terminal';
import { inert } from './terminal';

/** Runs the command; the exit status. `words` are what the user wrote. */
export async function runTriage(command: TriageCommand, terminal: Terminal, words: readonly string[]): Promise<number> {
  const errors: string[] = [];
  const open = await openCase(command, heard(terminal, errors));
  if (open === null) return 2;
  const { read, used, cache } = open;
  const look: Look = { linkBase: linkBaseOf(command, read), color: terminal.color && command.output === null };
  const print = async (): Promise<Printed> => {
    const report = await open.settle();
    const sure = new Set(report.chains.map(({ confidence }) => confidence));
    return { text: Buffer.from(render(report, read, used, command, look)), confidences: [...sure] };
  };
  const { format, language, ledger, raw } = command;
  const form = JSON.stringify([format, language, ledger, raw, look]);
  const isPlain = !look.color && command.paths.every((path) => words.includes(path));
  const printed = cache === undefined || isPlain ? await print() : await cache.printed(read, form, print);
  // As text: only then a terminal gets its colours.
  if (command.output === null) await terminal.write(Buffer.from(printed.text).toString());
  else await writeWhole(command.output, printed.text);
  const status = exitStatus(printed, read, command);
  if (isPlain) await keepAnswer(open, { errors, status, output: command.output }, printed.text, command.cache, words);
  await open.keep();
  return status;
}

/** A terminal whose lines on standard error are taken down. */
function heard(terminal: Terminal, errors: string[]): Terminal {
  const error = (line: string): void => {
    errors.push(inert(line));
    terminal.error(line);
  };
  return { ...terminal, error };
}

/** Keeps what was said for the next time that the same is asked, where all that it rests on is known. */
async function keepAnswer(
  { files: { asks }, read: { keys, stopped } }: OpenCase,
  said: Omit<Answer, 'asks'>,
  text: Uint8Array,
  cache: string | null,
  words: readonly string[],
): Promise<void> {
  if (cache === null || asks === null || keys === null || stopped) return;
  await writeWhole(answerPlace(cache, words), toEntry({ ...said, asks }, text), onlyOwn).catch(() => undefined);
}

/** What a text depends on beside the words of the command. */
interface Look {
  /** Where links to files begin. */
  readonly linkBase: string;
  readonly color: boolean;
}

/** The way from the report to the one folder or file that was read. */
function linkBaseOf({ paths, output }: TriageCommand, { found }: ReadResult): string {
  const [only] = paths;
  if (only === undefined || paths.length > 1) return '';
  const isFile = found.walk.files.some(({ path }) => path === resolve(only));
  const base = isFile ? dirname(only) : only;
  if (isAbsolute(base)) return base;
  const from = output === null ? '.' : dirname(output);
  return relative(from, base).split(sep).join('/');
}

function render(
  report: Report,
  { stages }: ReadResult,
  used: Catalogue,
  command: TriageCommand,
  { linkBase, color }: Look,
): string {
  const { format, language, ledger } = command;
  if (format === 'json') {
    const document = toTriageJson(report, language);
    return `${JSON.stringify(ledger ? { ...document, packed: stages } : document, null, 1)}\n`;
  }
  const account = ledger ? ledgerText(report, stages, language) : '';
  if (format === 'text') {
    const text = toText(report, used, { language, color, keepSecrets: command.raw });
    return account === '' ? text : `${text}\n${account}`;
  }
  const document = toMarkdown(report, used, { language, linkBase, keepSecrets: command.raw });
  return account === '' ? document : `${document}\n${fence(account.trimEnd())}\n`;
}

function exitStatus({ confidences: found }: Printed, read: ReadResult, command: TriageCommand): number {
  const { failOn } = command;
  const limit = failOn === null ? -1 : confidences.indexOf(failOn);
  if (found.some((confidence) => confidences.indexOf(confidence) <= limit && limit >= 0)) return 1;
  return read.losses > 0 ? 3 : 0;
}
