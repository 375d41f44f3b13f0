/** Records of several lines: journal entries with their fields, events and node conditions as objects. */
import * as assert from 'node:assert/strict';
import type { Texts } from '../../../support/triage';
import { onlySource, triage } from '../../../support/triage';

const failed =
  'E0513 10:27:48.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded';

const verbose = [
  'Fri 2022-05-13 02:27:47.123456 UTC [s=021e;i=1;b=aaaa;m=210859100;t=5dedb6b8c7100;x=b8a6]',
  '    _BOOT_ID=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  '    _HOSTNAME=node-7',
  '    PRIORITY=6',
  '    SYSLOG_IDENTIFIER=dockerd',
  '    MESSAGE=goroutine 1 [running]:',
  '            main.main()',
  '            \t/x.go:1 +0x1',
  'Fri 2022-05-13 02:27:48.123456 UTC [s=021e;i=2;b=aaaa;m=21094d340;t=5dedb6b9bb340;x=ad65]',
  '    _HOSTNAME=node-7',
  '    SYSLOG_IDENTIFIER=kubelet',
  `    MESSAGE=${failed}`,
  '    _CMDLINE=/usr/bin/kubelet',
];

const exported = [
  '__CURSOR=s=021e;i=1',
  '__REALTIME_TIMESTAMP=1652408867123456',
  '_HOSTNAME=node-7',
  'MESSAGE',
  '\x1e\0\0\0\0\0\0\0goroutine 1 [running]:',
  'main.main()',
  '',
  '__CURSOR=s=021e;i=2',
  '__REALTIME_TIMESTAMP=1652408868123456',
  'SYSLOG_IDENTIFIER=kubelet',
  '_HOSTNAME=node-7',
  `MESSAGE=${failed}`,
  '',
];

const pretty = [
  '{',
  '\t"MESSAGE" : "goroutine 1 [running]:\\nmain.main()",',
  '\t"_HOSTNAME" : "node-7",',
  '\t"__REALTIME_TIMESTAMP" : "1652408867123456"',
  '}',
  '{',
  `\t"MESSAGE" : ${JSON.stringify(failed)},`,
  '\t"SYSLOG_IDENTIFIER" : "kubelet",',
  '\t"__REALTIME_TIMESTAMP" : "1652408868123456",',
  '\t"_HOSTNAME" : "node-7"',
  '}',
];

const event = (name: string, message: string, count: number): string[] => [
  '        {',
  '            "apiVersion": "v1",',
  `            "count": ${count},`,
  '            "eventTime": null,',
  '            "firstTimestamp": "2022-05-13T02:00:00Z",',
  '            "involvedObject": {',
  '                "kind": "Node",',
  `                "name": "${name}",`,
  '                "uid": "node-7"',
  '            },',
  '            "kind": "Event",',
  '            "lastTimestamp": "2022-05-13T02:27:48Z",',
  `            "message": ${JSON.stringify(message)},`,
  '            "metadata": {',
  '                "creationTimestamp": "2022-05-13T02:00:01Z",',
  `                "name": "${name}.16ee8d0b2a3c4d5e"`,
  '            },',
  '            "reason": "NodeNotReady",',
  '            "source": {',
  '                "component": "kubelet",',
  '                "host": "node-7"',
  '            },',
  '            "type": "Normal"',
  '        },',
];

const json = [
  '{',
  '    "apiVersion": "v1",',
  '    "items": [',
  ...event('node-7', 'Node node-7 status is now: NodeNotReady', 3),
  ...event('node-8', 'Node node-8 status is now: NodeNotReady', 1),
  '    ],',
  '    "kind": "List",',
  '    "metadata": {',
  '        "resourceVersion": ""',
  '    }',
  '}',
];

const yaml = [
  'apiVersion: v1',
  'items:',
  '- apiVersion: v1',
  '  count: 3',
  '  eventTime: null',
  '  firstTimestamp: "2022-05-13T02:00:00Z"',
  '  involvedObject:',
  '    kind: Node',
  '    name: node-7',
  '  kind: Event',
  '  lastTimestamp: "2022-05-13T02:27:48Z"',
  "  message: 'Node node-7 status is now: NodeNotReady",
  "    for a while'",
  '  metadata:',
  '    name: node-7.16ee8d0b2a3c4d5e',
  '  reason: NodeNotReady',
  '  source:',
  '    component: kubelet',
  '    host: node-7',
  '  type: Normal',
  'kind: List',
];

/** The same in the newer group of the API, whose members have other names and another order. */
const newer = [
  'apiVersion: v1',
  'items:',
  '- apiVersion: events.k8s.io/v1',
  '  deprecatedCount: 3',
  '  deprecatedFirstTimestamp: "2022-05-13T02:00:00Z"',
  '  deprecatedLastTimestamp: "2022-05-13T02:27:48Z"',
  '  deprecatedSource:',
  '    component: kubelet',
  '    host: node-7',
  '  eventTime: null',
  '  kind: Event',
  '  metadata:',
  '    creationTimestamp: "2022-05-13T02:00:01Z"',
  '    name: node-7.16ee8d0b2a3c4d5e',
  "  note: 'Node node-7 status is now: NodeNotReady'",
  '  reason: NodeNotReady',
  '  regarding:',
  '    kind: Node',
  '    name: node-7',
  '  type: Normal',
  '- action: Binding',
  '  apiVersion: events.k8s.io/v1',
  '  eventTime: "2022-05-13T02:30:00.123456Z"',
  '  kind: Event',
  '  metadata:',
  '    name: cart-0.16ee8d0b2a3c4d5f',
  "  note: '0/3 nodes are available: 3 Insufficient memory.'",
  '  reason: FailedScheduling',
  '  regarding:',
  '    kind: Pod',
  '    name: cart-0',
  '  reportingController: default-scheduler',
  '  series:',
  '    count: 9',
  '    lastObservedTime: "2022-05-13T02:40:00.654321Z"',
  '  type: Warning',
  'kind: List',
];

