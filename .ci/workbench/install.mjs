/** Installs the VS Code server, the Node it needs and the browser that shows it; does nothing when they are there. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackages } from '../debian.mjs';
import { exitCodeOf, npm, root, run, SetupError, say } from '../setup.mjs';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';
// Without these four the extension host starts but logs errors, watches no files and has no terminal.
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog', '@parcel/watcher', 'node-pty'];

const home = join(root, '.vscode-test', 'workbench');
const stampFile = join(home, 'installed.json');
const stamp = JSON.stringify({ codeServerVersion, nodeVersion, nativeModules, arch: process.arch });

export const places = {
  home,
  nodeFolder: join(home, 'node_modules', `node-linux-${process.arch}`),
  node: join(home, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node'),
  vscode: join(home, 'node_modules', 'code-server', 'lib', 'vscode'),
  serverMain: join(home, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
};

/** Installs whatever is missing; a second run only reads a stamp file. */
export async function ensureWorkbench() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new SetupError(
      'The served VS Code is set up on Linux (x64, arm64) only. Elsewhere use "npm run test:desktop" and a desktop VS Code.',
    );
  }
  await ensureDebianPackages('workbench', ...(isServerInstalled() ? [] : ['native modules']));
  await ensureServer();
}

function isServerInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && existsSync(places.serverMain);
}

async function ensureServer() {
  if (isServerInstalled()) {
    return;
  }
  const remedy = 'The npm registry must be reachable. Remove .vscode-test to start over.';
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');

  say(`Fetching VS Code (code-server ${codeServerVersion}) and Node ${nodeVersion} …`);
  const packages = [`code-server@${codeServerVersion}`, `node-linux-${process.arch}@${nodeVersion}`];
  await run(npm, ['install', ...quietly, '--omit=dev', '--omit=optional', ...packages], {
    cwd: home,
    quiet: true,
    remedy,
  });
  await run(npm, ['install', ...quietly, '--omit=dev'], { cwd: places.vscode, quiet: true, remedy });

  say('Building the native modules of the extension host …');
  const env = {
    PATH: `${join(places.nodeFolder, 'bin')}:${process.env.PATH}`,
    npm_config_nodedir: places.nodeFolder,
    npm_config_ignore_scripts: 'false',
  };
  await run(npm, ['rebuild', '--loglevel=error', ...nativeModules], {
    cwd: places.vscode,
    env,
    quiet: true,
    remedy: 'A C++ compiler, make and python3 are needed: apt-get install g++ make python3',
  });
  const probe = nativeModules.map((name) => `require(${JSON.stringify(name)})`).join(';');
  if ((await exitCodeOf(places.node, ['-e', probe], { cwd: places.vscode })) !== 0) {
    throw new SetupError('The native modules of VS Code do not load. Remove .vscode-test and try again.');
  }
  writeFileSync(stampFile, stamp);
}
