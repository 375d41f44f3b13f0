/** Collected outputs count as evidence: what they state becomes an event of its node, and nothing else does. */
import assert from 'node:assert/strict';
import { type Texts, triage } from '../../../support/triage';

/** `signature@source:line` of everything that a bundle's outputs state. */
function stated(texts: Texts): string[] {
  return triage(texts).events.map((event) => `${event.signature}@${event.source}:${event.line}`);
}

/** A node's folder as it is collected: its own name and its kubelet's version. */
function folder(node: string, version: string): Texts {
  return {
    [`${node}/hostname.txt`]: `${node}\n`,
    [`${node}/kubelet-version.txt`]: `Kubernetes ${version}\n`,
  };
}

describe('facts as evidence', () => {
  it('name a table, a memory and a file system that are nearly used up', () => {
    assert.deepEqual(
      stated({
        'sysctl.txt': ['net.netfilter.nf_conntrack_count = 249000', 'net.netfilter.nf_conntrack_max = 262144'],
        'free.txt': [
          '              total        used        free      shared  buff/cache   available',
          'Mem:      131072000   128000000      500000      100000     2572000     2621440',
        ],
        'df-i.txt': ['Filesystem Inodes IUsed IFree IUse% Mounted on', '/dev/sda1 655360 640000 15360 98% /'],
      }),
      ['inodes-almost-used-up@df-i.txt:2', 'memory-almost-used-up@free.txt:2', 'conntrack-almost-full@sysctl.txt:1'],
    );
  });

  it('stay silent about a node that has room', () => {
    assert.deepEqual(
      stated({
        'sysctl.txt': [
          'net.ipv4.ip_forward = 1',
          'net.netfilter.nf_conntrack_count = 12000',
          'net.netfilter.nf_conntrack_max = 262144',
          'fs.inotify.max_user_watches = 524288',
        ],
        'free.txt': [
          '              total        used        free      shared  buff/cache   available',
          'Mem:      131072000    28000000    50000000      100000    53072000    98000000',
        ],
        'ps.txt': [
          'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND',
          'root 811 0.0 0.0 0 0 ? D 10:00 0:00 sync',
        ],
      }),
      [],
    );
  });

  it('tell the limits that nodes run into', () => {
    assert.deepEqual(stated({ 'sysctl.txt': ['fs.inotify.max_user_watches = 8192', 'net.ipv4.ip_forward = 0'] }), [
      'inotify-limit-low@sysctl.txt:1',
      'ip-forwarding-off@sysctl.txt:2',
    ]);
  });

  it('name the node whose kubelet is another than the others have, and only that one', () => {
    assert.deepEqual(
      stated({ ...folder('node-a', 'v1.11.5'), ...folder('node-b', 'v1.10.12'), ...folder('node-c', 'v1.11.5') }),
      ['kubelet-versions-differ@node-b/kubelet-version.txt:1'],
    );
    assert.deepEqual(stated({ ...folder('node-a', 'v1.11.5'), ...folder('node-b', 'v1.11.5') }), []);
  });
});
