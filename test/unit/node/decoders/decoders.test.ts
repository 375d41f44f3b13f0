/** Zstd, xz, bzip2 and lz4 against the programs that write them: every byte back, and no damage without a word. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { unbzip2 } from '../../../../server/src/node/decoders/bzip2';
import type { Decoder, DecoderGap } from '../../../../server/src/node/decoders/decoder';
import { decodeWhole } from '../../../../server/src/node/decoders/decoder';
import { unlz4 } from '../../../../server/src/node/decoders/lz4';
import { unxz } from '../../../../server/src/node/decoders/xz';
import { unzstd } from '../../../../server/src/node/decoders/zstd';
import { logText, randomNumbers } from '../../../support/logText';

interface Form {
  readonly program: string;
  readonly decoder: Decoder;
  /** Options that lead the program to every branch of its format. */
  readonly options: readonly string[];
  /** Bytes that the format allows around its data. */
  readonly filler: Buffer;
}

const skippable = Buffer.concat([Buffer.from([0x53, 0x2a, 0x4d, 0x18, 5, 0, 0, 0]), Buffer.from('notes')]);

const forms: readonly Form[] = [
  {
    program: 'zstd',
    decoder: unzstd,
    options: ['-1', '-3 --long=27', '-19', '--fast=5', '--no-check'],
    filler: skippable,
  },
  {
    program: 'xz',
    decoder: unxz,
    options: [
      '-0',
      '-6',
      '-6e',
      '--check=crc32',
      '--check=sha256',
      '--check=none',
      '-T2 --block-size=100000',
      '--lzma2=dict=4KiB,lc=0,lp=4,pb=0',
      '--lzma2=dict=64KiB,lc=1,lp=2,pb=4,mode=fast',
    ],
    filler: Buffer.alloc(8),
  },
  { program: 'bzip2', decoder: unbzip2, options: ['-1', '-9'], filler: Buffer.alloc(0) },
  {
    program: 'lz4',
    decoder: unlz4,
    options: ['-1', '-9', '-9 -BD', '-BD -BX -B4', '-B7', '--no-frame-crc --content-size'],
    filler: skippable,
  },
];

const random = randomNumbers(7);
const noise = Buffer.from(Array.from({ length: 60_000 }, () => Math.floor(random() * 256)));
const log = Buffer.from(logText(300_000));
const texts: Readonly<Record<string, Buffer>> = {
  nothing: Buffer.alloc(0),
  'one byte': Buffer.from('x'),
  'one byte a million times': Buffer.alloc(1_000_000, 'a'),
  'a few lines': Buffer.from('node-7 is not ready\n'.repeat(20)),
  'a log': log,
  'bytes without order': noise,
  'a log between bytes without order': Buffer.concat([noise, log, noise, log]),
};

function pack(program: string, text: Uint8Array, options = ''): Buffer {
  const words = ['-c', '-q', ...options.split(' ')].filter((word) => word !== '');
  return execFileSync(program, words, { input: text, maxBuffer: 2 ** 30 });
}

function decode({ decoder }: Form, bytes: Uint8Array): { readonly text: Buffer; readonly complete: boolean } {
  const { bytes: text, complete } = decodeWhole(decoder, bytes, 2 ** 30);
  return { text: Buffer.from(text), complete };
}

/** What a decoder says about bytes. */
function gapsOf(decoder: Decoder, bytes: Uint8Array): DecoderGap[] {
  const gaps: DecoderGap[] = [];
  const input = { position: 0 };
  const decoding = decoder(input);
  let answer: Uint8Array = new Uint8Array(0);
  for (let step = decoding.next(answer); step.done !== true; step = decoding.next(answer)) {
    const { value } = step;
    if ('gap' in value) gaps.push(value.gap);
    else if ('take' in value) {
      answer = bytes.subarray(input.position, input.position + value.take);
      input.position += answer.length;
    } else if ('peek' in value) answer = bytes.subarray(input.position, input.position + value.peek);
  }
  assert.equal(input.position, bytes.length, 'the decoder looked at every byte');
  return gaps;
}

