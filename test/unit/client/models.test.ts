/** What the smaller features work out: status texts, marks, jumps, lens arguments, links of the export. */
import { strict as assert } from 'node:assert';
import { posix, win32 } from 'node:path';
import { linkBaseOf } from '../../../client/src/features/exportReportModel';
import { marksByKind } from '../../../client/src/features/highlightsModel';
import { jumpCommands, nowhere, toChoices } from '../../../client/src/features/jumpModel';
import { readLensArguments } from '../../../client/src/features/lensPeekModel';
import { statusText } from '../../../client/src/features/statusItemModel';
import type { WireStatus } from '../../../server/src/protocol/wireTypes';
import { say } from './say';

const status: WireStatus = {
  state: 'ready',
  revision: 1,
  filesDone: 3,
  bytesRead: 0,
  bytes: 0,
  elapsedMs: 0,
  files: 9,
  chains: 2,
  possible: 0,
  events: 77,
  partial: false,
  unread: 0,
  namesIndexed: true,
};

describe('the status bar item', () => {
  it('counts files while reading, and a click stops it', () => {
    const { text, command } = statusText({ ...status, state: 'indexing' }, say);
    assert.equal(text, '$(sync~spin) Causeline: reading 3 of 9 files');
    assert.equal(command, 'causeline.stop');
  });

  it('says how many bytes are read, how fast, how long it takes, and what is there already', () => {
    const reading = {
      ...status,
      state: 'indexing',
      bytesRead: 5e8,
      bytes: 2e9,
      elapsedMs: 1000,
      partial: true,
    } as const;
    const [progress, part] = statusText(reading, say).tooltip.split('\n');
    assert.equal(progress, '500 of 2000 MB, 500 MB/s, 3 s left');
    assert.match(part ?? '', /Still reading/);
  });

  it('counts chains when all is read', () => {
    assert.equal(statusText(status, say).text, '$(git-branch) Causeline: 2 chains');
  });

  it('warns when something could not be read', () => {
    const { text, tooltip } = statusText({ ...status, unread: 4 }, say);
    assert.equal(text, '$(warning) Causeline: 2 chains');
    assert.match(tooltip, /4 files or parts of files could not be read/);
  });

  it('warns when reading was stopped', () => {
    assert.match(statusText({ ...status, partial: true }, say).tooltip, /stopped before the end/);
  });

  it('leads to the output when reading failed', () => {
    assert.equal(statusText({ ...status, state: 'failed' }, say).command, 'causeline.showOutput');
  });
});

describe('marks', () => {
  const lengths = [10, 20];
  const lineLength = (line: number): number | undefined => lengths[line];

  it('stand on the words, by kind', () => {
    const marks = marksByKind(
      [
        { kind: 'lock-wait', line: 1, start: 4, end: 9 },
        { kind: 'gc-failure', line: 0, start: 2, end: 5 },
      ],
      lineLength,
    );
    assert.deepEqual(marks, {
      'lock-wait': [{ line: 1, start: 4, end: 9 }],
      'gc-failure': [{ line: 0, start: 2, end: 5 }],
    });
  });

  it('cover the line when the words are not known, and stop at its end', () => {
    const marks = marksByKind(
      [
        { kind: 'lock-wait', line: 0, start: 0, end: 0 },
        { kind: 'lock-wait', line: 1, start: 15, end: 99 },
      ],
      lineLength,
    );
    assert.deepEqual(marks['lock-wait'], [
      { line: 0, start: 0, end: 10 },
      { line: 1, start: 15, end: 20 },
    ]);
  });

  it('leave out lines that are gone', () => {
    assert.deepEqual(marksByKind([{ kind: 'lock-wait', line: 7, start: 0, end: 1 }], lineLength)['lock-wait'], []);
  });
});

describe('a lens', () => {
  it('takes an event id and a kind, and nothing else', () => {
    assert.deepEqual(readLensArguments('e1', 'near'), { event: 'e1', kind: 'near' });
    assert.equal(readLensArguments('e1', 'quit'), null);
    assert.equal(readLensArguments({}, 'near'), null);
    assert.equal(readLensArguments('x'.repeat(1000), 'near'), null);
  });
});

describe('a jump', () => {
  it('offers equal places once', () => {
    const place = { uri: 'file:///a', line: 1, start: 0, end: 0, title: 'Lock wait', where: 'messages:2' };
    assert.deepEqual(
      toChoices([place, place, { ...place, where: 'kubelet.log:9' }]).map((choice) => choice.description),
      ['messages:2', 'kubelet.log:9'],
    );
  });

  it('says for every command why it leads nowhere', () => {
    for (const target of Object.values(jumpCommands)) assert.match(nowhere(target, say), /\.$/);
  });
});

describe('links of an exported report', () => {
  it('lead from the report to the folder', () => {
    assert.equal(linkBaseOf('/work/logs/findings.md', '/work/logs', posix), '');
    assert.equal(linkBaseOf('/work/reports/findings.md', '/work/logs', posix), '../logs');
    assert.equal(linkBaseOf('C:\\reports\\findings.md', 'C:\\logs', win32), '../logs');
  });

  it('have no base on another drive, or without a folder', () => {
    assert.equal(linkBaseOf('D:\\findings.md', 'C:\\logs', win32), '');
    assert.equal(linkBaseOf('/work/findings.md', undefined, posix), '');
  });
});
