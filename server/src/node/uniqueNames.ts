/** Gives every source a name of its own: of several that are called alike, the later ones get a number. */

/** Names that were given so far. */
export class UniqueNames {
  private readonly given = new Set<string>();
  private readonly times = new Map<string, number>();

  /** `reserved`: names that are asked for as they stand; no other gets one of them by its number. */
  constructor(reserved: Iterable<string> = []) {
    for (const name of reserved) this.times.set(name, 0);
  }

  /** The name itself the first time, then `name (2)`, `name (3)`. */
  take(name: string): string {
    let times = this.times.get(name) ?? 0;
    let unique: string;
    do {
      times++;
      unique = times === 1 ? name : `${name} (${times})`;
    } while (this.given.has(unique) || (times > 1 && this.times.has(unique)));
    this.times.set(name, times);
    this.given.add(unique);
    return unique;
  }
}
