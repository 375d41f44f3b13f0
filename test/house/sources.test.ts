/** Laws on the text of the sources: header sentences, sizes with reasons, nothing that hides an error or trusts a log. */
import * as assert from 'node:assert/strict';
import { projectFiles, readProjectFile } from '../support/repository';

const sources = projectFiles(/^(client|server|test|samples)\/.*\.ts$/);
const shipped = sources.filter((file) => /^(?:client\/src|server\/(?:src|kernel))\//.test(file));

function offenders(files: readonly string[], test: (text: string, file: string) => boolean): string[] {
  return files.filter((file) => test(readProjectFile(file), file));
}

describe('the text of the sources', () => {
  it('begins every file with a sentence that says what it is for', () => {
    assert.deepEqual(
      offenders(
        sources,
        (text) => !/^(?:#![^\n]*\n)?\/\*\*[^\n]{20,}/.test(text) && !/^\/\*\*\n \* \S.{15,}/.test(text),
      ),
      [],
    );
  });

  it('uses no `any` and switches no check off', () => {
    const forbidden = /: any\b|<any>|\bas any\b|@ts-(?:ignore|nocheck|expect-error)|biome-ignore|eslint-disable/;
    assert.deepEqual(
      offenders(sources, (text, file) => file !== 'test/house/sources.test.ts' && forbidden.test(text)),
      [],
    );
  });

  it('has no default exports', () => {
    assert.deepEqual(
      offenders(sources, (text) => /^export default\b/m.test(text)),
      [],
    );
  });

  it('gives a reason in the header of every file over 400 lines that is not a table', () => {
    const tables = /^server\/src\/engine\/catalogue\//;
    const long = shipped.filter((file) => !tables.test(file) && readProjectFile(file).split('\n').length > 400);
    assert.deepEqual(
      offenders(long, (text) => !/because|since|so that/i.test(text.slice(0, 600))),
      [],
    );
  });

  it('never makes markup of log text', () => {
    const forbidden =
      /innerHTML|outerHTML|insertAdjacentHTML|isTrusted\s*[:=]\s*true|supportHtml\s*[:=]\s*true|enableCommandUris\s*[:=]\s*true/;
    assert.deepEqual(
      offenders(shipped, (text) => forbidden.test(text)),
      [],
    );
  });

  it('leaves no test out', () => {
    const forbidden = /\b(?:describe|it|suite|test)\.(?:skip|only)\(|\bthis\.skip\(|\bxit\(/;
    const tests = sources.filter((file) => file.startsWith('test/') && file !== 'test/house/sources.test.ts');
    assert.deepEqual(
      offenders(tests, (text) => forbidden.test(text)),
      [],
    );
  });
});

describe('the tests', () => {
  it('wait for no time to pass and judge nothing by the time it took', () => {
    const clock = /\bset(?:Timeout|Interval)\(|\bperformance\.now\(|\bDate\.now\(|\bhrtime\b|\btimers\/promises\b/;
    // Whether a pattern backtracks, or a parser compares all with all, shows only in the time it takes; the limits are far from both.
    const others = sources.filter(
      (file) =>
        /^test\/(?:unit|lsp|house)\//.test(file) && !/\/(?:catalogue|hostileRules|sources)\.test\.ts$/.test(file),
    );
    assert.deepEqual(
      offenders(others, (text) => clock.test(text)),
      [],
    );
  });
});

describe('the top level of the project', () => {
  it('holds only what belongs there', () => {
    const allowed = new Set([
      '.ci',
      '.gitignore',
      '.vscode',
      '.vscodeignore',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'client',
      'docs',
      'package-lock.json',
      'package.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'l10n',
      'samples',
      'server',
      'syntaxes',
      'test',
      'tsconfig.json',
      '.npmrc',
      '.gitattributes',
    ]);
    const found = new Set(projectFiles(/./).map((file) => file.split('/')[0] ?? ''));
    assert.deepEqual(
      [...found].filter((name) => !allowed.has(name)),
      [],
    );
  });
});
