/** `npm run bench`: triage beside the programs that people use on the same files, in one run, as ratios. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue } from '../../server/src/engine/index';
import { root } from '../support/repository';
import type { CaseResult } from './contest';
import { caseTable, growthTable, isMeasuredOnce, runContest, toBytes, writeCase } from './contest';
import type { Figure } from './figures';
import { colourFigures, figureTable, largeCaseFigures, manyFilesFigures, startFigures } from './figures';
import { growingLogFigures } from './growingLog';

const usage = `npm run bench                     50 MB, 3 rounds
npm run bench -- --size 500MB     another size; several with commas: 100MB,500MB,2GB,8GB
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

/** The case that the server is measured with is the largest up to here: what editors are used for. */
const servedBytes = 2e9;
/** Logs, every file packed, one of them longer for a while, and what is kept of them. */
const diskShare = 1.5;

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

function ensureRoom(size: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < toBytes(size) * diskShare)
    throw new Error(`${folder} has no room for ${size}: name another with TMPDIR, or a smaller --size`);
}

/** Measures with a folder of its own that is gone afterwards. */
async function inScratch<Result>(work: (scratch: string) => Promise<Result>): Promise<Result> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'causeline-bench-'));
  try {
    return await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const sizes = values.quick ? ['4MB'] : values.size.split(',');
  const rounds = values.quick ? 1 : Number(values.rounds);
  const served = sizes.filter((size) => toBytes(size) <= servedBytes).sort((a, b) => toBytes(b) - toBytes(a))[0];
  const results: CaseResult[] = [];
  const figures: Figure[] = await inScratch(startFigures);
  for (const size of sizes) {
    await inScratch(async (scratch) => {
      const below = values.folder ?? scratch;
      ensureRoom(size, below);
      const written = writeCase(size, below);
      const result = await runContest(written, rounds, scratch);
      results.push(result);
      process.stdout.write(`${caseTable(result)}\n\n`);
      if (size === served)
        figures.push(
          ...(await largeCaseFigures(written)),
          ...(await growingLogFigures(written)),
          ...(await colourFigures(written, scratch)),
        );
    });
  }
  figures.push(...(await inScratch((scratch) => manyFilesFigures(scratch, values.quick))));
  const summary = [growthTable(results), figureTable(figures)].filter((part) => part !== '');
  process.stdout.write(`${summary.join('\n\n')}\n\n${machine()}\n`);
  const once = sizes.filter(isMeasuredOnce);
  const how = [
    `Median of ${rounds} rounds, all programs in turn in each; files in the page cache.`,
    ...(once.length > 0 ? [`${once.join(', ')}: one round, nothing packed.`] : []),
  ].join(' ');
  if (values.write) writeDocument([machine(), how, ...results.map(caseTable), ...summary].join('\n\n'));
}

void main();
