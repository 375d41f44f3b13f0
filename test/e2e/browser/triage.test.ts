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
  });

  after(async () => {
    await workbench?.close();
  });

  it('tells the chains in the side bar by itself, one for each sick node, the first one unfolded', async () => {
    await workbench.row(/paas-10-239-40-161: /).waitFor();
    const labels = await workbench.rows().allInnerTexts();
    assert.match(labels[0] ?? '', /paas-10-239-40-157: .*iptables.*NotReady/);
    assert.match(labels[1] ?? '', /iptables rules.*root cause/s);
    for (const step of ['xtables lock', 'Docker does not answer', 'garbage collection failed', 'PLEG is not healthy'])
      assert.ok(
        labels.some((label) => label.includes(step)),
        `no step "${step}" in:\n${labels.join('\n')}`,
      );
    assert.ok(labels.some((label) => /paas-10-239-40-161: /.test(label)));
    assert.ok(!labels.some((label) => /paas-10-239-40-163/.test(label)));
  });

  it('counts the chains on the icon of the view and in the status bar', async () => {
    await workbench.page
      .locator('.activitybar .action-item')
      .filter({ has: workbench.page.locator('.badge-content', { hasText: /^2$/ }) })
      .waitFor();
    await workbench.page.locator('.statusbar-item').filter({ hasText: 'Causeline: 2 chains' }).waitFor();
  });

  it('says why a step follows, how long after its cause, and leads to the cause', async () => {
    const step = workbench.row(/Container garbage collection failed/);
    await workbench.unfold(step);
    const reason = workbench.row(/because, .* earlier: Docker does not answer kubelet in time/);
    await reason.waitFor();
    assert.match(await reason.innerText(), /strong · The list call/);
    await reason.click();
    await workbench.tab('messages').waitFor();
    assert.match(await workbench.cursor(), /Ln \d+/);
  });

  it('shows the lines of a step by their time, and opens one where it is', async () => {
    const line = workbench.row(/^\s*10:26:40 messages:\d+/);
    await line.waitFor();
    const [, number = ''] = /messages:(\d+)/.exec(await line.innerText()) ?? [];
    await line.click();
    await workbench.page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${number},` })
      .waitFor();
  });

  it('says what to check first and what is missing', async () => {
    await workbench.fold(workbench.row(/Container garbage collection failed/));
    await workbench.unfold(workbench.row(/^\s*Check first/));
    await workbench.row(/iptables-save \| wc -l/).waitFor();
    await workbench.row(/^\s*Still to be confirmed/).waitFor();
  });

  it('puts lenses above the line: what is near, what caused it, what it led to', async () => {
    const titles = workbench.lenses();
    await titles
      .filter({ hasText: /^near: \S+:\d+ [+-][\d.]+ s/ })
      .first()
      .waitFor();
    await titles
      .filter({ hasText: /^caused by Docker does not answer kubelet in time \(\+4 min 19 s\)/ })
      .first()
      .waitFor();
  });

  it('opens a peek with all that is near, below the line of the lens', async () => {
    await workbench.openPeek(/^near: /);
    const places = workbench.peek().locator('.ref-tree .monaco-list-row');
    await places.nth(1).waitFor();
    await workbench.screenshot('lens-peek');
    await workbench.page.keyboard.press('Escape');
    await workbench.peek().waitFor({ state: 'hidden' });
  });

  it('marks failed collections and lock waits in the text and in the margin, each in its own way', async () => {
    const active = '.editor-group-container.active .editor-instance';
    /** Marks come after the text, so they are waited for. */
    const styled = (selector: string, property: 'borderTopStyle' | 'textDecorationStyle', value: string) =>
      workbench.page.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll(wanted.selector)].some(
            (mark) => getComputedStyle(mark)[wanted.property] === wanted.value,
          ),
        { selector, property, value },
      );
    await workbench.row(/Container garbage collection failed/).click();
    await workbench.tab('messages').waitFor();
    await styled(`${active} .view-line span`, 'textDecorationStyle', 'double');
    await workbench.row(/waited for seconds for the xtables lock/).click();
    await workbench.tab('message-docker.txt').waitFor();
    await styled(`${active} .view-overlays .cdr`, 'borderTopStyle', 'dashed');
    await workbench.page.locator('.editor-group-container.active .glyph-margin-widgets .cgmr').first().waitFor();
    await workbench.screenshot('highlights');
  });

  it('lists the findings in the Problems view', async () => {
    await workbench.runCommand('workbench.actions.view.problems');
    await workbench.page
      .locator('.markers-panel')
      .getByText(/xtables lock/)
      .first()
      .waitFor();
    await workbench.runCommand('workbench.action.closePanel');
  });

  it('explains a line in its hover', async () => {
    await workbench.row(/Container garbage collection failed/).click();
    await workbench.tab('messages').waitFor();
    const text = await workbench.hoverOver(/garbage/, 'Check first');
    for (const part of ['What it means', 'Usual causes', 'Check first']) assert.ok(text.includes(part), text);
    await workbench.page.keyboard.press('Escape');
  });

  it('jumps by keys: to the next event, to the cause', async () => {
    await workbench.clickIntoText();
    const start = await workbench.cursor();
    await workbench.page.keyboard.press('Control+Alt+Period');
    await workbench.cursorMovedFrom(start);
    const event = await workbench.cursor();
    await workbench.page.keyboard.press('Control+Alt+BracketLeft');
    const moved = workbench.cursorMovedFrom(event);
    // Several causes are offered to choose from.
    await Promise.race([workbench.choices().first().waitFor(), moved]);
    if (await workbench.choices().first().isVisible()) await workbench.page.keyboard.press('Enter');
    await moved;
  });

  it('offers the jumps in the menu of the editor', async () => {
    await workbench.clickIntoText('right');
    const menu = workbench.page.locator('.monaco-menu');
    await menu.getByText('Go to Cause').waitFor();
    await menu.getByText('Go to Next Related Event').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('exports the findings, whose preview shows the chain as a diagram', async () => {
    await workbench.runCommand('Causeline: Export Findings to Markdown');
    await workbench.choices().filter({ hasText: 'Open in an editor' }).click();
    await workbench.lines().filter({ hasText: 'Causeline: Findings' }).first().waitFor();
    await workbench.runCommand('markdown.showPreview');
    const preview = workbench.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await preview
      .getByRole('heading', { name: /iptables rules/ })
      .first()
      .waitFor();
    await preview.locator('svg, .mermaid, code.language-mermaid').first().waitFor();
    await workbench.screenshot('export');
  });
});
