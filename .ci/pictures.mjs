/** Takes the pictures of the documentation anew, from the sample incident. */
import { join } from 'node:path';
import { ensureBundle, ensureDependencies, main, root, say } from './setup.mjs';

const pictures = [
  { name: 'chains-light', scene: 'chains', theme: 'light' },
  { name: 'chains-dark', scene: 'chains', theme: 'dark' },
  { name: 'chains-high-contrast', scene: 'chains', theme: 'hc' },
  { name: 'lenses', scene: 'lenses', theme: 'light' },
  { name: 'highlights-high-contrast', scene: 'highlights', theme: 'hc' },
  { name: 'hover', scene: 'hover', theme: 'dark' },
  { name: 'timeline', scene: 'timeline', theme: 'dark' },
  { name: 'report', scene: 'report', theme: 'light' },
];

await main(async () => {
  await ensureDependencies();
  await ensureBundle();
  const { ensureWorkbench } = await import('./workbench/install.mjs');
  const { takePicture } = await import('./workbench/pictures.mjs');
  await ensureWorkbench();
  const wanted = process.argv.slice(2);
  for (const { name, scene, theme } of pictures.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
    const file = join(root, 'docs', 'images', `${name}.png`);
    say(`docs/images/${name}.png`);
    await takePicture({ folder: join(root, 'samples', 'notready-hostport'), file, theme, scene });
  }
  return 0;
});