describe('an event of events.k8s.io/v1', () => {
  const report = triage({ 'events.yaml': newer });

  it('is one record with its last time, its count, its node and what it is about', () => {
    assert.deepEqual([onlySource(report).format, onlySource(report).records], ['event-yaml', 2]);
    const [first, second] = report.events;
    const episode = report.episodes.find(({ events }) => events.includes(first?.id ?? ''));
    assert.deepEqual([first?.timeMs, episode?.count, first?.node], [Date.UTC(2022, 4, 13, 2, 27, 48), 3, 'node-7']);
    assert.equal(first?.text, 'NodeNotReady   node/node-7   Node node-7 status is now: NodeNotReady');
    assert.match(second?.text ?? '', /^FailedScheduling {3}pod\/cart-0 {3}0\/3 nodes/);
    assert.equal(second?.timeMs, Date.UTC(2022, 4, 13, 2, 30, 0, 123));
  });

  it('about a node names no node of the name of the event', () => {
    for (const lines of [newer, yaml, json])
      assert.deepEqual(
        triage({ events: lines }).facts.filter(({ name }) => name === 'node.name'),
        [],
      );
  });
});

describe('a journal entry over several lines', () => {
  for (const [name, lines, outer] of [
    ['verbose', verbose, 'journal-verbose'],
    ['export', exported, 'journal-export'],
    ['json-pretty', pretty, 'journal-pretty'],
  ] as const) {
    it(`is one record with its time, its severity and its message: ${name}`, () => {
      const report = triage({ journal: lines });
      const source = onlySource(report);
      assert.deepEqual([source.records, source.unparsedLines], [2, 0]);
      assert.equal(source.severities.error, 1);
      assert.equal(source.layers[0], outer);
      assert.equal(source.node, 'node-7');
      assert.equal(source.first?.timeMs, Date.UTC(2022, 4, 13, 2, 27, 47, 123));
      assert.equal(source.last?.timeMs, Date.UTC(2022, 4, 13, 2, 27, 48, 123));
      const [found] = report.events;
      assert.equal(found?.signature, 'container-gc-failed');
      assert.ok((lines[(found?.line ?? 0) - 1] ?? '').includes('MESSAGE'));
      assert.equal(found?.timeMs, Date.UTC(2022, 4, 13, 2, 27, 48, 4));
    });
  }
});

describe('Kubernetes objects', () => {
  for (const [name, lines] of [
    ['JSON', json],
    ['YAML', yaml],
  ] as const) {
    it(`give one record for each event: ${name}`, () => {
      const report = triage({ events: lines });
      const source = onlySource(report);
      assert.equal(source.records, name === 'JSON' ? 2 : 1);
      assert.equal(source.first?.timeMs, Date.UTC(2022, 4, 13, 2, 27, 48));
      const found = report.events.find((one) => one.category === 'node-notready');
      assert.match(found?.text ?? '', /^NodeNotReady {3}node\/node-7 {3}Node node-7 status is now: NodeNotReady/);
      assert.match(lines[(found?.line ?? 0) - 1] ?? '', /message/);
      assert.equal(
        report.episodes.find((episode) => episode.events.includes(found?.id ?? ''))?.count,
        name === 'JSON' ? 4 : 3,
      );
    });
  }

  it('give one record for each condition of a node', () => {
    const lines = [
      'apiVersion: v1',
      'kind: Node',
      'status:',
      '  conditions:',
      '  - lastHeartbeatTime: "2022-05-13T02:31:20Z"',
      '    lastTransitionTime: "2022-05-13T02:29:00Z"',
      "    message: 'PLEG is not healthy: pleg was last seen active 3m14s ago; threshold is",
      "      3m0s'",
      '    reason: KubeletNotReady',
      '    status: "False"',
      '    type: Ready',
    ];
    const report = triage({ 'node.yaml': lines });
    assert.equal(onlySource(report).records, 1);
    const found = report.events.find((one) => one.category === 'pleg-unhealthy');
    assert.equal(found?.timeMs, Date.UTC(2022, 4, 13, 2, 31, 20));
    assert.equal(found?.durationMs, 194_000);
  });

  it('of other kinds are no records', () => {
    const pod = [
      '{',
      '    "kind": "Pod",',
      '    "metadata": {',
      '        "name": "web-1"',
      '    },',
      '    "count": 3',
      '}',
    ];
    assert.equal(onlySource(triage({ 'pod.json': pod })).records, 0);
  });
});

describe('records of several lines', () => {
  it('are the same for every size of piece and wherever they are cut', () => {
    const mixed: Texts = {
      a: [...verbose, ...json, failed, ...newer, ...exported, ...yaml, ...pretty, failed, ...verbose],
    };
    const whole = triage(mixed);
    for (const pieceBytes of [1, 7, 100, 4096]) assert.deepEqual(triage(mixed, { pieceBytes }), whole);
  });
});
