/** Runs the command line in this process with streams of its own. */
import { run } from '../../server/src/cli/run';
import type { Terminal } from '../../server/src/cli/terminal';

/** What a command printed and how it ended. */
export interface CliResult {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** The result of `causeline <words>`, reading `input` as standard input. */
export async function runCli(words: readonly string[], input = ''): Promise<CliResult> {
  let output = '';
  let errors = '';
  const terminal: Terminal = {
    input: (async function* () {
      yield Buffer.from(input);
    })(),
    color: false,
    async write(text) {
      output += typeof text === 'string' ? text : Buffer.from(text).toString();
    },
    error(line) {
      errors += `${line}\n`;
    },
    progress() {},
  };
  const status = await run(words, terminal, {
    version: '1.2.3',
    language: 'en_US.UTF-8',
    serve: async () => undefined,
  });
  return { status, output, errors };
}
