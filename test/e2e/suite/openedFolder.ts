/** The folder that is open in the editor under test. */
import { strict as assert } from 'node:assert';
import { Uri, workspace } from 'vscode';

/** Address of a file below it. */
export function uriOf(...names: string[]): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'no folder is open');
  return Uri.joinPath(folder, ...names);
}
