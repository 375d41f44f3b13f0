/** One journal, printed by journalctl in each of its modes, is read as the same records: as many, at the same times, with the same severities and messages. */
import * as assert from 'node:assert/strict';
import type { Catalogue, Report } from '../../../server/src/engine/index';
import type { Entry } from '../../support/journals';
import { journalctl, start, writtenJournal } from '../../support/journals';
import { onlySource, triage } from '../../support/triage';

/** A signature that takes every message for a finding, so that messages can be compared. */
const everyMessage: Catalogue = {
  signatures: [
    {
      id: 'any-message',
      title: { en: 'message', zh: '消息' },
      category: 'other',
      severity: 'warning',
      role: 'problem',
      emitters: ['any'],
      wordings: [{ literal: 'message-of-entry', regex: /message-of-entry (?<path>[^\n]{0,200})/ }],
      time: { kind: 'instant' },
      meaning: { en: '', zh: '' },
      usualCauses: { en: '', zh: '' },
      firstCheck: { en: '', zh: '' },
      remedy: { en: '', zh: '' },
      source: [],
      matches: [],
      mustNotMatch: [],
    },
  ],
  edges: [],
  sameEvent: [],
  moments: [],
};

interface Told {
  readonly identifier: string;
  readonly message: string;
}

const told: readonly Told[] = [
  { identifier: 'kernel', message: 'message-of-entry eth0: link is down' },
  { identifier: 'kubelet', message: 'E0513 02:27:48.100000   14207 kubelet.go:1216] message-of-entry klog error' },
  {
    identifier: 'kubelet',
    message: 'I0513 02:27:48.200000   14207 kubelet.go:1775] "message-of-entry structured" pod="a/b"',
  },
  {
    identifier: 'dockerd',
    message: 'time="2022-05-13T02:27:48.300000000Z" level=warning msg="message-of-entry \\"quoted\\" name"',
  },
  {
    identifier: 'containerd',
    message: 'time="2022-05-13T02:27:48.400000000Z" level=error msg="message-of-entry 容器" id=3f2a',
  },
  {
    identifier: 'etcd',
    message: '{"level":"fatal","ts":"2022-05-13T02:27:48.500Z","caller":"a.go:1","msg":"message-of-entry json"}',
  },
  {
    identifier: 'dockerd',
    message: 'goroutine 7 [semacquire, 12 minutes]:\nmessage-of-entry main.wait()\n\t/src/a.go:1 +0x1',
  },
  { identifier: 'systemd', message: 'message-of-entry Started Kubernetes Kubelet.' },
];

const entries: readonly Entry[] = told.map(({ identifier, message }, index) => ({
  time: start + 1_000_000 + index * 100_000,
  monotonic: 3_600_000_000 + index * 100_000,
  fields: {
    _HOSTNAME: 'node-7',
    SYSLOG_IDENTIFIER: identifier,
    ...(identifier === 'kernel' ? { _TRANSPORT: 'kernel' } : { _PID: String(1000 + index), _TRANSPORT: 'stdout' }),
    PRIORITY: '6',
    MESSAGE: message,
  },
}));

/** How far a mode's times may be from the journal's: what it does not print. */
const modes: readonly (readonly [string, number])[] = [
  ['short', 1000],
  ['short-full', 1000],
  ['short-iso', 1000],
  ['short-iso-precise', 1],
  ['short-precise', 1],
  ['short-monotonic', 2],
  ['short-delta', 2],
  ['short-unix', 1],
  ['with-unit', 1000],
  ['verbose', 1],
  ['export', 1],
  ['json', 1],
  ['json-pretty', 1],
  ['json-sse', 1],
  ['json-seq', 1],
];

function messagesOf(report: Report): (string | undefined)[] {
  return report.events.map(({ entities }) => entities.path?.replace(/"?(?: id=| pod=|[,}]).*$|"$/, ''));
}

describe('every output mode of journalctl', () => {
  let journal: Uint8Array;
  const read = (mode: string): Report => {
    // The helper gives bytes as Latin-1 characters.
    const text = Buffer.from(journalctl([journal], `--output=${mode}`), 'latin1').toString();
    return triage({ 'journal.txt': text }, { catalogue: everyMessage, modifiedMs: Date.UTC(2022, 5, 1) });
  };

  before(() => {
    journal = writtenJournal(entries);
  });

  for (const [mode, toleranceMs] of modes) {
    it(`gives the same records: ${mode}`, () => {
      const report = read(mode);
      const source = onlySource(report);
      assert.equal(source.records, entries.length);
      assert.equal(source.unparsedLines, 0);
      assert.deepEqual(source.severities, { fatal: 1, error: 2, warning: 1, info: 1, debug: 0 });
      assert.equal(source.node, 'node-7');
      const ends = [entries[0]?.time ?? 0, entries.at(-1)?.time ?? 0].map((time) => time / 1000);
      for (const [index, instant] of [source.first, source.last].entries()) {
        const apart = (instant?.timeMs ?? 0) - (ends[index] ?? 0);
        assert.ok(Math.abs(apart) <= toleranceMs, `${apart} ms from the journal's own time`);
      }
      assert.deepEqual(messagesOf(report), [
        'eth0: link is down',
        'klog error',
        'structured',
        '"quoted" name',
        '容器',
        'json',
        'main.wait()',
        'Started Kubernetes Kubelet.',
      ]);
    });
  }

  it('gives the severities and messages that the messages state themselves: cat', () => {
    const report = read('cat');
    assert.deepEqual(onlySource(report).severities, { fatal: 1, error: 2, warning: 1, info: 1, debug: 0 });
    // Nothing tells a plain message without any frame from a line that goes on with the one before.
    assert.equal(report.events.length, entries.length - 1);
  });
});
