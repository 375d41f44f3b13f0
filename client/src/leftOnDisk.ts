/** Keeps the text of long logs from being sent to the server, which reads the disk itself; a log that is edited is sent after all. */
import type { TextDocument } from 'vscode';
import type { LanguageClient, Middleware } from 'vscode-languageclient/node';
import { DidCloseTextDocumentNotification, DidOpenTextDocumentNotification } from 'vscode-languageclient/node';

/** Shorter texts cost nothing to send. */
const fewestLines = 2000;

/** How documents are told to the server. */
export function documentMiddleware(client: () => LanguageClient): Middleware {
  const left = new Set<string>();
  return {
    didOpen(document, next) {
      if (!staysOnDisk(document)) return next(document);
      left.add(document.uri.toString());
      return next(Object.create(document, { getText: { value: () => '' } }) as TextDocument);
    },
    async didChange(change, next) {
      const { document } = change;
      const uri = document.uri.toString();
      if (!left.has(uri)) return next(change);
      // The file was written by others and read again by the editor: it is still what is on the disk.
      if (!document.isDirty) return;
      left.delete(uri);
      await client().sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
      const { languageId, version } = document;
      const textDocument = { uri, languageId, version, text: document.getText() };
      await client().sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    didClose(document, next) {
      left.delete(document.uri.toString());
      return next(document);
    },
  };
}

function staysOnDisk({ uri, isDirty, lineCount }: TextDocument): boolean {
  return uri.scheme === 'file' && !isDirty && lineCount > fewestLines && !uri.path.includes('/.causeline/rules/');
}