for (const form of forms) {
  describe(`${form.program} data`, () => {
    for (const [name, text] of Object.entries(texts)) {
      it(`of ${name} come back whole, however they were written`, () => {
        for (const options of form.options) {
          const { text: decoded, complete } = decode(form, pack(form.program, text, options));
          assert.ok(decoded.equals(text), `${form.program} ${options}`);
          assert.ok(complete, `${form.program} ${options}`);
        }
      });
    }

    it('are read to the last of many parts, and across what the format allows between them', () => {
      const parts = ['first\n', 'second\n', '', 'third\n'].flatMap((text) => [
        pack(form.program, Buffer.from(text)),
        form.filler,
      ]);
      const { text, complete } = decode(form, Buffer.concat(parts));
      assert.equal(text.toString(), 'first\nsecond\nthird\n');
      assert.ok(complete);
    });

    it('with one wrong bit give the text, or say that something is wrong', () => {
      const packed = pack(form.program, log);
      for (let run = 0; run < 60; run++) {
        const bytes = Buffer.from(packed);
        const at = Math.floor(random() * bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        const { text, complete } = decode(form, bytes);
        assert.ok(!complete || text.equals(log), `byte ${at} of ${bytes.length}`);
      }
    });

    it('that are cut keep what is there and say that they are cut', () => {
      const packed = pack(form.program, Buffer.concat([log, log, log]));
      for (let percent = 1; percent < 100; percent += 7) {
        const { text, complete } = decode(form, packed.subarray(0, Math.floor((packed.length * percent) / 100)));
        assert.ok(Buffer.concat([log, log, log]).subarray(0, text.length).equals(text), `${percent} %`);
        assert.ok(!complete, `${percent} %`);
      }
    });

    it('are found again behind damage', () => {
      const first = pack(form.program, log);
      const damaged = Buffer.concat([first.subarray(0, first.length / 2), Buffer.from('damage'), first]);
      const { text, complete } = decode(form, damaged);
      assert.ok(text.subarray(-log.length).equals(log));
      assert.ok(!complete);
    });

    it('are told from what is none', () => {
      const packed = Buffer.concat([
        pack(form.program, log),
        Buffer.from('May 13 10:00:00 a line of text behind it\n'),
      ]);
      const gaps = gapsOf(form.decoder, packed);
      assert.deepEqual(
        gaps.map(({ kind, end }) => ({ kind, end })),
        [{ kind: 'loss', end: packed.length }],
      );
    });
  });
}

describe('a bzip2 file with a damaged block', () => {
  it('loses that block only', () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `line ${index} of node-${(index * 7919) % 97}\n`);
    const packed = pack('bzip2', Buffer.from(lines.join('')), '-1');
    packed.fill(0x55, packed.length / 2, packed.length / 2 + 40);
    const { text, complete } = decode(forms[2] as Form, packed);
    const whole = lines.join('');
    assert.ok(text.length > whole.length - 220_000 && text.length < whole.length);
    assert.ok(whole.startsWith(text.subarray(0, 300_000).toString()));
    assert.ok(whole.endsWith(text.subarray(-300_000).toString()));
    assert.ok(!complete);
  });
});

describe('a zstd frame', () => {
  it('that needs a dictionary or a giant window is refused by name, and the next one is read', () => {
    const next = pack('zstd', Buffer.from('the next frame\n'));
    // Frames of one raw block; the first needs dictionary 7, the second a window of 2 GiB.
    const dictionary = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x01, 0x00, 7, 0x09, 0, 0, 0x41]);
    const window = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 0x09, 0, 0, 0x41]);
    const gaps = gapsOf(unzstd, Buffer.concat([dictionary, window, next]));
    assert.deepEqual(
      gaps.map((gap) => gap.reason.en),
      [
        'zstd frame 1: needs the dictionary 7: unpack it with `zstd -d -D DICTIONARY` first',
        'zstd frame 2: needs a window of 2048 MiB: unpack it with `zstd -d --long=31` first',
      ],
    );
    const { text } = decode(forms[0] as Form, Buffer.concat([dictionary, window, next]));
    assert.equal(text.toString(), 'the next frame\n');
  });
});
