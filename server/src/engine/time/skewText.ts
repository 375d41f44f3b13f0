/** Distances of clocks as people write them: `+1.5s`, `-1m34.85s`, `250ms`. */

const form = /^([+-])?(?:(\d{1,5})h)?(?:(\d{1,6})m(?!s))?(?:(\d{1,9}(?:\.\d{1,6})?)s)?(?:(\d{1,9})ms)?$/;

/** Milliseconds; `null` when the text is no distance. */
export function parseSkew(text: string): number | null {
  const match = form.exec(text.replace(/\s+/g, ''));
  if (match === null) return null;
  const [, sign, hours, minutes, seconds, ms] = match;
  if ([hours, minutes, seconds, ms].every((part) => part === undefined)) return null;
  const total =
    Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000 + Number(seconds ?? 0) * 1000 + Number(ms ?? 0);
  return Math.round(sign === '-' ? -total : total);
}

/** The shortest such text. */
export function formatSkew(ms: number): string {
  const absolute = Math.abs(Math.round(ms));
  const hours = Math.floor(absolute / 3_600_000);
  const minutes = Math.floor((absolute % 3_600_000) / 60_000);
  const seconds = (absolute % 60_000) / 1000;
  const parts = [hours > 0 ? `${hours}h` : '', minutes > 0 ? `${minutes}m` : '', seconds > 0 ? `${seconds}s` : ''];
  return `${ms < 0 ? '-' : '+'}${parts.join('') || '0s'}`;
}
