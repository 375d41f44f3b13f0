/** VS Code's own way of colouring a log: its TextMate tokenizer with its grammar for logs, as it runs in the editor. */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { root } from '../support/repository';

const grammarFile = path.join(
  root,
  ...'.vscode-test/workbench/node_modules/code-server/lib/vscode/extensions/log/syntaxes/log.tmLanguage.json'.split(
    '/',
  ),
);

/** Colours lines one after the other; gives how many parts they have. */
export async function textMateTokenizer(): Promise<(lines: readonly string[]) => number> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile),
  });
  const grammar = await registry.loadGrammar('text.log');
  if (grammar === null) throw new Error(`${grammarFile} has no grammar for logs`);
  return (lines) => {
    let state = INITIAL;
    let parts = 0;
    for (const line of lines) {
      const { ruleStack, tokens } = grammar.tokenizeLine2(line, state);
      state = ruleStack;
      parts += tokens.length / 2;
    }
    return parts;
  };
}
