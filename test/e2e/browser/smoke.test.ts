/** A user who opens a folder of logs finds it, its files and the commands of the extension on the screen. */
import { strict as assert } from 'node:assert';
import { Workbench } from '../../support/workbench/browser';
import { tinyFolder } from '../../support/workbench/tools';

describe('the workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: tinyFolder });
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
});
