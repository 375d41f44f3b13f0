/** What to look at first and what cures it: of the steps of a chain that give advice, root first, nothing twice. */
import type { Signature } from '../catalogue/signature';
import type { Localized } from '../model/localized';
import type { Chain } from '../model/report';

/** Finds a signature by its id. */
export type SignatureOf = (id: string) => Signature | undefined;

/** First checks of a chain. */
export function checksOf(chain: Chain, signatureOf: SignatureOf): Localized[] {
  return advising(chain, signatureOf, 'firstCheck').map((signature) => signature.firstCheck);
}

/** Signatures of a chain whose remedies differ. */
export function remediesOf(chain: Chain, signatureOf: SignatureOf): Signature[] {
  return advising(chain, signatureOf, 'remedy');
}

function advising(chain: Chain, signatureOf: SignatureOf, what: 'firstCheck' | 'remedy'): Signature[] {
  const seen = new Set<string>();
  return chain.advice.flatMap((id) => {
    const signature = signatureOf(id);
    if (signature === undefined || seen.has(signature[what].en)) return [];
    seen.add(signature[what].en);
    return [signature];
  });
}
