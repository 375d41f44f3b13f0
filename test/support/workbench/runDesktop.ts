/** Runs the suites in a desktop VS Code: the one named by VSCODE_EXECUTABLE, or a download. */
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { root, suiteEntry, tinyFolder } from './tools';

async function main(): Promise<void> {
  const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE;
  process.exitCode = await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: suiteEntry,
    launchArgs: [tinyFolder, '--disable-extensions', '--disable-workspace-trust'],
    ...(vscodeExecutablePath === undefined ? { cachePath: `${root}/.vscode-test` } : { vscodeExecutablePath }),
  });
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  // The suites ran and have said what failed.
  if (error instanceof TestRunFailedError) return;
  console.error(
    'The suites could not be run in a desktop VS Code. Set VSCODE_EXECUTABLE when it cannot be downloaded.',
  );
  console.error(error);
});
