/** `npm run bench`: triage beside the programs that people use on the same files, in one run, as ratios. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue } from '../../server/src/engine/index';
import { root } from '../support/repository';
import type { Measured } from './measure';
import { measure, median } from './measure';
import { writeNodeLogs } from './nodeLogs';

const usage = `npm run bench                     50 MB, 3 rounds
npm run bench -- --size 500MB     another size; several with commas: 100MB,500MB,2GB
npm run bench -- --rounds 5       more rounds; the median counts
npm run bench -- --quick          4 MB, one round: to see that it works
npm run bench -- --write          puts the tables into docs/performance.md
npm run bench -- --folder DIR     keeps the logs there and uses them again`;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '50MB' },
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    folder: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const cli = path.join(root, 'dist', 'cli.js');

/** `500MB`, `2GB`. */
function toBytes(text: string): number {
  const match = /^(\d+)(MB|GB)$/i.exec(text.trim());
  if (match === null) throw new Error(`--size is '${text}'; it takes numbers such as 500MB or 2GB`);
  return Number(match[1]) * (match[2]?.toUpperCase() === 'GB' ? 1e9 : 1e6);
}

/** A program with its arguments for one case. */
interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** What was measured of one case. */
interface CaseResult {
  readonly size: string;
  readonly bytes: number;
  readonly lines: number;
  readonly runs: ReadonlyMap<string, Measured>;
}

const names = {
  lnav: 'lnav: load the files',
  ripgrep: 'rg -c -j1, all literals',
  one: 'Causeline, 1 thread',
  all: `Causeline, ${availableParallelism()} threads`,
  zcat: 'zcat and wc -l, one file packed',
  packed: 'Causeline, that file',
};

function contestants(files: readonly string[], folder: string, scratch: string): Contestant[] {
  const literals = path.join(scratch, 'literals.txt');
  const wordings = catalogue.signatures.flatMap((signature) => signature.wordings.map(({ literal }) => literal));
  writeFileSync(literals, `${[...new Set(wordings)].join('\n')}\n`);
  const triage = (source: string, ...more: string[]): string[] => [
    cli,
    'triage',
    source,
    '--format',
    'json',
    '--output',
    path.join(scratch, 'report.json'),
    ...more,
  ];
  const packed = path.join(scratch, 'messages.gz');
  execFileSync('bash', ['-c', 'gzip -c -- "$1" > "$2"', 'bash', files[0] ?? '', packed]);
  return [
    { name: names.lnav, command: 'lnav', args: ['-n', '-q', ...files] },
    { name: names.ripgrep, command: 'rg', args: ['-c', '-j1', '-F', '-f', literals, ...files] },
    { name: names.one, command: process.execPath, args: triage(folder, '--threads', '1') },
    {
      name: names.all,
      command: process.execPath,
      args: triage(folder, '--threads', String(availableParallelism())),
    },
    { name: names.zcat, command: 'bash', args: ['-c', 'zcat -- "$1" | wc -l', 'bash', packed] },
    { name: names.packed, command: process.execPath, args: triage(packed) },
  ];
}

async function runCase(size: string, rounds: number, kept: string | undefined): Promise<CaseResult> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'causeline-bench-'));
  try {
    const folder = path.join(kept ?? scratch, `node-logs-${size}`);
    const account = path.join(kept ?? scratch, `node-logs-${size}.json`);
    if (!existsSync(account)) writeFileSync(account, JSON.stringify(writeNodeLogs(folder, toBytes(size))));
    const { files, bytes, lines } = JSON.parse(readFileSync(account, 'utf8')) as ReturnType<typeof writeNodeLogs>;
    const all = contestants(files, folder, scratch);
    const runs = new Map<string, Measured[]>(all.map(({ name }) => [name, []]));
    // Side by side, round by round: what else the machine does hits all of them. The first round only fills the page cache.
    for (let round = 0; round <= rounds; round++) {
      for (const { name, command, args } of all) {
        const measured = await measure(command, args);
        if (round > 0 || rounds === 0) runs.get(name)?.push(measured);
      }
    }
    return { size, bytes, lines, runs: new Map([...runs].map(([name, list]) => [name, median(list)])) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function table({ size, bytes, lines, runs }: CaseResult): string {
  const wall = (name: string): number => runs.get(name)?.wallSeconds ?? Number.NaN;
  const rows = [...runs].map(([name, { wallSeconds, cpuSeconds, peakMiB }]) => {
    const peer = name === names.packed ? names.zcat : names.lnav;
    const ratio = name === peer ? '1' : (wallSeconds / wall(peer)).toFixed(2);
    const beside = name === names.packed || name === names.zcat ? 'zcat' : 'lnav';
    return `| ${name} | ${wallSeconds.toFixed(2)} s | ${cpuSeconds.toFixed(2)} s | ${Math.round(peakMiB)} MiB | ${ratio} x ${beside} |`;
  });
  return [
    `### ${size}: ${Math.round(bytes / 1e6)} MB, ${lines} lines`,
    '',
    '| | time | processor time | peak memory | beside the peer |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    `Beside ripgrep: ${(wall(names.one) / wall(names.ripgrep)).toFixed(2)} x with one thread, ${(wall(names.all) / wall(names.ripgrep)).toFixed(2)} x with all.`,
  ].join('\n');
}

/** How time and memory grow with the size, when several were measured. */
function growth(results: readonly CaseResult[]): string {
  const [first] = results;
  if (results.length < 2 || first === undefined) return '';
  const base = first.runs.get(names.all);
  const lines = results.map(({ size, bytes, runs }) => {
    const run = runs.get(names.all);
    const one = runs.get(names.one);
    if (run === undefined || base === undefined || one === undefined) return '';
    const factor = bytes / first.bytes;
    return `| ${size} | ${factor.toFixed(1)} | ${(run.wallSeconds / base.wallSeconds).toFixed(1)} | ${(bytes / 1e6 / run.wallSeconds).toFixed(0)} MB/s | ${(bytes / 1e6 / one.wallSeconds).toFixed(0)} MB/s | ${Math.round(run.peakMiB)} MiB |`;
  });
  return [
    '### Growth',
    '',
    '| size | bytes, times | time, times | all threads | one thread | peak memory |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

function machine(): string {
  const version = (command: string): string =>
    execFileSync(command, ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? '';
  return [
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} processors, ${Math.round(totalmem() / 2 ** 30)} GiB;`,
    `Node ${process.version}, ${version('lnav')}, ${version('rg')}; ${catalogue.signatures.length} signatures.`,
  ].join(' ');
}

const begin = '<!-- measured: begin -->';
const end = '<!-- measured: end -->';

function writeDocument(measured: string): void {
  const file = path.join(root, 'docs', 'performance.md');
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has no place for the tables`);
  writeFileSync(file, `${text.slice(0, from + begin.length)}\n\n${measured}\n\n${text.slice(to)}`);
}

async function main(): Promise<void> {
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const sizes = values.quick ? ['4MB'] : values.size.split(',');
  const rounds = values.quick ? 1 : Number(values.rounds);
  const results: CaseResult[] = [];
  for (const size of sizes) {
    const result = await runCase(size, rounds, values.folder);
    results.push(result);
    process.stdout.write(`${table(result)}\n\n`);
  }
  const measured = [
    machine(),
    `Median of ${rounds} rounds, all programs in turn in each; files in the page cache.`,
    ...results.map(table),
    growth(results),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  process.stdout.write(`${growth(results)}\n${machine()}\n`);
  if (values.write) writeDocument(measured);
}

void main();
