/** A user goes from a chain to its evidence, to a lens, into a peek, to the cause, and takes the findings away as Markdown. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { Workbench } from '../../support/workbench/browser';
import { root } from '../../support/workbench/tools';

const sample = join(root, 'samples', 'notready-hostport');

describe('from a chain to its cause', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: sample });
    await workbench.showChains();
  });

  after(async () => {
    await workbench?.close();
  });

  const selected = async (): Promise<string> => {
    const status = workbench.page.locator('.statusbar-item[id="status.editor.selection"]');
    return status.innerText();
  };

  it('tells the chain in the side bar, the first one unfolded', async () => {
    const labels = await workbench.rows().allInnerTexts();
    assert.match(labels[0] ?? '', /iptables.*NotReady/);
    assert.ok(
      labels.some((label) => /Container garbage collection failed/.test(label)),
      labels.join('\n'),
    );
  });

  it('says why a step follows, and shows its lines', async () => {
    const step = workbench.row(/Container garbage collection failed/);
    await workbench.unfold(step);
    await workbench.row(/because: .*\(\+.*\)/).waitFor();
    const line = workbench.row(/messages:\d+/);
    await line.waitFor();
    await line.click();
    await workbench.tab('messages').waitFor();
    assert.match(await selected(), /Ln \d+/);
  });

  it('puts lenses above the line, which open a peek', async () => {
    const near = workbench
      .lenses()
      .filter({ hasText: /^near: / })
      .first();
    await near.waitFor();
    await near.click();
    await workbench.peek().waitFor();
    await workbench.screenshot('lens-peek');
    await workbench.page.keyboard.press('Escape');
    await workbench.peek().waitFor({ state: 'hidden' });
  });

  it('marks a failed garbage collection in the margin', async () => {
    const icon = workbench.page.locator(
      '.editor-group-container.active .glyph-margin-widgets .cgmr, .editor-group-container.active .margin-view-overlays .cgmr',
    );
    await icon.first().waitFor({ state: 'attached' });
  });

  it('jumps to the cause', async () => {
    const before = await selected();
    await workbench.runCommand('Causeline: Go to Cause');
    // Several causes are offered to choose from.
    const choice = workbench.page
      .locator('.quick-input-widget:not([style*="display: none"]) .quick-input-list .monaco-list-row')
      .first();
    const moved = workbench.page
      .locator('.statusbar-item[id="status.editor.selection"]')
      .filter({ hasNotText: before });
    await Promise.race([choice.waitFor(), moved.waitFor()]);
    if (await choice.isVisible()) await workbench.page.keyboard.press('Enter');
    await moved.waitFor();
    assert.notEqual(await selected(), before);
  });

  it('exports the findings', async () => {
    await workbench.runCommand('Causeline: Export Findings to Markdown');
    await workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Open in an editor' }).click();
    await workbench.lines().filter({ hasText: 'Causeline: Findings' }).first().waitFor();
    await workbench.screenshot('export');
  });
});
