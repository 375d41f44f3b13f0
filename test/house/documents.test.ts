/** Laws on the documents for developers: they name every script, dependency and room there is, and none that is gone. */
import * as assert from 'node:assert/strict';
import { projectFiles, readProjectFile } from '../support/repository';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readProjectFile('package.json')) as Manifest;

/** Names in code spans that stand in the first cells of a document's tables. */
function firstCells(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, span]) => span ?? ''));
}

describe('the documents for developers', () => {
  it('name every script', () => {
    const told = new Set(readProjectFile('docs/CONTRIBUTING.md').match(/[\w:]+/g));
    const ownHooks = ['vscode:prepublish'];
    const untold = Object.keys(manifest.scripts).filter((script) => !told.has(script) && !ownHooks.includes(script));
    assert.deepEqual(untold, []);
  });

  it('give a reason for every dependency, and for none that is gone', () => {
    const text = readProjectFile('docs/dependencies.md');
    const [shipped = '', development = ''] = text.split('## For development only');
    const packages = /^\| package \|[\s\S]*?\n\n/m;
    const told = (part: string): string[] => firstCells(packages.exec(`${part}\n\n`)?.[0] ?? '').sort();
    assert.deepEqual(told(shipped), Object.keys(manifest.dependencies).sort());
    assert.deepEqual(told(development), Object.keys(manifest.devDependencies).sort());
  });

  it('have every room in the code map, and none that is gone', () => {
    const map = /## Code map[\s\S]*?\n## /.exec(readProjectFile('docs/architecture.md'))?.[0] ?? '';
    const told = firstCells(map);
    const files = projectFiles(/^server\/src\/.*\.ts$/);
    const rooms = new Set(
      files.map((file) =>
        file
          .split('/')
          .slice(0, file.includes('/engine/') ? 4 : 3)
          .join('/'),
      ),
    );
    const untold = [...rooms].filter(
      (room) => !room.endsWith('.ts') && !told.some((path) => path === room || path === room.split('/').at(-1)),
    );
    assert.deepEqual(untold, []);
    const gone = told.filter((path) => path.startsWith('server/src/') && !path.includes('*') && !exists(path));
    assert.deepEqual(gone, []);
  });
});

function exists(path: string): boolean {
  return projectFiles(/./).some((file) => file === path || file.startsWith(`${path}/`));
}
