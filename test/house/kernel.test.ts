/** The compiled kernel that ships is that of its source. */
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readProjectFile, root } from '../support/repository';

describe('scanKernelCode.ts', function () {
  // A compiler is at work.
  this.timeout(120_000);

  it('is what `npm run kernel` writes', async () => {
    const script = pathToFileURL(path.join(root, '.ci', 'kernel.mjs')).href;
    const { compileKernel } = (await import(script)) as { compileKernel(): Promise<string> };
    assert.equal(readProjectFile('server/src/node/scanKernelCode.ts'), await compileKernel());
  });
});
