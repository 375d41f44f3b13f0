/** Archives in archives and files of every kind, told by what they hold and not by what they are called. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { usualLimits } from '../../../server/src/node/unpack';
import { logText } from '../../support/logText';
import { pipe, unpackBytes, withFolder } from '../../support/packing';

const log = logText(50_000);

/** A tar archive of one member. */
async function tarOf(name: string, content: string | Uint8Array): Promise<Buffer> {
  return withFolder({ [name]: content }, (folder) => execFileSync('tar', ['-C', folder, '-cf', '-', name]));
}

describe('files inside files', () => {
  it('are found in an archive in a packed archive in a zip archive', async () => {
    const inner = pipe('xz', ['-c'], await tarOf('var/log/messages.gz', gzipSync(log)));
    const bundle = gzipSync(await tarOf('node-7/inner.tar.xz', inner));
    const whole = await withFolder({ 'bundle.tgz': bundle }, (folder) => {
      execFileSync('zip', ['-q', 'case.zip', 'bundle.tgz'], { cwd: folder });
      return readFileSync(path.join(folder, 'case.zip'));
    });
    const { texts, notes, stages } = await unpackBytes('case.zip', whole);
    const id = 'case.zip!/bundle.tgz!/node-7/inner.tar.xz!/var/log/messages.gz';
    assert.deepEqual(Object.keys(texts), [id]);
    assert.equal(texts[id] === log, true);
    assert.deepEqual(notes, []);
    assert.deepEqual(
      stages[id]?.map(({ form }) => form),
      ['zip', 'gzip', 'tar', 'xz', 'tar', 'gzip'],
    );
  });

  it('are read six deep and refused by name beyond', async () => {
    const deep = async (levels: number): Promise<Buffer> => {
      let bytes: Buffer = Buffer.from(log);
      for (let level = 0; level < levels; level++) bytes = gzipSync(await tarOf('x', bytes));
      return bytes;
    };
    const { texts } = await unpackBytes('a.tgz', await deep(6));
    assert.equal(Object.values(texts)[0] === log, true);
    const { notes } = await unpackBytes('a.tgz', await deep(7));
    assert.deepEqual(notes, [
      `a.tgz${'!/x'.repeat(6)}: more than 6 archives inside each other: unpack the outer ones first`,
    ]);
  });

  it('in a zip archive inside a damaged packed file say that the packed file is damaged', async () => {
    const zip = await withFolder({ messages: log }, (folder) => {
      execFileSync('zip', ['-q', '-0', 'a.zip', 'messages'], { cwd: folder });
      return readFileSync(path.join(folder, 'a.zip'));
    });
    const packed = gzipSync(zip);
    packed.writeUInt32LE(0, packed.length - 8);
    const { texts, notes } = await unpackBytes('a.zip.gz', packed);
    assert.equal(texts['a.zip.gz!/messages'] === log, true);
    assert.deepEqual(notes, ['a.zip.gz: gzip member 1 fails its checksum: its text is not verified']);
  });

  it('stop where a bomb unpacks to more than the limit, and say so', async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000, 'a line of text\n'));
    const { texts, notes } = await unpackBytes('a.gz', bomb, { limits: { ...usualLimits, bytes: 1_000_000 } });
    assert.ok((texts['a.gz']?.length ?? 0) <= 1_000_000 && (texts['a.gz']?.length ?? 0) > 900_000);
    assert.deepEqual(notes, [
      'a.gz: loss: it unpacks to more than 1000000 bytes: the rest is not read; unpack it first',
    ]);
  });

  it('stop at the limit of members, and say so', async () => {
    const tar = await withFolder({ a: '1', b: '2', c: '3' }, (folder) =>
      execFileSync('tar', ['-C', folder, '-cf', '-', 'a', 'b', 'c']),
    );
    const { texts, notes } = await unpackBytes('a.tar', tar, { limits: { ...usualLimits, members: 2 } });
    assert.deepEqual(Object.values(texts), ['1', '2']);
    assert.deepEqual(notes, ['a.tar: more than 2 members: the others are not read; unpack it first']);
  });

  it('behind a damaged stretch of a packed archive are found again', async () => {
    const members = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`log-${index}`, logText(20_000)]));
    const packed = await withFolder(members, (folder) => {
      mkdirSync(path.join(folder, 'out'));
      // Four frames, as appending to a packed archive makes them.
      const tar = execFileSync('tar', ['-C', folder, '-cf', '-', ...Object.keys(members)], { maxBuffer: 2 ** 28 });
      const quarter = tar.length >> 2;
      return [0, 1, 2, 3].map((part) => {
        writeFileSync(
          path.join(folder, 'out', 'part'),
          tar.subarray(part * quarter, part === 3 ? tar.length : (part + 1) * quarter),
        );
        return execFileSync('zstd', ['-q', '-c', path.join(folder, 'out', 'part')]);
      });
    });
    packed[1]?.fill(0xaa, 200, 260);
    const { texts, notes } = await unpackBytes('a.tar.zst', Buffer.concat(packed));
    const whole = Object.entries(texts).filter(([id, text]) => text === members[id.split('!/')[1] ?? '']);
    assert.ok(whole.length >= 27, `${whole.length} of 40 members are whole`);
    assert.ok(notes.some((note) => note.includes('zstd frame 2')));
  });
});

