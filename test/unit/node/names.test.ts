/** Names as rotation tools and collectors give them: which files were one, and which dates they state. */
import * as assert from 'node:assert/strict';
import { datesInNames, rotationOf } from '../../../server/src/node/names';

function dates(id: string): string[] {
  return datesInNames(id).map(({ wallMs, precision, bound, from }) => {
    const text = new Date(wallMs).toISOString();
    return `${from} ${bound} ${precision === 'day' ? text.slice(0, 10) : text.slice(0, 19)}`;
  });
}

/** Names of one set, oldest first. */
function oldestFirst(...names: string[]): string[] {
  return names.sort((a, b) => rotationOf(a).rank - rotationOf(b).rank);
}

describe('names of rotated files', () => {
  const sets: Readonly<Record<string, readonly string[]>> = {
    messages: ['messages-20210502.gz', 'messages-20210509', 'messages'],
    'var/log/kubelet.log': [
      'var/log/kubelet.log.10.gz',
      'var/log/kubelet.log.2.gz',
      'var/log/kubelet.log.1',
      'var/log/kubelet.log',
    ],
    'a.tgz!/log/dmesg': ['a.tgz!/log/dmesg.old', 'a.tgz!/log/dmesg'],
    'pods/x/0.log': ['pods/x/0.log.20210513-101112.gz', 'pods/x/0.log.20210513-111112', 'pods/x/0.log'],
    'audit.log': ['audit-2021-05-12T23-59-58.001.log', 'audit-2021-05-13T01-02-03.004.log.gz', 'audit.log'],
    'kubelet.log': ['kubelet-20210512.log', 'kubelet-20210513.log', 'kubelet.2.log', 'kubelet.1.log', 'kubelet.log'],
    'kubelet.n7.root.log.INFO': [
      'kubelet.n7.root.log.INFO.20210512-101112.4711',
      'kubelet.n7.root.log.INFO.20210513-101112.99',
    ],
  };
  for (const [set, names] of Object.entries(sets)) {
    it(`joins the files of ${set}, oldest first`, () => {
      assert.deepEqual([...new Set(names.map((name) => rotationOf(name).set))], [set]);
      assert.deepEqual(oldestFirst(...[...names].reverse()), names);
    });
  }

  it('keeps apart what only looks numbered', () => {
    const names = ['1.log', '2.log', 'node-10.0.0.1', 'node-10.0.0.2', 'a/messages.1', 'b/messages.1'];
    assert.equal(new Set(names.map((name) => rotationOf(name).set)).size, names.length);
  });
});

describe('dates in names', () => {
  it('are read from the source, its folders and its archive, the nearest first', () => {
    assert.deepEqual(dates('eks_i-0a1b_2021-05-13_1015-UTC_0.7.1.tar.gz!/2021_05_12/messages-20210509.gz'), [
      'name until 2021-05-09',
      'folder until 2021-05-12',
      'archive until 2021-05-13T10:15:00',
    ]);
  });

  it('may carry a time of day', () => {
    assert.deepEqual(dates('2023-09-15T15:10:16-kubelet-kind-worker.log.txt'), ['name until 2023-09-15T15:10:16']);
    assert.deepEqual(dates('support-bundle-2021-05-13T10_11_12/x.log'), ['folder until 2021-05-13T10:11:12']);
    assert.deepEqual(dates('0.log.20210513-101112'), ['name until 2021-05-13T10:11:12']);
  });

  it('say when a file was begun where klog names it', () => {
    assert.deepEqual(dates('kubelet.n7.root.log.INFO.20210513-101112.4711'), ['name from 2021-05-13T10:11:12']);
  });

  it('are not found in numbers that are none', () => {
    assert.deepEqual(dates('must-gather.local.5420210513712289/20211331/20210431/12345678.log'), []);
  });
});
