/** The WebAssembly loop notes exactly the names that plain code notes, in whatever pieces the lines come. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createPlainNameTable } from '../../../server/src/engine/follow/nameTable';
import { NameIndexer } from '../../../server/src/engine/index';
import { fastNameTables } from '../../../server/src/node/fastNames';
import { indexLines } from '../../support/indexLines';

const uid = '0f0f3b1e-d261-11ec-9d64-0242ac120002';
const container = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** What names are made of, and what stands between them. */
const parts = fc.oneof(
  fc.constantFrom(
    uid,
    uid.replaceAll('-', '_'),
    `${uid.slice(0, 18)}:${uid.slice(19)}`,
    container,
    container.slice(0, 12),
    container.slice(0, 11),
    container.toUpperCase(),
    'deadbeefcafe',
    'g',
    '-',
    '_',
    'sda1',
    'nvme0n1',
    'xvdab12',
    'abcdefghijklmnop-',
    '12ms',
    '123456789Z',
    '2022-05-13T02:27:47',
    ' ',
    '\n',
    '.é/',
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
  fc.string({ maxLength: 80, unit: fc.constantFrom('0', '9', 'a', 'f', 'g', 'z', 'A', 'Z', '-') }),
);

describe('the WebAssembly loop over names', () => {
  const createTable = fastNameTables();

  it('is there on every machine that runs the tests', () => {
    assert.ok(createTable);
  });

  for (const blockBytes of [16, 100, 4096]) {
    it(`notes what plain code notes, in blocks of ${blockBytes} bytes`, () => {
      const plain = new NameIndexer(createPlainNameTable, blockBytes);
      const fast = new NameIndexer(createTable, blockBytes);
      fc.assert(
        fc.property(fc.array(parts, { maxLength: 80 }), fc.integer({ min: 1, max: 9 }), (texts, pieces) => {
          const bytes = Buffer.from(texts.join(''));
          const index = indexLines(plain, bytes);
          assert.ok(index);
          assert.deepEqual(indexLines(fast, bytes, pieces), index);
          assert.deepEqual(indexLines(plain, bytes, pieces), index);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('has no index either where there are more names than people look for', () => {
    const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, at) => `n${at.toString(36)}-${at}`).join('\n'));
    assert.equal(indexLines(new NameIndexer(createTable), bytes), null);
  });
});
