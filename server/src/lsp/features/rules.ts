/** Helps to write rule files: faults and failing samples as one types, completion of members and of their closed sets. */
import type { CompletionItem, Diagnostic } from 'vscode-languageserver';
import { CompletionItemKind, DiagnosticSeverity } from 'vscode-languageserver';
import { ruleDraftMessage } from '../../protocol/messages';
import type { RuleProblem } from '../../rules/index';
import { draftRule, ruleChoicesAt } from '../../rules/index';
import type { Feature, ServerContext } from '../context';
import { onMessage } from '../rpc';

const isRulePath = /[\\/]\.causeline[\\/]rules[\\/][^\\/]+\.(?:ya?ml|json)$/i;
/** Rules are checked after so long without a keystroke. */
const quietMs = 300;

export const register: Feature = (ctx) => {
  const waiting = new Map<string, () => void>();
  ctx.documents.onDidChangeContent(({ document }) => {
    if (!isRulePath.test(document.uri)) return;
    waiting.get(document.uri)?.();
    waiting.set(
      document.uri,
      ctx.host.schedule(quietMs, () => check(ctx, document.uri)),
    );
  });
  ctx.documents.onDidClose(({ document }) => {
    waiting.get(document.uri)?.();
    waiting.delete(document.uri);
  });
  ctx.connection.onCompletion(
    ctx.guard('completion', [], ({ textDocument, position }) => {
      const document = ctx.documents.get(textDocument.uri);
      if (document === undefined || !isRulePath.test(document.uri)) return [];
      const ids = ctx.rules.catalogue.signatures.map(({ id }) => id);
      return ruleChoicesAt(document.getText(), position, ids).map(toItem);
    }),
  );
  onMessage(ctx.connection, ruleDraftMessage, { name: '', text: '' }, ({ line }) => draftRule(line));
  return { completionProvider: { triggerCharacters: [' ', ':', '-', '['] } };
};

function check(ctx: ServerContext, uri: string): void {
  const document = ctx.documents.get(uri);
  const name = ctx.host.toPath(uri);
  if (document === undefined || name === null) return;
  const problems = ctx.rules.problemsOf({ name, text: document.getText() });
  const diagnostics = problems.map((problem) => toDiagnostic(ctx, problem));
  ctx.connection.sendDiagnostics({ uri, diagnostics }).catch((error: unknown) => {
    ctx.connection.console.error(`diagnostics were not sent: ${String(error)}`);
  });
}

function toDiagnostic(ctx: ServerContext, { line, column, length, message }: RuleProblem): Diagnostic {
  const start = { line: line - 1, character: column - 1 };
  return {
    range: { start, end: { line: start.line, character: start.character + length } },
    severity: DiagnosticSeverity.Error,
    source: 'Causeline',
    message: message[ctx.language()],
  };
}

function toItem({ label, detail, isMember }: ReturnType<typeof ruleChoicesAt>[number]): CompletionItem {
  return {
    label,
    detail,
    kind: isMember ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    insertText: isMember ? `${label}: ` : label,
  };
}
