/** A user who opens a folder of logs finds it, its files and the commands of the extension on the screen. */
import { strict as assert } from 'node:assert';
import { Workbench } from '../../support/workbench/browser';
import { tinyFolder } from '../../support/workbench/tools';

describe('the workbench', () => {
  let workbench: Workbench;

  before(async () => {
    // Only the grammar colours here, as it does until the server has read the file.
    const settings = { '[causeline-log]': { 'editor.semanticHighlighting.enabled': false } };
    workbench = await Workbench.open({ folder: tinyFolder, settings });
  });

  after(async () => {
    await workbench?.close();
  });

  it('lists the commands of the extension in the palette', async () => {
    const labels = await workbench.paletteOffers('Causeline:');
    assert.ok(
      labels.filter((label) => label.startsWith('Causeline: ')).length > 1,
      `the palette offers ${labels.join(', ')}`,
    );
  });

  it('shows a log file of the folder', async () => {
    await workbench.openFile('kubelet.log');
    assert.match(await workbench.lines().first().innerText(), /skipping.pod.synchronization/);
  });

  it('colours the parts of a line by its grammar alone', async () => {
    const line = workbench.lines().filter({ hasText: 'remote_runtime.go' }).first();
    const classOf = async (text: string): Promise<string> =>
      (await line.locator('span > span').filter({ hasText: text }).first().getAttribute('class')) ?? '';
    await line.locator('span > span').nth(3).waitFor();
    const parts = ['0312', '1873', 'remote_runtime.go', 'ListPodSandbox'];
    const classes = await Promise.all(parts.map(classOf));
    assert.equal(new Set(classes).size, parts.length, classes.join(', '));
  });
});
