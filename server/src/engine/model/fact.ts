/** Evidence without a time stream: what collected command outputs state about a node. */

/** One stated or counted value. */
export interface Fact {
  /** What was measured, such as `iptables.rules`, `zone`, `process.cpu`, `disk.usedPercent`; the formats in `facts/` list theirs. */
  readonly name: string;
  /** Number where it has one, else text. */
  readonly value: number | string;
  /** What it is about (a process, a mount point), when the name alone does not say. */
  readonly subject: string | null;
  /** Source id. */
  readonly source: string;
  /** 1-based line that states it, or of the first counted line. */
  readonly line: number;
  readonly node: string | null;
}
