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
    role: 'effect',
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
  place,
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
    story: 'Lock wait → GC failed (+4.0 s)',
    confidence: 'strong',
    confidenceText: 'strong',
    node: 'node-7',
    start: '2018-01-02 03:04:05 UTC',
    steps: [
      step({ role: 'root', count: 312, worst: '47 s' }),
      step({ episode: 'e2', title: 'GC failed', category: 'gc-failure', because: [because] }),
    ],
    reasons: ['three kinds of evidence'],
    missing: ['iptables rules'],
    checks: ['Run iptables-save.'],
    alternatives: [{ cause: 'Disk full', effect: 'GC failed', against: 'Nothing else lacks space.', place: null }],
    spread: 'first on node-7',
    compared: ['rules: node-7 30799; healthy: node-8 3199'],
    locks: ['xtables: dockerd waited'],
    competing: ['if it were a disk, one would see it'],
    ...parts,
  };
}

function chains(parts: Partial<WireChains>): WireChains {
  return { revision: 1, state: 'ready', chains: [], lone: [], unexplained: [], hasSources: true, ...parts };
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
        ['step', 'Lock wait', 'root cause · ×312 · up to 47 s'],
        ['step', 'GC failed', '+4.0 s · likely'],
        ['group', 'Check first', '1'],
        ['group', 'Still to be confirmed', '1'],
        ['group', 'Weighed, and set aside', '1'],
        ['group', 'What else it could be', '1'],
        ['group', 'Who waited and who held', '1'],
        ['group', 'Beside healthy nodes', '1'],
      ],
    );
  });

  it('names the node of a chain first when several nodes are sick', () => {
    const rows = toRows(chains({ chains: [chain({}), chain({ id: 'c2', node: 'node-8' })] }), say);
    assert.deepEqual(
      rows.map((row) => row.label),
      ['node-7: Lock wait → GC failed', 'node-8: Lock wait → GC failed'],
    );
  });

  it('says what to check, what is missing and what was set aside', () => {
    const [row] = toRows(chains({ chains: [chain({})] }), say);
    assert.deepEqual(
      row?.children.slice(2).flatMap((group) => group.children.map((child) => [child.label, child.description])),
      [
        ['Run iptables-save.', ''],
        ['iptables rules', ''],
        ['Disk full, for: GC failed', 'Nothing else lacks space.'],
        ['if it were a disk, one would see it', ''],
        ['xtables: dockerd waited', ''],
        ['rules: node-7 30799; healthy: node-8 3199', ''],
      ],
    );
  });

  it('names the node of a step only where it is another one', () => {
    const steps = [step({ role: 'root', node: 'node-9' }), step({ episode: 'e2', because: [because] })];
    const [row] = toRows(chains({ chains: [chain({ steps })] }), say);
    assert.deepEqual(
      row?.children.slice(0, 2).map((child) => child.description),
      ['root cause · node-9', '+4.0 s · likely'],
    );
  });

  it('lists messages that nothing explains', () => {
    const message = { template: 'pool <*> drained', count: 40, why: 'new before the end', place };
    const [row] = toRows(chains({ unexplained: [message] }), say);
    assert.deepEqual(
      row?.children.map((child) => [child.label, child.description, child.place?.line]),
      [['pool <*> drained', '×40 · new before the end · messages:812', 811]],
    );
  });

  it('says in a row of its own why a step follows', () => {
    const [row] = toRows(chains({ chains: [chain({})] }), say);
    assert.deepEqual(
      row?.children[1]?.children.map((child) => [child.label, child.description, child.place?.line]),
      [['because, 4.0 s earlier: Lock wait', 'likely · The runtime waits.', 811]],
    );
  });

  it('tells no distance of a cause that holds all the time', () => {
    const steps = [step({}), step({ episode: 'e2', because: [{ ...because, distance: '' }] })];
    const [row] = toRows(chains({ chains: [chain({ steps })] }), say);
    assert.equal(row?.children[1]?.children[0]?.label, 'because: Lock wait');
  });

  it('gives every row an id of its own, also when two chains share a step', () => {
    const rows = toRows(chains({ chains: [chain({}), chain({ id: 'c2' })], lone: [chain({ id: 'c3' })] }), say);
    const ids = rows
      .flatMap((row) => [row, ...row.children, ...row.children.flatMap((child) => child.children)])
      .map((row) => row.id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('keeps chains apart that are only possible', () => {
    const rows = toRows(chains({ chains: [chain({}), chain({ id: 'c2', confidence: 'possible' })] }), say);
    assert.deepEqual(
      rows.map((row) => [row.kind, row.label, row.open, row.children.filter(({ kind }) => kind === 'chain').length]),
      [
        ['chain', 'Lock wait → GC failed', 'expanded', 0],
        ['group', 'Only possible', 'collapsed', 1],
      ],
    );
  });

  it('unfolds what there is when no chain is sure', () => {
    const rows = toRows(chains({ chains: [chain({ confidence: 'possible' })] }), say);
    assert.deepEqual(
      rows.map((row) => [row.label, row.open]),
      [['Only possible', 'expanded']],
    );
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
      [
        {
          event: 'v1',
          place,
          text: 'dockerd: waiting (47s)',
          excerpt: 'waiting (47s) $(alert)\u202e',
          time: '',
          clock: '10:27:47',
        },
      ],
      312,
      say,
    );
    assert.deepEqual(
      rows.map((row) => [row.label, row.description, row.place?.line]),
      [
        ['10:27:47 messages:812', 'waiting (47s) \\$(alert)\\u{202e}', 811],
        ['311 more lines', '', undefined],
      ],
    );
  });
});
