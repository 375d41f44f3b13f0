/** Runs one command line and turns every failure into words on standard error and an exit status. */

import { meantPaths } from '../node/diskNames';
import { diskFiles } from '../node/files';
import type { Command } from './arguments';
import { parseArguments } from './arguments';
import { runCat } from './cat';
import { runFollow } from './follow';
import { refusePipes } from './pipes';
import { runRules } from './rules';
import { runSignatures } from './signatures';
import type { Terminal } from './terminal';
import { runTimeline } from './timeline';
import { runTriage } from './triage';
import { UsageError, usage } from './usage';

/** What the door knows and the commands do not. */
export interface Program {
  readonly version: string;
  readonly language: string | undefined;
  /** Serves the Language Server Protocol over standard input and output until the client leaves. */
  serve(): Promise<void>;
}

/** The exit status for a command line. */
export async function run(words: readonly string[], terminal: Terminal, program: Program): Promise<number> {
  try {
    const command = await withMeantPaths(parseArguments(words, program.language));
    switch (command.command) {
      case 'help':
        await terminal.write(usage);
        return words.length === 0 ? 2 : 0;
      case 'version':
        await terminal.write(`${program.version}\n`);
        return 0;
      case 'signatures':
        return await runSignatures(command, terminal);
      case 'cat':
        return await runCat(command, terminal);
      case 'follow':
        await refusePipes(command);
        return await runFollow(command, terminal);
      case 'timeline':
        await refusePipes(command);
        return await runTimeline(command, terminal);
      case 'rules':
        return await runRules(command, terminal);
      case 'lsp':
        await program.serve();
        return 0;
      case 'triage':
        return await runTriage(command, terminal, words);
    }
  } catch (error) {
    terminal.error(`causeline: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof UsageError) terminal.error('causeline: see causeline --help');
    return 2;
  }
}

/** The command with paths that can be opened, where a name is no text. */
async function withMeantPaths(command: Command): Promise<Command> {
  if (!('paths' in command)) return command;
  const paths = await Promise.all(
    command.paths.map((named) => (named === '-' ? [named] : meantPaths(named, diskFiles))),
  );
  return { ...command, paths: paths.flat() };
}
