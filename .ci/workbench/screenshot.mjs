/** Takes the picture a newcomer would see: the cause chains of a folder and the log line one of them points at. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { root, SetupError } from '../setup.mjs';
import { launchBrowser, openWorkbench, runCommand, sideBarRows } from './browser.mjs';
import { startServer } from './server.mjs';

const limit = 120_000;
// The style is a part of the class name the workbench carries once the theme is loaded.
const themes = {
  light: { name: 'Light Modern', style: 'light_modern' },
  dark: { name: 'Dark Modern', style: 'dark_modern' },
  hc: { name: 'Default High Contrast', style: 'hc_black' },
};

/** Opens `folder` headless, shows the first chain with its evidence and saves a PNG to `file`. */
export async function takeScreenshot({ folder, file, theme = 'light', extensionDir = root }) {
  const settings = { 'workbench.colorTheme': themes[theme].name };
  const server = await startServer({ extensionDir, folder, settings });
  let browser;
  let timer;
  try {
    browser = await launchBrowser();
    const late = new Promise((_, fail) => {
      const message = `The cause chains of ${folder} could not be shown within ${limit / 1000} s.`;
      timer = setTimeout(async () => {
        const pages = browser.contexts().flatMap((context) => context.pages());
        const seen = resolve(`${file}.failed.png`);
        await pages[0]?.screenshot({ path: seen }).catch(() => undefined);
        fail(new SetupError(`${message}\nWhat was on the screen: ${seen}`));
      }, limit);
    });
    await Promise.race([late, showFirstChain(browser, server.url, themes[theme].style, resolve(file))]);
  } finally {
    clearTimeout(timer);
    await browser?.close();
    await server.stop();
  }
}

async function showFirstChain(browser, url, style, file) {
  const page = await openWorkbench(browser, url);
  page.setDefaultTimeout(limit);
  await runCommand(page, 'workbench.view.extension.causeline', { timeout: limit });
  await sideBarRows(page, 'causeline').first().waitFor();
  await openEvidence(page);
  await page.locator(`.monaco-workbench[class*="${style}"]`).waitFor();
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file });
}

/** Unfolds the first chain until one of its rows opens a log. */
async function openEvidence(page) {
  const rows = sideBarRows(page, 'causeline');
  await rows.and(page.locator('[aria-expanded]')).first().waitFor();
  const tried = new Set();
  for (;;) {
    const next = await rows.evaluateAll(
      (all, known) => {
        const expandable = all.findIndex((row) => row.getAttribute('aria-expanded') === 'false');
        const leaf = all.findIndex((row) => !row.hasAttribute('aria-expanded') && !known.includes(row.ariaLabel));
        const index = leaf >= 0 && (expandable < 0 || leaf < expandable) ? leaf : expandable;
        return { index, label: all[index]?.ariaLabel ?? '', leaf: index === leaf };
      },
      [...tried],
    );
    if (next.index < 0) {
      throw new SetupError('No row of the cause chains opened a log file.');
    }
    const row = rows.nth(next.index);
    if (next.leaf) {
      tried.add(next.label);
      await row.click();
      if (await appears(page.locator('.editor-instance .view-line').first(), 5_000)) {
        // Lenses come a moment after the text; a line without any is a fair picture too.
        await appears(page.locator('.codelens-decoration a').first(), 5_000);
        return;
      }
    } else {
      const level = Number(await row.getAttribute('aria-level'));
      await row.locator('.monaco-tl-twistie').click();
      // Children are asked for after the row unfolds; a row without any is passed over.
      await appears(rows.nth(next.index + 1).and(page.locator(`[aria-level="${level + 1}"]`)), 10_000);
    }
  }
}

async function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
