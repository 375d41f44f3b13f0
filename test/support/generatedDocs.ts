/** Documents that are written from the code: `npm run docs` writes them, a law of the house holds them to it. */
import { ruleShape, toJsonSchema } from '../../server/src/rules/index';
import { signaturesDoc } from './signaturesDoc';

/** A generated file. */
export interface GeneratedDoc {
  /** Path from the root of the project. */
  readonly path: string;
  readonly text: string;
}

/** All of them. */
export function generatedDocs(): readonly GeneratedDoc[] {
  return [
    { path: 'client/media/rules.schema.json', text: `${JSON.stringify(toJsonSchema(ruleShape), null, 2)}\n` },
    { path: 'docs/signatures.md', text: signaturesDoc('en') },
    { path: 'docs/signatures.zh-cn.md', text: signaturesDoc('zh') },
  ];
}
