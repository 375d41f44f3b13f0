/**
 * Bundles the extension, the language server and the command line into `dist/`; the server and the command line are one program under
 * two names, which a few lines start (`server/src/main.bundle.ts`).
 */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { build } from 'esbuild';
import { main, readJson, root, SetupError } from './setup.mjs';

const bundles = [
  { entry: 'client/src/extension.ts', file: 'extension.js', target: 'node22', external: ['vscode'] },
  { entry: 'server/src/main.cli.ts', file: 'program.js', target: 'node20', external: [], isFunction: true },
];
const starter = { entry: 'server/src/main.bundle.ts', file: 'cli.js', target: 'node20', external: [] };

await main(async () => {
  const development = process.argv.includes('--development');
  const missing = [...bundles, starter].filter(({ entry }) => !existsSync(join(root, entry)));
  if (missing.length > 0) {
    const names = missing.map(({ entry }) => entry).join(', ');
    throw new SetupError(`Cannot bundle: ${names} is missing. Restore it, for example with "git checkout".`);
  }
  for (const { file } of bundles) {
    await rm(join(root, 'dist', `${file}.map`), { force: true });
  }
  await Promise.all(bundles.map((bundle) => buildOne(bundle, development)));
  await writeFile(join(root, 'dist', 'literals.bin'), await builtLiterals());
  const program = await readFile(join(root, 'dist', 'program.js'));
  const checksum = createHash('sha1').update(program).digest('hex');
  await buildOne(starter, development, { CAUSELINE_PROGRAM: JSON.stringify(checksum) });
  await chmod(join(root, 'dist', starter.file), 0o755);
  await writeFile(join(root, 'dist', 'server.js'), "require('./cli.js');\n");
});

/** The table of the catalogue's literals, as `server/src/node/builtGrams.ts` reads it. */
async function builtLiterals() {
  const contents = `
    import { catalogue } from './server/src/engine/catalogue/index';
    import { Matcher } from './server/src/engine/match/matcher';
    export const { table } = new Matcher(catalogue.signatures, catalogue.moments).literals;`;
  const { outputFiles } = await build({
    ...{ stdin: { contents, resolveDir: root }, bundle: true, write: false, format: 'esm', platform: 'neutral' },
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { texts, grave: _, ...grams } = (await import(`data:text/javascript;base64,${code}`)).table;
  return serialize({ literals: texts.map((text) => Buffer.from(text).toString('latin1')).join('\n'), grams });
}

/** `isFunction`: the whole bundle is one expression, a function with the parameters of a module. */
async function buildOne({ entry, file, target, external, isFunction = false }, development, define = {}) {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(root, 'dist', file),
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
    define: { CAUSELINE_VERSION: JSON.stringify(readJson(join(root, 'package.json')).version), ...define },
    ...(isFunction
      ? { banner: { js: '(function (exports, require, module, __filename, __dirname) {' }, footer: { js: '})' } }
      : {}),
    ...(file === starter.file ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  });
}
