/** What a command line names that can be read only once: standard input as `-`, a named pipe, the output of `<(a command)`. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { failed } from '../node/byteStream';
import { shownName } from '../node/diskNames';
import { diskFiles } from '../node/files';
import type { Pipe } from '../node/readSources';
import type { FollowCommand, TimelineCommand } from './arguments';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

/** What a command reads. */
interface Inputs {
  readonly paths: readonly string[];
  readonly pipes: readonly Pipe[];
}

/** The files and folders among what is named, and the pipes. */
export async function inputsOf(named: readonly string[], terminal: Terminal): Promise<Inputs> {
  const paths: string[] = [];
  const pipes: Pipe[] = [];
  for (const name of new Set(named)) {
    const path = resolve(name);
    if (name === '-') pipes.push({ id: name, stream: bytesOf(terminal.input) });
    else if (await isPipe(path)) pipes.push({ id: shownName(path), stream: bytesOf(createReadStream(path)) });
    else paths.push(name);
  }
  return { paths, pipes };
}

/** Ends a command that reads what it is given more than once when that cannot be. */
export async function refusePipes({ command, paths }: FollowCommand | TimelineCommand): Promise<void> {
  for (const name of paths) {
    if (name !== '-' && !(await isPipe(resolve(name)))) continue;
    const what = name === '-' ? 'standard input' : `a pipe such as ${name}`;
    throw new UsageError(`'${command}' reads its sources more than once, which ${what} cannot be; name a file`);
  }
}

/** What is not there is no pipe; whoever reads it says that. */
function isPipe(path: string): Promise<boolean> {
  return diskFiles.targetFacts(path).then(
    ({ kind }) => kind === 'pipe',
    () => false,
  );
}

async function* bytesOf(input: AsyncIterable<Uint8Array>): Pipe['stream'] {
  try {
    for await (const bytes of input) yield { bytes };
  } catch (error) {
    yield { gap: failed(0, error) };
  }
}
