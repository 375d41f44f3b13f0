/** A user opens a folder with one file that VS Code gives to no extension (by limits lowered here) and has chains, jumps, lenses and marks all the same. */
import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLargeLog } from '../../support/largeLog';
import { Workbench } from '../../support/workbench/browser';

describe('a single large file', () => {
  let folder: string;
  let workbench: Workbench;
  let lines = 0;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'causeline-large-'));
    const file = join(folder, 'messages');
    writeLargeLog(file, 4_000_000);
    lines = readFileSync(file, 'latin1').split('\n').length - 1;
    workbench = await Workbench.open({
      folder,
      settings: { 'causeline.bigFiles.megabytes': 1, 'causeline.bigFiles.windowLines': 2000 },
    });
  });

  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('fills the chain view', async () => {
    await workbench.row(/xtables lock → .*NotReady/).waitFor();
    for (const step of ['garbage collection failed', 'PLEG is not healthy']) await workbench.row(step).waitFor();
  });

  it('opens at a step in the part around it, whose title says which lines it has', async () => {
    await workbench.row('PLEG is not healthy').click();
    const tab = workbench.page.locator('.tabs-container .tab.active');
    await tab.filter({ hasText: /messages:[\d,]{5,}-[\d,]{5,}/ }).waitFor();
    await workbench
      .lines()
      .filter({ hasText: /PLEG.is.not.healthy/ })
      .first()
      .waitFor();
  });

  it('has lenses, colours and marks there', async () => {
    await workbench
      .lenses()
      .filter({ hasText: /leads to|near|caused by/ })
      .first()
      .waitFor();
    await workbench.page.locator('.editor-instance .glyph-margin-widgets .cgmr').first().waitFor();
  });

  it('jumps to its last event, the last of its lines', async () => {
    await workbench.clickIntoText();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.runCommand('causeline.previousEvent');
    await workbench
      .lines()
      .filter({ hasText: /^May.13.10:14:55.*PLEG.is.not.healthy/ })
      .first()
      .waitFor();
    const title = await workbench.page.locator('.tabs-container .tab.active').innerText();
    const [first = Number.NaN, last] = (/messages:([\d,]+)-([\d,]+)/.exec(title) ?? []).slice(1).map(toNumber);
    assert.equal(last, lines);
    const cursor = workbench.page.locator('.statusbar-item[id="status.editor.selection"]');
    await cursor.filter({ hasText: `Ln ${lines - first + 1},` }).waitFor();
  });
});

/** `41,945`. */
function toNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}
