/** Gzip in every state it is collected in: everything that can be decoded is, and everything else is a named gap. */
import * as assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { gunzip } from '../../../server/src/node/gzip';
import { newStage } from '../../../server/src/node/stage';
import { logText, randomNumbers } from '../../support/logText';
import type { Held } from '../../support/packing';
import { inPieces, pipe, readAll } from '../../support/packing';

const log = Buffer.from(logText(400_000));
const second = Buffer.from('second member\n');

async function decode(bytes: Uint8Array, size = 1000): Promise<Held> {
  return readAll(gunzip(inPieces(bytes, size), newStage('a.gz', 'gzip')));
}

function reasons({ gaps }: Held): string[] {
  return gaps.map(({ kind, reason }) => `${kind}: ${reason.en}`);
}

describe('gunzip', () => {
  for (const size of [1, 7, 4096, 65_536, 10_000_000]) {
    it(`reads all members, in pieces of ${size}`, async () => {
      const held = await decode(Buffer.concat([pipe('gzip', ['-9'], log), gzipSync(second), gzipSync('')]), size);
      assert.ok(held.text.equals(Buffer.concat([log, second])));
      assert.deepEqual(held.gaps, []);
    });
  }

  it('reads many small members among large, padded, damaged and cut ones, in pieces of any size', async () => {
    const texts = (from: number, to: number): Buffer[] =>
      Array.from({ length: to - from }, (_, index) => Buffer.from(`line ${from + index} ${'x'.repeat(index % 50)}\n`));
    const packed = texts(0, 300).map((text) => gzipSync(text));
    const named = Buffer.from(packed[0] as Buffer);
    named[3] = 8;
    const isNamed = Buffer.concat([named.subarray(0, 10), Buffer.from('messages\0'), named.subarray(10)]);
    const wrong = Buffer.from(gzipSync('wrong\n'));
    wrong[wrong.length - 8] = (wrong[wrong.length - 8] ?? 0) ^ 1;
    const bytes = Buffer.concat([
      ...packed.slice(0, 200),
      ...[gzipSync(log), isNamed, wrong, gzipSync('')],
      ...packed.slice(200),
      ...[Buffer.alloc(10), isNamed, (packed[1] as Buffer).subarray(0, -3)],
    ]);
    const first = Buffer.from('line 0 \n');
    const expected = [...texts(0, 200), log, first, Buffer.from('wrong\n'), ...texts(0, 300).slice(200), first];
    const last = texts(0, 2)[1] as Buffer;
    for (const size of [7, 1000, 65_536, 10_000_000]) {
      const held = await decode(bytes, size);
      assert.ok(held.text.equals(Buffer.concat([...expected, last])), `pieces of ${size}`);
      assert.deepEqual(reasons(held), [
        'unverified: gzip member 203 fails its checksum: its text is not verified',
        'padding: NUL padding',
        'unverified: gzip member 306 is cut in its trailer: its text is not verified',
      ]);
    }
  });

  it('reads headers with a name, a comment, extra fields and a checksum', async () => {
    const plain = gzipSync(second);
    const fields = [Buffer.from([3, 0, 1, 2, 3]), Buffer.from('messages\0'), Buffer.from('rotated\0'), Buffer.alloc(2)];
    const header = Buffer.from(plain.subarray(0, 10));
    header[3] = 2 | 4 | 8 | 16;
    const held = await decode(Buffer.concat([header, ...fields, plain.subarray(10)]), 3);
    assert.equal(held.text.toString(), second.toString());
    assert.deepEqual(held.gaps, []);
  });

  it('reads the member behind NUL padding and says how long the padding is', async () => {
    const packed = gzipSync(log);
    const held = await decode(Buffer.concat([packed, Buffer.alloc(512), gzipSync(second), Buffer.alloc(7)]));
    assert.ok(held.text.equals(Buffer.concat([log, second])));
    assert.deepEqual(reasons(held), ['padding: NUL padding', 'padding: NUL padding']);
    assert.deepEqual(held.gaps[0]?.packed, { form: 'gzip', start: packed.length, end: packed.length + 512 });
  });

  it('keeps all text before bytes that are no gzip', async () => {
    const held = await decode(Buffer.concat([gzipSync(log), Buffer.from('some text')]));
    assert.ok(held.text.equals(log));
    assert.deepEqual(reasons(held), ['loss: bytes behind the gzip data that are none']);
  });

  it('keeps what a cut member holds, to nearly the last byte', async () => {
    const whole = gzipSync(log);
    const held = await decode(whole.subarray(0, whole.length * 0.6));
    assert.ok(log.subarray(0, held.text.length).equals(held.text));
    assert.ok(held.text.length > log.length * 0.55);
    assert.deepEqual(reasons(held), [
      'loss: gzip member 1 is cut: what follows is missing',
      'unverified: gzip member 1 is not whole: what was decoded of it before is not verified',
    ]);
  });

  it('keeps what stands before damage and finds the member behind it', async () => {
    const whole = Buffer.from(gzipSync(log));
    whole.fill(0xff, whole.length >> 1, (whole.length >> 1) + 30);
    const held = await decode(Buffer.concat([whole, gzipSync(second)]));
    assert.ok(held.text.subarray(-second.length).equals(second));
    assert.ok(held.text.length > log.length / 2 - 150_000);
    assert.match(reasons(held)[0] ?? '', /loss: gzip member 1 is damaged/);
  });

  it('says when a checksum or a length fails', async () => {
    for (const back of [8, 4]) {
      const bytes = Buffer.from(gzipSync(log));
      bytes[bytes.length - back] = (bytes[bytes.length - back] ?? 0) ^ 1;
      const held = await decode(bytes);
      assert.ok(held.text.equals(log));
      assert.deepEqual(reasons(held), ['unverified: gzip member 1 fails its checksum: its text is not verified']);
    }
  });

  it('with one wrong bit gives the text, or says that something is wrong', async () => {
    const random = randomNumbers(11);
    const packed = gzipSync(log.subarray(0, 60_000));
    for (let run = 0; run < 200; run++) {
      const bytes = Buffer.from(packed);
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const held = await decode(bytes, 5000);
      assert.ok(held.gaps.length > 0 || held.text.equals(log.subarray(0, 60_000)), `byte ${at}`);
    }
  });

  it('accounts for every byte of the packed form', async () => {
    const damaged = Buffer.concat([gzipSync(log), Buffer.alloc(100), Buffer.from('text'), gzipSync(second)]);
    const stage = newStage('a.gz', 'gzip');
    const { text } = await readAll(gunzip(inPieces(damaged, 777), stage));
    assert.deepEqual(stage, {
      id: 'a.gz',
      form: 'gzip',
      taken: damaged.length,
      lost: 4,
      padding: 100,
      given: text.length,
    });
  });
});
