/** What every decoder of a compressed form has in common: it asks for bytes, hands over text and names what is lost, and knows no stream. */
import type { Localized } from '../../engine/index';

/** Bytes that are in no decoded text, or in text that nothing vouches for. */
export interface DecoderGap {
  /** `loss`: bytes that could not be decoded; `unverified`: decoded, but a check failed; `padding`: bytes that mean nothing. */
  readonly kind: 'loss' | 'unverified' | 'padding';
  readonly reason: Localized;
  /** Range in the compressed form. */
  readonly start: number;
  readonly end: number;
}

/**
 * One step of a decoder. `take` and `peek` are answered with so many bytes, fewer only at the end of the input; they are
 * valid until the next step. `bytes` are decoded and valid until the next step.
 */
export type Step =
  | { readonly take: number }
  | { readonly peek: number }
  | { readonly bytes: Uint8Array }
  | { readonly gap: DecoderGap };

/** How far a decoder's input was taken. */
export interface InputPosition {
  readonly position: number;
}

/** A decoder at work. It never throws on its input. */
export type Decoding = Generator<Step, void, Uint8Array>;

/** Starts a decoder. */
export type Decoder = (input: InputPosition) => Decoding;

/** The step that names such bytes. */
export function gap(kind: DecoderGap['kind'], start: number, end: number, reason: Localized): Step {
  return { gap: { kind, reason, start, end } };
}

/** What is wrong with compressed bytes; caught where the rest can still be found. */
export class Damage extends Error {
  constructor(readonly what: Localized) {
    super(what.en);
  }
}

/** Takes and drops bytes up to a position of the input; stops at its end. */
export function* skipTo(input: InputPosition, end: number): Generator<Step, void, Uint8Array> {
  while (input.position < end) {
    const taken = yield { take: Math.min(65_536, end - input.position) };
    if (taken.length === 0) return;
  }
}

/** Runs a decoder over bytes that are all there; its text up to `maxBytes`, and whether that is complete and verified. */
export function decodeWhole(
  decoder: Decoder,
  bytes: Uint8Array,
  maxBytes: number,
): { readonly bytes: Uint8Array; readonly complete: boolean } {
  const input = { position: 0 };
  const parts: Uint8Array[] = [];
  let length = 0;
  let complete = true;
  const decoding = decoder(input);
  let answer: Uint8Array = new Uint8Array(0);
  for (let step = decoding.next(answer); step.done !== true; step = decoding.next(answer)) {
    const { value } = step;
    if ('bytes' in value) {
      const part = value.bytes.slice(0, maxBytes - length);
      parts.push(part);
      length += part.length;
      if (part.length < value.bytes.length) complete = false;
      if (length >= maxBytes && !complete) break;
    } else if ('gap' in value) complete = false;
    else if ('take' in value) {
      answer = bytes.subarray(input.position, input.position + value.take);
      input.position += answer.length;
    } else answer = bytes.subarray(input.position, input.position + value.peek);
  }
  return { bytes: joined(parts, length), complete };
}

/** Several arrays as one. */
export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(length);
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
