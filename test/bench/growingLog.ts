/** What it costs a server that one log of a large case which is open grows by a line: as long as nobody closes it, that happens again and again. */
import { appendFileSync, closeSync, openSync, readSync, statSync, truncateSync, utimesSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { placesMessage } from '../../server/src/protocol/messages';
import type { WrittenCase } from './contest';
import type { Figure } from './figures';
import { ms, pause } from './figures';
import { quantile, ServerSession, timed } from './serverSession';

/** So often the log grows. */
const times = 7;
const questionEveryMs = 3;

/** What one line more came to. */
interface Growth {
  /** From the beginning of the reading to its report. */
  readonly readyMs: number;
  readonly processorMs: number;
  /** How long each question waited meanwhile. */
  readonly waits: readonly number[];
}

/** How long a server needs until it knows a line more, and how long others wait meanwhile. */
export async function growingLogFigures({ folder, files, size }: WrittenCase): Promise<Figure[]> {
  const [largest = ''] = files;
  const { size: bytes, mtimeMs } = statSync(largest);
  const session = await ServerSession.start(folder);
  const growths: Growth[] = [];
  try {
    await session.status(({ namesIndexed }) => namesIndexed);
    const line = lastLine(largest, bytes);
    for (let time = 0; time < times; time++) growths.push(await grow(session, largest, line));
  } finally {
    session.end();
    truncateSync(largest, bytes);
    utimesSync(largest, mtimeMs / 1000, mtimeMs / 1000);
  }
  // The first ones are read by code that never ran.
  const warm = growths.slice(2);
  const half = (pick: (growth: Growth) => number): string => ms(quantile(warm.map(pick), 0.5));
  return [
    {
      what: `one line more in ${size}, until the report is there, half`,
      measured: half(({ readyMs }) => readyMs),
      beside: `${half(({ processorMs }) => processorMs)} of the processors`,
    },
    {
      what: 'an answer meanwhile, 99 of 100',
      measured: ms(
        quantile(
          warm.flatMap(({ waits }) => waits),
          0.99,
        ),
      ),
      beside: 'at most 50 ms',
    },
  ];
}

async function grow(session: ServerSession, file: string, line: Buffer): Promise<Growth> {
  const uri = pathToFileURL(file).href;
  const indexing = session.status(({ state }) => state === 'indexing');
  appendFileSync(file, line);
  const before = session.processorMs;
  // Listened for from the start: names can be known before the last question is answered.
  const indexed = indexing.then(() => session.status(({ state, namesIndexed }) => state === 'ready' && namesIndexed));
  await session.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  await indexing;
  const began = performance.now();
  let readyMs = Number.NaN;
  const ready = session
    .status(({ state }) => state === 'ready')
    .then(() => {
      readyMs = performance.now() - began;
    });
  const waits: number[] = [];
  while (Number.isNaN(readyMs)) {
    waits.push(await timed(() => session.ask(placesMessage, { uri, line: 0, target: 'nextRelated' })));
    await pause(questionEveryMs);
  }
  await ready;
  const processorMs = session.processorMs - before;
  await indexed;
  return { readyMs, processorMs, waits };
}

function lastLine(file: string, size: number): Buffer {
  const bytes = Buffer.alloc(Math.min(size, 65_536));
  const handle = openSync(file, 'r');
  readSync(handle, bytes, 0, bytes.length, size - bytes.length);
  closeSync(handle);
  return bytes.subarray(bytes.lastIndexOf(10, bytes.length - 2) + 1);
}
