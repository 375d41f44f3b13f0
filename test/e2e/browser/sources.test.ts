/** A user looks at what was read and by which clock, corrects a zone, and finds the decision on the disk. */
import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbench } from '../../support/workbench/browser';
import { root } from '../../support/workbench/tools';

describe('the view of sources', () => {
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'causeline-sources-'));
    cpSync(join(root, 'test', 'e2e', 'fixtures', 'tiny'), folder, { recursive: true });
    workbench = await Workbench.open({ folder });
    await workbench.showChains();
    await workbench.runCommand('causeline.sources.focus');
    // A tree has only the rows there is room for: the other one is folded away.
    await workbench.page.locator('.part.sidebar .pane-header').filter({ hasText: 'Cause Chains' }).click();
  });

  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lists every file with its format and records', async () => {
    for (const name of ['kubelet.log', 'messages']) {
      const row = workbench.row(new RegExp(`^\\s*${name}.*records`));
      await row.waitFor();
      assert.match(await row.innerText(), /klog|syslog|logrus/);
    }
  });

  it('unfolds to the clock and why it is believed', async () => {
    await workbench.unfold(workbench.row(/^\s*kubelet\.log/));
    await workbench.row(/^\s*Clock.*\((?:stated|inferred|assumed)\)/).waitFor();
    await workbench.row(/^\s*Format.*klog/).waitFor();
  });

  it('takes a correction, shows it as the user\u2019s, and keeps it in the folder', async () => {
    await workbench.runCommand('causeline.correctZone');
    await workbench.choices().filter({ hasText: 'kubelet.log' }).first().click();
    await workbench.page.locator('.quick-input-widget input[type="text"]').fill('+09:00');
    await workbench.page.keyboard.press('Enter');
    await workbench.row(/^\s*Clock.*\+09:00 \(by you\)/).waitFor();
    await workbench.row(/^\s*kubelet\.log.*corrected/).waitFor();
    assert.deepEqual(JSON.parse(readFileSync(join(folder, '.causeline', 'case.json'), 'utf8')), {
      version: 1,
      sources: { 'kubelet.log': { zone: '+09:00' } },
    });
  });
});
