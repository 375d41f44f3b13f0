/** Tells klog's lines of information, behind whose header a source file means no trouble. */

/** A header, without its date, is shorter than so many bytes: klog pads threads to seven places. */
const reach = 32;

/** Whether `I0314 02:00:00.219856   14204` ends at `end`, in bytes that begin at `start`. */
export function isInformation(bytes: Uint8Array, end: number, start: number): boolean {
  const limit = Math.max(start, end - reach);
  const thread = skipBack(bytes, end, limit, isDigit);
  const blanks = skipBack(bytes, thread, limit, (value) => value === 32);
  const clock = skipBack(bytes, blanks, limit, (value) => isDigit(value) || value === 58 || value === 46);
  const date = clock - 5;
  if (thread === end || blanks === thread || clock === blanks || clock === end - reach || date <= start) return false;
  return bytes.subarray(date, date + 4).every(isDigit) && bytes[date - 1] === 0x49;
}

function skipBack(bytes: Uint8Array, from: number, start: number, is: (value: number) => boolean): number {
  let at = from;
  while (at > start && is(bytes[at - 1] as number)) at--;
  return at;
}

function isDigit(value: number): boolean {
  return value >= 48 && value <= 57;
}
