/** Generated documents say what the code says. */
import { strict as assert } from 'node:assert';
import { generatedDocs } from '../support/generatedDocs';
import { readProjectFile } from '../support/repository';

describe('generated documents', () => {
  for (const { path, text } of generatedDocs()) {
    it(`${path} is as "npm run docs" writes it`, () => {
      assert.ok(readProjectFile(path) === text, `${path} is not up to date: run npm run docs`);
    });
  }
});
