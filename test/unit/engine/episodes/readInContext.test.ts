/** kubelet says of every eviction alike that it ranks pods and has evicted one; the lines before tell whether memory or disk ran short. */
import * as assert from 'node:assert/strict';
import { kubelet } from '../../../support/stories';
import { triage } from '../../../support/triage';

const short = (seconds: number, resource: string): string =>
  kubelet(seconds, `"Eviction manager: must evict pod(s) to reclaim" resourceName="${resource}"`, 'I');
const ranked = (seconds: number): string =>
  kubelet(seconds, '"Eviction manager: pods ranked for eviction" pods=["shop/cart-0"]', 'I');
const evicted = (seconds: number): string =>
  kubelet(seconds, '"Eviction manager: pod is evicted successfully" pod="shop/cart-0"', 'I');

function categories(lines: readonly string[]): string[] {
  return triage({ 'kubelet.log': lines }).events.map((event) => event.category);
}

describe('an eviction', () => {
  it('is for memory where memory ran short just before', () => {
    assert.deepEqual(categories([short(0, 'memory'), ranked(1), evicted(3)]), ['oom', 'oom', 'oom']);
  });

  it('is for disk where disk ran short since', () => {
    const both = [short(0, 'memory'), short(30, 'ephemeral-storage'), ranked(31), evicted(33)];
    assert.deepEqual(categories(both), ['oom', 'disk-pressure', 'disk-pressure', 'disk-pressure']);
  });

  it('is for disk where nothing says otherwise, or only long before', () => {
    assert.deepEqual(categories([ranked(1), evicted(3)]), ['disk-pressure', 'disk-pressure']);
    assert.equal(categories([short(0, 'memory'), evicted(3600)]).at(-1), 'disk-pressure');
  });
});
