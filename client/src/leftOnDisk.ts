/** Keeps the text of long logs from being sent to the server, which reads the disk itself; a log that is edited is sent after all. */
import type { TextDocument } from 'vscode';
import type { LanguageClient, Middleware } from 'vscode-languageclient/node';
import { DidCloseTextDocumentNotification, DidOpenTextDocumentNotification } from 'vscode-languageclient/node';

/** Shorter texts cost nothing to send. */
const fewestLines = 2000;

/** Documents that the server reads by itself. */
export class LeftOnDisk {
  /** Parts of large files, by address: the server has said that it finds their lines. They stay: a document that gets another language is closed and opened again. */
  private readonly parts = new Set<string>();
  private readonly left = new Set<string>();

  constructor(private readonly client: () => LanguageClient) {}

  /** Takes what the server says of a part's text when it gives it. */
  note(uri: string, isOnDisk: boolean): void {
    if (isOnDisk) this.parts.add(uri);
    else this.parts.delete(uri);
  }

  /** How documents are told to the server. */
  middleware(): Middleware {
    const { left } = this;
    return {
      didOpen: (document, next) => {
        if (document.lineCount <= fewestLines || !this.isOnDisk(document)) return next(document);
        left.add(document.uri.toString());
        return next(Object.create(document, { getText: { value: () => '' } }) as TextDocument);
      },
      didChange: async (change, next) => {
        const { document } = change;
        const uri = document.uri.toString();
        if (!left.has(uri)) return next(change);
        // The file was written by others and read again by the editor: it is still what is on the disk.
        if (this.isOnDisk(document)) return;
        left.delete(uri);
        await this.client().sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
        const { languageId, version } = document;
        const textDocument = { uri, languageId, version, text: document.getText() };
        await this.client().sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      },
      didClose: (document, next) => {
        left.delete(document.uri.toString());
        return next(document);
      },
    };
  }

  private isOnDisk({ uri, isDirty }: TextDocument): boolean {
    if (uri.scheme !== 'file') return this.parts.has(uri.toString());
    return !isDirty && !uri.path.includes('/.causeline/rules/');
  }
}
