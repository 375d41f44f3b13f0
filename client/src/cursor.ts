/** Where the user is, also in files too large to be given to extensions. */
import { TabInputText, window } from 'vscode';
import { lastPlace } from './lastPlace';

/** Document and 0-based line; of files too large for extensions only the last jump is known. */
export function cursor(): { readonly uri: string; readonly line: number } | null {
  const editor = window.activeTextEditor;
  if (editor !== undefined) return { uri: editor.document.uri.toString(), line: editor.selection.active.line };
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputText)) return null;
  const uri = input.uri.toString();
  return { uri, line: lastPlace(uri) };
}
