/** What reaches a terminal does nothing to it; who stops listening is no fault; colours are for those who want them. */
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { withFolder } from '../../support/packing';
import { root } from '../../support/repository';

const program = path.join(root, 'out', 'server', 'src', 'main.cli.js');
const hostile = 'May 13 10:00:00 node-7 kubelet: \u001b]52;c;eA==\u0007 \u001b[2J \u009b31m \u202egnp stop\n';
const failed =
  'May 13 10:31:02 node-a kubelet: E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded\n';

function shell(command: string, environment: NodeJS.ProcessEnv = {}): { status: number | null; output: string } {
  const run = spawnSync('bash', ['-c', command, 'bash', process.execPath, program], {
    encoding: 'latin1',
    maxBuffer: 2 ** 28,
    env: { ...process.env, LANG: 'C.UTF-8', ...environment },
  });
  return { status: run.status, output: run.stdout };
}

/** What a pseudo-terminal gets. */
function onTerminal(words: string, environment: NodeJS.ProcessEnv = {}): string {
  return shell(`script -qec "'$1' '$2' ${words}" /dev/null < /dev/null`, environment).output;
}

describe('a terminal', () => {
  it('gets nothing of a log that moves its cursor, fills its clipboard or turns text around', async () => {
    await withFolder({ messages: hostile }, (folder) => {
      const output = onTerminal(`cat ${folder}/messages`);
      assert.match(output, /stop/);
      assert.doesNotMatch(output, /\u001b|\u0007|\u009b|\xe2\x80\xae/);
    });
  });

  it('gets names of files as they can be looked at', async () => {
    await withFolder({ a: hostile, 'b\u001b[31mc': hostile }, (folder) => {
      const output = onTerminal(`cat ${folder}`);
      assert.match(output, /b\\u\{1b\}\[31mc/);
      assert.doesNotMatch(output, /\u001b/);
    });
  });

  it('gets colours unless the user wants none; a pipe gets none', async () => {
    await withFolder({ messages: failed }, (folder) => {
      const words = `triage ${folder} --format text`;
      assert.match(onTerminal(words, { NO_COLOR: '' }), /\u001b\[1m/);
      assert.doesNotMatch(onTerminal(words, { NO_COLOR: '1' }), /\u001b\[\d+m/);
      assert.doesNotMatch(shell(`"$1" "$2" ${words} | cat`).output, /\u001b/);
    });
  });
});

describe('a pipe', () => {
  it('gets the bytes of the log as they are', async () => {
    await withFolder({ messages: hostile }, (folder) => {
      const { output } = shell(`"$1" "$2" cat ${folder}/messages | cat`);
      assert.equal(output, Buffer.from(hostile).toString('latin1'));
    });
  });

  it('that is closed early is no failure', async () => {
    await withFolder({ messages: failed.repeat(200_000) }, (folder) => {
      const { status, output } = shell(`set -o pipefail; "$1" "$2" cat ${folder}/messages | head -n 1`);
      assert.equal(output, failed);
      assert.equal(status, 0);
    });
  });
});
