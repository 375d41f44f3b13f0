/** A file over the limit for large ones, lowered here: chains lead into parts of it that have what a whole log has. */
import { strict as assert } from 'node:assert';
import type { CodeLens, Location, SemanticTokens } from 'vscode';
import { ConfigurationTarget, commands, Position, Range, Uri, window, workspace } from 'vscode';

const dull = Array.from(
  { length: 2000 },
  (_, index) => `2022-05-13T02:00:00.000000+00:00 node-8 systemd[1]: Started Session ${index} of user root.`,
);
const waits = [2, 4, 6].map(
  (seconds) =>
    `2022-05-13T02:27:${40 + seconds}.000000+00:00 node-8 dockerd[812]: Another app is currently holding the xtables lock; waiting (${seconds}s) for it to exit...`,
);

function folder(): Uri {
  const uri = workspace.workspaceFolders?.[0]?.uri;
  assert.ok(uri, 'no folder is open');
  return uri;
}

async function set(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('causeline').update(name, value, ConfigurationTarget.Global);
}

describe('a file over the limit for large ones', () => {
  const name = 'large.log';

  before(async () => {
    await set('bigFiles.megabytes', 0.1);
    await set('bigFiles.windowLines', 400);
    const text = [...dull, ...waits, ''].join('\n');
    await workspace.fs.writeFile(Uri.joinPath(folder(), name), Buffer.from(text));
    await commands.executeCommand('causeline.analyze');
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(Uri.joinPath(folder(), name));
    await set('bigFiles.megabytes', undefined);
    await set('bigFiles.windowLines', undefined);
    await commands.executeCommand('causeline.analyze');
  });

  /** What the user is looking at. */
  function seen(): string {
    const editor = window.activeTextEditor;
    const title = window.tabGroups.activeTabGroup.activeTab?.label;
    return `${title} ${editor?.document.uri.scheme} ${editor?.document.lineAt(editor.selection.active).text}`;
  }

  it('is jumped into at its last event, in the part around it, with lenses, colours and hovers there', async () => {
    await window.showTextDocument(Uri.joinPath(folder(), name));
    await commands.executeCommand('causeline.openPart');
    await commands.executeCommand('causeline.showLinesBefore');
    assert.match(seen(), /^large\.log:1-400 causeline-member /);
    await commands.executeCommand('causeline.previousEvent');
    assert.equal(seen(), `large.log:1,801-2,003 causeline-member ${waits[2]}`);
    const document = window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.lineCount, 203);
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50);
    assert.deepEqual(
      lenses.filter(({ command }) => command?.command === 'causeline.showMore').map(({ range }) => range.start.line),
      [0],
    );
    const references = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      new Position(201, 60),
    );
    assert.deepEqual(
      references.slice(-2).map(({ uri, range }) => [uri.toString(), range.start.line]),
      [201, 202].map((line) => [document.uri.toString(), line]),
    );
  });

  it('is opened whole at the line of the part', async () => {
    await commands.executeCommand('causeline.openWholeFile');
    assert.equal(seen(), `large.log file ${waits[2]}`);
    assert.equal(window.activeTextEditor?.selection.active.line, 2002);
    const tokens = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentRangeSemanticTokens',
      window.activeTextEditor?.document.uri,
      new Range(2002, 0, 2002, 10),
    );
    assert.equal(tokens.data[0], 2002, 'colours of a file whose text stayed on the disk');
  });
});
