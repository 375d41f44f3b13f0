/** What is measured beside the speed of reading: answers of the server, colours, many files, sizes. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeLens } from 'vscode-languageserver/node';
import { tokenizeLine } from '../../server/src/engine/index';
import {
  chainsMessage,
  evidenceMessage,
  followMessage,
  memberMessage,
  placesMessage,
} from '../../server/src/protocol/messages';
import type { WirePlace } from '../../server/src/protocol/wireTypes';
import { root } from '../support/repository';
import type { WrittenCase } from './contest';
import { triage } from './contest';
import { measure } from './measure';
import { writeNodeLogs } from './nodeLogs';
import { quantile, ServerSession, timed } from './serverSession';
import { textMateTokenizer } from './textMate';

/** One line of the table. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly beside: string;
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;

/** How long a user waits for a server that has just been started, and what the extension weighs. */
export async function startFigures(scratch: string): Promise<Figure[]> {
  const runs: { readonly initialized: number; readonly ready: number }[] = [];
  for (let run = 0; run < 5; run++) {
    const session = await ServerSession.start(path.join(root, 'samples', 'notready-hostport'));
    await session.status(({ state }) => state === 'ready');
    await session.ask(chainsMessage, {});
    runs.push({ initialized: session.initializedMs, ready: session.elapsedMs });
    session.end();
  }
  const vsix = path.join(scratch, 'causeline.vsix');
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const words = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  execFileSync(process.execPath, [vsce, ...words, '--out', vsix], { cwd: root, stdio: 'ignore' });
  const middle = (pick: (run: (typeof runs)[number]) => number): string => ms(quantile(runs.map(pick), 0.5));
  return [
    { what: 'server start to its first answer', measured: middle(({ initialized }) => initialized), beside: '' },
    { what: 'server start to the chains of the sample incident', measured: middle(({ ready }) => ready), beside: '' },
    { what: 'size of the VSIX', measured: `${(statSync(vsix).size / 1e6).toFixed(2)} MB`, beside: 'at most 1.5 MB' },
  ];
}

const smallFiles = 10_000;

/** A collection of very many small files, as a cluster dump has them. */
export async function manyFilesFigures(scratch: string, isQuick: boolean): Promise<Figure[]> {
  const folder = path.join(scratch, 'many');
  const count = isQuick ? smallFiles / 50 : smallFiles;
  const { files } = writeNodeLogs(path.join(scratch, 'some'), count * 2000);
  const text = Buffer.concat(files.map((file) => readFileSync(file)));
  for (let index = 0, from = 0; index < count; index++) {
    const to = text.indexOf(10, Math.min(text.length - 1, from + 1800)) + 1 || text.length;
    const below = path.join(folder, `node-${index % 40}`, 'pods', `shop_web-${Math.floor(index / 40)}`);
    mkdirSync(below, { recursive: true });
    writeFileSync(path.join(below, `${index % 7}.log`), text.subarray(from, to));
    from = to >= text.length ? 0 : to;
  }
  const report = path.join(scratch, 'report.json');
  const cold = await measure(process.execPath, triage(folder, report));
  const kept = triage(folder, report, '--cache', path.join(scratch, 'many-cache'));
  await measure(process.execPath, kept);
  const again = await measure(process.execPath, kept);
  for (const name of ['many', 'some', 'many-cache']) rmSync(path.join(scratch, name), { recursive: true, force: true });
  return [
    {
      what: `${count} files of 2 kB`,
      measured: `${cold.wallSeconds.toFixed(2)} s, ${Math.round(cold.peakMiB)} MiB`,
      beside: `${((cold.wallSeconds / count) * 1000).toFixed(2)} ms a file`,
    },
    {
      what: 'the same again (`--cache`)',
      measured: `${again.wallSeconds.toFixed(2)} s`,
      beside: `${(again.wallSeconds / cold.wallSeconds).toFixed(2)} x the first time`,
    },
  ];
}

