/** Damaged and hostile journals: nothing throws or hangs, every byte is accounted for, and we never show less than journalctl. */
import * as assert from 'node:assert/strict';
import type { JournalAnswer } from '../../../../server/src/engine/index';
import { readJournal } from '../../../../server/src/engine/index';
import { firstEntryArray, headerAt, objectsOf, withNumber } from '../../../support/journalSurgery';
import type { JournalText, Variant } from '../../../support/journals';
import { accounted, journalctl, kubeletEntry, readJournals, writtenJournal } from '../../../support/journals';
import { randomNumbers } from '../../../support/logText';

const entryType = 3;

/** One journal for all tests of a kind: writing it takes most of their time. */
function once(make: () => Uint8Array): () => Uint8Array {
  let made: Uint8Array | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const big = once(() => writtenJournal(Array.from({ length: 20_000 }, (_, index) => kubeletEntry(index))));

function small(variant: Variant): Uint8Array {
  return writtenJournal(
    Array.from({ length: 600 }, (_, index) =>
      kubeletEntry(index, index % 7 === 0 ? `entry ${index} ${'with many words '.repeat(60)}` : `entry ${index}`),
    ),
    variant,
  );
}

/** Where anything was written, behind the large and mostly empty hash table. */
function writtenPart(journal: Uint8Array): { readonly from: number; readonly to: number } {
  const objects = objectsOf(journal);
  const last = objects.at(-1);
  return { from: objects[2]?.offset ?? 0, to: (last?.offset ?? 0) + (last?.size ?? 0) };
}

function shownBy(journal: Uint8Array): string[] {
  return journalctl([journal], '--output=cat', '--all').split('\n').slice(0, -1);
}

function assertBalanced(read: JournalText, bytes: number): void {
  const [file] = read.report.files;
  assert.equal(accounted(file?.account ?? assert.fail()), bytes);
}

describe('a cut journal', () => {
  for (const [percent, atLeast] of [
    [99, 19_654],
    [90, 16_928],
    [75, 11_533],
    [50, 3_994],
  ] as const) {
    it(`to ${percent} % of what was written shows every entry before the cut`, async () => {
      const { to } = writtenPart(big());
      const end = Math.floor((to * percent) / 100);
      const whole = objectsOf(big()).filter(({ type, offset, size }) => type === entryType && offset + size <= end);
      const cut = big().slice(0, end);
      const read = await readJournals(cut);
      assert.equal(read.entries.length, whole.length);
      assert.ok(read.entries.every((line, index) => line.endsWith(`: entry ${index}`)));
      assert.match(
        read.gaps.at(-1)?.reason.en ?? '',
        new RegExp(`${20_000 - whole.length} of 20000 entries are missing`),
      );
      assertBalanced(read, end);
      assert.deepEqual(shownBy(cut), []);
    });

    it(`to ${percent} % of its file shows at least ${atLeast} of 20,000 entries`, async () => {
      const cut = big().slice(0, Math.floor((big().length * percent) / 100));
      assert.ok((await readJournals(cut)).entries.length >= atLeast);
    });
  }
});

describe('a journal whose indexes are wrong', () => {
  const cases: readonly (readonly [string, (journal: Uint8Array) => Uint8Array])[] = [
    ['counts no entries', (journal) => withNumber(journal, headerAt.entries, 0n)],
    ['counts too many entries', (journal) => withNumber(journal, headerAt.entries, 1n << 40n)],
    ['has no list of entries', (journal) => withNumber(journal, headerAt.entryArray, 0n)],
    ['has its list of entries at an odd place', (journal) => withNumber(journal, headerAt.entryArray, 12_345n)],
    ['has its list of entries in the header', (journal) => withNumber(journal, headerAt.entryArray, 8n)],
    ['has its list of entries behind its end', (journal) => withNumber(journal, headerAt.entryArray, 1n << 50n)],
    [
      'has a list of entries that goes in a circle',
      (journal) => withNumber(journal, firstEntryArray(journal) + 16, BigInt(firstEntryArray(journal))),
    ],
    [
      'has a list of entries that points into the void',
      (journal) => withNumber(journal, firstEntryArray(journal) + 24, 8_000_000n),
    ],
  ];
  for (const [what, change] of cases) {
    it(`because it ${what} is read all the same`, async () => {
      const read = await readJournals(change(big()));
      assert.equal(read.entries.length, 20_000);
      assertBalanced(read, big().length);
    });
  }

  it('shows nothing in journalctl, which says nothing about it', () => {
    assert.deepEqual(shownBy(withNumber(big(), headerAt.entryArray, 0n)), []);
  });
});

describe('a journal with nothing in it', () => {
  it('is empty, cut in its header or no journal at all, and accounted for', async () => {
    const header = big().slice(0, 264);
    for (const [bytes, reason] of [
      [new Uint8Array(0), /no journal/],
      [header.slice(0, 100), /cut in its header/],
      [header, /20000 of 20000 entries are missing|^$/],
      [Uint8Array.from(Buffer.from('2022-05-13 groceries\n')), /no journal/],
    ] as const) {
      const read = await readJournals(bytes);
      assert.equal(read.text, '');
      assert.match(read.gaps.map((gap) => gap.reason.en).join(), reason);
      assertBalanced(read, bytes.length);
    }
  });
});

describe('a journal of a newer kind', () => {
  for (const [bit, name] of [
    [5, 'segmented'],
    [9, 'incompatible flag 9'],
  ] as const) {
    it(`is refused by the name of what it uses: ${name}`, async () => {
      const journal = small({}).slice();
      const view = new DataView(journal.buffer);
      view.setUint32(headerAt.incompatibleFlags, view.getUint32(headerAt.incompatibleFlags, true) | (1 << bit), true);
      const read = await readJournals(journal);
      assert.equal(read.text, '');
      assert.deepEqual(
        read.gaps.map((gap) => gap.reason.en),
        [`a.journal: a journal of a newer kind (${name}): this version cannot read it`],
      );
      assertBalanced(read, journal.length);
    });
  }
});

describe('a damaged journal', () => {
  it('marks a message that is not what was written, and says so', async () => {
    const journal = small({}).slice();
    const at = Buffer.from(journal).indexOf('MESSAGE=entry 8\0');
    journal[at + 8] = 0x45;
    const read = await readJournals(journal);
    assert.equal(read.entries[8]?.replace(/.*: E/, 'E'), 'Entry 8 [damaged: MESSAGE]');
    assert.equal(read.entries.filter((line) => line.includes('[damaged')).length, 1);
    assert.match(read.gaps[0]?.reason.en ?? '', /1 entries are not as they were written/);
  });

  it('shows a message whose object states a wrong size', async () => {
    const journal = small({});
    const at = Buffer.from(journal).indexOf('MESSAGE=entry 8\0') - 72;
    const read = await readJournals(withNumber(journal, at + 8, 1n << 20n));
    assert.match(read.entries[8] ?? '', /: entry 8 \[damaged: MESSAGE\]$/);
    assert.equal(read.entries.length, 600);
  });

  it('keeps the line of a host whose name is damaged from naming another host', async () => {
    const journal = small({}).slice();
    const at = Buffer.from(journal).indexOf('_HOSTNAME=node-7');
    journal[at + 15] = 0x38;
    const read = await readJournals(journal);
    assert.match(read.entries[300] ?? '', /^\S+ machine-[0-9a-f]{12} kubelet.*\[damaged: _HOSTNAME\]$/);
  });

  it('is read when its id is damaged, by which the hashes are keyed', async () => {
    const journal = small({ keyed: true }).slice();
    journal[30] = (journal[30] ?? 0) ^ 1;
    const read = await readJournals(journal);
    assert.ok(read.entries.every((line) => !line.includes('[damaged')));
    assert.equal(read.entries.length, 600);
  });

  it('loses what stood in a block of zeros and nothing else, and says where', async () => {
    const journal = big().slice();
    const { from, to } = writtenPart(journal);
    const start = Math.floor((from + to) / 2);
    const inside = objectsOf(big()).filter(
      ({ type, offset, size }) => type === entryType && offset + size > start && offset < start + 65_536,
    ).length;
    journal.fill(0, start, start + 65_536);
    const read = await readJournals(journal);
    assert.equal(read.entries.length, 20_000 - inside);
    const told = read.lines.filter((line) => line.startsWith('-- Lost: '));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /^-- Lost: a\.journal: \d+ bytes from \d+ on: .*zeros.* --$/);
    assertBalanced(read, journal.length);
    assert.ok(told[0]?.includes(` ${read.report.files[0]?.account.lost} bytes `));
  });

  for (const variant of [{ compact: true }, { compact: false }, { compact: false, keyed: false }, { zstd: true }]) {
    it(`of the kind ${JSON.stringify(variant)} is read at least as far as by journalctl, whatever is damaged`, async () => {
      const journal = small(variant);
      const { from, to } = writtenPart(journal);
      const random = randomNumbers(41);
      const below = (limit: number): number => Math.floor(random() * limit);
      for (let run = 0; run < 24; run++) {
        const hurt = journal.slice();
        const at = run % 8 === 0 ? below(272) : from + below(to - from);
        const length = [1, 1, 1, 16, 512, 4096][below(6)] ?? 1;
        if (length === 1) hurt[at] = (hurt[at] ?? 0) ^ (1 << below(8));
        else if (run % 2 === 0) hurt.fill(0, at, at + length);
        else for (let byte = at; byte < Math.min(to, at + length); byte++) hurt[byte] = below(256);
        const read = await readJournals(hurt);
        const theirs = journalctl([hurt], '--output=short-iso', '--all').match(/^\d{4}-\d\d-\d\dT/gm) ?? [];
        assert.ok(
          read.entries.length >= theirs.length,
          `run ${run}: ${read.entries.length} of ${theirs.length} after ${length} bytes at ${at}`,
        );
        assertBalanced(read, journal.length);
      }
    });
  }

  it('that is all noise behind its header ends, and all of it is accounted for', async () => {
    const random = randomNumbers(7);
    const noise = Uint8Array.from({ length: 300_000 }, () => random() * 256);
    noise.set(big().subarray(0, 272));
    const read = await readJournals(noise);
    assert.deepEqual(read.entries, []);
    assertBalanced(read, noise.length);
  });

  it('with several messages of many megabytes in one entry is read once', async () => {
    const long = 'a'.repeat(9_000_000);
    const entry = kubeletEntry(0);
    const fields = { ...entry.fields, MESSAGE: ['b', 'c', 'd'].map((end) => `${long}${end}`) };
    const read = await readJournals(writtenJournal([{ ...entry, fields }], { zstd: true }));
    assert.equal(read.entries.length, 1);
    assert.ok(read.entries[0]?.endsWith('aaad'));
    assert.deepEqual(read.gaps, []);
  });

  it('whose list of entries is a crowd of overlapping ones is not read for ever', () => {
    const journal = withNumber(big(), headerAt.entryArray, 5_000_000n);
    const view = new DataView(journal.buffer);
    // Each list claims all that follows, and leads to the next one.
    for (let at = 5_000_000; at + 48 <= journal.length; at += 24) {
      journal.fill(0, at, at + 24);
      journal[at] = 6;
      view.setBigUint64(at + 8, BigInt(journal.length - at) & ~7n, true);
      view.setBigUint64(at + 16, BigInt(at + 24), true);
    }
    const counted = { reads: 0 };
    assert.equal(runWithFailure(journal, Number.POSITIVE_INFINITY, counted).accounted, journal.length);
    assert.ok(counted.reads < 5000, `${counted.reads} reads`);
  });

  it('made of nothing but headers of objects ends', async () => {
    const maze = new Uint8Array(2_000_000);
    maze.set(big().subarray(0, 272));
    const view = new DataView(maze.buffer);
    for (let at = 272; at + 16 <= maze.length; at += 16) {
      maze[at] = 1 + ((at / 16) % 7);
      view.setBigUint64(at + 8, BigInt(24 + (at % 400)), true);
    }
    assertBalanced(await readJournals(maze), maze.length);
  });
});

