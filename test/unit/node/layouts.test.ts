/** Trees as collectors lay them out, with invented names: which node each file is from, and what was collected twice. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Report } from '../../../server/src/engine/index';
import { createEngine } from '../../../server/src/engine/index';
import { layouts, placeOf } from '../../../server/src/node/layouts/index';
import { podOfPath, podPaths } from '../../../server/src/node/layouts/podPaths';
import { infoOf, readInto } from '../../../server/src/node/readSources';
import { memoryFiles } from '../../support/memoryFiles';
import { withFolder } from '../../support/packing';

async function read(files: Readonly<Record<string, string | Uint8Array>>, folder = '/cases/a'): Promise<Report> {
  const engine = createEngine();
  const named = Object.entries(files).map(([name, text]) => [`${folder}/${name}`, Buffer.from(text)] as const);
  await readInto(engine, [folder], { files: memoryFiles(Object.fromEntries(named)) });
  return engine.report();
}

function nodes(report: Report): Record<string, string | null> {
  return Object.fromEntries(report.sources.map(({ id, node }) => [id, node]));
}

const klog = 'I0513 10:00:00.000000    1 server.go:1] up\n';
const kubelet = (host: string): string =>
  `May 13 10:00:00 ${host} kubelet[711]: I0513 10:00:00.000000     711 a.go:1] up\n`;

for (const layout of layouts) {
  describe(`the layout of ${layout.title}`, () => {
    for (const { id, ...place } of layout.samples) {
      it(`is known from ${id}`, () => {
        assert.deepEqual(placeOf(id), { layout: layout.id, ...place });
      });
    }
  });
}

for (const { title, samples } of podPaths) {
  describe(`the pod in paths of ${title}`, () => {
    for (const { id, ...pod } of samples) it(`is known from ${id}`, () => assert.deepEqual(podOfPath(id), pod));
  });
}

describe('paths that name no pod', () => {
  for (const id of [
    'messages',
    'pods/web/0.log',
    'pods.log',
    'a/b/c.log',
    'shop_web-0/web/0.log',
    'x/logs/current.log',
  ])
    it(`such as ${id}`, () => assert.equal(podOfPath(id), null));
});

describe("a container's log", () => {
  const uid = '3f0c2a52-6a3b-4a0e-9d0c-0a1b2c3d4e5f';
  const id = 'c0ffee'.padEnd(64, '0');
  const files = {
    // The program in the container names nobody; kubelet knows the pod by its UID, the kernel by its container's id.
    [`var/log/pods/shop_web-0_${uid}/web/0.log`]:
      '2021-05-13T10:00:00.123456789Z stderr F accept tcp [::]:80: accept4: too many open files\n',
    [`var/log/containers/db-0_shop_db-${id}.log`]: '2021-05-13T10:00:00.123456789Z stdout F ready\n',
    'var/log/messages': [
      `May 13 10:00:01 node-7 kubelet[711]: E0513 10:00:01.000000     711 kubelet_volumes.go:245] Orphaned pod "${uid}" found, but volume paths are still present on disk : There were a total of 1 errors similar to this. Turn up verbosity to see them.`,
      `May 13 10:00:02 node-7 kernel: [ 4211.204511] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=${id},mems_allowed=0,oom_memcg=/kubepods/burstable/pod1/${id},task_memcg=/kubepods/burstable/pod1/${id},task=db,pid=4242,uid=0`,
      '',
    ].join('\n'),
  };

  it('names the pod of its records, and of what other logs say by ids', async () => {
    const { events, pods } = await read(files);
    const about = Object.fromEntries(
      events.map(({ signature, entities: { namespace, pod } }) => [signature, `${namespace}/${pod}`]),
    );
    assert.equal(about['too-many-open-files'], 'shop/web-0');
    assert.equal(about['orphaned-pod-volumes'], 'shop/web-0');
    assert.equal(about['kernel-oom-kill-memcg'], 'shop/db-0');
    assert.deepEqual(
      pods.map(({ pod, node }) => [pod, node]),
      [
        ['db-0', 'node-7'],
        ['web-0', 'node-7'],
      ],
    );
  });

  it('does not claim what it says of other pods, nor what a network plug-in says of the node', async () => {
    const { events } = await read({
      [`var/log/pods/kube-system_calico-node-x7k2p_${uid}/calico-node/0.log`]: [
        '2021-05-13T10:00:00.123456789Z stderr F another app is currently holding the xtables lock; still 9s 0us time ahead to have a chance to grab the lock...',
        '2021-05-13T10:00:01.123456789Z stderr F other-0_shop(0c1d2e3f-6a3b-4a0e-9d0c-0a1b2c3d4e5f): too many open files',
        '',
      ].join('\n'),
    });
    assert.deepEqual(
      events.map(({ signature, entities: { pod } }) => [signature, pod]),
      [
        ['xtables-lock-wait-remaining', undefined],
        ['too-many-open-files', 'other-0'],
      ],
    );
  });

  it('of a pod that stands in a file of the node names the node', async () => {
    const report = await read({
      'pods/kube-system_etcd-node-7_5a5ed5eae21579319207ea468e95b498/etcd/0.log': klog,
      'pods/kube-system_etcd-node-8_5a5ed5eae21579319207ea468e95b499/etcd/0.log': klog,
    });
    assert.deepEqual(Object.values(nodes(report)), ['node-7', 'node-8']);
  });
});

describe('paths that no collector made', () => {
  for (const id of [
    'messages',
    'logs/kubelet.log',
    'a/b/c.log',
    'sosreport.txt',
    'worker.log',
    'node-7/var/log/messages',
  ])
    it(`such as ${id} have no layout`, () => assert.equal(placeOf(id), null));
});

describe('a collection', () => {
  it('whose file names hold node names does not take one node for another', async () => {
    const report = await read({
      'kubelet-kind-worker.log': kubelet('kind-worker'),
      'kubelet-kind-worker2.log': kubelet('kind-worker2'),
      'describe-kind-worker2.txt': klog,
      'kubelet-kind-worker3.log': klog,
    });
    assert.equal(nodes(report)['describe-kind-worker2.txt'], 'kind-worker2');
    assert.equal(nodes(report)['kubelet-kind-worker3.log'], null);
  });

  it('of sos: everything is of the host that its records name', async () => {
    const root = 'sosreport-node-7-2021-05-13-kqzvbnm';
    const report = await read({
      [`${root}/var/log/messages`]: kubelet('node-7'),
      [`${root}/sos_commands/general/hostname`]: 'node-7.shop.local\n',
      [`${root}/var/log/pods/shop_web-0_1/web/0.log`]: klog,
      other: klog,
    });
    assert.deepEqual(nodes(report), {
      [`${root}/var/log/messages`]: 'node-7',
      [`${root}/sos_commands/general/hostname`]: 'node-7',
      [`${root}/var/log/pods/shop_web-0_1/web/0.log`]: 'node-7',
      other: 'node-7',
    });
  });

  it('of sos that was opened itself is known too, with the date in its name', async () => {
    const folder = '/cases/sosreport-node-7-2021-05-13-kqzvbnm';
    const report = await read({ 'var/log/app.log': klog }, folder);
    assert.deepEqual(nodes(report), { 'var/log/app.log': 'node-7' });
    const { statedDates } = infoOf({
      id: 'var/log/app.log',
      folder: 'sosreport-node-7-2021-05-13-kqzvbnm',
      modifiedMs: null,
      dates: [],
    });
    assert.deepEqual(
      statedDates?.map(({ text, from }) => [text, from]),
      [['2021-05-13', 'folder']],
    );
    assert.equal(report.sources[0]?.clock.year, 2021);
  });

  it('of several kind nodes: each file is of its own', async () => {
    const report = await read({
      'shop-control-plane/kubelet.log': kubelet('shop-control-plane'),
      'shop-control-plane/pods/kube-system_etcd_1/etcd/0.log': klog,
      'shop-worker2/pods/shop_web-0_2/web/0.log': klog,
      'kind-version.txt': 'kind v0.20.0\n',
    });
    assert.equal(nodes(report)['shop-control-plane/pods/kube-system_etcd_1/etcd/0.log'], 'shop-control-plane');
    assert.equal(nodes(report)['shop-worker2/pods/shop_web-0_2/web/0.log'], 'shop-worker2');
  });

  it('of EKS: the node is what the logs call it, not the instance', async () => {
    const name = 'eks_i-0a1b2c3d4e5f60718_2021-05-13_1011-UTC_0.7.3.tar.gz';
    const host = 'ip-10-0-1-2.eu-west-1.compute.internal';
    const bundle = (files: Readonly<Record<string, string>>): Promise<Buffer> =>
      withFolder(files, (folder) => execFileSync('tar', ['-C', folder, '-czf', '-', ...Object.keys(files)]));
    const named = await read({
      [name]: await bundle({ 'kubelet/kubelet.log': kubelet(host), 'ipamd/ipamd.log': klog }),
    });
    assert.deepEqual(new Set(Object.values(nodes(named))), new Set([host]));
    const nameless = await read({ [name]: await bundle({ 'ipamd/ipamd.log': klog }) });
    assert.deepEqual(Object.values(nodes(nameless)), ['i-0a1b2c3d4e5f60718']);
  });

  it('of must-gather: logs of nodes are of the node, those of pods of none', async () => {
    const report = await read({
      'must-gather.local.1/x/nodes/node-7/node-7_logs_kubelet': klog,
      'must-gather.local.1/x/nodes/node-8/dmesg': klog,
      'must-gather.local.1/x/namespaces/shop/pods/web-0/web/web/logs/current.log': klog,
    });
    assert.deepEqual(Object.values(nodes(report)), [null, 'node-7', 'node-8']);
  });

  it("with a container's log under both its names counts it once", async () => {
    const log = '2021-05-13T10:00:00.123456789Z stderr F E0513 10:00:00.123400       1 a.go:1] failed\n'.repeat(3);
    const id = 'f'.repeat(64);
    const report = await read({
      [`kind-worker/containers/web-0_shop_web-${id}.log`]: log,
      'kind-worker/pods/shop_web-0_3f0c2a52-6a3b-4a0e-9d0c-0a1b2c3d4e5f/web/0.log': log,
      [`kind-worker2/containers/web-0_shop_web-${id}.log`]: log,
    });
    assert.deepEqual(
      report.sources.map((source) => source.id),
      [
        'kind-worker/pods/shop_web-0_3f0c2a52-6a3b-4a0e-9d0c-0a1b2c3d4e5f/web/0.log',
        `kind-worker2/containers/web-0_shop_web-${id}.log`,
      ],
    );
    assert.match(report.unread[0]?.reason.en ?? '', /^another name of kind-worker\/pods\//);
  });
});
