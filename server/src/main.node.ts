/** The language server's door: over the pipe that VS Code opens, or over standard input and output for any editor. */
import { isMainThread } from 'node:worker_threads';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createServer } from './lsp/server';
// A thread that reads or indexes files is this program too.
import './main.worker';
import { machine } from './node/machine';

/** Serves over standard input and output until the client leaves; the process ends with the connection. */
export async function startStdioServer(): Promise<void> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  // Standard output carries the protocol: nothing else may be written to it.
  console.log = (...words: unknown[]): void => console.error(...words);
  const stop = createServer(connection, machine);
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  connection.listen();
  await closed;
  stop();
}

/** Serves over the pipe that the parent process opened. */
function startPipeServer(): void {
  const connection = createConnection(ProposedFeatures.all);
  createServer(connection, machine);
  connection.listen();
}

// The command line imports this file too, and starts the server itself.
const isProgram = isMainThread && /(?:^|[\\/])(?:server|main\.node)\.js$/.test(process.argv[1] ?? '');
if (isProgram && process.argv.includes('--stdio')) void startStdioServer();
else if (isProgram) startPipeServer();
