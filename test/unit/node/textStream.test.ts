/** Text in other encodings, with marks, with holes: what the engine gets is UTF-8, and every byte left out has a number. */
import * as assert from 'node:assert/strict';
import { newStage } from '../../../server/src/node/stage';
import { encodingOf, textStream } from '../../../server/src/node/textStream';
import { inPieces, readAll } from '../../support/packing';

const text = 'May 13 10:00:00 node-7 kubelet: 等待 😀 "Ünïcode"\r\nsecond line\n';

function utf16be(value: string): Buffer {
  return Buffer.from(value, 'utf16le').swap16();
}

function utf32(value: string, isLittle: boolean): Buffer {
  const points = [...value].map((character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(points.length * 4);
  points.forEach((point, index) => {
    if (isLittle) bytes.writeUInt32LE(point, index * 4);
    else bytes.writeUInt32BE(point, index * 4);
  });
  return bytes;
}

async function read(
  bytes: Uint8Array,
  size = 65_536,
): Promise<{ readonly text: string; readonly gaps: string[]; readonly taken: number; readonly lost: number }> {
  const encoding = encodingOf(bytes.subarray(0, 4096));
  const stage = encoding === 'utf-8' ? null : newStage('a.log', encoding);
  const held = await readAll(textStream(inPieces(bytes, size), encoding, stage));
  const gaps = held.gaps.map(({ kind, bytes: count, reason }) => `${kind} of ${count}: ${reason.en}`);
  return { text: held.text.toString(), gaps, taken: stage?.taken ?? bytes.length, lost: stage?.lost ?? 0 };
}

describe('text', () => {
  const encoded: Readonly<Record<string, Buffer>> = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with a byte order mark': Buffer.from(`\ufeff${text}`),
    'UTF-16 little endian': Buffer.from(text, 'utf16le'),
    'UTF-16 little endian with a mark': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'UTF-16 big endian': utf16be(text),
    'UTF-16 big endian with a mark': utf16be(`\ufeff${text}`),
    'UTF-32 little endian with a mark': utf32(`\ufeff${text}`, true),
    'UTF-32 big endian with a mark': utf32(`\ufeff${text}`, false),
  };
  for (const [name, bytes] of Object.entries(encoded)) {
    it(`in ${name} is the same text, in pieces of any size`, async () => {
      for (const size of [1, 2, 3, 7, 4096])
        assert.deepEqual(await read(bytes, size), { text, gaps: [], taken: bytes.length, lost: 0 });
    });
  }

  it('in UTF-16 that is cut in a character keeps the rest and says so', async () => {
    const bytes = Buffer.from(`${text}😀`, 'utf16le');
    const { text: read16, gaps, lost } = await read(bytes.subarray(0, bytes.length - 1), 5);
    assert.equal(read16, `${text}\ufffd`);
    assert.deepEqual(gaps, ['loss of 0: half a character at the end']);
    assert.equal(lost, 1);
  });

  it('that is no UTF-8 passes as it is', async () => {
    const bytes = Buffer.from([0x61, 0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80, 10]);
    const { text: read8 } = await readAll(textStream(inPieces(bytes, 2), 'utf-8', null));
    assert.ok(read8.equals(bytes));
  });

  for (const size of [1, 7, 63, 64, 65, 4096, 100_000]) {
    it(`with blocks of NUL bytes leaves the long ones out and counts them, in pieces of ${size}`, async () => {
      const bytes = Buffer.concat([
        Buffer.alloc(4096),
        Buffer.from('one\0two\n'),
        Buffer.alloc(64),
        Buffer.from('three\n'),
        Buffer.alloc(63),
        Buffer.from('four\n'),
        Buffer.alloc(1000),
      ]);
      const { text: found, gaps } = await read(bytes, size);
      assert.equal(found, `one\0two\nthree\n${'\0'.repeat(63)}four\n`);
      assert.deepEqual(
        gaps.map((gap) => gap.slice(0, gap.indexOf(':'))),
        ['hole of 4096', 'hole of 64', 'hole of 1000'],
      );
    });
  }
});
