/** Shows the product on a sample or on your folder: first on the terminal, then in a real VS Code. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBundle, ensureDependencies, exitCodeOf, findOnPath, main, root, SetupError, say } from './setup.mjs';

const usage = `npm start                                    triage the sample folder and open it in VS Code
npm start -- <folder>                        the same for a folder of yours
npm start -- --screenshot out.png [--theme light|dark|hc] [<folder>]`;

await main(async () => {
  const { folder, screenshot, theme, help } = readArguments();
  if (help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  await ensureDependencies();
  await ensureBundle();
  if (screenshot !== undefined) {
    return saveScreenshot(folder, screenshot, theme);
  }
  await triage(folder);
  const desktop = findOnPath('code');
  return desktop === undefined ? serve(folder) : openDesktop(desktop, folder);
});

function readArguments() {
  const options = { screenshot: { type: 'string' }, theme: { type: 'string' }, help: { type: 'boolean', short: 'h' } };
  let parsed;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new SetupError(`${error.message}\n\n${usage}`);
  }
  const { values, positionals } = parsed;
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? join(root, 'samples', 'notready-hostport'));
  if (values.help !== true && (!existsSync(folder) || !statSync(folder).isDirectory())) {
    throw new SetupError(`${folder} is not a folder.\n\n${usage}`);
  }
  if (values.theme !== undefined && !['light', 'dark', 'hc'].includes(values.theme)) {
    throw new SetupError(`There is no theme "${values.theme}": choose light, dark or hc.`);
  }
  return { folder, screenshot: values.screenshot, theme: values.theme ?? 'light', help: values.help === true };
}

async function triage(folder) {
  const cli = join(root, 'dist', 'cli.js');
  process.stdout.write(`$ causeline triage ${relative(process.cwd(), folder) || '.'} --format text\n\n`);
  const code = await exitCodeOf(process.execPath, [cli, 'triage', folder, '--format', 'text']);
  // 1 says that something was found, which is why one came here; 3 that some input could not be read, which the report tells.
  if (![0, 1, 3].includes(code)) {
    throw new SetupError(`The triage of ${folder} ended with exit code ${code}.`);
  }
}

function openDesktop(code, folder) {
  say(`\nOpening ${folder} in VS Code …`);
  spawn(code, ['--new-window', `--extensionDevelopmentPath=${root}`, folder], {
    stdio: 'ignore',
    detached: true,
  }).unref();
  return 0;
}

async function serve(folder) {
  const { ensureWorkbench, startServer } = await import('./workbench.mjs');
  say('\nNo desktop VS Code ("code") on the PATH: serving one to the browser.');
  await ensureWorkbench();
  const server = await startServer({
    extensionDir: root,
    folder,
    settings: { 'workbench.commandPalette.history': 50 },
  });
  process.stdout.write(`\nOpen this address in a browser (Ctrl-C stops it):\n\n  ${server.url}\n\n`);
  await new Promise((done) => {
    process.once('SIGINT', done);
    process.once('SIGTERM', done);
  });
  await server.stop();
  return 0;
}

async function saveScreenshot(folder, file, theme) {
  const { ensureWorkbench } = await import('./workbench.mjs');
  const { takePicture } = await import('./workbench/pictures.mjs');
  await ensureWorkbench();
  const target = resolve(process.env.INIT_CWD ?? '.', file);
  await takePicture({ folder, file: target, theme });
  process.stdout.write(`${target}\n`);
  return 0;
}
