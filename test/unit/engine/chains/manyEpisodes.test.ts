/** Many episodes stay quick: the search for causes looks at neighbours, never at every pair. */
import * as assert from 'node:assert/strict';
import type { CausalEdge } from '../../../../server/src/engine/catalogue/edge';
import { catalogue } from '../../../../server/src/engine/catalogue/index';
import type { Report } from '../../../../server/src/engine/index';
import { manyOutages } from '../../../support/manyEpisodes';
import { triage } from '../../../support/triage';

/** A report, and how often edges were asked for their scope: for every pair of episodes that is looked at. */
function counted(nodes: number, hours: number): { readonly report: Report; readonly pairs: number } {
  let pairs = 0;
  const edges = catalogue.edges.map(
    (edge): CausalEdge =>
      Object.defineProperty({ ...edge }, 'scope', {
        get: () => {
          pairs++;
          return edge.scope;
        },
      }),
  );
  return { report: triage(manyOutages(nodes, hours), { catalogue: { ...catalogue, edges } }), pairs };
}

describe('five thousand episodes', () => {
  let report: Report;
  let pairs: number;
  before(() => ({ report, pairs } = counted(20, 50)));

  it('are told as chains of their own node', () => {
    assert.ok(report.episodes.length >= 5000, `${report.episodes.length} episodes`);
    const first = report.chains.find((chain) => chain.node === 'node-7');
    const nodes = (first?.steps ?? []).map((id) => report.episodes.find((episode) => episode.id === id)?.node);
    assert.ok(nodes.length > 2 && nodes.every((node) => node === 'node-7'), nodes.join(', '));
    assert.equal(report.incidents[0]?.nodes.length, 20);
  });

  it('are compared as often as their number demands', () => {
    // Four times as many, half of that by nodes and half by hours: a search of all pairs would look at sixteen times as many.
    const few = counted(10, 25).pairs;
    assert.ok(few > 1000 && pairs < few * 6, `${few} pairs, then ${pairs}`);
  });
});
