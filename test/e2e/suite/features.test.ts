/** What the extension does to an opened log, asked the way VS Code itself asks: tokens, problems, hovers, lenses, jumps, export. */
import { strict as assert } from 'node:assert';
import type {
  CodeLens,
  Diagnostic,
  Hover,
  Position,
  SemanticTokens,
  SemanticTokensLegend,
  TextDocument,
  TextEditor,
} from 'vscode';
import { commands, languages, Range, Selection, window, workspace } from 'vscode';
import { uriOf } from './openedFolder';

const messagesName = 'messages';
const kubeletName = 'kubelet.log';

async function open(name: string, line = 0): Promise<TextEditor> {
  const editor = await window.showTextDocument(await workspace.openTextDocument(uriOf(name)), { preview: false });
  editor.selection = new Selection(line, 0, line, 0);
  return editor;
}

async function lenses(name: string): Promise<CodeLens[]> {
  return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uriOf(name), 50);
}

async function hoverText(document: TextDocument, line: number): Promise<string> {
  const at: Position = document.lineAt(line).range.end;
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at.with({ character: 5 }),
  );
  return hovers
    .flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value)))
    .join('\n');
}

/** The line the user is at after a command. */
async function lineAfter(command: string): Promise<string> {
  await commands.executeCommand(command);
  const editor = window.activeTextEditor;
  return `${editor?.document.uri.path.split('/').at(-1)}:${(editor?.selection.active.line ?? -1) + 1}`;
}

describe('an opened log', () => {
  before(async () => {
    await commands.executeCommand('causeline.analyze');
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('has the language of node logs by its name', async () => {
    assert.equal((await open(messagesName)).document.languageId, 'causeline-log');
    assert.equal((await open(kubeletName)).document.languageId, 'causeline-log');
  });

  it('is coloured by meaning', async () => {
    const { document } = await open(kubeletName);
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const shown: string[] = [];
    let line = 0;
    let start = 0;
    for (let at = 0; at < tokens.data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = tokens.data.slice(at, at + 5);
      start = down === 0 ? start + right : right;
      line += down;
      if (line === 1)
        shown.push(`${legend.tokenTypes[type]} ${document.getText(new Range(line, start, line, start + length))}`);
    }
    assert.deepEqual(shown.slice(0, 4), [
      'logSeverity E',
      'logTimestamp 0312 09:14:06.118452',
      'logPid 1873',
      'logLocation remote_runtime.go:169',
    ]);
    assert.ok(
      shown.some((token) => token.startsWith('logEvent ')),
      `no event among ${shown.join(', ')}`,
    );
  });

  it('has its lock waits and failed collections in the Problems view', () => {
    const found: Diagnostic[] = languages.getDiagnostics(uriOf(messagesName));
    const lines = found.filter(({ source }) => source === 'Causeline').map(({ range }) => range.start.line + 1);
    for (const line of [2, 3, 5]) assert.ok(lines.includes(line), `line ${line} is not among ${lines.join(', ')}`);
  });

  it('explains a line, and never as trusted text', async () => {
    const { document } = await open(messagesName);
    const text = await hoverText(document, 4);
    for (const part of ['What it means', 'Usual causes', 'Check first'])
      assert.ok(text.includes(part), `no "${part}" in:\n${text}`);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.lineAt(4).range.start,
    );
    for (const content of hovers.flatMap((hover) => hover.contents)) {
      if (typeof content === 'string' || 'language' in content) continue;
      assert.ok(content.isTrusted === undefined || content.isTrusted === false);
      assert.ok(content.supportHtml === undefined || content.supportHtml === false);
    }
  });

  it('names in lenses what the other open file says at that time', async () => {
    await open(kubeletName);
    await open(messagesName);
    const titles = (await lenses(messagesName))
      .filter((lens) => lens.range.start.line === 4)
      .map((lens) => lens.command?.title ?? '');
    assert.ok(
      titles.some((title) => /^near: kubelet\.log:\d+ -0\.2 s/.test(title)),
      titles.join('\n'),
    );
    assert.ok(
      titles.some((title) => title.startsWith('caused by ')),
      titles.join('\n'),
    );
  });

  it('leads from event to event', async () => {
    await open(messagesName, 0);
    assert.equal(await lineAfter('causeline.nextEvent'), 'messages:2');
    assert.equal(await lineAfter('causeline.nextEvent'), 'messages:3');
    assert.equal(await lineAfter('causeline.previousEvent'), 'messages:2');
  });

  it('leads from an effect to its cause in another file and back along the chain', async () => {
    await open(messagesName, 4);
    assert.match(await lineAfter('causeline.goToCause'), /^kubelet\.log:[23]$/);
    await open(messagesName, 4);
    assert.match(await lineAfter('causeline.nextRelated'), /^kubelet\.log:4$/);
  });

  it('keeps quiet about diagnostics when they are turned off', async () => {
    const settings = workspace.getConfiguration('causeline');
    const count = (): number => languages.getDiagnostics(uriOf(messagesName)).length;
    const changed = (isDone: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const subscription = languages.onDidChangeDiagnostics(() => {
          if (!isDone()) return;
          subscription.dispose();
          resolve();
        });
      });
    const gone = changed(() => count() === 0);
    await settings.update('diagnostics.enabled', false, true);
    await gone;
    const back = changed(() => count() > 0);
    await settings.update('diagnostics.enabled', undefined, true);
    await back;
  });

  it('is exported as Markdown with relative links', async () => {
    await commands.executeCommand('causeline.exportMarkdown', 'editor');
    const document = window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'markdown');
    assert.match(document?.getText() ?? '', /\]\(<?(?:messages|kubelet\.log)#L\d+/);
    // Closing it otherwise would ask whether to save it.
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
