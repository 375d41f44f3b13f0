/** The view of sources groups by node, tells gaps and corrections in words, and shows why a clock is believed. */
import * as assert from 'node:assert/strict';
import type { SourceRow } from '../../../client/src/features/sourcesViewModel';
import { toSourceRows } from '../../../client/src/features/sourcesViewModel';
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
  disorder: 0,
  gaps: [],
  gapCount: 0,
  remarks: [],
  decided: [],
  firstLine: 0,
  ...parts,
});

const sources = (list: readonly WireSource[], more: Partial<WireSources> = {}): WireSources => ({
  revision: 1,
  sources: list,
  beyond: 0,
  unread: [],
  problems: [],
  formats: [],
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
        source({ id: 'b', name: 'b', node: 'node-6' }),
      ]),
      say,
    );
    assert.deepEqual(outline(rows), ['node-6 | 1 source', 'node-7 | 1 source', 'node not known | 1 source']);
    assert.deepEqual(outline(rows[1]?.children ?? []), ['messages | syslog › klog · 1834 records']);
  });

  it('shows a flat list when no node is known', () => {
    assert.deepEqual(outline(toSourceRows(sources([source({ node: '' })]), say)), [
      'messages | syslog › klog · 1834 records',
    ]);
  });

  it('tells gaps and corrections in words and by an icon', () => {
    const [node] = toSourceRows(
      sources([source({ gapCount: 2, gaps: ['10–20: damaged', '30–40: damaged'], decided: ['zone'] })]),
      say,
    );
    const row = node?.children[0];
    assert.equal(row?.description, 'syslog › klog · 1834 records · 2 gaps · corrected');
    assert.equal(row?.icon, 'warning');
    assert.ok(row?.children.some(({ label }) => label === 'missing bytes 10–20: damaged'));
  });

  it('unfolds to the format, the span, the counts and the clock with its evidence', () => {
    const [node] = toSourceRows(sources([source({ unparsed: 3, disorder: 4 })]), say);
    assert.deepEqual(outline(node?.children[0]?.children ?? []), [
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
        beyond: 7,
      }),
      say,
    );
    assert.deepEqual(outline(rows), [
      'case.json:3: no zone',
      'not read: a.zip: encrypted',
      'node-7 | 1 source',
      '7 more sources',
    ]);
    assert.deepEqual(outline(rows[2]?.children ?? []), ['messages | text · 1 line']);
  });
});
