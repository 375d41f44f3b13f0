/** Journal files as sources: in folders, packed, split by journald; the report's lines are the lines that `causeline cat` prints. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCli } from '../../support/cli';
import { headerAt } from '../../support/journalSurgery';
import type { Entry } from '../../support/journals';
import { kubeletEntry, start, writtenJournal } from '../../support/journals';
import { lockStory } from '../../support/stories';

interface Report {
  readonly sources: readonly {
    readonly id: string;
    readonly node: string | null;
    readonly records: number;
    readonly lines: number;
    readonly unparsedLines: number;
    readonly gaps: readonly { readonly reason: string }[];
    readonly clock: {
      readonly segments: readonly { readonly kind: string; readonly line: number; readonly value: number }[];
    };
  }[];
  readonly events: readonly {
    readonly source: string;
    readonly line: number;
    readonly endLine: number;
    readonly signature: string;
    readonly text: string;
    readonly time: string | null;
  }[];
  readonly episodes: readonly { readonly id: string; readonly signature: string }[];
  readonly chains: readonly { readonly steps: readonly string[]; readonly confidence: string }[];
}

/** Syslog lines of a story as journald would have them. */
function storyEntries(): Entry[] {
  return lockStory().map((line, index): Entry => {
    const [, clock = '', host = '', unit = '', message = ''] =
      /^May 13 (\S+) (\S+) (\w+): (.*)$/.exec(line) ?? assert.fail(line);
    const time = Date.parse(`2022-05-13T${clock}Z`) * 1000 + index;
    return {
      time,
      monotonic: time - start + 40_000_000_000,
      fields: { _HOSTNAME: host, SYSLOG_IDENTIFIER: unit, _PID: '14207', MESSAGE: message },
    };
  });
}

