/** The assembled loops that ship are those of their source. */
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readProjectFile, root } from '../support/repository';

describe('scanKernelCode.ts', () => {
  it('is what `npm run kernel` writes', async () => {
    const script = pathToFileURL(path.join(root, '.ci', 'kernel.mjs')).href;
    const { assembleKernel } = (await import(script)) as { assembleKernel(): Promise<string> };
    assert.equal(readProjectFile('server/src/node/scanKernelCode.ts'), await assembleKernel());
  });
});
