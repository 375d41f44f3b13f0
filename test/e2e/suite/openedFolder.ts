/** The folder that is open in the editor under test. */
import { strict as assert } from 'node:assert';
import { commands, Uri, workspace } from 'vscode';

/** Address of a file below it. */
export function uriOf(...names: string[]): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'no folder is open');
  return Uri.joinPath(folder, ...names);
}

/** While the tests of a suite run, these files lie in the folder too, and have been read. */
export function withFiles(files: Readonly<Record<string, string>>): void {
  before(async () => {
    for (const [name, text] of Object.entries(files)) await workspace.fs.writeFile(uriOf(name), Buffer.from(text));
    await commands.executeCommand('causeline.analyze');
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of Object.keys(files)) await workspace.fs.delete(uriOf(name));
    await commands.executeCommand('causeline.analyze');
  });
}
