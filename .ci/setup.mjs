/** Brings a fresh clone to the point where it can be bundled, tested and shown; uses nothing but Node itself. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** A failure whose message already tells the reader what to do; it is shown without a stack. */
export class SetupError extends Error {
  name = 'SetupError';
}

/** Runs a program with its output on the terminal, or kept back and shown only on failure when `quiet`. */
export function run(command, args, { cwd = root, env = {}, quiet = false, remedy = '' } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const refuse = (why) => {
      const lines = [`${command} ${args.join(' ')} ${why}.`, shorten(output), remedy].filter((line) => line !== '');
      fail(new SetupError(lines.join('\n')));
    };
    child.on('error', (error) => refuse(`could not be started (${error.message})`));
    child.on('close', (code, signal) => {
      if (code === 0) {
        done(output);
      } else {
        refuse(signal ? `was stopped by ${signal}` : `ended with exit code ${code}`);
      }
    });
  });
}

/** The cause of a failure stands at the head or at the foot of what a program printed. */
function shorten(output) {
  const lines = output.trim().split('\n');
  return (lines.length <= 30 ? lines : [...lines.slice(0, 15), '…', ...lines.slice(-15)]).join('\n');
}

/** Like `run`, but answers with the exit code instead of failing. */
export function exitCodeOf(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  });
}

export function findOnPath(...names) {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Installs the packages the lock file names when any of them is missing. */
export async function ensureDependencies() {
  const manifest = readJson(join(root, 'package.json'));
  const wanted = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const missing = wanted.filter((name) => !existsSync(join(root, 'node_modules', name, 'package.json')));
  if (missing.length === 0) {
    return;
  }
  say('Installing the npm packages this project is built with …');
  await run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    quiet: true,
    remedy: 'The npm registry must be reachable; run "npm ci" by hand to see why it is not.',
  });
}

/** Bundles to `dist/` unless the bundles are newer than every source. */
export async function ensureBundle() {
  const bundles = ['extension.js', 'server.js', 'program.js', 'cli.js', 'literals.bin'].map((name) =>
    join(root, 'dist', name),
  );
  if (bundles.every((path) => existsSync(path))) {
    const oldest = Math.min(...bundles.map((path) => statSync(path).mtimeMs));
    const inputs = ['client', 'server', '.ci/bundle.mjs', 'package-lock.json'].map((name) => join(root, name));
    if (Math.max(...inputs.map(newestTime)) <= oldest) {
      return;
    }
  }
  say('Bundling the extension, the language server and the command line …');
  await run(process.execPath, [join(root, '.ci', 'bundle.mjs')], { quiet: true });
}

function newestTime(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestTime(join(path, name))));
}

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a script's main function; a known failure ends it with its message alone. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    say(error instanceof SetupError ? `\n${error.message}` : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
