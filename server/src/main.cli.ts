/** The command line's door, and in a bundle the server's too: what both are made of is there once. */
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { run } from './cli/run';
import { processTerminal } from './cli/terminal';
// A thread that reads or indexes files is this program too.
import './main.worker';

declare const CAUSELINE_VERSION: string | undefined;

async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe left: what it has is all it wanted.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const status = await run(process.argv.slice(2), processTerminal(), {
    version: typeof CAUSELINE_VERSION === 'string' ? CAUSELINE_VERSION : 'development',
    language: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
    async serve() {
      const { startStdioServer } = await import('./main.node.js');
      await startStdioServer();
    },
  });
  // Once all is written nobody waits for the memory to be taken apart.
  process.stderr.write('', () => process.exit(status));
}

// `server.js` of a bundle is this file under the name that an editor starts.
if (basename(process.argv[1] ?? '') === 'server.js') void import('./main.node.js');
else if (isMainThread) void main();
