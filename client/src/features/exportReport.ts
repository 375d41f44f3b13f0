/** Hands the findings over as Markdown: in an editor of its own, or as a file. */
import * as path from 'node:path';
import { commands, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { markdownMessage } from '../../../server/src/protocol/messages';
import type { ClientContext } from '../context';
import { linkBaseOf } from './exportReportModel';

type Target = 'editor' | 'file';

export function activate(ctx: ClientContext): void {
  const run = async (asked: unknown): Promise<void> => {
    const target = asked === 'editor' || asked === 'file' ? asked : await chooseTarget();
    if (target === 'editor') await exportToEditor(ctx);
    else if (target === 'file') await exportToFile(ctx);
  };
  ctx.own(commands.registerCommand('causeline.exportMarkdown', ctx.userCommand(run)));
}

async function chooseTarget(): Promise<Target | undefined> {
  const choices: { label: string; target: Target }[] = [
    { label: l10n.t('Open in an editor'), target: 'editor' },
    { label: l10n.t('Save as a file…'), target: 'file' },
  ];
  return (await window.showQuickPick(choices, { placeHolder: l10n.t('Export the findings') }))?.target;
}

async function exportToEditor(ctx: ClientContext): Promise<void> {
  const content = await markdown(ctx, '');
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}

async function exportToFile(ctx: ClientContext): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, 'causeline-findings.md') }),
    filters: { Markdown: ['md'] },
    title: l10n.t('Export the findings'),
  });
  if (uri === undefined) return;
  const text = await markdown(ctx, linkBaseOf(uri.fsPath, folder?.fsPath, path));
  await workspace.fs.writeFile(uri, Buffer.from(text, 'utf8'));
  await window.showTextDocument(uri);
}

/** The report; it waits for a reading that is under way, and can be given up. */
async function markdown(ctx: ClientContext, linkBase: string): Promise<string> {
  const title = l10n.t('Causeline: writing the findings');
  const { text } = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) => ctx.ask(markdownMessage, { linkBase }, token),
  );
  return text;
}
