/** Tar archives as GNU tar writes them, and as damage, joining and hostile hands leave them. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { linkSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { logText } from '../../support/logText';
import { unpackBytes, withFolder } from '../../support/packing';

const files: Readonly<Record<string, string>> = {
  'var/log/messages': logText(70_000),
  'var/log/empty.log': '',
  'var/log/one-block.log': `${'x'.repeat(511)}\n`,
  [`var/log/${'long-name-'.repeat(20)}.log`]: 'a name beyond a hundred bytes\n',
  [`var/log/pods/${'p'.repeat(86)}/0.log`]: 'a name whose hundredth byte is a slash\n',
  'var/log/节点日志.log': 'a name of other letters\n',
};

function tar(folder: string, ...words: string[]): Buffer {
  return execFileSync('tar', ['-C', folder, '-cf', '-', ...words], { maxBuffer: 2 ** 28 });
}

function expected(archive: string, names = Object.keys(files)): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`${archive}!/${name}`, files[name] ?? '']));
}

describe('tar archives', () => {
  for (const format of ['v7', 'ustar', 'gnu', 'oldgnu', 'pax']) {
    it(`of the format ${format} give their members`, async () => {
      // The oldest formats cannot write long names.
      const names = Object.keys(files).filter((name) => name.length < 90 || !/^v7|ustar$/.test(format));
      const bytes = await withFolder(files, (folder) => tar(folder, `--format=${format}`, ...names));
      const { texts, notes } = await unpackBytes('a.tar', bytes, { pieceBytes: 1000 });
      assert.deepEqual(texts, expected('a.tar', names));
      assert.deepEqual(notes, []);
    });
  }

  for (const words of [
    ['--format=gnu'],
    ['--format=pax', '--sparse-version=0.0'],
    ['--format=pax', '--sparse-version=0.1'],
    ['--format=pax', '--sparse-version=1.0'],
  ]) {
    it(`with sparse files (${words.join(' ')}) give the data and say how long the holes are`, async () => {
      const bytes = await withFolder({ 'sparse.log': 'first line\n' }, (folder) => {
        const file = path.join(folder, 'sparse.log');
        truncateSync(file, 5_000_000);
        writeFileSync(file, 'last line\n', { flag: 'a' });
        truncateSync(file, 9_000_000);
        return tar(folder, '-S', ...words, 'sparse.log');
      });
      assert.ok(bytes.length < 100_000);
      const { texts, notes } = await unpackBytes('a.tar', bytes);
      assert.equal(texts['a.tar!/sparse.log']?.replaceAll('\0', ''), 'first line\nlast line\n');
      assert.ok(notes.every((note) => note.startsWith('a.tar!/sparse.log: hole: ')));
    });
  }

  it('that were joined are read to the end of the last', async () => {
    const [first, second] = await withFolder(files, (folder) => [
      tar(folder, 'var/log/messages'),
      tar(folder, 'var/log/one-block.log'),
    ]);
    const { texts, notes } = await unpackBytes('a.tar', Buffer.concat([first as Buffer, second as Buffer]));
    assert.deepEqual(texts, expected('a.tar', ['var/log/messages', 'var/log/one-block.log']));
    assert.deepEqual(notes, []);
  });

  it('with a damaged header lose nothing but that header', async () => {
    const bytes = await withFolder(files, (folder) => tar(folder, ...Object.keys(files)));
    bytes.fill(0x7f, 120, 150);
    const { texts, notes } = await unpackBytes('a.tar', bytes);
    const { 'a.tar!/var/log/messages': lost, ...others } = expected('a.tar');
    const found = texts['a.tar!/var/log/messages (found at byte 512)'] ?? '';
    assert.equal(found.replace(/\0+$/, '') === lost, true);
    assert.deepEqual({ ...texts, ...others }, texts);
    assert.equal(notes[0], 'a.tar: bytes 0-512: a damaged header');
  });

  it('with zeros where a member was lose that member, and say how much', async () => {
    const [messages = '', ...others] = Object.keys(files);
    const bytes = await withFolder(files, (folder) => tar(folder, 'var/log/one-block.log', messages, ...others));
    // The second header and the beginning of its text: the archive seems to end here.
    bytes.fill(0, 2 * 512, 7 * 512);
    const { texts, notes } = await unpackBytes('a.tar', bytes);
    for (const name of others) assert.equal(texts[`a.tar!/${name}`], files[name], name);
    assert.match(notes.join('\n'), /bytes \d+-\d+: bytes behind the archive's end/);
  });

  it('that are cut give whole members, and the last one up to the cut', async () => {
    const bytes = await withFolder(files, (folder) => tar(folder, 'var/log/one-block.log', 'var/log/messages'));
    const { texts, notes } = await unpackBytes('a.tar', bytes.subarray(0, 40_000));
    assert.equal(texts['a.tar!/var/log/one-block.log'], files['var/log/one-block.log']);
    const messages = Buffer.from(files['var/log/messages'] ?? '').subarray(0, 40_000 - 512 * 3);
    assert.equal(texts['a.tar!/var/log/messages'] === messages.toString(), true);
    assert.deepEqual(notes, ['a.tar!/var/log/messages: loss: the archive is cut in the middle of this file']);
  });

  it('do not follow links: what they lead to inside is read once, and those that lead out are counted', async () => {
    const bytes = await withFolder(files, (folder) => {
      symlinkSync('messages', path.join(folder, 'var/log/syslog'));
      symlinkSync('/var/log/messages', path.join(folder, 'absolute'));
      symlinkSync('/etc/passwd', path.join(folder, 'passwd'));
      symlinkSync('../../../../etc/shadow', path.join(folder, 'var/shadow'));
      linkSync(path.join(folder, 'var/log/messages'), path.join(folder, 'hard'));
      return tar(folder, 'var', 'hard', 'absolute', 'passwd');
    });
    const { texts, notes } = await unpackBytes('a.tar', bytes);
    assert.equal(Object.values(texts).filter((text) => text === files['var/log/messages']).length, 1);
    assert.equal(Object.keys(texts).length, Object.keys(files).length);
    assert.deepEqual(notes, [
      'a.tar: 2 links lead to what is not in the archive, such as var/shadow -> ../../../../etc/shadow',
    ]);
  });

  it('make labels of hostile names, and show both of two members with one name', async () => {
    const bytes = await withFolder({ a: 'one\n', b: 'two\n', c: 'three\n' }, (folder) =>
      tar(
        folder,
        '-P',
        '--transform',
        's,^a$,../../etc/cron.d/x,',
        '--transform',
        's,^[bc]$,/abs//./name,',
        'a',
        'b',
        'c',
      ),
    );
    const { texts } = await unpackBytes('a.tar', bytes);
    assert.deepEqual(texts, {
      'a.tar!/(..)/(..)/etc/cron.d/x': 'one\n',
      'a.tar!/abs/name': 'two\n',
      'a.tar!/abs/name (2)': 'three\n',
    });
  });

  it('with an impossible size or an endless extended header stay readable', async () => {
    const [header, member] = await withFolder({ a: 'one\n', b: 'two\n' }, (folder) => [
      tar(folder, '--format=ustar', 'a'),
      tar(folder, '--format=ustar', 'b'),
    ]);
    const hostile = Buffer.from((header as Buffer).subarray(0, 512));
    hostile.write('x', 156);
    hostile.write('77777777777 ', 124);
    hostile.write('        ', 148);
    const sum = hostile.reduce((total, value) => total + value, 0);
    hostile.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const { notes } = await unpackBytes('a.tar', Buffer.concat([hostile, member as Buffer]));
    assert.deepEqual(notes, ['a.tar: bytes 512-10752: an extended header of 8589934591 bytes']);
  });

  it('account for every byte', async () => {
    const bytes = await withFolder(files, (folder) => tar(folder, ...Object.keys(files)));
    const { stages, texts } = await unpackBytes('a.tar', bytes);
    const [stage] = stages['a.tar!/var/log/messages'] ?? [];
    const given = Object.values(texts).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    assert.deepEqual(stage, { id: 'a.tar', form: 'tar', taken: bytes.length, lost: 0, padding: 0, given });
  });
});
