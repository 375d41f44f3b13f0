/** A user follows a pod from a line that names it, sees the first of its lines, and asks for more of them until all are there. */
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbench } from '../../support/workbench/browser';

const count = 640;

/** A line of kubelet a second; each tenth is about another pod. */
function logText(): string {
  const lines: string[] = [];
  for (let number = 1, second = 0; number <= count; second++) {
    const clock = `${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
    const isOther = second % 10 === 9;
    const name = isOther ? 'shop/cart-0' : 'shop/billing-0';
    lines.push(`I0314 02:${clock}.000000    1400 sync.go:9] "Synced" pod="${name}" round=${isOther ? 0 : number++}`);
  }
  return `${lines.join('\n')}\n`;
}

describe('what is followed', () => {
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'causeline-follow-'));
    writeFileSync(join(folder, 'kubelet.log'), logText());
    workbench = await Workbench.open({ folder });
    await workbench.openFile('kubelet.log');
  });

  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is what stands at the cursor, with how many lines mention it', async () => {
    await workbench.lines().filter({ hasText: 'billing-0' }).first().getByText('billing-0').click();
    await workbench.runCommand('causeline.follow');
    await workbench
      .rows('Following')
      .filter({ hasText: 'shop/billing-0' })
      .filter({ hasText: `${count} lines` })
      .waitFor();
    // A tree has only the rows there is room for: the other ones are folded away.
    await foldView('Cause Chains');
    await foldView('Sources');
    await mention(1).waitFor();
  });

  async function foldView(title: string): Promise<void> {
    const header = workbench.page.locator('.part.sidebar .pane-header').filter({ hasText: title });
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
    await header.and(workbench.page.locator('[aria-expanded="false"]')).waitFor();
  }

  /** The row of the line with that number among those about the pod. */
  function mention(number: number) {
    return workbench.rows('Following').filter({ hasText: new RegExp(`round=${number}$`) });
  }

  /** Goes to the end of the list, and clicks the row that says how many more lines there are. */
  async function clickMore(rest: number): Promise<void> {
    await workbench.runCommand('causeline.following.focus');
    await workbench.page.keyboard.press('End');
    await workbench
      .rows('Following')
      .filter({ hasText: `${rest} more lines` })
      .click();
  }

  it('goes on with the next lines where a click asks for more, until all are there', async () => {
    await clickMore(340);
    await mention(301).waitFor();
    await clickMore(40);
    await mention(601).waitFor();
    await workbench.page.keyboard.press('End');
    await mention(count).waitFor();
    assert.equal(await workbench.rows('Following').filter({ hasText: 'more lines' }).count(), 0);
  });

  it('opens at the line of a row', async () => {
    await mention(count).click();
    await workbench.page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${logText().split('\n').length - 1},` })
      .waitFor();
  });
});
