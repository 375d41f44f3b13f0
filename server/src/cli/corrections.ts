/** What the user has decided about sources: in case files next to the logs, in a named one, and on the command line, which counts most. */
import { readCase, withPrefix } from '../case/caseFile';
import type { Corrections } from '../engine/index';
import type { CaseText } from '../node/caseFiles';
import { casesOf, readCaseText } from '../node/caseFiles';
import type { Files } from '../node/files';
import { problemLine } from '../rules/index';
import type { NamedCorrection, ReadingOptions } from './arguments';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

/** All decisions for a reading, the weakest first. Faults in case files go to standard error; the rest of such a file holds. */
export async function collectCorrections(
  options: ReadingOptions,
  terminal: Terminal,
  files: Files,
): Promise<readonly Corrections[]> {
  const cases =
    options.caseFile === null ? await ownCases(options.paths, files) : [await namedCase(options.caseFile, files)];
  const read = cases.flatMap(({ name, prefix, text, reason }) => {
    if (reason !== null) terminal.error(`causeline: ${name}: not read: ${reason}`);
    if (text === null) return [];
    const { corrections, problems } = readCase(name, text);
    for (const problem of problems) terminal.error(`causeline: ${problemLine(problem, options.language)}`);
    // They came with the logs, and nobody here may have made them.
    if (options.caseFile === null && Object.keys(corrections).length > 0)
      terminal.error(`causeline: ${name}: decisions that lie with the logs are in force; --case takes others`);
    return [withPrefix(corrections, prefix)];
  });
  return [...read, ...options.corrections.map(toCorrections)];
}

function ownCases(paths: readonly string[], files: Files): Promise<CaseText[]> {
  return casesOf(
    paths.filter((path) => path !== '-'),
    files,
  );
}

async function namedCase(file: string, files: Files): Promise<Omit<CaseText, 'root'>> {
  const found = await readCaseText(file, files);
  if (found.text === null)
    throw new UsageError(`case file ${file} cannot be read: ${found.reason ?? 'it does not exist'}`);
  return { ...found, prefix: '' };
}

function toCorrections({ source, member, value }: NamedCorrection): Corrections {
  return { [source]: { [member === 'skew' ? 'skewMs' : member]: value } };
}
