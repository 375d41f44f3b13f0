/** What the parts of one node do to one another: an API server and its own pod, limits of the kernel and sandboxes. */
import * as assert from 'node:assert/strict';
import { kubelet } from '../../../support/stories';
import { stepsOf, triage } from '../../../support/triage';

const lateLease = kubelet(
  0,
  'failed to update lease, error: Put "https://10.0.0.10:6443/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/node-a?timeout=10s": context deadline exceeded',
);

function probe(pod: string, url: string): string {
  return kubelet(
    90,
    `Liveness probe for "${pod}(7358e0f81c70bb1ddefe5fc4ba6a8a62):main" failed (failure): Get "${url}": context deadline exceeded`,
    'I',
  );
}

describe('an API server that answers nobody', () => {
  it('fails the probe of its own pod', () => {
    const [first, ...rest] = stepsOf(
      triage({ messages: [lateLease, probe('kube-apiserver-node-a_kube-system', 'https://127.0.0.1:6443/livez')] }),
    );
    assert.equal(first, 'api-timeout');
    assert.equal(rest.at(-1), 'pod-probe-failed');
  });

  it('is not blamed for the probe of another pod', () => {
    const report = triage({ messages: [lateLease, probe('web-0_shop', 'http://10.244.1.7:8080/up')] });
    assert.ok(
      report.chains.every(({ links }) => links.every(({ edge }) => edge !== 'silent-api-server-fails-own-probe')),
    );
  });
});

describe('a sandbox that gets no user namespace', () => {
  it('tells of a limit of the kernel, not of a full disk', () => {
    const steps = stepsOf(
      triage({
        messages: [
          kubelet(
            0,
            'RunPodSandbox from runtime service failed: rpc error: code = Unknown desc = failed to create network namespace for sandbox "3c7ca4d2bc77": failed to start noop process for unshare: fork/exec /proc/self/exe: no space left on device',
          ),
        ],
      }),
    );
    assert.equal(steps[0], 'namespaces-used-up');
  });
});
