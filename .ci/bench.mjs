/** Measures Causeline beside lnav and ripgrep on logs that it writes itself; brings what that needs. */
import { join } from 'node:path';
import { ensureDebianPackages } from './debian.mjs';
import { ensureBundle, ensureDependencies, exitCodeOf, main, root, run } from './setup.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureDebianPackages('tests', 'bench');
  await run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b']);
  await ensureBundle();
  return exitCodeOf(process.execPath, [join(root, 'out', 'test', 'bench', 'main.js'), ...process.argv.slice(2)]);
});
