/** One name for each node: hosts call themselves by their full or short name, and kubelet's node by either. */

/** Maps every name by which a node is called to one of them. */
export function sameNodeNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const byLabel = new Map<string, string[]>();
  for (const name of [...new Set(names)].sort()) {
    const label = firstLabel(name);
    byLabel.set(label, [...(byLabel.get(label) ?? []), name]);
  }
  const canonical = new Map<string, string>();
  for (const [label, called] of byLabel) {
    // Two full names with one short name are two nodes of two domains.
    const full = called.filter((name) => name !== label);
    const target = full.length === 1 ? (full[0] as string) : undefined;
    for (const name of called) canonical.set(name, target ?? name);
  }
  return canonical;
}

/** `node-7` of `node-7.example.com`; addresses stay whole. */
function firstLabel(name: string): string {
  const lower = name.toLowerCase();
  return /^[0-9.]+$|:/.test(lower) ? lower : lower.slice(0, lower.indexOf('.') < 0 ? lower.length : lower.indexOf('.'));
}
