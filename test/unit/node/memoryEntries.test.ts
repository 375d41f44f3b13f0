/** What is kept in memory is each reader's own copy, and bounded. */
import * as assert from 'node:assert/strict';
import { MemoryEntries } from '../../../server/src/node/memoryEntries';

describe('entries in memory', () => {
  it('stay as they were written, whatever their readers and writers do with them', async () => {
    const entries = new MemoryEntries();
    const counts = { times: new Uint32Array([1, 2, 3]), names: ['kubelet'] };
    await entries.write('counts', counts);
    counts.names.push('dockerd');
    const read = async (): Promise<typeof counts> => (await entries.read('counts')) as typeof counts;
    const first = await read();
    assert.deepEqual(first, { times: new Uint32Array([1, 2, 3]), names: ['kubelet'] });
    first.times[0] = 9;
    first.names.pop();
    assert.deepEqual(await read(), { times: new Uint32Array([1, 2, 3]), names: ['kubelet'] });
  });

  it('go when there are too many, the longest unused ones first', async () => {
    const entries = new MemoryEntries();
    for (const name of ['one', 'two', 'three']) await entries.write(name, new Uint8Array(1000));
    await entries.write('two', new Uint8Array(100));
    await entries.read('one');
    await entries.trim(1500);
    const left = await Promise.all(['one', 'two', 'three'].map((name) => entries.read(name)));
    assert.deepEqual(
      left.map((value) => (value as Uint8Array | null)?.length ?? null),
      [1000, 100, null],
    );
  });
});
