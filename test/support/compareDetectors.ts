/**
 * Runs node-problem-detector's published monitors and Causeline's own catalogue on the same logs and writes what each
 * recognises: `npm run compare -- <folder of monitor configurations>`. The monitors are not part of this project.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, Report } from '../../server/src/engine/index';
import { catalogue, createEngine } from '../../server/src/engine/index';
import { readInto } from '../../server/src/node/readSources';
import type { RuleFile } from '../../server/src/rules/index';
import { loadRules, withRules } from '../../server/src/rules/index';
import { detectorLines } from './detectorLines';
import { root } from './repository';

const nothing: Catalogue = { signatures: [], edges: [], sameEvent: [], moments: [] };

/** Monitors that read logs of Linux nodes; the `-filelog` ones repeat the patterns of the others. */
const isLogMonitor = /^(?!windows|.*(?:filelog|counter))(?:.*-monitor|abrt-adaptor)\.json$/;

function monitorsIn(folder: string): RuleFile[] {
  const names = readdirSync(folder).filter((name) => isLogMonitor.test(name));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function reportOn(text: string, used: Catalogue): Report {
  const engine = createEngine({ catalogue: used });
  const reader = engine.openSource({ id: 'messages', modifiedMs: null });
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return engine.report();
}

async function reportOnFolder(folder: string, used: Catalogue): Promise<Report> {
  const engine = createEngine({ catalogue: used });
  await readInto(engine, [folder]);
  return engine.report();
}

function names(report: Report): string {
  return [...new Set(report.events.map(({ signature }) => `\`${signature}\``))].join(', ') || '–';
}

function lineTable(theirs: Catalogue): string {
  const rows = detectorLines.map(({ monitor, reason, line }) => {
    const text = `${line}\n`.repeat(12);
    const seen = reportOn(text, theirs).events.length > 0 ? 'yes' : 'no';
    return `| ${monitor} | ${reason} | ${seen} | ${names(reportOn(text, catalogue))} |`;
  });
  return ['| monitor | reason | node-problem-detector | Causeline |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

async function sampleTable(theirs: Catalogue): Promise<string> {
  const folder = join(root, 'samples', 'notready-hostport');
  const [detector, own] = [await reportOnFolder(folder, theirs), await reportOnFolder(folder, catalogue)];
  const recordsOf = (report: Report): number =>
    new Set(report.events.map(({ source, line }) => `${source}:${line}`)).size;
  const strong = own.chains.filter(({ confidence, steps }) => confidence === 'strong' && steps.length > 1).length;
  return [
    '| on the sample incident | node-problem-detector | Causeline |',
    '| --- | --- | --- |',
    `| records recognised | ${recordsOf(detector)} | ${recordsOf(own)} |`,
    `| kinds of failure | ${new Set(detector.events.map(({ signature }) => signature)).size} | ${new Set(own.events.map(({ signature }) => signature)).size} |`,
    `| cause chains called strong | no such thing | ${strong} |`,
  ].join('\n');
}

async function main(): Promise<void> {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('name the folder that holds the monitor configurations');
  const rules = loadRules(monitorsIn(folder), nothing);
  const theirs = withRules(nothing, rules);
  const patterns = rules.signatures.reduce((sum, { wordings }) => sum + wordings.length, 0);
  const text = `# Beside node-problem-detector

[node-problem-detector](https://github.com/kubernetes/node-problem-detector) watches a node as it runs and turns log patterns into conditions and Events. Causeline reads what was
collected afterwards. Both name failures by patterns, so their catalogues can be run on the same logs, with the same reader, side by side:
\`npm run compare -- <folder of its monitor configurations>\` writes this page.

Its published log monitors for Linux (counters and the repeated \`-filelog\` variants left out): ${rules.signatures.length} reasons in ${patterns} patterns. Causeline's
are listed in [signatures.md](signatures.md).

${await sampleTable(theirs)}

What its reasons look for, one line each:

${lineTable(theirs)}

A monitor's configuration works in Causeline as it is ([Rules](rules.md)).
`;
  writeFileSync(join(root, 'docs', 'comparison.md'), text);
}

void main();
