/** Compiles the kernel in `server/kernel` into the module text that ships with the server. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, root } from './setup.mjs';

const entry = 'server/kernel/scanKernel.ts';
const options = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd'];

/** The text of `scanKernelCode.ts` for the sources in `server/kernel`. */
export async function compileKernel() {
  const { default: compiler } = await import('assemblyscript/asc');
  let code;
  const { error, stderr } = await compiler.main(
    [entry, ...options, '--initialMemory', '32', '--outFile', 'kernel.wasm'],
    {
      readFile: (name) => {
        try {
          return readFileSync(join(root, name), 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (_name, contents) => {
        code = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null) throw new Error(`${error.message}\n${stderr.toString()}`);
  const lines =
    Buffer.from(code)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  return `/** The compiled kernel of \`server/kernel\`; written by \`npm run kernel\`. */
export const scanKernelCode =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
}

if (process.argv[1] === import.meta.filename) {
  await main(async () =>
    writeFileSync(join(root, 'server', 'src', 'node', 'scanKernelCode.ts'), await compileKernel()),
  );
}