/** How a server behaves that reads a large case: whether it listens, how soon it stops, what its answers cost afterwards. */
export async function largeCaseFigures(written: WrittenCase): Promise<Figure[]> {
  return [await stopFigure(written), ...(await answerFigures(written))];
}

/** So long a reading is under way before it is stopped. */
const beforeStopMs = 300;

async function stopFigure({ folder, size }: WrittenCase): Promise<Figure> {
  const session = await ServerSession.start(folder);
  await session.status(({ state }) => state === 'indexing');
  let isOver = false;
  const ended = session
    .status(({ state }) => state !== 'indexing')
    .then(() => {
      isOver = true;
      return performance.now();
    });
  await pause(beforeStopMs);
  const isLate = isOver;
  const asked = performance.now();
  await session.stopReading();
  const stopped = (await ended) - asked;
  session.end();
  return {
    what: `from *stop* to the report on what was read of ${size}`,
    measured: isLate ? 'read before' : ms(stopped),
    beside: 'at most 200 ms',
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A question every few milliseconds until all is read, as a user who scrolls asks them: how long each waited. */
async function waitsWhileReading(session: ServerSession): Promise<number[]> {
  const waits: number[] = [];
  let isOver = false;
  void session
    .status(({ state }) => state === 'ready')
    .then(() => {
      isOver = true;
    });
  while (!isOver) {
    waits.push(await timed(() => session.ask(chainsMessage, {})));
    await pause(5);
  }
  return waits;
}

async function answerFigures({ folder, files, size }: WrittenCase): Promise<Figure[]> {
  const session = await ServerSession.start(folder);
  const waits = await waitsWhileReading(session);
  const { chains, lone } = await session.ask(chainsMessage, {});
  const episodes = [...chains, ...lone].flatMap(({ steps }) => steps.map(({ episode }) => episode));
  const places: WirePlace[] = [];
  for (const episode of new Set(episodes)) {
    const { lines } = await session.ask(evidenceMessage, { episode, limit: 20 });
    places.push(...lines.map(({ place }) => place));
  }
  const times = { lens: [] as number[], hover: [] as number[], related: [] as number[], follow: [] as number[] };
  const searched: number[] = [];
  for (const { uri, line, start } of spread(places, 25)) {
    if (uri === null) continue;
    const text = uri.startsWith('causeline-member') ? (await session.ask(memberMessage, { uri })).text : '';
    await session.open(uri, text ?? '');
    const textDocument = { uri };
    const position = { line, character: start };
    times.hover.push(await timed(() => session.client.sendRequest('textDocument/hover', { textDocument, position })));
    times.lens.push(
      await timed(async () => {
        const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
        const here = lenses.find(({ range }) => range.start.line === line);
        if (here !== undefined) await session.client.sendRequest('codeLens/resolve', here);
      }),
    );
    times.related.push(await timed(() => session.ask(placesMessage, { uri, line, target: 'nextRelated' })));
  }
  for (const id of idsIn(files[0] ?? '', 8)) {
    times.follow.push(await timed(() => session.ask(followMessage, { name: id })));
    searched.push((await measure('bash', ['-c', 'rg -c -F -- "$@" || true', 'bash', id, ...files])).wallSeconds * 1000);
  }
  const peak = session.peakMiB;
  session.end();
  const rg = quantile(searched, 0.5);
  const row = (what: string, values: readonly number[]): Figure => ({
    what: `${what} in ${size}, 99 of 100`,
    measured: ms(quantile(values, 0.99)),
    beside: `${(quantile(values, 0.99) / rg).toFixed(3)} x rg`,
  });
  return [
    {
      what: `an answer while ${size} are read, 99 of 100`,
      measured: ms(quantile(waits, 0.99)),
      beside: 'at most 50 ms',
    },
    { what: `rg for one id in ${size}`, measured: ms(rg), beside: '1 x rg' },
    row('the lenses of a file', times.lens),
    row('a hover', times.hover),
    row('the next related event', times.related),
    row('follow a container', times.follow),
    { what: `memory of the server that has read ${size}, at most`, measured: `${Math.round(peak)} MiB`, beside: '' },
  ];
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0).slice(0, count);
}

/** Ids of containers that a log names, from all over it. */
function idsIn(file: string, count: number): string[] {
  const { size } = statSync(file);
  const handle = openSync(file, 'r');
  const bytes = Buffer.alloc(65_536);
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const read = readSync(handle, bytes, 0, bytes.length, Math.floor((size / count) * index));
    const [id] = /\b[0-9a-f]{64}\b/.exec(bytes.toString('latin1', 0, read)) ?? [];
    if (id !== undefined) ids.push(id);
  }
  closeSync(handle);
  return ids;
}

