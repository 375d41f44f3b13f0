/** One size of logs: Causeline, lnav and ripgrep on them in turn, as tables with ratios. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import * as path from 'node:path';
import { catalogue } from '../../server/src/engine/index';
import { root } from '../support/repository';
import type { Measured } from './measure';
import { measure, measuredEnv, median } from './measure';
import type { NodeLogs } from './nodeLogs';
import { writeNodeLogs } from './nodeLogs';

/** The built command line. */
export const cli = path.join(root, 'dist', 'cli.js');

/** So much is added to a file that grows. */
const grownBytes = 1e6;

/** Larger cases are measured once, and not packed: what grows with the size shows all the same. */
const onceBeyondBytes = 2e9;

/** Logs of one size, written. */
export interface WrittenCase extends NodeLogs {
  readonly size: string;
  readonly folder: string;
}

/** What was measured of one case. */
export interface CaseResult {
  readonly written: WrittenCase;
  readonly runs: ReadonlyMap<string, Measured>;
}

/** A program with its arguments for one case. */
interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly before?: () => void;
  readonly after?: () => void;
}

const names = {
  lnav: 'lnav: load the files',
  ripgrep: 'rg -c -j1, all literals',
  one: 'Causeline, 1 thread',
  all: 'Causeline, as many threads as pay',
  again: 'Causeline, the same case again (`--cache`)',
  grown: 'Causeline, one file 1 MB longer (`--cache`)',
  zcat: 'zcat and wc -l, the largest file packed',
  packed: 'Causeline, that file',
  zcatAll: 'zcat and wc -l, every file packed',
  packedAll: 'Causeline, those files',
};
/** Whose time another's is divided by; lnav's unless it stands here. */
const peers: Readonly<Record<string, string>> = {
  [names.again]: names.all,
  [names.grown]: names.all,
  [names.zcat]: names.zcat,
  [names.packed]: names.zcat,
  [names.zcatAll]: names.zcatAll,
  [names.packedAll]: names.zcatAll,
};
const briefly: Readonly<Record<string, string>> = {
  [names.lnav]: 'lnav',
  [names.all]: 'all of it',
  [names.zcat]: 'zcat',
  [names.zcatAll]: 'zcat',
};

/** `500MB`, `2GB` in bytes. */
export function toBytes(text: string): number {
  const match = /^(\d+)(MB|GB)$/i.exec(text.trim());
  if (match === null) throw new Error(`--size is '${text}'; it takes numbers such as 500MB or 2GB`);
  return Number(match[1]) * (match[2]?.toUpperCase() === 'GB' ? 1e9 : 1e6);
}

/** Whether there is one round only, and nothing packed. */
export function isMeasuredOnce(size: string): boolean {
  return toBytes(size) > onceBeyondBytes;
}

/** Writes the logs, unless they are there from another time. */
export function writeCase(size: string, below: string): WrittenCase {
  const folder = path.join(below, `node-logs-${size}`);
  const account = path.join(below, `node-logs-${size}.json`);
  if (!existsSync(account)) writeFileSync(account, JSON.stringify(writeNodeLogs(folder, toBytes(size))));
  return { size, folder, ...(JSON.parse(readFileSync(account, 'utf8')) as NodeLogs) };
}

/** Words of a command line that reads a folder and keeps the report in a file. */
export function triage(source: string, report: string, ...more: string[]): string[] {
  return [cli, 'triage', source, '--format', 'json', '--output', report, ...more];
}

function contestants({ files, folder }: WrittenCase, scratch: string): Contestant[] {
  const literals = path.join(scratch, 'literals.txt');
  const wordings = catalogue.signatures.flatMap((signature) => signature.wordings.map(({ literal }) => literal));
  writeFileSync(literals, `${[...new Set(wordings)].join('\n')}\n`);
  const report = path.join(scratch, 'report.json');
  const cache = path.join(scratch, 'cache');
  const [largest = ''] = files;
  const ours = (name: string, args: readonly string[]): Contestant => ({ name, command: process.execPath, args });
  const kept = triage(folder, report, '--cache', cache);
  // The answers to the whole case and to the grown one are kept apart: the same words would take each other's place.
  const keptGrown = triage(folder, path.join(scratch, 'grown.json'), '--cache', cache);
  // A file that grew and was cut again is another one for the disk: the case is read before it is asked for again.
  const keep = (): unknown => execFileSync(process.execPath, kept, { stdio: 'ignore', env: measuredEnv });
  keep();
  const { size, mtimeMs } = statSync(largest);
  const grow = {
    before: () => appendFileSync(largest, endOf(largest, size)),
    after: () => {
      truncateSync(largest, size);
      utimesSync(largest, mtimeMs / 1000, mtimeMs / 1000);
    },
  };
  return [
    { name: names.lnav, command: 'lnav', args: ['-n', '-q', ...files] },
    { name: names.ripgrep, command: 'rg', args: ['-c', '-j1', '-F', '-f', literals, ...files] },
    ours(names.one, triage(folder, report, '--threads', '1')),
    ours(names.all, triage(folder, report)),
    { ...ours(names.again, kept), before: keep },
    { ...ours(names.grown, keptGrown), ...grow },
  ];
}

