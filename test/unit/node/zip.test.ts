/** Zip archives as Info-ZIP writes them, and as damage and hostile hands leave them. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { logText } from '../../support/logText';
import { unpackBytes, withFolder } from '../../support/packing';

const files: Readonly<Record<string, string>> = {
  'var/log/messages': logText(70_000),
  'var/log/empty.log': '',
  'var/log/short.log': 'one line\n',
  'var/log/节点日志.log': 'a name of other letters\n',
};
const whole = Object.fromEntries(Object.entries(files).map(([name, text]) => [`a.zip!/${name}`, text]));

async function zip(...words: string[]): Promise<Buffer> {
  return withFolder(files, (folder) => {
    execFileSync('zip', ['-q', '-r', ...words, 'a.zip', 'var'], { cwd: folder });
    return readFileSync(path.join(folder, 'a.zip'));
  });
}

/** Written to a pipe: sizes and checksums stand behind the data. */
async function streamedZip(): Promise<Buffer> {
  return withFolder(files, (folder) =>
    execFileSync('sh', ['-c', 'zip -q -r - var | cat'], { cwd: folder, maxBuffer: 2 ** 28 }),
  );
}

describe('zip archives', () => {
  for (const words of [['-9'], ['-0'], ['-Z', 'bzip2'], ['-fz']]) {
    it(`written with ${words.join(' ')} give their members`, async () => {
      const { texts, notes } = await unpackBytes('a.zip', await zip(...words));
      assert.deepEqual(texts, whole);
      assert.deepEqual(notes, []);
    });
  }

  it('written to a pipe give their members', async () => {
    assert.deepEqual((await unpackBytes('a.zip', await streamedZip())).texts, whole);
  });

  it('inside another stream are read from memory, up to a limit', async () => {
    const bytes = await zip();
    assert.deepEqual((await unpackBytes('a.zip', bytes, { isFile: false })).texts, whole);
    const limits = { depth: 6, members: 1000, bytes: 2 ** 30, keptBytes: 1000 };
    const { notes } = await unpackBytes('a.zip', bytes, { isFile: false, limits });
    assert.deepEqual(notes, [
      'a.zip: a zip archive of more than 1000 bytes inside another archive: unpack the outer one first',
    ]);
  });

  for (const [name, make] of [
    ['plain', () => zip()],
    ['streamed', streamedZip],
  ] as const) {
    it(`without their directory are read header by header (${name})`, async () => {
      const bytes = await make();
      const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
      const { texts, notes } = await unpackBytes('a.zip', bytes.subarray(0, directory));
      assert.deepEqual(texts, whole);
      assert.match(notes[0] ?? '', /^a\.zip: the directory of the archive is missing or damaged/);
    });
  }

  it('that are cut give what is there', async () => {
    const bytes = await zip('-0');
    const { texts, notes } = await unpackBytes('a.zip', bytes.subarray(0, 30_000));
    const [id, text] = Object.entries(texts).find(([key]) => key.endsWith('messages')) ?? ['', ''];
    assert.ok(files['var/log/messages']?.startsWith(text) === true && text.length > 20_000);
    assert.ok(notes.includes(`${id}: loss: it is cut: what follows is missing`));
  });

  it('say when a member fails its checksum', async () => {
    const bytes = await zip('-0');
    const at = bytes.indexOf('one line');
    bytes[at] = 0x4f;
    const { texts, notes } = await unpackBytes('a.zip', bytes);
    assert.equal(texts['a.zip!/var/log/short.log'], 'One line\n');
    assert.deepEqual(notes, ['a.zip!/var/log/short.log: unverified: it fails its checksum: its text is not verified']);
  });

  it('that are encrypted are refused by name', async () => {
    const { texts, notes } = await unpackBytes('a.zip', await zip('-P', 'secret'));
    assert.deepEqual(Object.values(texts).join(''), '');
    assert.ok(notes.includes('a.zip!/var/log/messages: it is encrypted: unpack it first'));
  });

  it('whose members share bytes give the first one only', async () => {
    const bytes = await zip('-9');
    // The last entry of the directory is made to point at the first member.
    const last = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const first = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.copy(bytes, last + 42, first + 42, first + 46);
    const { notes } = await unpackBytes('a.zip', bytes);
    assert.ok(notes.some((note) => note.endsWith('its data overlap those of another member')));
  });
});