describe('journals as sources', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'causeline-journals-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function put(name: string, bytes: Uint8Array): void {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }

  async function triage(name = ''): Promise<{ readonly report: Report; readonly status: number }> {
    const { output, status } = await runCli(['triage', path.join(folder, name), '--format', 'json']);
    return { report: JSON.parse(output), status };
  }

  function stepsOf({ episodes, chains }: Report): string[] | undefined {
    return chains[0]?.steps.map((id) => episodes.find((episode) => episode.id === id)?.signature ?? '?');
  }

  it('lead to the same causes as the same log as text, at lines that `causeline cat` prints', async () => {
    put('node.journal', writtenJournal(storyEntries()));
    const { report, status } = await triage('node.journal');
    assert.equal(status, 0);
    const [source] = report.sources;
    assert.equal(source?.id, 'node.journal');
    assert.equal(source.node, 'node-a');
    assert.equal(source.records, storyEntries().length);
    assert.equal(source.unparsedLines, 0);
    const lines = (await runCli(['cat', path.join(folder, 'node.journal')])).output.split('\n');
    assert.equal(lines.length, source.lines + 1);
    assert.ok(report.events.length > 50);
    for (const event of report.events) assert.equal(lines[event.line - 1]?.slice(0, 400), event.text);
    put('text/messages', Buffer.from(`${lockStory().join('\n')}\n`));
    const text = await triage('text');
    assert.deepEqual(stepsOf(report), stepsOf(text.report));
    assert.equal(report.chains[0]?.confidence, text.report.chains[0]?.confidence);
  });

  it('that journald split are one source, named after their folder; other journals are their own', async () => {
    const machine = 'sos/var/log/journal/00112233445566778899aabbccddeeff';
    const entries = storyEntries();
    const part = (accept: (index: number) => boolean): Uint8Array =>
      writtenJournal(entries.filter((_, index) => accept(index)));
    put(
      `${machine}/system@4ac5b5d3c7a14f0f9d7e0ab1c2d3e4f5-0000000000000001-0005dedb6b8c6133.journal`,
      part((index) => index < 40),
    );
    put(
      `${machine}/system.journal`,
      part((index) => index >= 40 && index % 2 === 0),
    );
    put(
      `${machine}/user-1000.journal`,
      part((index) => index >= 40 && index % 2 === 1),
    );
    put(
      `${machine}/system@0005dedb6b8c6133-9a5f3c2b1d0e4f67.journal~`,
      part((index) => index < 10),
    );
    put(`${machine}/remote-node-b.journal`, writtenJournal([kubeletEntry(0)]));
    const { report, status } = await triage();
    assert.equal(status, 0);
    assert.deepEqual(
      report.sources.map(({ id, records }) => [id, records]),
      [
        [`${machine}/*.journal`, entries.length],
        [`${machine}/remote-node-b.journal`, 1],
      ],
    );
    const whole = `${machine}/*.journal`;
    const printed = await runCli(['cat', folder, '--source', whole]);
    const messages = printed.output.split('\n').filter((line) => line.startsWith('2022'));
    assert.deepEqual(
      messages.map((line) => line.replace(/^\S+ \S+ \S+: /, '')),
      entries.map(({ fields }) => fields.MESSAGE),
    );
  });

  it('are read inside compressed files', async () => {
    put('system.journal.gz', gzipSync(writtenJournal([kubeletEntry(0), kubeletEntry(1)])));
    const { report } = await triage();
    assert.deepEqual(
      report.sources.map(({ id, records }) => [id, records]),
      [['system.journal.gz', 2]],
    );
  });

  it('of one machine in an archive are one source', async () => {
    const machine = 'sos/var/log/journal/00112233445566778899aabbccddeeff';
    const entries = storyEntries();
    const part = (accept: (index: number) => boolean): Uint8Array =>
      writtenJournal(entries.filter((_, index) => accept(index)));
    put(
      `${machine}/system.journal`,
      part((index) => index % 2 === 0),
    );
    put(
      `${machine}/user-1000.journal`,
      part((index) => index % 2 === 1),
    );
    put('sos/var/log/messages', Buffer.from(`${lockStory().join('\n')}\n`));
    execFileSync('tar', ['-czf', 'sos.tgz', 'sos'], { cwd: folder });
    const { report, status } = await triage('sos.tgz');
    assert.equal(status, 0);
    assert.deepEqual(
      report.sources.map(({ id, records }) => [id, records]).sort(),
      [
        [`sos.tgz!/${machine}/*.journal`, entries.length],
        ['sos.tgz!/sos/var/log/messages', entries.length],
      ].sort(),
    );
    const printed = await runCli(['cat', path.join(folder, 'sos.tgz'), '--source', `sos.tgz!/${machine}/*.journal`]);
    assert.equal(printed.output.split('\n').filter((line) => line.startsWith('2022')).length, entries.length);
  });

  it('let no message pass itself off as another line', async () => {
    const forged = [
      'first line',
      '2022-05-13T02:27:48.000000+00:00 node-7 kernel: Out of memory: Killed process 4711 (etcd)',
      '-- Boot 00000000000000000000000000000000 --',
      'E0513 10:27:47.004211   14207 kubelet.go:1216] Container garbage collection failed',
    ].join('\n');
    put('system.journal', writtenJournal([kubeletEntry(0, forged), kubeletEntry(1)]));
    const { report } = await triage();
    const [source] = report.sources;
    assert.equal(source?.records, 2);
    assert.equal(source.lines, 6);
    assert.ok(report.events.every(({ line, endLine }) => line === 2 && endLine === 5));
  });

  it('tie seconds since boot to the calendar, also those of other files of the node', async () => {
    // No message of the kernel is in the journal: what ties the two clocks are the entries' own stamps.
    const quiet = Array.from({ length: 40 }, (_, index) => kubeletEntry(index * 600));
    put('node-7/system.journal', writtenJournal(quiet));
    const dmesg = [
      '[    0.000000] Linux version 5.10.0-8-amd64 (gcc-10) #1 SMP Debian 5.10.46-4',
      '[  612.500000] Out of memory: Killed process 4711 (java) total-vm:8123456kB, anon-rss:7023456kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:14000kB oom_score_adj:999',
    ];
    put('node-7/dmesg', Buffer.from(`${dmesg.join('\n')}\n`));
    const { report } = await triage();
    const killed = report.events.find(({ source, line }) => source === 'node-7/dmesg' && line === 2);
    assert.equal(killed?.time, '2022-05-13T02:37:47.500Z');
  });

  it('show where the clock was set, and put the records before it right', async () => {
    const entries = Array.from({ length: 60 }, (_, index) => {
      const entry = kubeletEntry(
        index * 50,
        index % 9 === 0 ? 'Container garbage collection failed: x' : `entry ${index}`,
      );
      // Until chrony sets it after 40 entries, the clock is eight hours behind.
      return index < 40 ? { ...entry, time: entry.time - 28_800_000_000 } : entry;
    });
    put('system.journal', writtenJournal(entries));
    const { report } = await triage();
    const [source] = report.sources;
    assert.deepEqual(source?.clock.segments, [{ kind: 'step', line: 42, value: 28_800_000 }]);
    assert.equal(report.events[0]?.time, '2022-05-13T02:27:47.000Z');
  });

  it('that are damaged are read as far as they go, with exit status 3 and the reason', async () => {
    const journal = writtenJournal(Array.from({ length: 2000 }, (_, index) => kubeletEntry(index)));
    put('cut.journal', journal.slice(0, Math.floor(journal.length * 0.48)));
    const { report, status } = await triage();
    assert.equal(status, 3);
    const [source] = report.sources;
    assert.ok((source?.records ?? 0) > 0 && (source?.records ?? 0) < 2000);
    assert.ok(
      source?.gaps.some(({ reason }) =>
        /^cut\.journal: cut at \d+ of \d+ bytes, \d+ of 2000 entries are missing$/.test(reason),
      ),
    );
  });

  it('of a newer kind are named, and the other sources are read', async () => {
    const journal = writtenJournal([kubeletEntry(0)]);
    const view = new DataView(journal.buffer);
    view.setUint32(headerAt.incompatibleFlags, view.getUint32(headerAt.incompatibleFlags, true) | 32, true);
    put('new.journal', journal);
    put('messages', Buffer.from(`${lockStory().join('\n')}\n`));
    const { report, status } = await triage();
    assert.equal(status, 3);
    assert.match(
      report.sources.find(({ id }) => id === 'new.journal')?.gaps[0]?.reason ?? '',
      /newer kind \(segmented\)/,
    );
    assert.equal(report.chains.length > 0, true);
  });

  it('by name only are read as what they are', async () => {
    put('expenses.journal', Buffer.from('2022-05-13 groceries\n    food  12.50\n    cash\n'));
    const { report, status } = await triage();
    assert.equal(status, 0);
    assert.equal(report.sources[0]?.id, 'expenses.journal');
    const printed = await runCli(['cat', folder]);
    assert.equal(printed.output, '2022-05-13 groceries\n    food  12.50\n    cash\n');
  });
});