describe('content', () => {
  const texts: Readonly<Record<string, Buffer>> = {
    'a log that begins with NUL bytes': Buffer.concat([
      Buffer.alloc(5000),
      Buffer.from('May 13 10:00:00 node-7 kernel: up\n'),
    ]),
    'a log with colours': Buffer.from('\u001b[31mE0513 10:31:02.004211 1 a.go:1] text\u001b[0m\n'.repeat(9)),
    'a log with two stray NUL bytes': Buffer.from('May 13 10:00:00 node-7 a\0b\0c\n'),
    'a log of other letters': Buffer.from('五月 13 10:00:00 节点 内核：已启动\n'.repeat(9)),
    'a log in Latin-1': Buffer.from('May 13 10:00:00 node-7 kernel: Gerät für Übergröße\n', 'latin1'),
    nothing: Buffer.alloc(0),
  };
  for (const [name, bytes] of Object.entries(texts)) {
    it(`that is ${name} is read, whatever it is called`, async () => {
      assert.deepEqual(Object.keys((await unpackBytes('picture.png', bytes)).texts), ['picture.png']);
    });
  }

  it('that is packed is unpacked, whatever it is called', async () => {
    const { texts: found } = await unpackBytes('messages.txt', gzipSync(log));
    assert.equal(found['messages.txt'] === log, true);
  });

  const others: Readonly<Record<string, Buffer>> = {
    'a program or core dump (ELF), not a log': Buffer.from('\x7fELF\x02\x01\x01'),
    'a database (SQLite), not a log': Buffer.from('SQLite format 3\0'),
    'binary data, not a log': Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251)),
    '7-Zip data: unpack it first (`7z x FILE`)': Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'),
  };
  for (const [reason, bytes] of Object.entries(others)) {
    it(`that is ${reason.split(/[,:]/)[0]} is named`, async () => {
      assert.deepEqual((await unpackBytes('messages', bytes)).notes, [`messages: ${reason}`]);
    });
  }

  it('that is a table of logins (wtmp) is no log', async () => {
    const record = Buffer.alloc(384);
    record.writeInt32LE(7, 0);
    record.writeInt32LE(4711, 4);
    record.write('pts/0', 8);
    record.write('root', 44);
    record.writeInt32LE(1_620_900_000, 340);
    const { notes } = await unpackBytes('wtmp', Buffer.concat(Array.from({ length: 20 }, () => record)));
    assert.deepEqual(notes, ['wtmp: binary data, not a log']);
  });
});
