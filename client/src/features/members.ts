/** Shows what is no plain file (members of archives, compressed files, journals), parts of files too large for an editor, and timelines as read-only documents. */
import type { TextDocument, TextDocumentContentProvider, Uri } from 'vscode';
import { EventEmitter, l10n, languages, workspace } from 'vscode';
import { memberScheme } from '../../../server/src/protocol/memberUri';
import { memberMessage } from '../../../server/src/protocol/messages';
import { timelineScheme } from '../../../server/src/protocol/timelineUri';
import type { ClientContext } from '../context';

const ownSchemes = [memberScheme, timelineScheme];

export function activate(ctx: ClientContext): void {
  const changed = new EventEmitter<Uri>();
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri, token) {
      const { text, isOnDisk } = await ctx.ask(memberMessage, { uri: uri.toString() }, token);
      ctx.leftOnDisk.note(uri.toString(), isOnDisk === true);
      return text ?? l10n.t('This source is not there any more.');
    },
  };
  ctx.own(
    changed,
    ...ownSchemes.map((scheme) => workspace.registerTextDocumentContentProvider(scheme, provider)),
    workspace.onDidOpenTextDocument((document) => void colour(document).catch(ctx.failed)),
    ctx.onReport(() => {
      for (const { uri } of workspace.textDocuments) if (ownSchemes.includes(uri.scheme)) changed.fire(uri);
    }),
  );
}

/** Names inside archives and names of journals seldom tell the language. */
async function colour(document: TextDocument): Promise<void> {
  if (ownSchemes.includes(document.uri.scheme) && document.languageId === 'plaintext')
    await languages.setTextDocumentLanguage(document, 'causeline-log');
}