/** The same logs packed, beside what unpacks them. */
function packedContestants({ files }: WrittenCase, scratch: string): Contestant[] {
  const folder = path.join(scratch, 'packed');
  mkdirSync(folder);
  const packed = files.map((file, index) => path.join(folder, `${index}-${path.basename(file)}.gz`));
  const pack = 'while (( $# > 0 )); do gzip -c -- "$1" > "$2" & shift 2; done; wait';
  const pairs = files.flatMap((file, index) => [file, packed[index] ?? '']);
  execFileSync('bash', ['-c', pack, 'bash', ...pairs]);
  const report = path.join(scratch, 'report.json');
  const ours = (name: string, source: string): Contestant => ({
    name,
    command: process.execPath,
    args: triage(source, report),
  });
  const zcat = (name: string, sources: readonly string[]): Contestant => ({
    name,
    command: 'bash',
    args: ['-c', 'zcat -- "$@" | wc -l', 'bash', ...sources],
  });
  return [
    zcat(names.zcat, packed.slice(0, 1)),
    ours(names.packed, packed[0] ?? ''),
    zcat(names.zcatAll, packed),
    ours(names.packedAll, folder),
  ];
}

/** Whole lines from the end of a file. */
function endOf(file: string, size: number): Buffer {
  const bytes = Buffer.alloc(Math.min(size, grownBytes));
  const handle = openSync(file, 'r');
  readSync(handle, bytes, 0, bytes.length, size - bytes.length);
  closeSync(handle);
  return bytes.subarray(bytes.indexOf(10) + 1);
}

/** All programs side by side, round by round: what else the machine does hits all of them. */
export async function runContest(written: WrittenCase, rounds: number, scratch: string): Promise<CaseResult> {
  const isOnce = isMeasuredOnce(written.size);
  const all = [...contestants(written, scratch), ...(isOnce ? [] : packedContestants(written, scratch))];
  const runs = new Map<string, Measured[]>(all.map(({ name }) => [name, []]));
  // The first round only fills the page cache; what was written a moment ago and is read once to be kept is there.
  const [first, last] = isOnce ? [1, 1] : [0, rounds];
  for (let round = first; round <= last; round++) {
    for (const { name, command, args, before, after } of all) {
      before?.();
      const measured = await measure(command, args);
      after?.();
      if (round > 0) runs.get(name)?.push(measured);
    }
  }
  for (const folder of ['packed', 'cache']) rmSync(path.join(scratch, folder), { recursive: true, force: true });
  return { written, runs: new Map([...runs].map(([name, list]) => [name, median(list)])) };
}

/** One case as a table. */
export function caseTable({ written: { size, bytes, lines }, runs }: CaseResult): string {
  const wall = (name: string): number => runs.get(name)?.wallSeconds ?? Number.NaN;
  const rows = [...runs].map(([name, { wallSeconds, cpuSeconds, peakMiB }]) => {
    const peer = peers[name] ?? names.lnav;
    const ratio = name === peer ? '1' : (wallSeconds / wall(peer)).toFixed(2);
    return `| ${name} | ${wallSeconds.toFixed(2)} s | ${cpuSeconds.toFixed(2)} s | ${Math.round(peakMiB)} MiB | ${ratio} x ${briefly[peer] ?? peer} |`;
  });
  return [
    `### ${size}: ${Math.round(bytes / 1e6)} MB, ${lines} lines`,
    '',
    '| | time | processor time | peak memory | beside |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    `Beside ripgrep: ${(wall(names.one) / wall(names.ripgrep)).toFixed(2)} x with one thread, ${(wall(names.all) / wall(names.ripgrep)).toFixed(2)} x with all.`,
  ].join('\n');
}

/** How time and memory grow with the size, when several were measured. */
export function growthTable(results: readonly CaseResult[]): string {
  const [first] = results;
  const base = first?.runs.get(names.all);
  if (results.length < 2 || first === undefined || base === undefined) return '';
  const rows = results.map(({ written: { size, bytes }, runs }) => {
    const run = runs.get(names.all) ?? base;
    const one = runs.get(names.one) ?? base;
    const rate = ({ wallSeconds }: Measured): string => `${(bytes / 1e6 / wallSeconds).toFixed(0)} MB/s`;
    return `| ${size} | ${(bytes / first.written.bytes).toFixed(1)} | ${(run.wallSeconds / base.wallSeconds).toFixed(1)} | ${rate(run)} | ${rate(one)} | ${Math.round(run.peakMiB)} MiB | ${Math.round(one.peakMiB)} MiB |`;
  });
  return [
    '### Growth',
    '',
    '| size | bytes, times | time, times | all threads | one thread | peak memory | with one thread |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}
