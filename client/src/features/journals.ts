/** Opens journal files, which are no text, as the text that the server makes of them. */
import type { CustomDocument, CustomReadonlyEditorProvider, Tab, Uri, WebviewPanel } from 'vscode';
import { commands, l10n, TabInputText, Uri as UriOf, window } from 'vscode';
import { toMemberUri } from '../../../server/src/protocol/memberUri';
import { journalMessage } from '../../../server/src/protocol/messages';
import type { ClientContext } from '../context';

/** As in the manifest, which claims only the names that journald itself gives. */
const viewType = 'causeline.journal';
const journalName = /\.journal~?$/;

export function activate(ctx: ClientContext): void {
  ctx.own(
    window.registerCustomEditorProvider(viewType, new JournalEditor(ctx), { supportsMultipleEditorsPerDocument: true }),
    // Journals of other names: whether a file is one is told by its content, and other programs have files of that name.
    window.tabGroups.onDidChangeTabs(({ opened }) => {
      for (const tab of opened) void redirect(ctx, tab).catch(ctx.failed);
    }),
  );
}

/** Makes room for the text as soon as that is there. */
class JournalEditor implements CustomReadonlyEditorProvider {
  constructor(private readonly ctx: ClientContext) {}

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose() {} };
  }

  async resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): Promise<void> {
    const words = l10n.t('Causeline is reading this journal.');
    panel.webview.html = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><p>${words}</p>`;
    const opened = open(this.ctx, uri, panel.viewColumn);
    opened.then((isJournal) => {
      if (isJournal) panel.dispose();
      else void commands.executeCommand('vscode.openWith', uri, 'default', panel.viewColumn);
    }, this.ctx.failed);
  }
}

async function redirect(ctx: ClientContext, tab: Tab): Promise<void> {
  if (!(tab.input instanceof TabInputText)) return;
  const { uri } = tab.input;
  if (uri.scheme !== 'file' || !journalName.test(uri.path)) return;
  if (await open(ctx, uri, tab.group.viewColumn)) await window.tabGroups.close(tab, true);
}

/** Shows a journal's text; false when the file is no journal. */
async function open(ctx: ClientContext, uri: Uri, viewColumn: number | undefined): Promise<boolean> {
  const { source } = await ctx.ask(journalMessage, { uri: uri.toString() });
  if (source === null) return false;
  await commands.executeCommand('vscode.open', UriOf.parse(toMemberUri(source), true), {
    preview: false,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
  return true;
}
