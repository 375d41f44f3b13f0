/** Reads the offset a user sets for stamps without a zone. */

// +08:00, -0530, +2, UTC, Z
const offset = /^\s*(?:UTC|GMT|Z)?\s*(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\s*$/i;

/** Minutes east of UTC; `null` for an empty or unreadable text. */
export function parseZone(text: string): number | null {
  const match = text.trim() === '' ? null : offset.exec(text);
  if (match === null) return null;
  const [, sign, hours = '0', minutes = '0'] = match;
  const total = Number(hours) * 60 + Number(minutes);
  return total > 14 * 60 || Number(minutes) > 59 ? null : sign === '-' ? -total : total;
}
