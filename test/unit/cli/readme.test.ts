/** What the README tells newcomers to type works on the sample that comes along. */
import * as assert from 'node:assert/strict';
import { runCli } from '../../support/cli';
import { readProjectFile, root } from '../../support/repository';

/** Commands that need nothing but the clone. */
const commands = readProjectFile('README.md')
  .split('\n')
  .flatMap((line) => /^npx causeline ([^#|]*[^#|\s])/.exec(line)?.[1] ?? [])
  .filter((command) => /\bsamples\/|^signatures /.test(command));

describe('the README', () => {
  for (const command of commands) {
    it(`can say "causeline ${command}"`, async () => {
      const words = command.split(' ').map((word) => (word.startsWith('samples/') ? `${root}/${word}` : word));
      const { status, output, errors } = await runCli(words);
      assert.deepEqual({ status, errors }, { status: 0, errors: '' });
      assert.notEqual(output, '');
    }).timeout(60_000);
  }

  it('shows a triage, a pod, a timeline and a meaning', () => {
    assert.deepEqual(
      commands.map((command) => command.split(' ')[0]),
      ['triage', 'follow', 'timeline', 'signatures'],
    );
  });
});
