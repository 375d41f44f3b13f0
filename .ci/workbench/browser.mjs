/** Opens the served VS Code in a headless Chromium and waits until it can be used. */
import { chromium } from 'playwright-core';
import { findChromium } from '../debian.mjs';
import { SetupError } from '../setup.mjs';

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export async function launchBrowser() {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new SetupError('No Chromium found. Install it, for example with "apt-get install chromium".');
  }
  return chromium.launch({ executablePath, args: chromiumFlags, headless: true });
}

/**
 * Opens a page on the workbench. `functions` are callable from the page by name (the workbench streams the console of
 * the extension host to `codeAutomationLog` and reports the end of a test run to `codeAutomationExit`).
 */
export async function openWorkbench(
  browser,
  url,
  { functions = {}, size = { width: 1440, height: 900 }, locale = 'en-US', ready = true } = {},
) {
  const context = await browser.newContext({
    viewport: size,
    locale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  for (const [name, body] of Object.entries(functions)) {
    await page.exposeFunction(name, body);
  }
  await page.goto(url);
  if (ready) {
    await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
  }
  return page;
}

/** Runs a command through the palette, by its id or by its title, as soon as the palette offers it. */
export async function runCommand(page, command, { timeout = 30_000 } = {}) {
  const deadline = Date.now() + timeout;
  const first = page.locator('.quick-input-list .monaco-list-row').first();
  for (;;) {
    await openPalette(page, `>${command}`);
    // While VS Code still starts, a view that takes the focus closes the palette: it is opened again.
    const label = await first.getAttribute('aria-label', { timeout: 3_000 }).catch(() => 'No matching commands');
    // The palette offers other commands until the extension's own are registered, and it says so.
    if (label !== null && !/(similar commands|commonly used|other commands)$|^No matching/.test(label)) {
      break;
    }
    if (Date.now() > deadline) {
      throw new Error(`The command palette does not know "${command}"; its best offer is "${label}".`);
    }
  }
  await page.keyboard.press('Enter');
  // A command that asks a question reuses the palette; its own text is gone then.
  await page.waitForFunction(
    (typed) => {
      const widget = document.querySelector('.quick-input-widget');
      const input = widget?.querySelector('input');
      return !(widget instanceof HTMLElement) || widget.style.display === 'none' || input?.value !== typed;
    },
    `>${command}`,
    { timeout },
  );
}

/** Opens the palette with a text in it: `>` starts a command, anything else a file name. */
export async function openPalette(page, text) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await input.waitFor();
  await input.fill(text);
}

/** The rows of the tree views in the side bar that belong to one view container. */
export function sideBarRows(page, container) {
  return page.locator(`.part.sidebar [id="workbench.view.extension.${container}"] .customview-tree .monaco-list-row`);
}
