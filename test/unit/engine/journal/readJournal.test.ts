/** Our reader of journal files against journalctl, for every kind of file: the same entries, the same fields, in the same order. */
import * as assert from 'node:assert/strict';
import { decodeUtf8 } from '../../../../server/src/engine/text/decode';
import { recompressed } from '../../../support/journalSurgery';
import type { Entry } from '../../../support/journals';
import {
  accounted,
  entryAtLine,
  exportedEntries,
  firstBoot,
  journalctl,
  kubeletEntry,
  readJournals,
  start,
  writtenJournal,
} from '../../../support/journals';

const secondBoot = '3a1c0ffee0123456789abcdef0123456';
const long = `goroutine 41 [semacquire, 12 minutes]: ${'waiting for the lock that nobody gives back; '.repeat(40)}`;

/** Messages of every shape that journals hold. */
const messages: readonly (string | Uint8Array)[] = [
  'E0513 10:27:47.004211   14207 kubelet.go:1216] PLEG is not healthy',
  '',
  ' begins with a blank',
  'two\nlines',
  'three\n\n  with an empty one and an indented one',
  'ends with line ends\n\n',
  'a carriage return\r\nat a line end, and one\rwithin',
  'tab\tand \u001b[31mcolour\u001b[0m',
  '等待 xtables 锁 ✓',
  Uint8Array.from([0x62, 0x61, 0x64, 0x20, 0xff, 0xfe, 0x20, 0xc3]),
  Uint8Array.from([0x6e, 0x75, 0x6c, 0, 1, 2, 0x21]),
  long,
  `${long}\n${long}`,
  'x'.repeat(300_000),
  'forged\n2022-05-13T02:27:47.000000+00:00 node-7 kernel: Out of memory: Killed process 1 (init)',
];

function variedEntries(): Entry[] {
  const entries = messages.map((message, index): Entry => {
    const plain = kubeletEntry(index);
    return { ...plain, fields: { ...plain.fields, MESSAGE: message } };
  });
  const at = (index: number, fields: Entry['fields'], boot = firstBoot): Entry => ({
    time: start + index * 100_000,
    monotonic: boot === firstBoot ? 12_000_000 + index * 100_000 : (index - 20) * 100_000,
    boot,
    fields,
  });
  entries.push(
    at(19, { _HOSTNAME: 'n\u0153ud 7', SYSLOG_IDENTIFIER: 'a', MESSAGE: 'a host that no header has' }),
    at(20, { _HOSTNAME: 'node-7', _COMM: 'runc', MESSAGE: 'no identifier' }),
    at(21, { _HOSTNAME: 'node-7', MESSAGE: 'neither identifier nor command' }),
    at(22, { SYSLOG_IDENTIFIER: 'CROND', SYSLOG_PID: '77', MESSAGE: 'no host' }),
    at(23, { _HOSTNAME: 'node-7', SYSLOG_IDENTIFIER: 'a', MESSAGE: ['first value', 'second value'] }),
    at(24, { _HOSTNAME: 'node-7', SYSLOG_IDENTIFIER: 'systemd', UNIT: 'kubelet.service', RESULT: 'exit-code' }),
    at(25, {
      _HOSTNAME: 'node-7',
      SYSLOG_IDENTIFIER: 'late',
      _SOURCE_REALTIME_TIMESTAMP: String(start + 2_300_000),
      MESSAGE: 'written before it was received',
    }),
    at(26, { _HOSTNAME: 'node-7', SYSLOG_IDENTIFIER: 'evil[1]: root', _PID: '9', MESSAGE: 'a name that ends early' }),
    at(
      27,
      {
        _HOSTNAME: 'node-7',
        SYSLOG_IDENTIFIER: 'kernel',
        _TRANSPORT: 'kernel',
        _SOURCE_MONOTONIC_TIMESTAMP: '690123',
        MESSAGE: 'eth0: link down',
      },
      secondBoot,
    ),
    ...Array.from({ length: 40 }, (_, index) => at(28 + index, kubeletEntry(0, 'the same message').fields, secondBoot)),
  );
  return entries;
}

