/** The view of sources groups by node, tells gaps and corrections in words, and shows why a clock is believed. */
import * as assert from 'node:assert/strict';
import type { SourceRow } from '../../../client/src/features/sourcesViewModel';
import { placeOf, toSourceRows } from '../../../client/src/features/sourcesViewModel';
import { noSources } from '../../../server/src/protocol/messages';
import type { WireSource, WireSources } from '../../../server/src/protocol/wireTypes';
import { say } from './say';

const source = (parts: Partial<WireSource>): WireSource => ({
  id: 'node-7/messages',
  name: 'messages',
  where: 'node-7/messages',
  uri: 'file:///logs/node-7/messages',
  node: 'node-7',
  format: 'klog',
  formatReason: 'klog: 98 % of 1834 records; envelope syslog',
  layers: ['syslog', 'klog'],
  lines: 1900,
  records: 1834,
  unparsed: 0,
  span: '2022-05-13 10:27:47 +08:00 … 2022-05-13 11:00:00 +08:00',
  clock: '+08:00 (inferred), 2022 (stated)',
  zone: '+08:00',
  year: 2022,
  skew: '+0s',
  evidence: ['zone +08:00: 12 of 12 records carry an inner stamp'],
  isAssumed: false,
  output: '',
  set: null,
  disorder: 0,
  gaps: [],
  gapCount: 0,
  remarks: [],
  decided: [],
  firstLine: 0,
  ...parts,
});

const sources = (list: readonly WireSource[], more: Partial<WireSources> = {}): WireSources => ({
  ...noSources,
  revision: 1,
  sources: list,
  ...more,
});

const outline = (rows: readonly SourceRow[]): string[] =>
  rows.map(({ label, description }) => (description === '' ? label : `${label} | ${description}`));

