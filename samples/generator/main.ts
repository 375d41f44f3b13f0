/** Writes the sample incident, the same bytes every time: `node out/samples/generator/main.js [folder]`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { makeBundle } from './bundle';

const folder = path.resolve(process.argv[2] ?? path.join('samples', 'notready-hostport'));
rmSync(folder, { recursive: true, force: true });
for (const [name, content] of makeBundle()) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
