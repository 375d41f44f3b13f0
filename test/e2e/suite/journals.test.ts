/** A journal, which is no text, is opened as text, with all that a log has; a file that only has such a name is left alone. */
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { CodeLens, Diagnostic, Hover, TextEditor } from 'vscode';
import { commands, languages, Position, Uri, window } from 'vscode';
import { kubeletEntry, writtenJournal } from '../../support/journals';

const waits = (index: number): string =>
  `Another app is currently holding the xtables lock; waiting (${index + 2}s) for it to exit...`;
const gcFailed =
  'E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded';

describe('a journal', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'causeline-journal-e2e-'));
    const journal = writtenJournal(
      Array.from({ length: 30 }, (_, index) => kubeletEntry(index * 20, index === 29 ? gcFailed : waits(index))),
    );
    writeFileSync(path.join(folder, 'system.journal'), journal);
    writeFileSync(path.join(folder, 'collected.journal'), journal);
    writeFileSync(path.join(folder, 'expenses.journal'), '2022-05-13 groceries\n    food  12.50\n    cash\n');
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true, force: true });
  });

  /** The editor that comes up once the file is opened and `accept` is content with it. */
  async function editorAfterOpening(name: string, accept: (editor: TextEditor) => boolean): Promise<TextEditor> {
    return new Promise((resolve, reject) => {
      const listener = window.onDidChangeActiveTextEditor((editor) => {
        if (editor === undefined || !accept(editor)) return;
        listener.dispose();
        resolve(editor);
      });
      commands.executeCommand('vscode.open', Uri.file(path.join(folder, name))).then(undefined, reject);
    });
  }

  /** The tabs, once the one that made room for the text is gone. */
  async function settledTabs(): Promise<string[]> {
    const labels = (): string[] => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    if (labels().length > 1) {
      await new Promise<void>((resolve) => {
        const listener = window.tabGroups.onDidChangeTabs(() => {
          if (labels().length > 1) return;
          listener.dispose();
          resolve();
        });
      });
    }
    return labels();
  }

  const isText = ({ document }: TextEditor): boolean => document.uri.scheme === 'causeline-member';

  it('is opened as text, with problems and lenses in it', async () => {
    const { document } = await editorAfterOpening('system.journal', isText);
    assert.match(document.lineAt(0).text, /^-- Boot [0-9a-f]{32} --$/);
    assert.equal(document.lineAt(1).text, `2022-05-13T02:27:47.000000+00:00 node-7 kubelet[14207]: ${waits(0)}`);
    const problems: Diagnostic[] = languages.getDiagnostics(document.uri);
    assert.ok(problems.some(({ range }) => range.start.line === 30));
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50);
    assert.ok(lenses.length > 0);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new Position(3, 0),
    );
    const told = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(told.join('\n'), /^_SYSTEMD_UNIT=kubelet\.service$/m);
    assert.deepEqual(await settledTabs(), ['system.journal']);
  });

  it('of any name is opened as text', async () => {
    const { document } = await editorAfterOpening('collected.journal', isText);
    assert.match(document.lineAt(30).text, /Container garbage collection failed/);
  });

  it('by name only is left to the editor', async () => {
    const { document } = await editorAfterOpening('expenses.journal', () => true);
    assert.equal(document.uri.scheme, 'file');
    assert.equal(document.lineAt(0).text, '2022-05-13 groceries');
  });
});
