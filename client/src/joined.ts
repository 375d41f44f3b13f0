/** Puts the parts of a row's text side by side. */

/** The parts that say something, with dots between them. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
