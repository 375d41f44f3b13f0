/** lnav and Causeline agree on how many records a file has and when the first and the last one are; where they do not, the reason stands here. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { SourceReport } from '../../../server/src/engine/index';
import { writeNodeLogs } from '../../bench/nodeLogs';
import { journalctl, kubeletEntry, writtenJournal } from '../../support/journals';
import { root } from '../../support/repository';
import { onlySource, triage } from '../../support/triage';

interface Counted {
  readonly records: number;
  /** `05-13 10:27:47`, as the file shows them: lnav guesses the year and knows no zone. */
  readonly first: string;
  readonly last: string;
}

/** Files on which the two differ, and why. */
const differences: Readonly<
  Record<string, { readonly lnav: number; readonly causeline: number; readonly why: string }>
> = {
  'paas-10-239-40-161/kubelet.log': {
    lnav: 2741,
    causeline: 2737,
    why: "lnav takes the four lines of klog's file header for records",
  },
};

const query = ';SELECT count(*) AS n, min(log_time) AS a, max(log_time) AS b FROM all_logs';

/** What lnav makes of a file; `null` when it knows no format for it. */
function lnavCounts(file: string, home: string): Counted | null {
  const output = execFileSync('lnav', ['-n', '-N', '-c', query, '-c', ':write-csv-to -', file], {
    encoding: 'utf8',
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [records = '0', first = '', last = ''] = (output.trim().split('\n').at(-1) ?? '').split(',');
  return records === '0' ? null : { records: Number(records), first: first.slice(5, 19), last: last.slice(5, 19) };
}

/** The same of ours, on the clock that the file shows. */
function ourCounts({ records, first, last, clock }: SourceReport): Counted {
  const shown = (ms: number | null | undefined): string =>
    ms == null
      ? ''
      : new Date(ms + (clock.zoneFrom === 'stated' ? 0 : clock.zoneMinutes * 60_000))
          .toISOString()
          .slice(5, 19)
          .replace('T', ' ');
  return { records, first: shown(first?.timeMs), last: shown(last?.timeMs) };
}

/** The text files of the sample incident. */
function sampleFiles(): Map<string, string> {
  const folder = path.join(root, 'samples', 'notready-hostport');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /messages$|\.log$|\.txt$/.test(name),
  );
  return new Map(names.sort().map((name) => [name, path.join(folder, name)]));
}

/** One journal in every mode that has a text of its own. */
function journalTexts(): Map<string, string> {
  const journal = writtenJournal(
    Array.from({ length: 40 }, (_, index) =>
      kubeletEntry(
        index * 10,
        `I0513 02:27:${String(47 + (index % 10)).padStart(2, '0')}.000000   14207 kubelet.go:1] entry ${index}`,
      ),
    ),
  );
  return new Map(
    ['short', 'short-precise', 'short-iso', 'short-iso-precise', 'short-full', 'short-unix', 'json', 'verbose'].map(
      (mode) => [`journal-${mode}.log`, Buffer.from(journalctl([journal], `--output=${mode}`), 'latin1').toString()],
    ),
  );
}

describe('lnav and Causeline', () => {
  let folder: string;
  const compared: string[] = [];

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'causeline-lnav-'));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const compare = (name: string, file: string): void => {
    const theirs = lnavCounts(file, folder);
    const text = readFileSync(file, 'utf8');
    const ours = ourCounts(onlySource(triage({ [name]: text })));
    if (theirs === null) return;
    compared.push(name);
    const known = differences[name];
    if (known !== undefined) {
      assert.deepEqual([theirs.records, ours.records], [known.lnav, known.causeline], known.why);
      assert.deepEqual({ ...ours, records: 0 }.last, { ...theirs, records: 0 }.last);
      return;
    }
    // Seconds since boot are no date: lnav counts them from 1970.
    if (/^\[ *\d+\.\d{6}\]/.test(text)) assert.equal(ours.records, theirs.records);
    else assert.deepEqual(ours, theirs);
  };

  for (const [name, file] of sampleFiles()) it(`agree on ${name}, if lnav reads it`, () => compare(name, file));

  it('agree on logs of a node as daemons write them all day', () => {
    const { files } = writeNodeLogs(path.join(folder, 'nodes'), 2_000_000);
    for (const file of files) compare(path.relative(folder, file), file);
    assert.ok(compared.filter((name) => name.startsWith('nodes/')).length > 3);
  });

  it('agree on a journal in every mode that lnav reads', () => {
    for (const [name, text] of journalTexts()) {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      compare(name, file);
    }
  });

  it('have files of all kinds in common, and differ on none but those listed', () => {
    assert.ok(compared.length >= 12, compared.join(', '));
    assert.deepEqual(
      Object.keys(differences).filter((name) => !compared.includes(name)),
      [],
    );
  });
});
