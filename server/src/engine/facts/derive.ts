/** What only several collected outputs together tell: a node that runs another kubelet than the others. */
import type { Fact } from '../model/fact';

/** `v1.11.5` of `Kubernetes v1.11.5` and the like; `null` when there is no version in it. */
function versionOf(fact: Fact): string | null {
  return /v?\d{1,3}\.\d{1,4}\.\d{1,5}[\w.+-]{0,60}/.exec(String(fact.value))?.[0].replace(/^v?/, 'v') ?? null;
}

/** Versions by how many nodes run them, the most frequent first; among equals the greater text, so that the order is stable. */
function byFrequency(versions: ReadonlyMap<string, string>): string[] {
  const counts = new Map<string, number>();
  for (const version of versions.values()) counts.set(version, (counts.get(version) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1)).map(([version]) => version);
}

/**
 * Facts that follow from others. `kubelet.differs`: one for each node whose kubelet is not of the version that most nodes run;
 * its value names both.
 */
export function deriveFacts(facts: readonly Fact[]): Fact[] {
  const stated = new Map<string, Fact>();
  const versions = new Map<string, string>();
  for (const fact of facts) {
    const node = fact.name === 'kubelet.version' ? (fact.subject ?? fact.node) : null;
    const version = node === null ? null : versionOf(fact);
    if (node === null || version === null || versions.has(node)) continue;
    versions.set(node, version);
    stated.set(node, fact);
  }
  const [usual, ...others] = byFrequency(versions);
  if (usual === undefined || others.length === 0) return [];
  return [...stated].flatMap(([node, fact]): Fact[] => {
    const version = versions.get(node);
    if (version === usual) return [];
    return [{ ...fact, name: 'kubelet.differs', value: `${version}, elsewhere ${usual}`, subject: node, node }];
  });
}
