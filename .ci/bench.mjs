/** Measures Causeline beside lnav, ripgrep and VS Code's own colouring on logs that it writes itself; brings what that needs. */
import { join } from 'node:path';
import { ensureDebianPackages } from './debian.mjs';
import { ensureBundle, ensureDependencies, exitCodeOf, main, root, run } from './setup.mjs';
import { ensureWorkbench } from './workbench/install.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureDebianPackages('tests', 'bench');
  // VS Code's grammar for logs.
  await ensureWorkbench();
  await run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b']);
  await ensureBundle();
  return exitCodeOf(process.execPath, [join(root, 'out', 'test', 'bench', 'main.js'), ...process.argv.slice(2)]);
});
