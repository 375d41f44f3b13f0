/** Tells klog's lines of information, behind whose header a source file means no trouble. */

/** Whether `I0314 02:00:00.219856   14204` ends at `end`, in bytes that begin at `start`. */
export function isInformation(bytes: Uint8Array, end: number, start: number): boolean {
  const thread = skipBack(bytes, end, start, isDigit);
  const blanks = skipBack(bytes, thread, start, (value) => value === 32);
  const clock = skipBack(bytes, blanks, start, (value) => isDigit(value) || value === 58 || value === 46);
  const date = clock - 5;
  if (thread === end || blanks === thread || clock === blanks || date <= start) return false;
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
