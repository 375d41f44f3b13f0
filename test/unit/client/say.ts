/** Speaks English without an editor. */
import type { Say } from '../../../client/src/say';

export const say: Say = (sentence, ...values) =>
  sentence.replace(/\{(\d)\}/g, (_, position) => String(values[Number(position)]));
