/** What is found through an index of names is what reading every line finds, whatever stands in the lines. */
import { strict as assert } from 'node:assert';
import { readKeys } from '../../../../server/src/engine/follow/nameKeys';
import { createPlainNameTable } from '../../../../server/src/engine/follow/nameTable';
import type { Identifier, TextNames } from '../../../../server/src/engine/index';
import { identifierOfName, NameIndexer, Pursuit } from '../../../../server/src/engine/index';
import { indexLines, indexStretches } from '../../../support/indexLines';

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (limit: number) => number {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const uid = '0f0f3b1e-d261-11ec-9d64-0242ac120002';
const otherUid = '0f0f3b1f-d261-11ec-9d64-0242ac120002';
const container = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const digits = '123456789012';

/** Ways in which names stand in lines, and what resembles them. */
const phrases = [
  `pod="shop/billing-0" podUID="${uid}"`,
  'pod="stage/billing-0"',
  'my-billing-0 billing-01 billing-0x',
  `kubepods-burstable-pod${uid.replaceAll('-', '_')}.slice: Failed`,
  `kubepods-burstable-pod${otherUid.replaceAll('-', '_')}.slice: Failed`,
  `/pods/${uid}/volumes and pvc-${uid}`,
  `a${uid}b ${otherUid}`,
  `\\n${container} \\t${container.slice(0, 12)}, f${container.slice(0, 12)}`,
  `docker-${container}.scope id=${container.slice(0, 12)}`,
  `started ${digits} ${digits}34 1${digits}`,
  'EXT4-fs (sda1): error, [sda] failed, sdab, sda1x xsda sda-1 vdb12 dm-1 dm-12',
  'image registry.example.com:5000/shop/billing:1.4 pulled in 1.234567891s',
  'docker.service: failed, xdocker.service, docker.services',
  'lonely error timeout é billing-0é ünit \u2028 end',
  '2022-05-13T02:27:47.123456789Z',
  '',
  'x',
];

const wanted: readonly Identifier[] = [
  'shop/billing-0',
  uid,
  otherUid,
  container,
  container.slice(0, 12),
  digits,
  'docker.service',
  'registry.example.com:5000/shop/billing:1.4',
  `pvc-${uid}`,
  'error timeout',
  'error timeout é',
  'ünit',
  '(sda1): error',
  'no such thing anywhere',
]
  .map((name) => identifierOfName(name, new Set()))
  .concat(
    ['sda', 'vdb', 'dm-1'].map((value): Identifier => ({ kind: 'device', value, entities: {} })),
    { kind: 'node', value: 'x', entities: {} },
  );

function randomText(seed: number, count: number): Uint8Array {
  const roll = dice(seed);
  const parts: Uint8Array[] = [];
  for (let line = 0; line < count; line++) {
    const words = Array.from({ length: roll(4) }, () => phrases[roll(phrases.length)] as string);
    if (roll(40) === 0) words.unshift('long '.repeat(roll(8000)));
    const bytes = new TextEncoder().encode(words.join(' '));
    if (bytes.length > 0 && roll(10) === 0) bytes[roll(bytes.length)] = 0xff;
    parts.push(bytes, Uint8Array.of(...(roll(9) === 0 ? [13, 10] : [10])));
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

interface Found {
  readonly places: readonly string[];
  readonly spellings: readonly string[];
  /** Bytes that were looked at. */
  readonly read: number;
}

function follow(identifier: Identifier, bytes: Uint8Array, index: TextNames | null): Found {
  const pursuit = new Pursuit(identifier, null);
  let read = 0;
  while (pursuit.begin()) {
    if (index === null || !pursuit.canBeLookedUp) {
      const reader = pursuit.openSource({ id: 'log' });
      reader.push(bytes);
      reader.end();
      read += bytes.length;
      continue;
    }
    const places = pursuit.lookUp(index);
    for (let place = places.next(); place !== null; place = places.next()) {
      const { from, to, before, names } = place;
      pursuit.look('log', bytes.subarray(from, to), names, before);
      read += to - from;
    }
  }
  const { mentions, thing } = pursuit.result(() => undefined, 100_000);
  return {
    places: mentions.map(({ line, start, text }) => `${line}:${start}:${text.length}`),
    spellings: thing.spellings,
    read,
  };
}

describe('an index of names', () => {
  for (const blockBytes of [16, 300, 4096]) {
    it(`leads to every line that mentions something, with blocks of ${blockBytes} bytes`, () => {
      const indexer = new NameIndexer(createPlainNameTable, blockBytes);
      for (const seed of [1, 2, 3]) {
        const bytes = randomText(seed, 300);
        for (const stretches of [1, 12]) {
          const index = indexStretches(indexer, bytes, stretches);
          for (const identifier of wanted) {
            const { read: _all, ...expected } = follow(identifier, bytes, null);
            const { read: _few, ...found } = follow(identifier, bytes, index);
            assert.deepEqual(found, expected, `${identifier.kind} ${identifier.value}, seed ${seed}`);
          }
        }
      }
    });
  }

  it('leads to little else', () => {
    const line = (number: number): string =>
      `2022-05-13T02:27:47.${number}Z sync of ${(number * 7919).toString(16).padStart(12, 'a')}\n`;
    const text = Array.from({ length: 20_000 }, (_, number) => line(number + 1e8)).join('');
    const bytes = new TextEncoder().encode(text.replace('sync', `pod="shop/billing-0" ${uid}`));
    const index = indexStretches(new NameIndexer(), bytes, 3);
    const { places, read } = follow(identifierOfName('shop/billing-0', new Set()), bytes, index);
    assert.equal(places.length, 1);
    assert.ok(read < 3 * 4096 * 2, `${read} bytes`);
  });

  it('is none where there are more names than people look for', () => {
    const bytes = new TextEncoder().encode(
      Array.from({ length: 600_000 }, (_, number) => `n${number.toString(36)}-${number}`).join('\n'),
    );
    assert.equal(indexLines(new NameIndexer(), bytes), null);
  });

  it('is none where names were made to be mistaken for one another: each would be compared with thousands', () => {
    // Names of five letters, each before a line feed.
    const names = new Uint8Array(2_000_000 * 6).fill(10);
    for (let number = 0; number < 2_000_000; number++)
      for (let letter = 0, rest = number; letter < 5; letter++, rest = Math.floor(rest / 20))
        names[number * 6 + letter] = 103 + (rest % 20);
    const alike: number[] = [];
    let seen = 0;
    readKeys(names, 0, names.length, {
      take: (key) => {
        // Where an index looks first.
        if (((key ^ (key >>> 12)) & 0xfffff) < 700) alike.push(...names.subarray(seen * 6, seen * 6 + 6));
        seen++;
      },
    });
    assert.equal(seen * 6, names.length);
    assert.equal(indexLines(new NameIndexer(), Uint8Array.from(alike)), null);
    assert.notEqual(indexLines(new NameIndexer(), names.subarray(0, 60_000)), null);
  });
});