describe('the view of sources', () => {
  it('groups sources by node, those without one last', () => {
    const rows = toSourceRows(
      sources([
        source({}),
        source({ id: 'x.txt', name: 'x.txt', node: '' }),
        source({ id: 'b', name: 'b', node: 'node-10' }),
      ]),
      say,
    );
    assert.deepEqual(outline(rows), ['node-7 | 1 source', 'node-10 | 1 source', 'node not known | 1 source']);
    assert.deepEqual(outline(rows[0]?.children ?? []), ['messages | syslog › klog · 1834 records']);
  });

  it('shows a flat list when no node is known', () => {
    assert.deepEqual(outline(toSourceRows(sources([source({ node: '' })]), say)), [
      'messages | syslog › klog · 1834 records',
    ]);
  });

  it('tells gaps and corrections in words and by an icon', () => {
    const [node] = toSourceRows(
      sources([
        source({
          gapCount: 2,
          gaps: ['missing: bytes 10-20: damaged', 'not verified: bytes 30-40: damaged'],
          decided: ['zone'],
        }),
      ]),
      say,
    );
    const row = node?.children[0];
    assert.equal(row?.description, 'syslog › klog · 1834 records · 2 gaps · corrected');
    assert.equal(row?.icon, 'warning');
    assert.ok(row?.children.some(({ label }) => label === 'missing: bytes 10-20: damaged'));
  });

  it('unfolds to the format, the span, the counts and the clock with its evidence', () => {
    const [node] = toSourceRows(sources([source({ unparsed: 3, disorder: 4 })]), say);
    assert.deepEqual(outline(node?.children[0]?.children ?? []), [
      'Path | node-7/messages',
      'Format | syslog › klog',
      'Node | node-7',
      'Time span | 2022-05-13 10:27:47 +08:00 … 2022-05-13 11:00:00 +08:00',
      'Records | 1834 records in 1900 lines · 3 lines in no record · 4 out of order',
      'Clock | +08:00 (inferred), 2022 (stated)',
      'zone +08:00: 12 of 12 records carry an inner stamp',
    ]);
  });

  it('puts what is wrong in case files, and what could not be read, first', () => {
    const rows = toSourceRows(
      sources([source({ records: 0, format: 'text', layers: [], lines: 1 })], {
        problems: ['case.json:3: no zone'],
        unread: ['a.zip: encrypted'],
        unreadCount: 3,
        passedOver: ['kubelet.log: the same as the beginning of kubelet.log.1: counted once'],
        passedOverCount: 1,
        quieted: [
          {
            text: '“Chatter” (mine.yaml:2): 12 records, the first is messages:17',
            place: { uri: 'file:///case/mine.yaml', line: 1, start: 0, end: 0, title: 'Chatter', where: 'mine.yaml:2' },
          },
          { text: '3 others', place: null },
        ],
        beyond: 7,
      }),
      say,
    );
    assert.deepEqual(outline(rows), [
      'case.json:3: no zone',
      'Not read | 3',
      'Kept quiet by rules of your own | 2',
      'node-7 | 1 source',
      '7 more sources',
      'Passed over: no logs, or counted already | 1',
    ]);
    assert.deepEqual(outline(rows[1]?.children ?? []), ['a.zip: encrypted', '2 more']);
    assert.deepEqual(outline(rows[2]?.children ?? []), [
      '“Chatter” (mine.yaml:2): 12 records, the first is messages:17',
      '3 others',
    ]);
    const opened = (rows[2]?.children ?? []).map((row) => placeOf(row));
    assert.deepEqual(
      opened.map((place) => place && `${place.uri} ${place.line}`),
      ['file:///case/mine.yaml 1', null],
    );
    assert.deepEqual(outline(rows[3]?.children ?? []), ['messages | text · 1 line']);
    assert.deepEqual(outline(rows[5]?.children ?? []), [
      'kubelet.log: the same as the beginning of kubelet.log.1: counted once',
    ]);
  });

  it('says of a rotated file which part of which log it is, and of a clock that it is assumed', () => {
    const set = { name: 'node-7/messages', part: 2, parts: 3 };
    const [node] = toSourceRows(sources([source({ set, isAssumed: true })]), say);
    const row = node?.children[0];
    assert.equal(row?.description, 'syslog › klog · 1834 records · clock assumed · part 2 of 3');
    assert.ok(outline(row?.children ?? []).includes('Rotated log | part 2 of 3 of node-7/messages, oldest first'));
  });

  it('puts outputs of commands and plain text behind the logs, and names them as such', () => {
    const rows = toSourceRows(
      sources([
        source({
          id: 'a',
          name: 'a',
          node: '',
          format: 'facts:node-table',
          output: 'kubectl get nodes',
          layers: [],
          records: 0,
          lines: 4,
        }),
        source({ id: 'b', name: 'b', node: '', format: 'text', layers: [], records: 0, lines: 1 }),
        source({ id: 'c', name: 'c', node: '' }),
      ]),
      say,
    );
    assert.deepEqual(outline(rows), [
      'c | syslog › klog · 1834 records',
      'a | output of kubectl get nodes · 4 lines',
      'b | text · 1 line',
    ]);
  });

  it('says how many gaps are not listed', () => {
    const [node] = toSourceRows(sources([source({ gapCount: 53, gaps: ['missing: bytes 10-20: damaged'] })]), say);
    assert.deepEqual(outline(node?.children[0]?.children ?? []).slice(-2), [
      'missing: bytes 10-20: damaged',
      '52 more gaps',
    ]);
  });

  it('folds the nodes of a large collection, and shows a hundred sources of one at a time, those with gaps first', () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      source({ id: `n/${index}`, name: `${index}`, gapCount: index === 240 ? 1 : 0 }),
    );
    const rows = toSourceRows(sources([...many, source({ id: 'x', name: 'x', node: 'node-8' })]), say);
    assert.deepEqual(
      rows.map(({ open }) => open),
      ['collapsed', 'collapsed'],
    );
    assert.deepEqual(outline(rows), ['node-7 | 250 sources · 1 with gaps', 'node-8 | 1 source']);
    const first = rows[0]?.children ?? [];
    assert.deepEqual([first.length, first[0]?.label, first[100]?.label], [101, '240', '150 more sources']);
    const second = first[100]?.children ?? [];
    assert.deepEqual([second.length, second[100]?.label], [101, '50 more sources']);
    const ids = [...first, ...second, ...(second[100]?.children ?? [])].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.filter((id) => id.startsWith('source/')).length, 250);
  });
});
