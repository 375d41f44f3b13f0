/** Proves rules by their own samples, through the engine itself: each line must be recognised, each near miss refused. */
import type { Localized, Signature } from '../engine/index';
import { createEngine } from '../engine/index';

/** A sample that does not behave. */
export interface SampleFailure {
  readonly signature: Signature;
  readonly sample: string;
  readonly message: Localized;
}

/** Failures of the given signatures, each looked at by itself. */
export function testRules(signatures: readonly Signature[]): SampleFailure[] {
  return signatures.flatMap((signature) => {
    const recognises = recogniser(signature);
    return [
      ...signature.matches
        .filter((sample) => !recognises(sample))
        .map((sample) => failure(signature, sample, { en: 'must be recognised, is not', zh: '应被识别,但没有' })),
      ...signature.mustNotMatch
        .filter(recognises)
        .map((sample) => failure(signature, sample, { en: 'must not be recognised, is', zh: '不应被识别,却被识别' })),
    ];
  });
}

function failure(signature: Signature, sample: string, message: Localized): SampleFailure {
  return { signature, sample, message };
}

/** A benign rule would make no event, and one that asks for several occurrences none for one line: here both must show. */
function recogniser(signature: Signature): (sample: string) => boolean {
  const { quietBelow, quietWithinMs, quietUnderMs, ...rest } = signature;
  const catalogue = { signatures: [{ ...rest, role: 'problem' as const }], edges: [], sameEvent: [], moments: [] };
  return (sample) => {
    const engine = createEngine({ catalogue });
    const reader = engine.openSource({ id: 'sample', modifiedMs: null });
    reader.push(new TextEncoder().encode(`${sample}\n`));
    reader.end();
    return engine.report().events.length > 0;
  };
}
