/**
 * Makes a rule of a line that no signature knows: from the cursor, or from a message in the sidebar. The draft opens unsaved in
 * `.causeline/rules` of the opened folder, with the line as its sample; saving it puts it in force.
 */
import { commands, l10n, Range, Uri, window, workspace } from 'vscode';
import { ruleDraftMessage } from '../../../server/src/protocol/messages';
import type { ClientContext } from '../context';

export function activate(ctx: ClientContext): void {
  ctx.own(
    commands.registerCommand(
      'causeline.newRule',
      ctx.userCommand(async (row: unknown) => {
        await showRow(row);
        await draft(ctx);
      }),
    ),
  );
}

/** A row of the sidebar is shown in its file first; its line is then the cursor's. */
async function showRow(row: unknown): Promise<void> {
  if (typeof row !== 'object' || row === null || !('id' in row) || typeof row.id !== 'string') return;
  await commands.executeCommand('causeline.openRow', row.id);
}

async function draft(ctx: ClientContext): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    await window.showInformationMessage(
      l10n.t('Open a log and put the cursor on the line that the rule is to recognise.'),
    );
    return;
  }
  const folder = workspace.getWorkspaceFolder(editor.document.uri) ?? workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    await window.showInformationMessage(l10n.t('Open a folder first: rules are kept in its .causeline/rules.'));
    return;
  }
  const { name, text } = await ctx.ask(ruleDraftMessage, {
    line: editor.document.lineAt(editor.selection.active).text,
  });
  // The name is made of the line's words by the server; it goes nowhere unless it is nothing but a name.
  if (!/^[a-z][a-z0-9-]{0,79}$/.test(name)) {
    await window.showInformationMessage(l10n.t('No rule can be made of this line.'));
    return;
  }
  await openDraft(await freeName(Uri.joinPath(folder.uri, '.causeline', 'rules'), name), text);
}

async function openDraft(file: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const editor = await window.showTextDocument(document);
  const everything = new Range(0, 0, document.lineCount, 0);
  await editor.edit((edit) => edit.replace(everything, text));
}

/** The name, or the first of `name-2`, `name-3` ... that no file has. */
async function freeName(folder: Uri, name: string): Promise<Uri> {
  for (let number = 1; number < 100; number++) {
    const file = Uri.joinPath(folder, `${number === 1 ? name : `${name}-${number}`}.yaml`);
    const taken = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (!taken) return file;
  }
  return Uri.joinPath(folder, `${name}-more.yaml`);
}
