/** A rule made of a line: the draft opens unsaved where rules are kept, recognises the line once saved, and is gone with its file. */
import { strict as assert } from 'node:assert';
import type { Diagnostic } from 'vscode';
import { commands, languages, Selection, window, workspace } from 'vscode';
import { uriOf } from './openedFolder';

/** The line of `messages` for which no signature exists. */
const unknownWords = 'Started Session';

describe('a new rule', () => {
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(uriOf('.causeline'), { recursive: true });
    await commands.executeCommand('causeline.analyze');
  });

  it('is drafted from the line at the cursor, and holds once it is saved', async () => {
    const document = await workspace.openTextDocument(uriOf('messages'));
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes(unknownWords));
    assert.ok(line >= 0, `no line holds ${unknownWords}`);
    const editor = await window.showTextDocument(document, { preview: false });
    editor.selection = new Selection(line, 0, line, 0);
    await commands.executeCommand('causeline.newRule');
    const draft = window.activeTextEditor?.document;
    assert.match(draft?.uri.path ?? '', /\/\.causeline\/rules\/my-[a-z-]+\.yaml$/);
    assert.ok(draft?.getText().includes(document.lineAt(line).text.slice(16, 60)), draft?.getText());
    assert.equal(await draft?.save(), true);
    await commands.executeCommand('causeline.analyze');
    const found: Diagnostic[] = languages.getDiagnostics(document.uri);
    assert.ok(
      found.some(({ range, code }) => range.start.line === line && String(code).startsWith('my-')),
      'the line is not recognised',
    );
  });
});
