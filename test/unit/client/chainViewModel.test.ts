/** The sidebar's rows: what a user reads on a chain, a step, a reason and a line of evidence. */
import { strict as assert } from 'node:assert';
import { evidenceRows, toRows } from '../../../client/src/features/chainViewModel';
import type { WireChain, WireChains, WirePlace, WireStep } from '../../../server/src/protocol/wireTypes';
import { say } from './say';

const place: WirePlace = {
  uri: 'file:///logs/messages',
  line: 811,
  start: 4,
  end: 9,
  title: 'Lock wait',
  where: 'messages:812',
};

function step(parts: Partial<WireStep>): WireStep {
  return {
    episode: 'e1',
    title: 'Lock wait',
    category: 'lock-wait',
    severity: 'warning',
    node: 'node-7',
    count: 1,
    span: '',
    worst: '',
    because: [],
    place,
    meaning: '',
    firstCheck: '',
    ...parts,
  };
}

const because = {
  cause: 'Lock wait',
  mechanism: 'The runtime waits.',
  distance: '+4.0 s',
  confidence: 'likely',
  confidenceText: 'likely',
  reasons: ['same node'],
  refutes: 'It answers.',
} as const;

function chain(parts: Partial<WireChain>): WireChain {
  return {
    id: 'c1',
    title: 'Lock wait → GC failed',
    confidence: 'strong',
    confidenceText: 'strong',
    node: 'node-7',
    start: '2018-01-02 03:04:05 UTC',
    steps: [
      step({ count: 312, worst: '47 s' }),
      step({ episode: 'e2', title: 'GC failed', category: 'gc-failure', because: [because] }),
    ],
    reasons: ['three kinds of evidence'],
    missing: ['iptables rules'],
    ...parts,
  };
}

function chains(parts: Partial<WireChains>): WireChains {
  return { revision: 1, state: 'ready', chains: [], lone: [], hasSources: true, ...parts };
}

describe('the chain view', () => {
  it('shows a chain with its confidence, node and start, its first one unfolded', () => {
    const rows = toRows(chains({ chains: [chain({}), chain({ id: 'c2' })] }), say);
    assert.deepEqual(
      rows.map((row) => [row.label, row.description, row.open]),
      [
        ['Lock wait → GC failed', 'strong · node-7 · 2018-01-02 03:04:05 UTC', 'expanded'],
        ['Lock wait → GC failed', 'strong · node-7 · 2018-01-02 03:04:05 UTC', 'collapsed'],
      ],
    );
  });

  it('shows steps in order, with count, distance, confidence, longest wait and node', () => {
    const [row] = toRows(chains({ chains: [chain({})] }), say);
    assert.deepEqual(
      row?.children.map((child) => [child.kind, child.label, child.description]),
      [
        ['step', 'Lock wait', '×312 · up to 47 s · node-7'],
        ['step', 'GC failed', '+4.0 s · likely · node-7'],
        ['note', 'expected, not found: iptables rules', ''],
      ],
    );
  });

  it('says in a row of its own why a step follows', () => {
    const [row] = toRows(chains({ chains: [chain({})] }), say);
    assert.deepEqual(
      row?.children[1]?.children.map((child) => child.label),
      ['because: The runtime waits. (+4.0 s, likely)'],
    );
  });

  it('gives every row an id of its own, also when two chains share a step', () => {
    const rows = toRows(chains({ chains: [chain({}), chain({ id: 'c2' })], lone: [chain({ id: 'c3' })] }), say);
    const ids = rows
      .flatMap((row) => [row, ...row.children, ...row.children.flatMap((child) => child.children)])
      .map((row) => row.id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('keeps findings without a cause apart', () => {
    const rows = toRows(
      chains({ chains: [chain({})], lone: [chain({ id: 'c3', steps: [step({ title: 'OOM' })] })] }),
      say,
    );
    assert.deepEqual(
      rows.map((row) => [row.kind, row.label, row.children.map((child) => child.label).includes('OOM')]),
      [
        ['chain', 'Lock wait → GC failed', false],
        ['group', 'Findings without a known cause', true],
      ],
    );
  });

  it('shows nothing when nothing was found', () => {
    assert.deepEqual(toRows(chains({}), say), []);
  });

  it('shows lines of evidence with their place, and how many are not shown', () => {
    const rows = evidenceRows(
      'c1/e1',
      [{ event: 'v1', place, text: 'waiting (47s) $(alert)\u202e', time: '' }],
      312,
      say,
    );
    assert.deepEqual(
      rows.map((row) => [row.label, row.description, row.place?.line]),
      [
        ['messages:812', 'waiting (47s) \\$(alert)<U+202E>', 811],
        ['311 more lines', '', undefined],
      ],
    );
  });
});