describe('a journal on a failing disk', () => {
  it('gives what can be read, names the error and says that it may go away', async () => {
    const journal = small({});
    const counted = { reads: 0 };
    runWithFailure(journal, Number.POSITIVE_INFINITY, counted);
    for (let failing = 1; failing <= counted.reads; failing++) {
      const result = runWithFailure(journal, failing, { reads: 0 });
      assert.equal(result.accounted, journal.length);
      if (result.entries < 600)
        assert.ok(
          result.gaps.some((gap) => gap.includes('EIO')),
          `read ${failing}`,
        );
    }
  });
});

/** Reads with every read from the `failing`th on refused. */
function runWithFailure(
  journal: Uint8Array,
  failing: number,
  counted: { reads: number },
): { readonly entries: number; readonly accounted: number; readonly gaps: string[] } {
  const reading = readJournal([{ name: 'a.journal', bytes: journal.length }]);
  const gaps: string[] = [];
  let reply: JournalAnswer = new Uint8Array(0);
  let step = reading.next(reply);
  for (; step.done !== true; step = reading.next(reply)) {
    const { value } = step;
    if (value.kind === 'gap') gaps.push(value.reason.en);
    if (value.kind === 'read') {
      counted.reads++;
      const { offset, length } = value;
      reply = counted.reads >= failing ? { failure: 'EIO: i/o error' } : journal.subarray(offset, offset + length);
    }
  }
  const [file] = step.value.files;
  return { entries: file?.entries ?? 0, accounted: accounted(file?.account ?? assert.fail()), gaps };
}
