/** Starts and stops the VS Code server on a port of its own, and installs a packaged extension into it. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { run, SetupError } from '../setup.mjs';
import { places } from './install.mjs';

const startLimit = 60_000;
const readyLine = 'Extension host agent listening on';

const defaultSettings = {
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  // Without a history a palette entry carries a group label only while it does not answer what was typed.
  'workbench.commandPalette.history': 0,
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/**
 * Serves `folder` in a real VS Code on 127.0.0.1. The extension is either under development (`extensionDir`) or
 * installed from a package (`vsix`). `extensionTests` is a module whose `run()` the extension host calls. With a
 * `locale` such as `zh-cn` the extension speaks that language; VS Code's own words stay English.
 */
export async function startServer({
  extensionDir,
  vsix,
  extensionTests,
  folder,
  port = 0,
  settings = {},
  userDataDir,
  env = {},
  locale,
} = {}) {
  const dataDir = userDataDir ?? mkdtempSync(join(tmpdir(), 'causeline-workbench-'));
  const forgetData = () => {
    if (userDataDir === undefined) {
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  writeSettings(dataDir, { ...defaultSettings, ...settings });
  if (locale !== undefined) {
    writeLanguagePack(dataDir, locale);
  }
  if (vsix !== undefined) {
    await installVsix(vsix, dataDir);
  }
  const developed = extensionDir === undefined ? undefined : stageExtension(resolve(extensionDir), dataDir);
  const ownPort = port === 0 ? await freePort() : port;
  const server = spawn(places.node, [places.serverMain, ...serverFlags(ownPort, dataDir, locale)], {
    // No marketplace: what is tested is the product and what VS Code brings along.
    env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: the extension hosts it starts end with it.
    detached: true,
  });
  const ended = new Promise((done) => {
    server.on('close', done);
  });
  // Ctrl-C or a failure in this process must not leave a server behind.
  const killGroup = () => signalGroup(server, 'SIGKILL');
  process.on('exit', killGroup);
  const stop = async () => {
    signalGroup(server, 'SIGTERM');
    const timer = setTimeout(killGroup, 5_000);
    await ended;
    clearTimeout(timer);
    killGroup();
    process.off('exit', killGroup);
    forgetData();
  };
  try {
    await ready(server);
  } catch (error) {
    await stop();
    throw error;
  }
  const origin = `127.0.0.1:${ownPort}`;
  return {
    url: pageAddress({ origin, folder, extensionDir: developed, extensionTests }),
    port: ownPort,
    dataDir,
    logsDir: join(dataDir, 'data', 'logs'),
    stop,
  };
}

/** Installs a packaged extension for servers started with the same `userDataDir`. */
export async function installVsix(vsix, userDataDir) {
  await run(
    places.node,
    [places.serverMain, '--install-extension', resolve(vsix), '--server-data-dir', userDataDir, '--force'],
    {
      quiet: true,
      remedy: 'Build the package first: npm run package',
    },
  );
}

function serverFlags(port, dataDir, locale) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', dataDir, '--disable-telemetry', '--telemetry-level', 'off'],
    // A built workbench ignores extensionDevelopmentPath in its address without this flag.
    '--enable-smoke-test-driver',
    ...(locale === undefined ? [] : ['--locale', locale]),
  ];
}

function pageAddress({ origin, folder, extensionDir, extensionTests }) {
  const payload = [];
  if (extensionDir !== undefined) {
    payload.push(['extensionDevelopmentPath', `vscode-remote://${origin}${resolve(extensionDir)}`]);
  }
  if (extensionTests !== undefined) {
    payload.push(['extensionTestsPath', `vscode-remote://${origin}${resolve(extensionTests)}`]);
  }
  const url = new URL(`http://${origin}/`);
  if (folder !== undefined) {
    url.searchParams.set('folder', resolve(folder));
  }
  if (payload.length > 0) {
    url.searchParams.set('payload', JSON.stringify(payload));
  }
  return url.href;
}

function writeSettings(dataDir, settings) {
  for (const scope of ['Machine', 'User']) {
    const folder = join(dataDir, 'data', scope);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
  }
}

/**
 * VS Code takes every extension below the one under development for that one, its own built-in themes included, and
 * this VS Code lives in the repository. So the repository's extension is copied out: the files that are shipped.
 */
function stageExtension(extensionDir, dataDir) {
  if (!places.serverMain.startsWith(extensionDir + sep)) {
    return extensionDir;
  }
  const staged = join(dataDir, 'extension');
  const shipped = /^(package(\.nls.*)?\.json|dist|syntaxes|l10n|README.*\.md|CHANGELOG\.md|LICENSE)$/;
  const names = readdirSync(extensionDir).filter((name) => shipped.test(name));
  for (const name of [...names, join('client', 'media')].filter((name) => existsSync(join(extensionDir, name)))) {
    cpSync(join(extensionDir, name), join(staged, name), { recursive: true });
  }
  return staged;
}

/** The marketplace's language packs cannot be had offline; an empty one is enough to switch the display language. */
function writeLanguagePack(dataDir, locale) {
  const folder = join(dataDir, 'data');
  const translation = join(folder, 'main.i18n.json');
  const extension = { extensionIdentifier: { id: `causeline-test.language-pack-${locale}` }, version: '1.0.0' };
  const pack = { hash: 'empty', extensions: [extension], translations: { vscode: translation }, label: locale };
  writeFileSync(translation, JSON.stringify({ version: '1.0.0', contents: {} }));
  writeFileSync(join(folder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

function ready(server) {
  return new Promise((done, fail) => {
    let output = '';
    const tail = () => output.trim().split('\n').slice(-15).join('\n');
    const timer = setTimeout(
      () => fail(new SetupError(`The VS Code server was not ready after ${startLimit / 1000} s.\n${tail()}`)),
      startLimit,
    );
    const read = (chunk) => {
      output = (output + chunk).slice(-20_000);
      if (output.includes(readyLine)) {
        clearTimeout(timer);
        done();
      }
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('error', fail);
    server.on('close', (code) => {
      clearTimeout(timer);
      fail(
        new SetupError(
          `The VS Code server ended with exit code ${code}.\n${tail()}\nRemove .vscode-test to start over.`,
        ),
      );
    });
  });
}

function signalGroup(server, signal) {
  try {
    process.kill(-server.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
