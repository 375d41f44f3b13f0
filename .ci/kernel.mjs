/** Assembles the loops in `server/src/node/scanKernel.wat` into the module text that ships with the server. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, root } from './setup.mjs';

const folder = join(root, 'server', 'src', 'node');

/** The text of `scanKernelCode.ts` for the source in `scanKernel.wat`. */
export async function assembleKernel() {
  const { default: wabt } = await import('wabt');
  const assembler = await wabt();
  const source = assembler.parseWat('scanKernel.wat', readFileSync(join(folder, 'scanKernel.wat'), 'utf8'), {
    simd: true,
  });
  const { buffer } = source.toBinary({});
  source.destroy();
  const lines =
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  return `/** The assembled loops of \`scanKernel.wat\`; written by \`npm run kernel\`. */
export const scanKernelCode =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => writeFileSync(join(folder, 'scanKernelCode.ts'), await assembleKernel()));
}
