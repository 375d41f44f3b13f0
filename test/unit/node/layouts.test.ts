/** Trees as collectors lay them out, with invented names: which node each file is from, and what was collected twice. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Report } from '../../../server/src/engine/index';
import { createEngine } from '../../../server/src/engine/index';
import { layouts, placeOf } from '../../../server/src/node/layouts/index';
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
