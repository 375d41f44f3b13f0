/** Node's library of hashes, loaded when the first one is asked for: most runs need none of it, and loading it takes a fifteenth of a start. */
import type { Hash } from 'node:crypto';

/** A hash that takes its bytes piece by piece. */
export function newHash(algorithm: 'sha1' | 'sha256'): Hash {
  return process.getBuiltinModule('node:crypto').createHash(algorithm);
}

/** A name that nobody else has chosen. */
export function uniqueName(): string {
  return process.getBuiltinModule('node:crypto').randomUUID();
}
