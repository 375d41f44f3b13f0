/** Drives the served VS Code the way a user does, with keyboard and mouse, for tests that look at the screen. */
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { loadTools, type PageOptions, root, type Server, type ServerOptions, type WorkbenchTools } from './tools';

/** One VS Code with one page on it; close it when the tests are done. */
export class Workbench {
  private constructor(
    private readonly tools: WorkbenchTools,
    private readonly browser: Browser,
    readonly server: Server,
    readonly page: Page,
  ) {}

  /** Opens a folder with the extension under development, or with `vsix` when one is given. */
  static async open(options: ServerOptions, pageOptions: PageOptions = {}): Promise<Workbench> {
    const tools = await loadTools();
    const extension = options.vsix === undefined ? { extensionDir: root } : {};
    const server = await tools.startServer({ ...extension, ...options });
    const browser = await tools.launchBrowser();
    const page = await tools.openWorkbench(browser, server.url, pageOptions);
    return new Workbench(tools, browser, server, page);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  /** Runs a command by its id or its title. */
  async runCommand(command: string): Promise<void> {
    await this.tools.runCommand(this.page, command);
  }

  /** The labels the command palette offers for a text. */
  async paletteOffers(text: string): Promise<readonly string[]> {
    await this.tools.openPalette(this.page, `>${text}`);
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: text }).first().waitFor();
    const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
    await this.page.keyboard.press('Escape');
    return labels;
  }

  /** Opens a file of the folder by its name, optionally at a line, and waits for its text. */
  async openFile(name: string, line?: number): Promise<void> {
    await this.tools.openPalette(this.page, line === undefined ? name : `${name}:${line}`);
    const base = name.split('/').at(-1) ?? name;
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: base }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.tab(base).waitFor();
    await this.lines().first().waitFor();
  }

  tab(name: string): Locator {
    return this.page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`);
  }

  /** The lines of the active editor that are on the screen. */
  lines(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .view-lines .view-line');
  }

  lenses(): Locator {
    return this.page.locator('.editor-group-container.active .codelens-decoration a');
  }

  /** Shows the view container of the extension and waits until one of its trees has a row. */
  async showChains(): Promise<void> {
    await this.runCommand('workbench.view.extension.causeline');
    await this.rows().first().waitFor();
  }

  /** The rows of every tree in the side bar, or of the one with this title. */
  rows(viewTitle?: string): Locator {
    const tree =
      viewTitle === undefined ? '.customview-tree' : `.customview-tree [role="tree"][aria-label="${viewTitle}"]`;
    return this.page.locator(`.part.sidebar ${tree} .monaco-list-row`);
  }

  row(label: string | RegExp): Locator {
    return this.rows().filter({ hasText: label }).first();
  }

  /** Unfolds a row unless it is unfolded. */
  async unfold(row: Locator): Promise<void> {
    if ((await row.getAttribute('aria-expanded')) === 'false') {
      await row.locator('.monaco-tl-twistie').click();
    }
    await row.and(this.page.locator('[aria-expanded="true"]')).waitFor();
  }

  /** The text of the hover that appears over a piece of text in the editor. */
  async hoverOver(text: string | RegExp): Promise<string> {
    await this.lines().getByText(text).first().hover();
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
    await hover.waitFor();
    return hover.innerText();
  }

  /** The inline panel that a peek or a lens with several places opens. */
  peek(): Locator {
    return this.page.locator('.peekview-widget');
  }

  notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item');
  }

  /** Saves a picture below `.vscode-test/screenshots`, where git does not look. */
  async screenshot(name: string): Promise<string> {
    const path = join(root, '.vscode-test', 'screenshots', `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}
