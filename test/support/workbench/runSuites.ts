/** Runs the compiled suites inside the extension host of a real VS Code and ends with their exit code. */
import { join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { loadTools, root, type ServerOptions, suiteEntry, tinyFolder } from './tools';

const limit = 300_000;
// VS Code runs suites only beside an extension under development, so a packaged one needs an empty companion.
const carrierFolder = join(root, 'test', 'e2e', 'fixtures', 'carrier');

export interface SuiteRun {
  /** The folder VS Code opens. */
  readonly folder: string;
  /** A packaged extension to test instead of the one under development. */
  readonly vsix?: string;
  /** Only tests whose full title contains this. */
  readonly grep?: string;
  readonly locale?: string;
}

export async function runSuites({ folder, vsix, grep, locale }: SuiteRun): Promise<number> {
  const tools = await loadTools();
  const env: Record<string, string> = grep === undefined ? {} : { CAUSELINE_GREP: grep };
  const options: ServerOptions = {
    extensionTests: suiteEntry,
    folder,
    env,
    ...(vsix === undefined ? { extensionDir: root } : { extensionDir: carrierFolder, vsix }),
    ...(locale === undefined ? {} : { locale }),
  };
  const server = await tools.startServer(options);
  const browser = await tools.launchBrowser();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((done, fail) => {
      const functions = {
        codeAutomationLog: (type: string, args: readonly unknown[]): void => print(type, args),
        codeAutomationExit: (code: number): void => done(code),
      };
      timer = setTimeout(() => fail(new Error(`The suites did not end within ${limit / 1000} s.`)), limit);
      browser.on('disconnected', () => fail(new Error('Chromium ended before the suites did.')));
      tools.openWorkbench(browser, server.url, { functions, ready: false }).then((page) => {
        page.on('crash', () => fail(new Error('The page of VS Code crashed.')));
      }, fail);
    });
  } finally {
    clearTimeout(timer);
    await browser.close();
    await server.stop();
  }
}

/** What the workbench says about itself while it starts; it is no part of a test report. */
const chatter =
  /^(Resolv|Creating a socket|Ignoring fetching|Updating additional builtin|\[(reconnection|AgentHost|AccountPolicyGate|Service Worker))/;

/** The console arrives as raw arguments: a format followed by its values, the way mocha writes its report. */
function print(type: string, args: readonly unknown[]): void {
  const text = format(...args);
  if (chatter.test(text)) {
    return;
  }
  const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
  stream.write(`${text}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      vsix: { type: 'string' },
      grep: { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const { ensureWorkbench } = await loadTools();
  await ensureWorkbench();
  process.exitCode = await runSuites({ ...values, folder: resolve(values.folder ?? tinyFolder) });
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
