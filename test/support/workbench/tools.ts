/** Gives tests typed access to the scripts that install, serve and drive the real VS Code. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** Compiled tests live in `out/`, so the repository is found from there. */
export const root = join(__dirname, '..', '..', '..', '..');
export const tinyFolder = join(root, 'test', 'e2e', 'fixtures', 'tiny');
export const suiteEntry = join(root, 'out', 'test', 'e2e', 'suite', 'index.js');

export interface ServerOptions {
  /** An extension under development; absent means none but what `vsix` brings. */
  readonly extensionDir?: string;
  /** A packaged extension to install first. */
  readonly vsix?: string;
  /** A module whose `run()` the extension host calls. */
  readonly extensionTests?: string;
  readonly folder?: string;
  /** Zero or absence picks a free port. */
  readonly port?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Kept after the stop when given; otherwise a temporary folder that is removed. */
  readonly userDataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Display language such as `zh-cn`; absence means English. */
  readonly locale?: string;
}

export interface Server {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logsDir: string;
  stop(): Promise<void>;
}

export interface PageOptions {
  readonly functions?: Readonly<Record<string, (...args: readonly never[]) => void>>;
  readonly size?: { readonly width: number; readonly height: number };
  readonly locale?: string;
  /** Whether to wait until the workbench can be used; true when absent. */
  readonly ready?: boolean;
}

export interface WorkbenchTools {
  ensureWorkbench(): Promise<void>;
  installVsix(vsix: string, userDataDir: string): Promise<void>;
  launchBrowser(): Promise<Browser>;
  openPalette(page: Page, text: string): Promise<void>;
  openWorkbench(browser: Browser, url: string, options?: PageOptions): Promise<Page>;
  runCommand(page: Page, command: string, options?: { readonly timeout?: number }): Promise<void>;
  startServer(options: ServerOptions): Promise<Server>;
}

export async function loadTools(): Promise<WorkbenchTools> {
  const tools: WorkbenchTools = await import(pathToFileURL(join(root, '.ci', 'workbench.mjs')).href);
  return tools;
}
