/** Decisions of the user reach the sources they name, the surer one first. */
import * as assert from 'node:assert/strict';
import type { Corrections } from '../../../server/src/engine/corrections';
import { correctionFor } from '../../../server/src/engine/corrections';
import { onlySource, triage } from '../../support/triage';

const fitting = (pattern: string, id: string): boolean => correctionFor([{ [pattern]: { year: 1 } }], id).year === 1;

describe('a pattern for sources', () => {
  it('stands for itself, for parts of names and for parts of paths', () => {
    assert.ok(fitting('a/kubelet.log', 'a/kubelet.log'));
    assert.ok(fitting('*/kubelet*', 'a/kubelet.log'));
    assert.ok(fitting('**/kubelet.log', 'a/b/kubelet.log'));
    assert.ok(fitting('**', 'bundle.tgz!/var/log/messages'));
    assert.ok(fitting('**/k*.log', 'a/kb/kc.log'));
    assert.ok(!fitting('*/kubelet.log', 'a/b/kubelet.log'));
    assert.ok(!fitting('kubelet.log', 'a/kubelet.log'));
    assert.ok(!fitting('a*', 'b'));
    assert.ok(!fitting('', 'a'));
  });

  it('is followed to its end, however many ways lead through it', () => {
    // Trying one way after the other would outlast every time limit.
    assert.ok(!fitting(`${'*a'.repeat(100)}b`, 'a'.repeat(2000)));
  });
});

describe('decisions about a source', () => {
  const decisions: Corrections = {
    '**': { zone: 'UTC', year: 2019 },
    'a/*': { year: 2020, node: 'node-a' },
    'a/b.log': { year: 2021 },
  };

  it('are taken from the exact name before patterns, from longer patterns before shorter ones', () => {
    assert.deepEqual(correctionFor([decisions], 'a/b.log'), { zone: 'UTC', year: 2021, node: 'node-a' });
    assert.deepEqual(correctionFor([decisions], 'x'), { zone: 'UTC', year: 2019 });
  });

  it('of a later list beat those of an earlier one', () => {
    assert.equal(correctionFor([decisions, { '**': { year: 2024 } }], 'a/b.log').year, 2024);
  });

  it('make lines what the user says they are', () => {
    const lines = ['May 13 10:27:47 node-a kubelet[1]: ready', 'E0513 10:27:48.000001       1 a.go:1] failed'];
    assert.equal(onlySource(triage({ 'a.log': lines })).records, 2);
    const asKlog = onlySource(triage({ 'a.log': lines }, { corrections: [{ 'a.log': { format: 'klog' } }] }));
    assert.deepEqual([asKlog.format, asKlog.decided], ['klog', ['format']]);
    const asText = onlySource(triage({ 'a.log': lines }, { corrections: [{ 'a.log': { format: 'text' } }] }));
    assert.deepEqual([asText.format, asText.records], ['text', 0]);
  });

  it('place a source on a node, in a zone, in a year', () => {
    const report = triage(
      { 'a.log': ['E0513 10:27:48.000001       1 a.go:1] failed'] },
      { corrections: [{ 'a.log': { node: 'node-x', zone: '+08:00', year: 2020 } }] },
    );
    const { node, clock, first } = onlySource(report);
    assert.deepEqual([node, clock.zoneFrom, clock.yearFrom], ['node-x', 'user', 'user']);
    assert.equal(first?.timeMs, Date.UTC(2020, 4, 13, 2, 27, 48));
  });
});