const viewportLines = 60;
const viewports = 100;
/** The largest document that editors give to extensions is a little larger. */
const documentBytes = 45e6;

/** Colours of what is on the screen, in a document near the editor's limit, beside the editor's own. */
export async function colourFigures({ files }: WrittenCase, scratch: string): Promise<Figure[]> {
  const folder = path.join(scratch, 'document');
  const file = path.join(folder, 'messages.log');
  mkdirSync(folder);
  const text = firstOf(files[0] ?? '', documentBytes);
  writeFileSync(file, text);
  const lines = text.toString('latin1').split('\n');
  const session = await ServerSession.start(folder);
  await session.status(({ state }) => state === 'ready');
  const uri = pathToFileURL(file).href;
  await session.open(uri);
  const textMate = await textMateTokenizer();
  const [theirs, tokens, requests] = [[] as number[], [] as number[], [] as number[]];
  for (let index = 0; index <= viewports; index++) {
    const first = Math.floor(((lines.length - viewportLines - 1) * index) / viewports);
    const last = first + viewportLines;
    const seen = lines.slice(first, last);
    const range = { start: { line: first, character: 0 }, end: { line: last - 1, character: 0 } };
    const asked = { textDocument: { uri }, range };
    theirs.push(await timed(async () => textMate(seen)));
    tokens.push(await timed(async () => seen.map(tokenizeLine)));
    requests.push(await timed(() => session.client.sendRequest('textDocument/semanticTokens/range', asked)));
  }
  session.end();
  rmSync(folder, { recursive: true });
  const textMateMs = quantile(theirs.slice(1), 0.5);
  const row = (what: string, value: number): Figure => ({
    what,
    measured: ms(value),
    beside: `${(value / textMateMs).toFixed(3)} x TextMate`,
  });
  const view = `${viewportLines} lines on the screen of ${Math.round(text.length / 1e6)} MB`;
  return [
    { what: `${view}: VS Code's TextMate tokenizer`, measured: ms(textMateMs), beside: '1 x TextMate' },
    row(`${view}: their semantic tokens`, quantile(tokens.slice(1), 0.5)),
    row('the same, asked of the server, with the lines read from the disk', quantile(requests.slice(1), 0.5)),
    row('the first such request', requests[0] ?? Number.NaN),
    row('the first lines by TextMate', theirs[0] ?? Number.NaN),
  ];
}

/** Whole lines from the beginning of a file. */
function firstOf(file: string, most: number): Buffer {
  const bytes = Buffer.alloc(Math.min(most, statSync(file).size));
  const handle = openSync(file, 'r');
  readSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
  return bytes.subarray(0, bytes.lastIndexOf(10) + 1);
}

/** The figures as a table. */
export function figureTable(figures: readonly Figure[]): string {
  return [
    `### Answers, sizes and many files, with ${availableParallelism()} processors`,
    '',
    '| | measured | beside |',
    '| --- | ---: | ---: |',
    ...figures.map(({ what, measured, beside }) => `| ${what} | ${measured} | ${beside} |`),
  ].join('\n');
}
