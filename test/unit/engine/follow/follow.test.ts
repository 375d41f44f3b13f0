/** What stands at a place of a line, and following it through sources by all the names it has. */
import { strict as assert } from 'node:assert';
import type { FollowResult, Identifier } from '../../../../server/src/engine/index';
import { identifierAt, identifierOfName, Pursuit, textAt } from '../../../../server/src/engine/index';

const uid = '0f0f3b1e-d261-11ec-9d64-0242ac120002';
const container = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const sandbox = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';
const noNodes: ReadonlySet<string> = new Set();

/** The identifier at the `|` in a line. */
function at(marked: string, nodes = noNodes): string {
  const found = identifierAt(marked.replace('|', ''), marked.indexOf('|'), nodes);
  return found === undefined ? 'nothing' : `${found.kind} ${found.value}`;
}

describe('what stands at a place', () => {
  const cases: readonly (readonly [string, string])[] = [
    [`Error syncing pod, skipping: "billing-5d78c9869d-ab|cde_shop(${uid})"`, 'pod billing-5d78c9869d-abcde'],
    [`err="x" pod="shop/bil|ling-0"`, 'pod billing-0'],
    [`/var/lib/kubelet/pods/${uid.slice(0, 9)}|${uid.slice(9)}/volumes`, `pod ${uid}`],
    [`docker://${container.slice(0, 20)}|${container.slice(20)}`, `container ${container}`],
    [`StopContainer "${container.slice(0, 6)}|${container.slice(6, 12)}" with timeout`, 'container 9f86d081884c'],
    ['Pulling image "registry.example.com:5000/shop/bill|ing:1.4"', 'image registry.example.com:5000/shop/billing:1.4'],
    ['systemd[1]: docker.ser|vice: Main process exited', 'unit docker.service'],
    ['EXT4-fs error (device sd|b1): ext4_lookup', 'device sdb'],
    [`volume "pvc-${uid.slice(0, 4)}|${uid.slice(4)}" is not attached`, `volume pvc-${uid}`],
    ['docker0: port 3(veth1a2|b3c4) entered disabled state', 'interface veth1a2b3c4'],
    ['deleted billing-5d78c986|9d-x7k2p', 'pod billing-5d78c9869d-x7k2p'],
    ['the word trou|ble is nothing', 'nothing'],
    ['at 2022-05-13T|02:27:47 nothing', 'nothing'],
  ];
  for (const [marked, expected] of cases) {
    it(`is ${expected.slice(0, 50)}`, () => assert.equal(at(marked), expected));
  }

  it('is a node when the report knows one of that name', () => {
    assert.equal(at('node-|7 kernel: x', new Set(['node-7'])), 'node node-7');
  });

  it('is else a word, to be followed as it stands', () => {
    assert.equal(textAt('error "ECONNRESET" seen', 9)?.value, 'ECONNRESET');
  });

  it('is told of what a user types', () => {
    assert.deepEqual(identifierOfName('shop/billing-0', noNodes).entities, { namespace: 'shop', pod: 'billing-0' });
    assert.equal(identifierOfName(`docker://${container}`, noNodes).kind, 'container');
    assert.equal(identifierOfName('operation timeout', noNodes).kind, 'text');
  });
});

function follow(wanted: Identifier, sources: Readonly<Record<string, string>>, pieceBytes = 1 << 20): FollowResult {
  const pursuit = new Pursuit(wanted, null);
  while (pursuit.begin()) {
    for (const [id, text] of Object.entries(sources)) {
      const bytes = new TextEncoder().encode(text);
      const reader = pursuit.openSource({ id });
      for (let from = 0; from < bytes.length; from += pieceBytes) reader.push(bytes.slice(from, from + pieceBytes));
      reader.end();
    }
  }
  return pursuit.result(() => undefined, 100);
}

function placesOf({ mentions }: FollowResult): string[] {
  return mentions.map(({ source, line }) => `${source}:${line}`).sort();
}

describe('following', () => {
  const sources = {
    'containerd.log': [
      `RunPodSandbox for &PodSandboxMetadata{Name:billing-0,Uid:${uid},Namespace:shop,Attempt:0,} returns sandbox id "${sandbox}"`,
      `CreateContainer within sandbox "${sandbox}" returns container id "${container}"`,
      'something else',
      `shim disconnected id=${container}`,
    ].join('\n'),
    kernel: `oom-kill:constraint=CONSTRAINT_MEMCG,task_memcg=/kubepods/burstable/pod${uid}/${container},task=java\nother\n`,
    messages: `kubepods-burstable-pod${uid.replaceAll('-', '_')}.slice: Failed\nunit failed\ndocker[1]: ${container.slice(0, 12)} cleanup\n`,
    'kubelet.log': [
      'pod="shop/billing-0" started',
      'pod="shop/billing-01" is another one',
      'pod="stage/billing-0" is of another namespace',
      'my-billing-0 is another one',
      'billing-0_shop(x) probe failed',
    ].join('\n'),
  };
  const everything = [
    'containerd.log:1',
    'containerd.log:2',
    'containerd.log:4',
    'kernel:1',
    'kubelet.log:1',
    'kubelet.log:5',
    'messages:1',
    'messages:3',
  ];

  it('finds a pod under all its names, which the lines about it reveal', () => {
    const result = follow(identifierOfName('shop/billing-0', noNodes), sources);
    assert.deepEqual(placesOf(result), everything);
    assert.equal(result.thing.name, 'shop/billing-0');
    assert.ok(result.thing.spellings.includes(uid));
    assert.ok(result.thing.spellings.includes(container.slice(0, 12)));
  });

  it('finds the same from the id of a container', () => {
    const result = follow(identifierOfName(container.slice(0, 12), noNodes), sources);
    assert.deepEqual([result.thing.kind, result.thing.name], ['pod', 'shop/billing-0']);
    assert.deepEqual(placesOf(result), everything);
  });

  it('finds the same whatever the pieces of a source are', () => {
    for (const size of [1, 7, 64])
      assert.deepEqual(placesOf(follow(identifierOfName('shop/billing-0', noNodes), sources, size)), everything);
  });

  it('shows where in the line the name stands', () => {
    const [mention] = follow(identifierOfName('java', noNodes), sources).mentions;
    assert.equal(mention?.text.slice(mention.start, mention.end), 'java');
  });

  it('takes a disk with its partitions, and no other one', () => {
    const text = 'sd 0:0:1:0: [sdb] failed\nEXT4-fs (sdb1): error\n[sda] fine\nsdbx\n';
    assert.deepEqual(placesOf(follow({ kind: 'device', value: 'sdb', entities: {} }, { kern: text })), [
      'kern:1',
      'kern:2',
    ]);
  });

  it('lists no more than was asked for and counts the others', () => {
    const { mentions, total } = follow(identifierOfName('again', noNodes), { a: 'once again\n'.repeat(7000) });
    assert.deepEqual([mentions.length, total], [100, 7000]);
  });
});
