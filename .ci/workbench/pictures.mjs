/** Takes pictures of the product at work: what a newcomer sees of any folder, and the scenes the documentation shows. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { root, SetupError } from '../setup.mjs';
import { launchBrowser, openWorkbench, runCommand, sideBarRows } from './browser.mjs';
import { startServer } from './server.mjs';

const limit = 120_000;
const sideBarWidth = 480;
const usualSize = { width: 1520, height: 950 };
// The style is a part of the class name the workbench carries once the theme is loaded.
export const themes = {
  light: { name: 'Light Modern', style: 'light_modern' },
  dark: { name: 'Dark Modern', style: 'dark_modern' },
  hc: { name: 'Default High Contrast', style: 'hc_black' },
};
/** What can be shown; `chains` and `sources` of any folder, `largeFile` of one large log, the others of the sample. */
export const scenes = { chains, sources, lenses, highlights, hover, timeline, report, largeFile };

/** Opens `folder` headless, plays a scene and saves a PNG to `file`; with a `locale` such as `zh-cn` in that language. */
export async function takePicture({
  folder,
  file,
  theme = 'light',
  scene = 'chains',
  size = usualSize,
  extensionDir = root,
  locale,
}) {
  const { name, style } = themes[theme];
  const settings = { 'workbench.colorTheme': name };
  const server = await startServer({ extensionDir, folder, settings, locale });
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
    const play = async () => {
      const page = await openWorkbench(browser, server.url, { size, locale });
      page.setDefaultTimeout(limit);
      await page.locator(`.monaco-workbench[class*="${style}"]`).waitFor();
      await showView(page);
      await scenes[scene](page);
      await settled(page);
      mkdirSync(dirname(resolve(file)), { recursive: true });
      await page.screenshot({ path: resolve(file) });
    };
    await Promise.race([late, play()]);
  } finally {
    clearTimeout(timer);
    await browser?.close();
    await server.stop();
  }
}

