/** Remembers where a jump ended in files whose cursor cannot be asked for, because they are too large for extensions. */

const lines = new Map<string, number>();

/** Notes a jump to a 0-based line. */
export function rememberPlace(uri: string, line: number): void {
  lines.set(uri, line);
}

/** The line of the last jump into a file; its first line when there was none. */
export function lastPlace(uri: string): number {
  return lines.get(uri) ?? 0;
}
