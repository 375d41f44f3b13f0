/** What is measured beside the speed of reading: answers of the server, colours, many files, sizes. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeLens } from 'vscode-languageserver/node';
import { tokenizeLine } from '../../server/src/engine/index';
import { chainsMessage, evidenceMessage, followMessage, placesMessage } from '../../server/src/protocol/messages';
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

/** Milliseconds for a table. */
export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;

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

/** Some time in which nothing is asked. */
export function pause(milliseconds: number): Promise<void> {
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

/** What the extension shows first of what is followed: a screen. */
const firstLines = 30;
/** How many of all lines it shows then. */
const pageLines = 300;
/** Places, and names, that answers are asked for. */
const asked = 300;
/** Of these names ripgrep searches the files too. */
const searched = 30;
/** Names followed while it is not known yet which lines name what. */
const askedEarly = 5;

async function answerFigures(written: WrittenCase): Promise<Figure[]> {
  const { folder, files, size } = written;
  const session = await ServerSession.start(folder);
  const indexed = session.status(({ namesIndexed }) => namesIndexed).then(() => session.elapsedMs);
  const waits = await waitsWhileReading(session);
  const ready = session.elapsedMs;
  const names = namesIn(files, asked);
  const soon = spread(names, askedEarly);
  const earlyFirst = await eachTimed(soon, (name) => session.ask(followMessage, { name, first: firstLines }));
  const early = await eachTimed(soon, (name) => session.ask(followMessage, { name, most: pageLines }));
  const indexedMs = (await indexed) - ready;
  const answers = await answersOnPlaces(session);
  const first = await eachTimed(names, (name) => session.ask(followMessage, { name, first: firstLines }));
  const follow = await eachTimed(names, (name) => session.ask(followMessage, { name, most: pageLines }));
  const peak = session.peakMiB;
  session.end();
  const greps: number[] = [];
  for (const name of spread(names, searched)) {
    const word = name.split('/').at(-1) ?? name;
    greps.push((await measure('bash', ['-c', 'rg -c -F -- "$@" || true', 'bash', word, ...files])).wallSeconds * 1000);
  }
  const rg = quantile(greps, 0.5);
  const row = (what: string, value: number): Figure => ({
    what: `${what} in ${size}`,
    measured: ms(value),
    beside: `${(value / rg).toFixed(3)} x rg`,
  });
  return [
    {
      what: `an answer while ${size} are read, 99 of 100`,
      measured: ms(quantile(waits, 0.99)),
      beside: 'at most 50 ms',
    },
    { what: `rg for one name in ${size}, half`, measured: ms(rg), beside: '1 x rg' },
    row('the lenses of a document, 99 of 100', quantile(answers.lens, 0.99)),
    row('a hover, 99 of 100', quantile(answers.hover, 0.99)),
    row('the next related event, 99 of 100', quantile(answers.related, 0.99)),
    row(`the first ${firstLines} lines about a pod or container, 99 of 100`, quantile(first, 0.99)),
    row('all lines about it, half', quantile(follow, 0.5)),
    row('the same, 99 of 100', quantile(follow, 0.99)),
    row('the same before it is known which lines name what, half', quantile(early, 0.5)),
    row(`the first of ${firstLines} lines then, from the report, half`, quantile(earlyFirst, 0.5)),
    { what: `from the report on ${size} until that is known`, measured: ms(indexedMs), beside: '' },
    { what: `memory of the server that has read ${size}, at most`, measured: `${Math.round(peak)} MiB`, beside: '' },
  ];
}

interface Answers {
  readonly lens: number[];
  readonly hover: number[];
  readonly related: number[];
}

/** What a user waits for who comes to a place: in documents of which most are looked into for the first time. */
async function answersOnPlaces(session: ServerSession): Promise<Answers> {
  const { chains, lone } = await session.ask(chainsMessage, {});
  const episodes = [...chains, ...lone].flatMap(({ steps }) => steps.map(({ episode }) => episode));
  const places: WirePlace[] = [];
  for (const episode of new Set(episodes)) {
    const { lines } = await session.ask(evidenceMessage, { episode, limit: 20 });
    places.push(...lines.map(({ place }) => place));
  }
  const times: Answers = { lens: [], hover: [], related: [] };
  for (const { uri, line, start } of spread(places, asked)) {
    if (uri === null) continue;
    // The extension leaves on the disk what is there; its text, read for the screen, is garbage that would be collected here while answers are waited for.
    await session.open(uri);
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
    await session.close(uri);
  }
  return times;
}

async function eachTimed<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) times.push(await timed(() => work(item)));
  return times;
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0).slice(0, count);
}

/** What users follow: ids of containers, UIDs, names of pods. */
const nameKinds = [
  /\b[0-9a-f]{64}\b/g,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
  /(?<=pod=\\?")[a-z-]+\/[a-z0-9-]+/g,
];
const goldenRatio = 0.618_034;

/** Names from everywhere in the files, always the same ones. */
function namesIn(files: readonly string[], count: number): string[] {
  const bytes = Buffer.alloc(8192);
  const found: string[] = [];
  for (let round = 0; found.length < count && round < count * 20; round++) {
    const file = files[(round * 7) % files.length] ?? '';
    const at = Math.floor(Math.max(0, statSync(file).size - bytes.length) * ((round * goldenRatio) % 1));
    const handle = openSync(file, 'r');
    const text = bytes.toString('latin1', 0, readSync(handle, bytes, 0, bytes.length, at));
    closeSync(handle);
    const [name] = text.match(nameKinds[round % nameKinds.length] ?? '') ?? [];
    if (name !== undefined) found.push(name);
  }
  return found;
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
