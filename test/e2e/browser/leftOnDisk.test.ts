/** What the editor tells the server of an open log, as its own log of messages says: of a long one nothing that is on the disk, until it is edited. */
import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbench } from '../../support/workbench/browser';

/** A text with so many lines. */
function logText(lines: number): string {
  return `${Array.from({ length: lines }, (_, line) => `2022-05-13T02:00:00.${String(line).padStart(6, '0')}+00:00 node-8 systemd[1]: Started Session ${line} of user root.`).join('\n')}\n`;
}

/** An opening or closing of a document that the server was told of. */
interface Told {
  readonly event: string;
  readonly name: string;
  readonly text: string | null;
}

const notification = /Sending notification 'textDocument\/(did(?:Open|Close))'\.\s*Params: (\{[\s\S]*?\n\})/g;

function toldIn(log: string): Told[] {
  return [...log.matchAll(notification)].map(([, event = '', params = '']) => {
    const { textDocument } = JSON.parse(params) as { readonly textDocument: { readonly uri: string; text?: string } };
    return { event, name: textDocument.uri.split('/').at(-1) ?? '', text: textDocument.text ?? null };
  });
}

describe('the text of an open log', () => {
  const short = logText(100);
  const long = logText(2500);
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'causeline-disk-'));
    for (const name of ['first.log', 'short.log']) writeFileSync(join(folder, name), short);
    writeFileSync(join(folder, 'long.log'), long);
    workbench = await Workbench.open({ folder, settings: { 'causeline.trace.server': 'verbose' } });
    // The extension begins with the first log, and is told afterwards to note what it sends.
    await workbench.openFile('first.log');
    await workbench.page.locator('.statusbar-item').filter({ hasText: 'Causeline: 0 chains' }).waitFor();
    await workbench.runCommand('workbench.action.setLogLevel');
    await workbench.choices().filter({ hasText: 'Causeline' }).click();
    await workbench.choices().filter({ hasText: 'Trace' }).click();
  });

  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the server was told of a document, once that is so much. */
  async function toldOf(name: string, count: number): Promise<Told[]> {
    const { logsDir } = workbench.server;
    const watcher = watch(logsDir, { recursive: true });
    try {
      for (;;) {
        const logs = readdirSync(logsDir, { recursive: true, encoding: 'utf8' });
        const own = logs.filter((file) => file.endsWith('Causeline.log'));
        const told = own.flatMap((file) => toldIn(readFileSync(join(logsDir, file), 'utf8')));
        const found = told.filter((one) => one.name === name);
        if (found.length >= count) return found;
        await once(watcher, 'change');
      }
    } finally {
      watcher.close();
    }
  }

  it('is sent where the log is short', async () => {
    await workbench.openFile('short.log');
    assert.deepEqual(await toldOf('short.log', 1), [{ event: 'didOpen', name: 'short.log', text: short }]);
  });

  it('is not sent a second time where the disk has it', async () => {
    await workbench.openFile('long.log');
    assert.deepEqual(await toldOf('long.log', 1), [{ event: 'didOpen', name: 'long.log', text: '' }]);
  });

  it('is sent once it is edited', async () => {
    await workbench.clickIntoText();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.type('# ');
    const [, ...later] = await toldOf('long.log', 3);
    assert.deepEqual(
      later.slice(0, 2).map(({ event }) => event),
      ['didClose', 'didOpen'],
    );
    assert.match(later[1]?.text ?? '', /^# ?2022/);
    assert.equal(later[1]?.text?.split('\n').length, long.split('\n').length);
  });
});
