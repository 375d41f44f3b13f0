/** An error that no signature knows is told by the source file that wrote it, which its header names, however the line is wrapped. */
import * as assert from 'node:assert/strict';
import { triage } from '../../../support/triage';

const message = 'qos_container_manager_linux.go:188] Step 3 is odd';
const trouble = `E0312 09:14:01.204113    1873 ${message}`;
const syslog = 'Mar 12 09:14:01 worker-7 kubelet[1873]: ';

function found(...lines: string[]): string[] {
  return triage({ 'kubelet.log': `${lines.join('\n')}\n` }).episodes.map(({ signature }) => signature);
}

describe('source files', () => {
  const signature = 'cgroup-hint-unnamed';

  it('are known behind headers of trouble', () => {
    assert.deepEqual(found(trouble), [signature]);
    assert.deepEqual(found(trouble.replace('E', 'W')), [signature]);
  });

  it('are known in every envelope', () => {
    const json = JSON.stringify({ log: `${trouble}\n`, stream: 'stderr', time: '2023-03-12T09:14:01.204200000Z' });
    for (const line of [syslog + trouble, json, `2023-03-12T09:14:01.204200000Z stderr F ${trouble}`])
      assert.deepEqual(found(line), [signature], line);
  });

  it('are known where a margin tore them', () => {
    const torn = syslog + trouble;
    assert.deepEqual(found(torn.slice(0, 76), torn.slice(76)), [signature]);
  });

  it('mean nothing behind the header of information, nor do files that nobody knows', () => {
    assert.deepEqual(found(trouble.replace('E', 'I')), []);
    assert.deepEqual(found(trouble.replace('qos_container', 'nobody')), []);
  });
});
