/** Writes the generated documents: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocs } from './generatedDocs';
import { root } from './repository';

for (const { path, text } of generatedDocs()) writeFileSync(join(root, path), text);
