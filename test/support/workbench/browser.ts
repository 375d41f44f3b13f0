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

  /** The labels the command palette offers for a text, once one of them contains it. */
  async paletteOffers(text: string): Promise<readonly string[]> {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    const wanted = rows.filter({ hasText: text }).first();
    // The palette does not hear of commands registered after it opened: it is opened again until they are there.
    for (const deadline = Date.now() + 30_000; ; ) {
      await this.tools.openPalette(this.page, `>${text}`);
      if (await appears(wanted, 2_000)) break;
      if (Date.now() > deadline) throw new Error(`The command palette offers nothing for "${text}".`);
    }
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

  /** Clicks into the text of the active editor. */
  async clickIntoText(button: 'left' | 'right' = 'left'): Promise<void> {
    const editor = this.page.locator('.editor-group-container.active .editor-instance .overflow-guard').first();
    await editor.click({ button, position: { x: 220, y: 150 } });
  }

  lenses(): Locator {
    return this.page.locator('.editor-group-container.active .codelens-decoration a');
  }

  /** Clicks the first lens that says this until its peek is open: a click is lost when the lens is drawn anew meanwhile. */
  async openPeek(title: RegExp): Promise<void> {
    for (const deadline = Date.now() + 30_000; ; ) {
      await this.lenses().filter({ hasText: title }).first().click();
      if (await appears(this.peek(), 4_000)) return;
      if (Date.now() > deadline) throw new Error(`The lens "${title}" opens no peek.`);
    }
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

  /** The text of the status bar item with this id. */
  async statusBar(id: string): Promise<string> {
    return this.page.locator(`.statusbar-item[id="${id}"]`).innerText();
  }

  /** Line and column of the cursor as the status bar tells them, `Ln 61, Col 109`. */
  cursor(): Promise<string> {
    return this.statusBar('status.editor.selection');
  }

  /** Waits until the cursor is somewhere else. */
  async cursorMovedFrom(before: string): Promise<void> {
    await this.page.locator('.statusbar-item[id="status.editor.selection"]').filter({ hasNotText: before }).waitFor();
  }

  /** The choices of an open pick list. */
  choices(): Locator {
    return this.page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-list .monaco-list-row');
  }

  /** Folds a row unless it is folded: a tree shows only rows there is room for. */
  async fold(row: Locator): Promise<void> {
    if ((await row.getAttribute('aria-expanded')) === 'true') {
      await row.locator('.monaco-tl-twistie').click();
    }
    await row.and(this.page.locator('[aria-expanded="false"]')).waitFor();
  }

  /** Unfolds a row unless it is unfolded. */
  async unfold(row: Locator): Promise<void> {
    if ((await row.getAttribute('aria-expanded')) === 'false') {
      await row.locator('.monaco-tl-twistie').click();
    }
    await row.and(this.page.locator('[aria-expanded="true"]')).waitFor();
  }

  /** The text of the hover over a piece of text in the editor, once it says `part`. */
  async hoverOver(text: string | RegExp, part: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').filter({ hasText: part });
    // Lenses that come late move the text away below the mouse: then it is pointed at again.
    for (const deadline = Date.now() + 30_000; ; ) {
      await this.lines().getByText(text).first().hover();
      if (await appears(hover.first(), 3_000)) return hover.first().innerText();
      if (Date.now() > deadline) throw new Error(`No hover over "${text}" says "${part}".`);
      await this.page.mouse.move(5, 5);
    }
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

/** Whether something comes on the screen in time. */
export async function appears(locator: Locator, timeout: number): Promise<boolean> {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
