#!/usr/bin/env node
/**
 * Stands in for the executable of a desktop VS Code where there is none: takes the arguments with which test runners
 * start one, runs the suites in the served workbench and ends with their exit code. `VSCODE_EXECUTABLE` may name it.
 */
import { join } from 'node:path';
import { exitCodeOf, main, root, SetupError } from '../setup.mjs';

await main(async () => {
  const words = process.argv.slice(2);
  const tests = words.find((word) => word.startsWith('--extensionTestsPath='));
  const folder = words.find((word) => !word.startsWith('-'));
  if (tests === undefined || folder === undefined) {
    throw new SetupError('This VS Code runs tests only: code.mjs <folder> --extensionTestsPath=<module>');
  }
  const runner = join(root, 'out', 'test', 'support', 'workbench', 'runSuites.js');
  return exitCodeOf(process.execPath, [runner, '--folder', folder]);
});
