/** What the extension host calls: runs every compiled suite next to this file and fails when one of them does. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { root } from '../../support/workbench/tools';

export async function run(): Promise<void> {
  const grep = process.env.CAUSELINE_GREP;
  const mocha = new Mocha({
    reporter: join(root, '.ci', 'countingReporter.cjs'),
    timeout: 60_000,
    forbidOnly: true,
    forbidPending: true,
    color: true,
    ...(grep === undefined ? {} : { fgrep: grep }),
  });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.js'),
  );
  for (const file of files.sort()) {
    mocha.addFile(join(__dirname, file));
  }
  const failures = await new Promise<number>((done) => {
    mocha.run(done);
  });
  if (failures > 0) {
    throw new Error(`${failures} of the tests in the extension host failed.`);
  }
}
