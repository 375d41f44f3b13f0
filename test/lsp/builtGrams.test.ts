/** The built program brings the table of its literals along: it must be what would be made of the catalogue. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { catalogue } from '../../server/src/engine/index';
import { Matcher } from '../../server/src/engine/match/matcher';
import { root } from '../support/repository';

describe('the table of literals of the built program', () => {
  it('is that of the catalogue', () => {
    const built = deserialize(readFileSync(join(root, 'dist', 'literals.bin'))) as { literals: string; grams: object };
    const { texts, ...grams } = new Matcher(catalogue.signatures, catalogue.moments).literals.table;
    assert.equal(built.literals, texts.map((text) => Buffer.from(text).toString('latin1')).join('\n'));
    assert.deepEqual(built.grams, grams);
  });
});
