/** A report goes where it is sent, and nothing that stands there is replaced by it but a file. */
import * as assert from 'node:assert/strict';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../../server/src/node/writeWhole';

describe('writing a report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'causeline-write-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves a link a link: /dev/stdout must not become a file', async () => {
    const link = join(folder, 'out');
    symlinkSync('/dev/null', link);
    await writeWhole(link, 'text');
    assert.ok(lstatSync(link).isSymbolicLink());
  });

  it('replaces a file and leaves nothing beside it', async () => {
    const file = join(folder, 'report.md');
    await writeWhole(file, 'first');
    await writeWhole(file, 'second');
    assert.equal(readFileSync(file, 'utf8'), 'second');
    assert.deepEqual(readdirSync(folder).sort(), ['out', 'report.md']);
  });
});
