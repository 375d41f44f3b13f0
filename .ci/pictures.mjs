/** Takes the pictures of the documentation anew, from the sample incident, and of one log of 2 GB that is written for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBundle, ensureDependencies, main, root, run, say } from './setup.mjs';

const largeBytes = 2e9;

const pictures = [
  { name: 'chains-light', scene: 'chains', theme: 'light' },
  { name: 'chains-dark', scene: 'chains', theme: 'dark' },
  { name: 'chains-high-contrast', scene: 'chains', theme: 'hc' },
  { name: 'lenses', scene: 'lenses', theme: 'light' },
  { name: 'highlights-high-contrast', scene: 'highlights', theme: 'hc' },
  { name: 'hover', scene: 'hover', theme: 'dark' },
  { name: 'timeline', scene: 'timeline', theme: 'dark' },
  { name: 'sources-zh-cn', scene: 'sources', theme: 'light', locale: 'zh-cn' },
  { name: 'report', scene: 'report', theme: 'light' },
  { name: 'large-file', scene: 'largeFile', theme: 'light', isLarge: true, size: { width: 1600, height: 900 } },
];

await main(async () => {
  await ensureDependencies();
  await ensureBundle();
  const { ensureWorkbench } = await import('./workbench/install.mjs');
  const { takePicture } = await import('./workbench/pictures.mjs');
  await ensureWorkbench();
  const wanted = process.argv.slice(2);
  const sample = join(root, 'samples', 'notready-hostport');
  for (const one of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const { name, scene, theme, size, locale, isLarge = false } = one;
    const file = join(root, 'docs', 'images', `${name}.png`);
    say(`docs/images/${name}.png`);
    const take = (folder) => takePicture({ folder, file, theme, scene, size, locale });
    await (isLarge ? withLargeLog(take) : take(sample));
  }
  return 0;
});

/** A folder with one large log, which is removed afterwards. */
async function withLargeLog(use) {
  await run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b']);
  const { writeLargeLog } = createRequire(import.meta.url)(join(root, 'out', 'test', 'support', 'largeLog.js'));
  const folder = mkdtempSync(join(tmpdir(), 'causeline-large-'));
  try {
    writeLargeLog(join(folder, 'messages'), largeBytes);
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
