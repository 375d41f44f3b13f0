/** A user whose VS Code speaks Chinese reads the findings in Chinese. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { Workbench } from '../../support/workbench/browser';
import { root } from '../../support/workbench/tools';

describe('in Chinese', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open(
      { folder: join(root, 'samples', 'notready-hostport'), locale: 'zh-cn' },
      { locale: 'zh-CN' },
    );
    await workbench.showChains();
  });

  after(async () => {
    await workbench?.close();
  });

  it('the side bar and the status bar speak Chinese', async () => {
    const labels = await workbench.rows().allInnerTexts();
    assert.deepEqual(
      labels.filter((label) => !/\p{Script=Han}/u.test(label)),
      [],
    );
    await workbench.page
      .locator('.statusbar-item')
      .filter({ hasText: /Causeline：2 条因果链/ })
      .waitFor();
    await workbench.screenshot('chinese');
  });

  it('lenses and hovers speak Chinese', async () => {
    await workbench.row(/容器垃圾回收失败/).click();
    await workbench.tab('messages').waitFor();
    await workbench.lenses().filter({ hasText: /^附近/ }).first().waitFor();
    const text = await workbench.hoverOver(/garbage/, '首先检查');
    for (const part of ['含义', '常见原因', '首先检查']) assert.ok(text.includes(part), text);
  });
});
