/** Shows what is no plain file (members of archives, compressed files, journals) and parts of files too large for an editor as read-only documents. */
import type { TextDocument, Uri } from 'vscode';
import { EventEmitter, l10n, languages, workspace } from 'vscode';
import { memberScheme } from '../../../server/src/protocol/memberUri';
import { memberMessage } from '../../../server/src/protocol/messages';
import type { ClientContext } from '../context';

export function activate(ctx: ClientContext): void {
  const changed = new EventEmitter<Uri>();
  ctx.own(
    changed,
    workspace.registerTextDocumentContentProvider(memberScheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri, token) {
        const { text } = await ctx.ask(memberMessage, { uri: uri.toString() }, token);
        return text ?? l10n.t('This source is not there any more.');
      },
    }),
    workspace.onDidOpenTextDocument((document) => void colour(document).catch(ctx.failed)),
    ctx.onReport(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === memberScheme) changed.fire(uri);
    }),
  );
}

/** Names inside archives and names of journals seldom tell the language. */
async function colour(document: TextDocument): Promise<void> {
  if (document.uri.scheme === memberScheme && document.languageId === 'plaintext')
    await languages.setTextDocumentLanguage(document, 'causeline-log');
}
