/** A collection of very many small sources: each is read as if it were the only one, whatever was read before it. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formats } from '../../../../server/src/engine/formats/index';
import type { ReadSource, Scanner } from '../../../../server/src/engine/index';
import { createScanner } from '../../../../server/src/engine/index';
import { fastMeans } from '../../../../server/src/node/fastKernel';

const lines = formats.flatMap(({ samples, nearMisses }) => [...samples.map(({ line }) => line), ...nearMisses]);

function read(scanner: Scanner, text: string): ReadSource {
  const reader = scanner.open({ id: 'a.log', modifiedMs: null }, null);
  reader.push(Buffer.from(text));
  reader.end();
  return reader.settle();
}

/** Two sources that are open at the same time, line by line. */
function readBoth(scanner: Scanner, ...texts: readonly [string, string]): ReadSource[] {
  const open = texts.map((text) => ({
    reader: scanner.open({ id: 'a.log', modifiedMs: null }, null),
    lines: text.split(/(?<=\n)/),
  }));
  for (let line = 0; line < Math.max(...open.map(({ lines }) => lines.length)); line++)
    for (const { reader, lines } of open) reader.push(Buffer.from(lines[line] ?? ''));
  return open.map(({ reader }) => {
    reader.end();
    return reader.settle();
  });
}

describe('many small sources', () => {
  it('are read with what others have used as they are with what is new', () => {
    const text = fc
      .array(fc.constantFrom(...lines), { minLength: 1, maxLength: 6 })
      .map((chosen) => `${chosen.join('\n')}\n`);
    for (const means of [{}, fastMeans()]) {
      const shared = createScanner(means);
      fc.assert(
        fc.property(text, text, (first, second) => {
          assert.deepEqual(
            readBoth(shared, first, second),
            [first, second].map((bytes) => read(createScanner(means), bytes)),
          );
        }),
        { numRuns: 150 },
      );
    }
  });
});
