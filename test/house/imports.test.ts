/** The walls of the house: which room may import which, and what no room may contain. */
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { projectFiles, readProjectFile } from '../support/repository';

/** A room: the files it holds and what they may import, as patterns on the resolved target (`node:x`, `pkg`, or a project path). */
interface Room {
  readonly name: string;
  readonly files: RegExp;
  readonly may: readonly RegExp[];
}

const engine = 'server/src/engine';

/** A room of the engine, which may import itself and the named rooms or files of the engine, and nothing from outside. */
function engineRoom(room: string, others: readonly string[]): Room {
  const may = [room, ...others].map((target) => new RegExp(`^${engine}/${target}(?:/|$)`));
  return { name: `engine/${room}`, files: new RegExp(`^${engine}/${room}/`), may };
}

/** First match counts. An import that no pattern of its room accepts is forbidden. */
const rooms: readonly Room[] = [
  { name: 'engine/model', files: /^server\/src\/engine\/model\//, may: [/^server\/src\/engine\/model\//] },
  {
    name: 'engine/catalogue data',
    files: /^server\/src\/engine\/catalogue\//,
    may: [/^server\/src\/engine\/(model|catalogue)\//],
  },
  {
    name: 'one format',
    files: /^server\/src\/engine\/formats\/(?!index\.ts|format\.ts|bytes\.ts|parts\/)[^/]+\.ts$/,
    may: [
      /^server\/src\/engine\/(model|text)\//,
      /^server\/src\/engine\/formats\/(format|bytes)$/,
      /^server\/src\/engine\/formats\/parts\//,
    ],
  },
  {
    name: 'format list and tools',
    files: /^server\/src\/engine\/formats\//,
    may: [/^server\/src\/engine\/(model|text|formats)\//],
  },
  {
    name: 'engine/match',
    files: /^server\/src\/engine\/match\//,
    may: [
      /^server\/src\/engine\/(match\/|skim\/layout$)/,
      /^server\/src\/engine\/catalogue\/(signature|edge|moments|pattern)$/,
      // How bad a record says it is: wordings may ask for that.
      /^server\/src\/engine\/model\/severity$/,
    ],
  },
  engineRoom('text', []),
  engineRoom('entities', ['model']),
  engineRoom('facts', ['model', 'time/zone']),
  engineRoom('journal', ['model', 'text', 'time/calendar']),
  engineRoom('records', [
    ...['model', 'text', 'formats', 'match', 'entities', 'templates', 'time'],
    ...['facts/factFormat', 'catalogue/signature', 'corrections', 'skim'],
  ]),
  engineRoom('time', ['model', 'text', 'formats', 'records', 'skim']),
  engineRoom('skim', ['model', 'text', 'formats', 'match', 'records', 'templates', 'time']),
  engineRoom('templates', ['model', 'text', 'formats', 'records', 'episodes']),
  engineRoom('tokens', ['model', 'text', 'formats', 'records']),
  engineRoom('timeline', ['model', 'text', 'time']),
  engineRoom('follow', ['model', 'text', 'match', 'entities', 'time']),
  engineRoom('episodes', ['model', 'catalogue', 'match/pattern', 'entities', 'formats/format', 'records', 'time']),
  engineRoom('chains', ['model', 'catalogue', 'match/pattern', 'episodes']),
  {
    name: 'engine/export',
    files: /^server\/src\/engine\/export\//,
    may: [/^server\/src\/engine\/(model|text|export|catalogue)\//],
  },
  { name: 'kernel', files: /^server\/kernel\//, may: [/^server\/kernel\//, /^server\/src\/engine\/skim\/layout$/] },
  { name: 'engine door', files: /^server\/src\/engine\/[^/]+$/, may: [/^server\/src\/engine\//] },
  {
    name: 'rules of users',
    files: /^server\/src\/rules\//,
    may: [/^server\/src\/engine\/index$/, /^server\/src\/rules\//, /^yaml$/, /^re2js$/],
  },
  { name: 'protocol', files: /^server\/src\/protocol\//, may: [/^server\/src\/protocol\//] },
  {
    name: 'one server feature',
    files: /^server\/src\/lsp\/features\//,
    may: [
      /^server\/src\/engine\/index$/,
      /^server\/src\/protocol\//,
      /^server\/src\/lsp\/(?!features\/)/,
      /^server\/src\/case\/caseFile$/,
      /^server\/src\/rules\/index$/,
      /^vscode-languageserver$/,
      /^vscode-languageserver-textdocument$/,
    ],
  },
  {
    name: 'language server',
    files: /^server\/src\/lsp\//,
    may: [
      /^server\/src\/engine\/index$/,
      /^server\/src\/protocol\//,
      /^server\/src\/lsp\//,
      /^server\/src\/case\/caseFile$/,
      /^server\/src\/rules\/index$/,
      /^vscode-languageserver$/,
      /^vscode-languageserver-textdocument$/,
    ],
  },
  {
    name: 'case files',
    files: /^server\/src\/case\//,
    may: [/^server\/src\/engine\/index$/, /^server\/src\/case\//, /^server\/src\/rules\/(index|readYaml|validate)$/],
  },
  {
    name: 'file access',
    files: /^server\/src\/node\//,
    may: [/^server\/src\/engine\/index$/, /^server\/src\/node\//, /^node:/],
  },
  {
    name: 'command line',
    files: /^server\/src\/cli\//,
    may: [
      /^server\/src\/engine\/index$/,
      /^server\/src\/(cli|node)\//,
      /^server\/src\/case\/caseFile$/,
      /^server\/src\/rules\/index$/,
      /^server\/src\/main\.node$/,
      /^node:/,
    ],
  },
  {
    name: 'doors',
    files: /^server\/src\/main\.[a-z]+\.ts$/,
    may: [
      /^server\/src\/(lsp|cli|node|protocol)\//,
      /^server\/src\/(engine|rules)\/index$/,
      /^server\/src\/main\.(?:node|program|worker)(?:\.js)?$/,
      /^node:/,
      /^vscode-languageserver\/node$/,
    ],
  },
  {
    name: 'one client feature',
    files: /^client\/src\/features\//,
    may: [
      /^server\/src\/protocol\//,
      /^client\/src\/(?!features\/)/,
      /^client\/src\/features\/\w+Model$/,
      /^vscode$/,
      /^vscode-languageclient\/node$/,
      /^node:path$/,
    ],
  },
  {
    name: 'client',
    files: /^client\/src\//,
    may: [/^server\/src\/protocol\//, /^client\/src\//, /^vscode$/, /^vscode-languageclient\/node$/, /^node:path$/],
  },
];

const importPattern =
  /^(?:import|export)\s(?:[^;'"`]*?\sfrom\s+)?'([^']+)';$|\bimport\('([^']+)'\)|\brequire\('([^']+)'\)/gm;

function importsOf(file: string): string[] {
  const found: string[] = [];
  for (const match of readProjectFile(file).matchAll(importPattern)) {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    found.push(target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target);
  }
  return found;
}

describe('the walls of the house', () => {
  const sources = projectFiles(/^(client|server)\/src\/.*\.ts$/);

  for (const room of rooms) {
    it(`${room.name} imports only what it may`, () => {
      const own = sources.filter((file) => rooms.find((candidate) => candidate.files.test(file)) === room);
      const offences = own.flatMap((file) =>
        importsOf(file)
          .filter((target) => !room.may.some((allowed) => allowed.test(target)))
          .map((target) => `${file} imports ${target}`),
      );
      assert.deepEqual(offences, []);
    });
  }

  it('every source file belongs to a room', () => {
    assert.deepEqual(
      sources.filter((file) => !rooms.some((room) => room.files.test(file))),
      [],
    );
  });

  it('a server feature never imports a sibling feature', () => {
    const offences = sources
      .filter((file) => file.startsWith('server/src/lsp/features/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('server/src/lsp/features/'))
          .map((target) => `${file} imports ${target}`),
      );
    assert.deepEqual(offences, []);
  });

  it('the engine names no platform object', () => {
    const platform = /\b(?:process\.|Buffer\b|setTimeout|setImmediate|console\.|document\.|window\.|globalThis\.)/;
    const offences = sources.filter(
      (file) => file.startsWith(engine) && platform.test(withoutTextAndComments(readProjectFile(file))),
    );
    assert.deepEqual(offences, []);
  });
});

/** Source with comments and string contents blanked, so that prose and log samples do not count as code. */
function withoutTextAndComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/[^\n]*/g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''")
    .replace(/\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, '//');
}