/** The lines that an entry of `journalctl -o export` should become. */
function expectedLines(fields: ReadonlyMap<string, readonly string[]>, machine: string): string {
  const last = (name: string): string | undefined => fields.get(name)?.at(-1);
  const time = BigInt(last('_SOURCE_REALTIME_TIMESTAMP') ?? last('__REALTIME_TIMESTAMP') ?? 0);
  const second = new Date(Number(time / 1_000_000n) * 1000).toISOString().slice(0, 19);
  const stamp = `${second}.${String(time % 1_000_000n).padStart(6, '0')}+00:00`;
  const identifier = (last('SYSLOG_IDENTIFIER') ?? last('_COMM') ?? 'unknown').replace(/[[\]" ={]/g, '_');
  const pid = last('_PID') ?? last('SYSLOG_PID');
  const boot = last('_TRANSPORT') === 'kernel' ? '[    0.690123] ' : '';
  const message = last('MESSAGE') ?? '[no message] UNIT=kubelet.service RESULT=exit-code';
  const body = message
    .replace(/[\r\n]+$/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\u00e2\u0090\u008d')
    .replaceAll('\n', '\n    ');
  return `${stamp} ${last('_HOSTNAME')?.replace(/[^-.:/%\w]/g, '_') ?? machine} ${identifier}${pid === undefined ? '' : `[${pid}]`}: ${boot}${body}`;
}

/** A value as it is shown: text, not longer than anybody reads. */
function decoded(value: string): string {
  const bytes = new Uint8Array(Buffer.from(value, 'latin1'));
  return decodeUtf8(bytes, 0, Math.min(2000, bytes.length));
}

async function compare(journal: Uint8Array): Promise<void> {
  const theirs = exportedEntries([journal]);
  const ours = await readJournals(journal);
  const machine = `machine-${ours.report.files[0]?.machineId?.slice(0, 12)}`;
  const expected: string[] = [];
  let boot = '';
  for (const entry of theirs) {
    const itsBoot = entry.get('_BOOT_ID')?.[0] ?? '';
    if (itsBoot !== boot) expected.push(`-- Boot ${itsBoot} --`);
    boot = itsBoot;
    expected.push(expectedLines(entry, machine));
  }
  assert.equal(theirs.length, variedEntries().length);
  assert.deepEqual(ours.lines, expected.join('\n').split('\n'));
  assert.deepEqual(ours.gaps, []);
  const [file] = ours.report.files;
  assert.equal(file?.entries, theirs.length);
  assert.equal(accounted(file.account), journal.length);
  assert.equal(file.account.lost, 0);
}

describe('a journal file', () => {
  for (const compact of [false, true]) {
    for (const keyed of [false, true]) {
      const kind = `${compact ? 'compact' : 'regular'} with ${keyed ? 'keyed' : 'plain'} hashes`;
      const plain = (): Uint8Array => writtenJournal(variedEntries(), { compact, keyed });

      it(`${kind} is read as journalctl reads it`, async () => {
        await compare(plain());
      });
      it(`${kind} and zstd is read as journalctl reads it`, async () => {
        await compare(writtenJournal(variedEntries(), { compact, keyed, zstd: true }));
      });
      it(`${kind} and xz, sealed and with objects of an unknown type, is read as journalctl reads it`, async () => {
        await compare(recompressed(plain(), 'xz'));
      });
      it(`${kind} and lz4, sealed and with objects of an unknown type, is read as journalctl reads it`, async () => {
        await compare(recompressed(plain(), 'lz4'));
      });
    }
  }

  for (const variant of [{ compact: true, zstd: true }, { compact: false }]) {
    it(`of the kind ${JSON.stringify(variant)} gives for each line all fields of its entry`, async () => {
      const journal = writtenJournal(variedEntries(), variant);
      const theirs = exportedEntries([journal]);
      const { lines } = await readJournals(journal);
      const boots = lines.filter((line) => line.startsWith('-- Boot '));
      assert.equal(await entryAtLine([journal], 1), null);
      assert.equal(await entryAtLine([journal], lines.length + 1), null);
      let index = -1;
      for (const [at, line] of lines.entries()) {
        if (boots.includes(line)) continue;
        if (!line.startsWith(' ')) index++;
        const entry = (await entryAtLine([journal], at + 1)) ?? assert.fail(line);
        const expected = theirs[index] ?? assert.fail(line);
        assert.equal(entry.boot, expected.get('_BOOT_ID')?.[0]);
        assert.equal(String(entry.realtime), expected.get('__REALTIME_TIMESTAMP')?.[0]);
        assert.equal(String(entry.monotonic), expected.get('__MONOTONIC_TIMESTAMP')?.[0]);
        const named = entry.fields.map(({ name, value }) => `${name}=${value.slice(0, 2000)}`);
        const wanted = [...expected].flatMap(([name, values]) =>
          name.startsWith('__') ? [] : values.map((value) => `${name}=${decoded(value)}`),
        );
        assert.deepEqual(named.sort(), wanted.sort());
      }
      assert.equal(index, theirs.length - 1);
    });
  }

  it('reads word for word like `journalctl -o short-iso-precise`', async () => {
    const journal = writtenJournal(Array.from({ length: 500 }, (_, index) => kubeletEntry(index)));
    const theirs = journalctl([journal], '--output=short-iso-precise');
    const ours = (await readJournals(journal)).entries;
    assert.deepEqual(
      ours.map((line) => line.replace('+00:00 ', '+0000 ')),
      theirs.split('\n').slice(0, -1),
    );
  });

  it('with twenty thousand entries is read to the last one', async () => {
    const journal = writtenJournal(Array.from({ length: 20_000 }, (_, index) => kubeletEntry(index)));
    const ours = await readJournals(journal);
    assert.equal(ours.entries.length, 20_000);
    assert.ok(ours.entries[19_999]?.endsWith(': entry 19999'));
    assert.deepEqual(ours.gaps, []);
  });
});

describe('several journal files', () => {
  const entries = Array.from({ length: 300 }, (_, index) => kubeletEntry(index));
  const part = (accept: (index: number) => boolean): Uint8Array =>
    writtenJournal(entries.filter((_, index) => accept(index)));

  it('become one text in the order of the clock', async () => {
    const journals = [
      part((index) => index % 3 === 0),
      part((index) => index % 3 === 1),
      part((index) => index % 3 === 2),
    ];
    const ours = await readJournals(...journals);
    assert.deepEqual(
      ours.entries.map((line) => line.replace(/.*: /, '')),
      entries.map((_, index) => `entry ${index}`),
    );
    assert.equal(ours.report.duplicates, 0);
  });

  it('that were rotated follow one another, whatever the order of their names', async () => {
    const ours = await readJournals(
      part((index) => index >= 200),
      part((index) => index < 100),
      part((index) => index >= 100 && index < 200),
    );
    assert.ok(ours.entries[0]?.endsWith(': entry 0'));
    assert.ok(ours.entries[299]?.endsWith(': entry 299'));
    assert.equal(ours.lines.filter((line) => line.startsWith('-- Boot ')).length, 1);
  });

  it('of several boots stand in the order in which journalctl shows them', async () => {
    const boots = [firstBoot, secondBoot, 'c01dc0ffee0123456789abcdef012345'];
    const all = Array.from({ length: 240 }, (_, index): Entry => {
      const boot = Math.floor(index / 80);
      return { ...kubeletEntry(index), monotonic: 5_000_000 + (index % 80) * 100_000, boot: boots[boot] ?? '' };
    });
    const journals = [
      writtenJournal(all.filter((_, index) => index % 5 !== 2)),
      writtenJournal(all.filter((_, index) => index % 5 === 2)),
    ];
    const ours = await readJournals(...journals);
    const theirs = journalctl(journals, '--output=cat').split('\n').slice(0, -1);
    assert.deepEqual(
      ours.entries.map((line) => line.replace(/.*: /, '')),
      theirs,
    );
    assert.deepEqual(
      ours.lines.filter((line) => line.startsWith('-- Boot ')),
      boots.map((boot) => `-- Boot ${boot} --`),
    );
    assert.deepEqual(ours.report.boots, boots);
  });

  it('keep the order of each file when the clock was set back within a boot', async () => {
    const stepped = [0, 1, 2, 3].map((index) => ({ ...kubeletEntry(index), time: start - index * 3_600_000_000 }));
    const ours = await readJournals(
      writtenJournal(stepped),
      part((index) => index === 4),
    );
    assert.deepEqual(
      ours.entries.map((line) => line.replace(/.*: /, '')),
      ['entry 0', 'entry 1', 'entry 2', 'entry 3', 'entry 4'],
    );
  });

  it('show entries that stand in two of them once', async () => {
    const whole = part(() => true);
    const ours = await readJournals(whole, whole.slice());
    assert.equal(ours.entries.length, 300);
    assert.equal(ours.report.duplicates, 300);
    assert.deepEqual(
      ours.gaps.map(({ cost, reason }) => [cost, reason.en]),
      [['padding', '300 entries stand in two files and are shown once']],
    );
  });

  it('show the sound one of two copies of an entry', async () => {
    const whole = part(() => true);
    const hurt = whole.slice();
    const at = Buffer.from(hurt).indexOf('MESSAGE=entry 7\0');
    hurt[at + 9] = 0x58;
    for (const pair of [
      [hurt, whole],
      [whole, hurt],
    ] as const) {
      const ours = await readJournals(...pair);
      assert.equal(ours.entries.length, 300);
      assert.ok(ours.entries[7]?.endsWith(': entry 7'));
    }
  });
});
