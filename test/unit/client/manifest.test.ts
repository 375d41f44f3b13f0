/** What the manifest promises: settings as the code has them, commands that exist, texts in both languages, files that are there. */
import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { jumpCommands } from '../../../client/src/features/jumpModel';
import { messages } from '../../../server/src/protocol/messages';
import { defaultSettings } from '../../../server/src/protocol/settings';
import { tokenModifiers, tokenTypes } from '../../../server/src/protocol/tokens';
import { projectFiles, readProjectFile, root } from '../../support/repository';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly languages: readonly {
      readonly filenames: readonly string[];
      readonly filenamePatterns: readonly string[];
    }[];
  };
}

const manifestText = readProjectFile('package.json');
const manifest: Manifest = JSON.parse(manifestText);
const { contributes } = manifest;
const clientText = projectFiles(/^client\/src\/.*\.ts$/)
  .map(readProjectFile)
  .join('\n');

describe('the manifest', () => {
  it('has the settings and defaults that the code has', () => {
    const declared = Object.entries(contributes.configuration.properties).map(([name, { default: value }]) => [
      name,
      value,
    ]);
    assert.deepEqual(Object.fromEntries(declared), defaultSettings);
  });

  it('contributes only commands that the extension registers', () => {
    const registered = new Set([...clientText.matchAll(/registerCommand\(\s*'([\w.]+)'/g)].map((match) => match[1]));
    for (const command of Object.keys(jumpCommands)) registered.add(command);
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  it('puts only known commands on keys and into menus, one command a key', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const used = [...contributes.keybindings, ...Object.values(contributes.menus).flat()];
    assert.deepEqual(
      used.filter(({ command }) => !known.has(command)),
      [],
    );
    const keys = contributes.keybindings.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('declares the token types and modifiers that the server sends, and a colour for each type', () => {
    assert.deepEqual(
      contributes.semanticTokenTypes.map(({ id }) => id),
      [...tokenTypes],
    );
    assert.deepEqual(
      contributes.semanticTokenModifiers.map(({ id }) => id),
      [...tokenModifiers],
    );
    const scopes = contributes.semanticTokenScopes[0]?.scopes ?? {};
    assert.deepEqual(
      tokenTypes.filter((type) => scopes[type] === undefined),
      [],
    );
    const first = tokenTypes.map((type) => scopes[type]?.at(-1));
    assert.equal(new Set(first).size, tokenTypes.length, 'two token types look alike');
  });

  it('gives every colour a default in each kind of theme', () => {
    for (const { id, defaults } of contributes.colors) {
      assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
    }
  });

  it('names only files that exist', () => {
    const named = [...manifestText.matchAll(/"(?:path|icon)": "(\.?\/?[\w/.-]+\.\w+)"/g)].map(
      (match) => match[1] ?? '',
    );
    assert.ok(named.length >= 4);
    assert.deepEqual(
      named.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });

  it('takes no source file of a programming language for a log', () => {
    const names = [
      'messages.ts',
      'messages.properties',
      'syslog.go',
      'dmesg.c',
      'kubelet.go',
      'kubelet.yaml',
      'journal.md',
    ];
    const globs = contributes.languages.flatMap(({ filenames, filenamePatterns }) => [
      ...filenames,
      ...filenamePatterns,
    ]);
    const patterns = globs.map((glob) => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*')}$`));
    assert.deepEqual(
      names.filter((name) => patterns.some((pattern) => pattern.test(name))),
      [],
    );
    assert.ok(patterns.some((pattern) => pattern.test('messages-20180101')));
    assert.ok(patterns.some((pattern) => pattern.test('node-7-kubelet.log')));
  });

  it('works in a folder that is not trusted', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  });
});

describe('texts', () => {
  const texts = (file: string): Record<string, string> => JSON.parse(readProjectFile(file));
  const english = texts('package.nls.json');
  const chinese = texts('package.nls.zh-cn.json');

  it('of the manifest exist in both languages, none too many', () => {
    const used = [...new Set([...manifestText.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? ''))].sort();
    assert.deepEqual(Object.keys(english).sort(), used);
    assert.deepEqual(Object.keys(chinese).sort(), used);
    assert.deepEqual(
      Object.entries(chinese).filter(([, text]) => !/\p{Script=Han}/u.test(text)),
      [],
    );
  });

  it('of the code exist in Chinese, none too many, with the same values', () => {
    const bundle = texts('l10n/bundle.l10n.zh-cn.json');
    const used = [...clientText.matchAll(/(?:l10n\.t|\bsay)\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set(used)].sort());
    const slots = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();
    assert.deepEqual(
      Object.entries(bundle).filter(([from, to]) => slots(from).join() !== slots(to).join()),
      [],
    );
  });

  it('link to commands and nothing else', () => {
    const links = Object.values({ ...english, ...chinese }).flatMap((text) => text.match(/\]\([^)]*\)/g) ?? []);
    assert.deepEqual(
      links.filter((link) => !/^\]\(command:(?:causeline\.\w+|vscode\.openFolder)\)$/.test(link)),
      [],
    );
  });
});

describe('the documentation of the protocol', () => {
  it('describes every message and no other', () => {
    const described = [...readProjectFile('docs/protocol.md').matchAll(/^### `(triage\/\w+)`/gm)].map(
      (match) => match[1],
    );
    assert.deepEqual(described.sort(), messages.map(({ method }) => method).sort());
  });
});
