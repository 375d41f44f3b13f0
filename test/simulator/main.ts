/** `npm run simulate [-- --tellings N] [-- --only NAME] [-- --write FOLDER]`: how often the engine finds the cause, in figures, with every wrong answer explained. */
import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { incidentBundle } from './bundle';
import { scenarios } from './scenarios/index';
import { type Summary, simulate } from './simulate';

const { values } = parseArgs({
  options: { tellings: { type: 'string', default: '12' }, only: { type: 'string' }, write: { type: 'string' } },
});
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

function print(summary: Summary): void {
  const incidents = summary.judgements.filter((one) => one.rootRight !== null);
  const lines = [
    `${incidents.length} incidents, ${summary.judgements.length - incidents.length} healthy bundles`,
    '',
    `root right            ${percent(summary.root)}`,
    `final symptom right   ${percent(summary.symptom)}`,
    `arrows that are right ${percent(summary.linkPrecision)}`,
    `true arrows found     ${percent(summary.linkRecall)}`,
    `healthy left alone    ${percent(summary.leftAlone)}`,
    '',
    'confidence of the first chain, and how often its root was right',
    ...(['strong', 'likely', 'possible'] as const).map((confidence) => {
      const { right, all } = summary.calibration[confidence];
      return `  ${confidence.padEnd(9)} ${String(right).padStart(4)} of ${String(all).padStart(4)}  ${all === 0 ? '' : percent(right / all)}`;
    }),
  ];
  process.stdout.write(`${lines.join('\n')}\n\nwrong answers\n`);
  for (const one of summary.judgements) {
    if (one.complaints.length === 0) continue;
    process.stdout.write(`  ${one.bundle} (${one.confidence ?? 'no chain'})\n`);
    for (const complaint of [...new Set(one.complaints)].slice(0, 6)) process.stdout.write(`    ${complaint}\n`);
  }
}

/** Puts each scenario's first telling into a folder of its own, to be opened like a real collection. */
function write(folder: string, tellings: number): void {
  for (const scenario of scenarios.filter((one) => values.only === undefined || one.id.includes(values.only))) {
    for (let seed = 1; seed <= tellings; seed++) {
      const bundle = incidentBundle(scenario, seed);
      for (const file of bundle.files) {
        const target = path.join(folder, bundle.id.replace('#', '-'), file.name);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, `${file.lines.map((line) => line.text).join('\n')}\n`);
      }
    }
  }
}

if (values.write !== undefined) write(values.write, Number(values.tellings));
else print(simulate(Number(values.tellings), values.only));
