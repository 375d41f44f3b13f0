/** The server serves other editors: Neovim opens a log and gets findings, hovers, lenses and the way to the cause. */
import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/repository';

interface Place {
  readonly uri: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface Answers {
  readonly failure?: string;
  readonly diagnostics: readonly { readonly line: number; readonly code: string; readonly message: string }[];
  readonly hover: { readonly contents: { readonly value: string } };
  readonly definition: readonly Place[];
  readonly references: readonly Place[];
  readonly lenses: readonly { readonly command: { readonly title: string } }[];
}

const folder = join(root, 'test', 'e2e', 'fixtures', 'tiny');

describe('Neovim as the client of `causeline lsp --stdio`', () => {
  let answers: Answers;

  before(async () => {
    const { stdout } = await promisify(execFile)(
      'nvim',
      ['--headless', '--clean', '-n', '-c', `luafile ${join(root, 'test', 'lsp', 'neovim', 'client.lua')}`],
      {
        env: {
          ...process.env,
          CAUSELINE_NODE: process.execPath,
          CAUSELINE_CLI: join(root, 'dist', 'cli.js'),
          CAUSELINE_FOLDER: folder,
          CAUSELINE_FILE: 'messages',
          CAUSELINE_LINE: '5',
        },
        timeout: 40_000,
      },
    );
    answers = JSON.parse(stdout);
    assert.equal(answers.failure, undefined);
  });

  it('shows the lock waits and the failed collection as diagnostics', () => {
    const lines = answers.diagnostics.map(({ line }) => line);
    for (const line of [2, 3, 5]) assert.ok(lines.includes(line), `line ${line} is not among ${lines.join(', ')}`);
  });

  it('explains the line', () => {
    assert.match(answers.hover.contents.value, /Container garbage collection failed/);
    assert.match(answers.hover.contents.value, /What it means/);
  });

  it('goes from the effect to its cause in another file', () => {
    assert.ok(answers.definition.some(({ uri }) => uri.endsWith('/kubelet.log')));
  });

  it('lists the lines of the episode', () => {
    assert.ok(answers.references.some(({ uri, range }) => uri.endsWith('/messages') && range.start.line === 4));
  });

  it('has lenses with titles above the line', () => {
    const titles = answers.lenses.map(({ command }) => command.title);
    assert.ok(
      titles.some((title) => title.startsWith('caused by ')),
      titles.join('\n'),
    );
  });
});
