/** Adds signatures and edges of the user's own to the built-in ones. */
import type { CausalEdge } from './edge';
import type { Catalogue } from './index';
import type { Signature } from './signature';

/** The catalogue with additions; itself when there are none, so that what was compiled for it is used again. */
export function extendCatalogue(
  base: Catalogue,
  signatures: readonly Signature[],
  edges: readonly CausalEdge[],
): Catalogue {
  if (signatures.length === 0 && edges.length === 0) return base;
  return {
    signatures: [...base.signatures, ...signatures],
    edges: [...base.edges, ...edges],
    sameEvent: base.sameEvent,
    moments: base.moments,
  };
}
