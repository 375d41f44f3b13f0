/** A node that starts complains until its API server answers; that is no finding, unless it goes on for long. */
import * as assert from 'node:assert/strict';
import { kubelet } from '../../../support/stories';
import { triage } from '../../../support/triage';

const refused = 'Unable to register node "node-a" with API server: Post https://127.0.0.1:6443/api/v1/nodes: EOF';
const registered = kubelet(60, 'Successfully registered node node-a', 'I');

function told(lines: readonly string[]): string[] {
  return triage({ 'kubelet.log': lines }).events.map((event) => event.signature);
}

describe('trouble while a node starts', () => {
  it('stays quiet when the node registers soon after', () => {
    assert.deepEqual(told([kubelet(20, refused), kubelet(40, refused), registered]), ['node-registered']);
  });

  it('stays quiet when kubelet calls the runtime down before it has asked it', () => {
    const begun = kubelet(0, 'Starting kubelet main sync loop.', 'I');
    const down = (seconds: number): string =>
      kubelet(seconds, 'skipping pod synchronization - [container runtime is down]', 'I');
    const tick = kubelet(90, 'SyncLoop (housekeeping)', 'I');
    assert.ok(!told([begun, down(0), down(5), tick]).includes('kubelet-runtime-down'));
    assert.ok(told([begun, down(0), down(30), tick]).includes('kubelet-runtime-down'));
    assert.ok(told([down(-60), begun, down(1), tick]).includes('kubelet-runtime-down'));
    assert.ok(told([down(0), down(5), tick]).includes('kubelet-runtime-down'));
  });

  it('stays quiet while somebody restarts the runtime, in all logs of the node, and is told when it does not come back', () => {
    const restart = [
      'May 13 10:00:00 node-a systemd[1]: Stopping Docker Application Container Engine...',
      'May 13 10:00:20 node-a systemd[1]: Started Docker Application Container Engine.',
    ];
    const refusedAt = (seconds: number): string =>
      kubelet(
        seconds,
        'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      );
    const tick = kubelet(900, 'SyncLoop (housekeeping)', 'I');
    const both = (lines: readonly string[]): string[] =>
      triage({ messages: restart, 'kubelet.log': [...lines, tick] }).events.map((event) => event.signature);
    assert.ok(!both([refusedAt(15), refusedAt(20)]).includes('docker-daemon-unreachable'));
    assert.ok(both([refusedAt(15), refusedAt(400)]).includes('docker-daemon-unreachable'));
    assert.ok(both([refusedAt(-60), refusedAt(15)]).includes('docker-daemon-unreachable'));
  });

  it('stays quiet when a node goes that the autoscaler takes away, and is told of any other', () => {
    const events = (gone: string): readonly string[] => [
      'LAST SEEN   TYPE     REASON         OBJECT          MESSAGE',
      '9m          Normal   ScaleDown      node/worker-3   marked the node as toBeDeleted/unschedulable',
      `6m          Normal   RemovingNode   node/${gone}   Node ${gone} event: Removing Node ${gone} from Controller`,
    ];
    const of = (gone: string): string[] =>
      triage({ 'events.txt': events(gone) }).events.map((event) => event.signature);
    assert.ok(!of('worker-3').includes('node-deleted'));
    assert.ok(of('worker-4').includes('node-deleted'));
  });

  it('stays quiet while an API server is replaced, and is told when its clients had failed before', () => {
    const left =
      'May 13 10:00:00 node-a kube-apiserver: I0513 10:00:00.000002       1 genericapiserver.go:685] [graceful-termination] apiserver is exiting';
    const lost = (seconds: number): string =>
      kubelet(
        seconds,
        '"Failed to update lease" err="Put \\"https://10.0.0.9:6443/apis/coordination.k8s.io/v1/leases/node-a\\": net/http: TLS handshake timeout"',
      );
    const tick = kubelet(900, 'SyncLoop (housekeeping)', 'I');
    const told = (lines: readonly string[]): string[] =>
      triage({ 'apiserver.log': [left], 'kubelet.log': [...lines, tick] }).events.map((event) => event.signature);
    assert.ok(!told([lost(5), lost(12)]).includes('node-lease-failed'));
    assert.ok(told([lost(-60), lost(5)]).includes('node-lease-failed'));
  });

  it('stays quiet while somebody who closed a node reboots it, and is told of a node that nobody closed', () => {
    const events = (closed: string): readonly string[] => [
      'LAST SEEN   TYPE      REASON               OBJECT          MESSAGE',
      `9m          Normal    NodeNotSchedulable   node/${closed}   Node ${closed} status is now: NodeNotSchedulable`,
      '8m          Normal    NodeNotReady         node/worker-3   Node worker-3 status is now: NodeNotReady',
      '6m          Normal    NodeReady            node/worker-3   Node worker-3 status is now: NodeReady',
    ];
    const of = (closed: string): string[] =>
      triage({ 'events.txt': events(closed) }).events.map((event) => event.signature);
    assert.ok(!of('worker-3').includes('node-notready-by-kubelet'));
    assert.ok(of('worker-4').includes('node-notready-by-kubelet'));
  });

  it('is told when the node never registers', () => {
    assert.deepEqual(told([kubelet(20, refused), kubelet(40, refused)]), [
      'node-register-failed',
      'node-register-failed',
    ]);
  });

  it('is told when it had gone on for minutes', () => {
    const long = [kubelet(-240, refused), kubelet(40, refused), registered];
    assert.equal(told(long).filter((signature) => signature === 'node-register-failed').length, 2);
  });

  it('is told when it comes back later', () => {
    assert.equal(told([kubelet(20, refused), registered, kubelet(600, refused)]).at(-1), 'node-register-failed');
  });
});
