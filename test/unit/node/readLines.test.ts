/** Lines of files found by their numbers: the same lines that counting from the beginning finds, at every place of large files. */
import { strict as assert } from 'node:assert';
import { LineReader, linesOfStream } from '../../../server/src/node/readLines';
import { memoryFiles } from '../../support/memoryFiles';

/** Lines of different lengths over several megabytes. */
const lines = Array.from({ length: 40_000 }, (_, index) => `${index + 1} ${'x'.repeat((index * 7919) % 160)}`);
const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
const unlimited = Number.MAX_SAFE_INTEGER;

function between(first: number, last: number): string {
  return lines.slice(first - 1, last).join('\n');
}

describe('lines by number', () => {
  it('are those that stand there, wherever the file is looked into first', async () => {
    const reader = new LineReader(memoryFiles({ '/logs/messages': bytes }));
    for (const first of [39_000, 1, 12_345, 26_000, 39_990, 13_107]) {
      const found = await reader.read('/logs/messages', { first, last: first + 10 }, unlimited);
      assert.equal(found, between(first, first + 10), `from line ${first}`);
    }
  });

  it('end with the file', async () => {
    const reader = new LineReader(memoryFiles({ '/logs/messages': bytes }));
    assert.equal(
      await reader.read('/logs/messages', { first: 39_999, last: 50_000 }, unlimited),
      between(39_999, 40_000),
    );
    assert.equal(await reader.read('/logs/messages', { first: 50_000, last: 50_010 }, unlimited), '');
  });

  it('are no more than was allowed', async () => {
    const reader = new LineReader(memoryFiles({ '/logs/messages': bytes }));
    assert.equal((await reader.read('/logs/messages', { first: 1, last: 40_000 }, 1000))?.length, 1000);
  });

  it('are found anew in a file that was written anew', async () => {
    const content = { '/logs/messages': bytes };
    const reader = new LineReader(memoryFiles(content));
    const wanted = { first: 39_000, last: 39_000 };
    assert.equal(await reader.read('/logs/messages', wanted, unlimited), lines[38_999]);
    content['/logs/messages'] = new Uint8Array([...new TextEncoder().encode('one more\n'), ...bytes]);
    assert.equal(await reader.read('/logs/messages', wanted, unlimited), lines[38_998]);
  });

  it('of other encodings are counted from the beginning', async () => {
    const utf16 = Uint8Array.from(Buffer.from(`\ufeff${lines.slice(0, 3000).join('\n')}`, 'utf16le'));
    const reader = new LineReader(memoryFiles({ '/logs/messages': utf16 }));
    assert.equal(await reader.read('/logs/messages', { first: 5, last: 6 }, unlimited), null);
  });

  it('of a stream are counted across its pieces and gaps', async () => {
    const piece = (part: string) => ({ bytes: new TextEncoder().encode(part) });
    const reason = { en: 'damaged', zh: '损坏' };
    async function* stream() {
      yield piece('one\ntw');
      yield piece('o\nthr');
      yield { gap: { kind: 'loss' as const, bytes: 10, reason, retry: false } };
      yield piece('four\nfive\n');
    }
    assert.equal(await linesOfStream(stream(), { first: 2, last: 4 }, unlimited), 'two\nthr\nfour');
  });
});
