/** Bundles the extension, the language server and the command line into `dist/`; the server and the command line are one program under two names. */

import { existsSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { main, readJson, root, SetupError } from './setup.mjs';

const bundles = [
  { entry: 'client/src/extension.ts', file: 'extension.js', target: 'node22', external: ['vscode'] },
  { entry: 'server/src/main.cli.ts', file: 'cli.js', target: 'node20', external: [], executable: true },
];

await main(async () => {
  const development = process.argv.includes('--development');
  const missing = bundles.filter(({ entry }) => !existsSync(join(root, entry)));
  if (missing.length > 0) {
    const names = missing.map(({ entry }) => entry).join(', ');
    throw new SetupError(`Cannot bundle: ${names} is missing. Restore it, for example with "git checkout".`);
  }
  for (const { file } of bundles) {
    await rm(join(root, 'dist', `${file}.map`), { force: true });
  }
  await Promise.all(bundles.map((bundle) => buildOne(bundle, development)));
  await writeFile(join(root, 'dist', 'server.js'), "require('./cli.js');\n");
});

async function buildOne({ entry, file, target, external, executable = false }, development) {
  const outfile = join(root, 'dist', file);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target,
    external,
    // Without `keepNames`: it would wrap every function that is made, at a fifth of the speed of reading.
    minify: !development,
    sourcemap: development,
    // The LSP packages choose an AMD-style build through "main"; the module build can be bundled.
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    define: { CAUSELINE_VERSION: JSON.stringify(readJson(join(root, 'package.json')).version) },
    ...(executable ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  });
  if (executable) {
    await chmod(outfile, 0o755);
  }
}
