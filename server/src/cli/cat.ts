/** `causeline cat`: prints sources as the report counts their lines, so that a line it names can be looked at in a terminal. */
import type { Localized } from '../engine/index';
import { costsEvidence, visibleLine } from '../engine/index';
import { asShown } from '../node/byteStream';
import { diskFiles } from '../node/files';
import { eachSource } from '../node/readSources';
import type { CatCommand } from './arguments';
import { inputsOf } from './pipes';
import type { Terminal } from './terminal';

/** Runs the command; the exit status: 2 when nothing was printed, 3 when something could not be read. */
export async function runCat(command: CatCommand, terminal: Terminal): Promise<number> {
  const wanted = new Set(command.sources);
  let printed = 0;
  let missing = 0;
  const complain = (id: string, reason: Localized, isLoss: boolean): void => {
    if (isLoss) missing++;
    terminal.error(`causeline: ${id}: ${reason[command.language]}`);
  };
  const { limits } = command;
  const { paths, pipes } = await inputsOf(command.paths, terminal);
  for await (const item of eachSource(paths, { files: diskFiles, pipes, limits })) {
    if ('unread' in item) {
      complain(item.id, item.unread.reason, item.unread.kind === 'loss');
      continue;
    }
    if (wanted.size > 0 && !wanted.has(item.id)) continue;
    // The line that `tail` and `head` put before each of several files.
    if (wanted.size !== 1 && (printed > 0 || command.paths.length > 1))
      await terminal.write(`==> ${visibleLine(item.id, 4096)} <==\n`);
    printed++;
    for await (const part of asShown(item.stream)) {
      if ('bytes' in part) await terminal.write(part.bytes);
      else complain(item.id, part.gap.reason, costsEvidence(part.gap));
    }
  }
  if (printed === 0) terminal.error(`causeline: nothing to print in ${command.paths.join(' ')}`);
  return printed === 0 ? 2 : missing > 0 ? 3 : 0;
}