/** The view of the extension, wide enough to be read, once the folder has been read. */
async function showView(page) {
  await runCommand(page, 'workbench.view.extension.causeline', { timeout: limit });
  await page
    .locator('.statusbar-item')
    .filter({ hasText: /Causeline(?:: |：)\d/ })
    .waitFor();
  const { x, y, width } = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(x + width, y + 300);
  await page.mouse.down();
  await page.mouse.move(x + sideBarWidth, y + 300, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(x + sideBarWidth + 300, y + 300);
}

/** A chain with its most telling step unfolded, and the line that begins it; of a folder without chains what is said instead. */
async function chains(page) {
  const rows = sideBarRows(page, 'causeline');
  if (!(await appears(rows.first(), 5_000))) {
    return;
  }
  const steps = rows.and(page.locator('[aria-level="2"]'));
  const waits = steps.filter({ has: page.locator('.codicon-lock') }).filter({ hasText: 'up to' });
  const repeated = steps.filter({ hasText: '×' });
  const step =
    (await waits.count()) > 0 ? waits.first() : (await repeated.count()) > 0 ? repeated.first() : steps.first();
  if (!(await appears(step, 5_000))) {
    return;
  }
  await step.locator('.monaco-tl-twistie').click();
  const lines = rows.and(page.locator('[aria-level="3"]')).filter({ hasText: /^\s*\d\d:\d\d:\d\d/ });
  await lines.first().waitFor();
  // From the middle of the list: there a trouble looks the way it does most of the time.
  await lines.nth(Math.min(14, (await lines.count()) - 1)).click();
  await appears(page.locator('.editor-instance .view-line').first(), 10_000);
  await showLineStarts(page);
}

/** The editor went to the words that matter, which may have pushed the beginnings of the lines out of the picture. */
async function showLineStarts(page) {
  await page.locator('.editor-instance').first().hover();
  for (let turn = 0; turn < 4; turn++) {
    await page.mouse.wheel(-5_000, 0);
  }
}

/** What was read, by which clock and what is missing of it. */
async function sources(page) {
  await runCommand(page, 'causeline.sources.focus');
  // The chains give their place away.
  await page.locator('.part.sidebar .pane-header').first().click();
  const rows = sideBarRows(page, 'causeline');
  // A log in several layers has most to tell.
  const source = rows.filter({ hasText: '›' }).first();
  if (await appears(source, 5_000)) {
    await source.locator('.monaco-tl-twistie').click();
  }
}

/** Lenses over a failed garbage collection, and the peek they open. */
async function lenses(page) {
  await openStep(page, /garbage collection failed/);
  const lens = page.locator('.codelens-decoration a').filter({ hasText: /^near/ });
  await lens.first().waitFor();
  const place = page.locator('.peekview-widget .monaco-list-row').first();
  // A click is lost when the lens is drawn anew meanwhile.
  do {
    // The lens of the selected line stands right above it.
    const cursor = await page.locator('.editor-instance .current-line').first().boundingBox();
    const boxes = await lens.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
    const above = boxes.map((bottom, index) => ({ bottom, index })).filter(({ bottom }) => bottom <= cursor.y + 4);
    await lens.nth(above.at(-1)?.index ?? 0).click();
  } while (!(await appears(place, 4_000)));
  await appears(page.locator('.peekview-widget .view-line').first(), 10_000);
}

/** Lock waits in the text, the ruler and the minimap. */
async function highlights(page) {
  await openStep(page, /waited for seconds for the xtables lock/);
  await showLineStarts(page);
}

/** What a line means, what usually causes it and what to check first. */
async function hover(page) {
  await openStep(page, /garbage collection failed/);
  const words = page.locator('.editor-instance .view-line span').filter({ hasText: /garbage/ });
  await words.last().hover();
  await page
    .locator('.monaco-hover:not(.hidden) .monaco-hover-content')
    .filter({ hasText: /What it means/ })
    .waitFor();
}

/** What all files of the node say around a failed garbage collection. */
async function timeline(page) {
  await openStep(page, /garbage collection failed/);
  await runCommand(page, 'Causeline: Timeline of All Sources Around This Line');
  await page.locator('.editor-instance .view-line').filter({ hasText: '●' }).first().waitFor();
}

/** The exported findings as a reader sees them. */
async function report(page) {
  await runCommand(page, 'Causeline: Export Findings to Markdown');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Open in an editor' }).click();
  await page.locator('.editor-instance .view-line').filter({ hasText: 'Findings' }).first().waitFor();
  await runCommand(page, 'markdown.showPreview');
  const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  await preview.locator('h1').waitFor();
  await appears(preview.locator('svg').first(), 10_000);
  await runCommand(page, 'workbench.action.closeSidebar');
}

/** The last event of a file that VS Code gives to no extension, in the part around it. */
async function largeFile(page) {
  await sideBarRows(page, 'causeline').filter({ hasText: 'PLEG is not healthy' }).last().click();
  const part = page.locator('.tabs-container .tab.active').filter({ hasText: /messages:[\d,]+-[\d,]+/ });
  await part.waitFor();
  await appears(page.locator('.codelens-decoration a').first(), 10_000);
  await runCommand(page, 'workbench.action.focusActiveEditorGroup');
  await page.keyboard.press('Control+Home');
  await runCommand(page, 'causeline.previousEvent');
  await page
    .locator('.editor-instance .view-line')
    .filter({ hasText: /10:14:55/ })
    .first()
    .waitFor();
  await page.keyboard.press('Home');
  await appears(page.locator('.codelens-decoration a').first(), 10_000);
}

/** Opens the first line of a step and gives its file the whole width. */
async function openStep(page, title) {
  const step = sideBarRows(page, 'causeline').filter({ hasText: title }).first();
  await step.click();
  await page.locator('.editor-instance .view-line').first().waitFor();
  await runCommand(page, 'workbench.action.closeSidebar');
  await appears(page.locator('.codelens-decoration a').first(), 10_000);
}

/** Colours, lenses and marks come one after the other: waits until two looks a moment apart are the same. */
async function settled(page) {
  let before = await page.screenshot();
  for (let look = 0; look < 20; look++) {
    await page.waitForTimeout(500);
    const now = await page.screenshot();
    if (now.equals(before)) {
      return;
    }
    before = now;
  }
}

async function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
