/** Proves the product on a fresh machine, stage by stage; a stage that fails does not hide what the others say. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDebianPackages } from './debian.mjs';
import { ensureDependencies, exitCodeOf, main, readJson, root, run, SetupError, say } from './setup.mjs';

const usage = `npm test                     every stage, with a real VS Code
npm test -- --quick          without the stages that need VS Code
npm test -- --e2e            only the stages that need VS Code
npm test -- --only <stage>   one stage: unit, house, lsp, host, browser`;

const options = {
  quick: { type: 'boolean' },
  e2e: { type: 'boolean' },
  only: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};
const total = { passes: 0, failures: 0 };
const countsFolder = mkdtempSync(join(tmpdir(), 'causeline-counts-'));

await main(async () => {
  const { values } = parseArguments();
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  try {
    return (await runStages(values)) ? 0 : 1;
  } finally {
    rmSync(countsFolder, { recursive: true, force: true });
  }
});

function parseArguments() {
  try {
    return parseArgs({ options });
  } catch (error) {
    throw new SetupError(`${error.message}\n\n${usage}`);
  }
}

async function runStages({ quick = false, e2e = false, only }) {
  const stages = [
    { id: 'unit', title: 'Unit tests', suites: 'unit' },
    { id: 'house', title: 'Laws of the house', suites: 'house' },
    { id: 'lsp', title: 'Language server', suites: 'lsp' },
    { id: 'host', title: 'Extension host of a real VS Code', needsVsCode: true },
    { id: 'browser', title: 'VS Code as the user sees it', needsVsCode: true, suites: 'e2e/browser' },
  ];
  const chosen = stages.filter(({ id, needsVsCode = false }) => {
    const kind = needsVsCode ? !quick : !e2e;
    return only === undefined ? kind : id === only;
  });
  if (chosen.length === 0) {
    throw new SetupError(`There is no stage "${only}".\n\n${usage}`);
  }
  await ensureDependencies();
  await ensureDebianPackages('tests');
  heading('Compile');
  removeOrphans();
  await run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], {
    remedy: 'The sources do not compile: see the errors above.',
  });
  heading('Bundle');
  await run(process.execPath, [join(root, '.ci', 'bundle.mjs')]);
  const failed = [];
  for (const stage of chosen) {
    heading(stage.title);
    if (stage.needsVsCode) {
      const { ensureWorkbench } = await import('./workbench/install.mjs');
      await ensureWorkbench();
    }
    const countsFile = join(countsFolder, `${stage.id}.json`);
    const code = await (stage.suites === undefined ? inExtensionHost(countsFile) : mocha(stage, countsFile));
    if (!count(stage, countsFile) || code !== 0) {
      failed.push(stage.title);
    }
  }
  for (const title of failed) {
    process.stdout.write(`\n✗ ${title} failed`);
  }
  process.stdout.write(`\n${total.passes} passed, ${total.failures} failed\n`);
  return failed.length === 0 && total.failures === 0;
}

/** The compiler leaves the output of sources that were moved or deleted, and their tests would run for ever. */
function removeOrphans() {
  const out = join(root, 'out');
  const names = existsSync(out) ? readdirSync(out, { recursive: true }) : [];
  for (const name of names.filter((name) => /\.(js|js\.map|d\.ts)$/.test(name))) {
    if (!existsSync(join(root, name.replace(/\.(js|js\.map|d\.ts)$/, '.ts')))) {
      rmSync(join(out, name));
    }
  }
}

function mocha(stage, countsFile) {
  const suites = `out/test/${stage.suites}`;
  if (!hasTests(join(root, suites))) {
    throw new SetupError(`There are no tests in ${suites}.`);
  }
  const timeout = stage.needsVsCode ? '120000' : '60000';
  const flags = ['--forbid-only', '--forbid-pending', '--timeout', timeout];
  const reporter = join(root, '.ci', 'countingReporter.cjs');
  const args = [...flags, '--reporter', reporter, `${suites}/**/*.test.js`];
  return exitCodeOf(process.execPath, [join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), ...args], {
    env: { CAUSELINE_COUNTS: countsFile },
  });
}

function inExtensionHost(countsFile) {
  // The entry of "npm run test:desktop", with the served VS Code in the place of a desktop.
  return exitCodeOf(process.execPath, [join(root, 'out', 'test', 'support', 'workbench', 'runDesktop.js')], {
    env: { CAUSELINE_COUNTS: countsFile, VSCODE_EXECUTABLE: join(root, '.ci', 'workbench', 'code.mjs') },
  });
}

/** A stage that ran no test, or died before its summary, counts as failed. */
function count({ title }, countsFile) {
  if (!existsSync(countsFile)) {
    say(`"${title}" ended before its summary.`);
    total.failures += 1;
    return false;
  }
  const { passes, failures } = readJson(countsFile);
  total.passes += passes;
  total.failures += failures;
  if (passes + failures === 0) {
    say(`"${title}" ran no test.`);
    total.failures += 1;
    return false;
  }
  return failures === 0;
}

function hasTests(folder) {
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => name.endsWith('.test.js'));
}

function heading(title) {
  process.stdout.write(`\n── ${title} ${'─'.repeat(Math.max(3, 70 - title.length))}\n`);
}
