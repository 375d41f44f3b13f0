/** Shows members of archives and compressed files as read-only documents. */
import { l10n, workspace } from 'vscode';
import { fromMemberPath, memberScheme } from '../../../server/src/protocol/memberUri';
import { memberMessage } from '../../../server/src/protocol/messages';
import type { ClientContext } from '../context';

export function activate(ctx: ClientContext): void {
  ctx.own(
    workspace.registerTextDocumentContentProvider(memberScheme, {
      async provideTextDocumentContent(uri, token) {
        const { text } = await ctx.ask(memberMessage, { source: fromMemberPath(uri.path) }, token);
        return text ?? l10n.t('This source is not there any more.');
      },
    }),
  );
}
