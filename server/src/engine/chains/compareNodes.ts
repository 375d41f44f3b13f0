/** Holds a healthy node beside the sick ones: what differs may explain, what is alike on both does not. */
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Fact } from '../model/fact';
import type { Difference } from '../model/report';

/** Numbers differ when one is this many times the other. */
const factor = 2;
/** Differences told of one incident, facts and signatures apart. */
const maxTold = 10;

interface Material {
  readonly episodes: readonly WorkEpisode[];
  readonly facts: readonly Fact[];
}

/** Facts first, the greatest differences first; then the chain's own signs; then what is alike on both sides. */
export function compareNodes(
  sick: readonly string[],
  healthy: readonly string[],
  steps: readonly WorkEpisode[],
  material: Material,
): Difference[] {
  if (sick.length === 0 || healthy.length === 0) return [];
  return [
    ...compareFacts(sick, healthy, material.facts),
    ...compareSigns(sick, healthy, steps, material.episodes),
    ...alikeSigns(sick, healthy, steps, material.episodes),
  ];
}

function compareFacts(sick: readonly string[], healthy: readonly string[], facts: readonly Fact[]): Difference[] {
  const byName = new Map<string, Map<string, Fact>>();
  for (const fact of facts) {
    if (fact.node === null) continue;
    const key = `${fact.name}\u0000${fact.subject ?? ''}`;
    const nodes = byName.get(key) ?? new Map<string, Fact>();
    byName.set(key, nodes);
    if (!nodes.has(fact.node)) nodes.set(fact.node, fact);
  }
  const differences: { readonly difference: Difference; readonly weight: number }[] = [];
  for (const nodes of byName.values()) {
    const ill = sick.flatMap((node) => nodes.get(node) ?? []);
    const well = healthy.flatMap((node) => nodes.get(node) ?? []);
    const weight = contrast(ill, well);
    const first = ill[0];
    if (weight === 0 || first === undefined) continue;
    differences.push({
      weight,
      difference: {
        what: first.name,
        kind: 'fact',
        title: first.subject === null ? null : { en: first.subject, zh: first.subject },
        isSame: false,
        values: [...ill.map((fact) => toValue(fact, true)), ...well.map((fact) => toValue(fact, false))],
      },
    });
  }
  return differences
    .sort((a, b) => b.weight - a.weight || (a.difference.what < b.difference.what ? -1 : 1))
    .slice(0, maxTold)
    .map(({ difference }) => difference);
}

function toValue(fact: Fact, isSick: boolean): Difference['values'][number] {
  return { node: fact.node ?? '', isSick, value: fact.value };
}

/** How clearly all sick nodes differ from all healthy ones; 0 when they do not. */
function contrast(ill: readonly Fact[], well: readonly Fact[]): number {
  if (ill.length === 0 || well.length === 0) return 0;
  const numbers = (facts: readonly Fact[]): number[] =>
    facts.flatMap((fact) => (typeof fact.value === 'number' ? [fact.value] : []));
  const left = numbers(ill);
  const right = numbers(well);
  if (left.length < ill.length || right.length < well.length) {
    const values = new Set(ill.map((fact) => String(fact.value)));
    return values.size === 1 && well.every((fact) => !values.has(String(fact.value))) ? 1 : 0;
  }
  const higher = (Math.min(...left) + 1) / (Math.max(...right) + 1);
  const lower = (Math.min(...right) + 1) / (Math.max(...left) + 1);
  const ratio = Math.max(higher, lower);
  return ratio >= factor ? ratio : 0;
}

/** Counts of the chain's own signatures on each node. */
function compareSigns(
  sick: readonly string[],
  healthy: readonly string[],
  steps: readonly WorkEpisode[],
  episodes: readonly WorkEpisode[],
): Difference[] {
  const ids = [...new Set(steps.filter((step) => step.timeline !== 'fact').map((step) => step.signature.id))];
  return ids.slice(0, maxTold).flatMap((id) => {
    const difference = countsOf(id, sick, healthy, episodes);
    const well = difference.values.filter((value) => !value.isSick);
    return well.every((value) => value.value === 0) ? [difference] : [];
  });
}

/** Troubles that healthy nodes tell of as much: whoever takes them for the cause is mistaken. */
function alikeSigns(
  sick: readonly string[],
  healthy: readonly string[],
  steps: readonly WorkEpisode[],
  episodes: readonly WorkEpisode[],
): Difference[] {
  const own = new Set(steps.map((step) => step.signature.id));
  const ids = new Set(
    episodes
      .filter((one) => one.node !== null && healthy.includes(one.node) && one.signature.role === 'problem')
      .map((one) => one.signature.id),
  );
  return [...ids]
    .filter((id) => !own.has(id))
    .map((id) => countsOf(id, sick, healthy, episodes))
    .filter((difference) => isAlike(difference))
    .slice(0, maxTold / 2)
    .map((difference) => ({ ...difference, isSame: true }));
}

function isAlike({ values }: Difference): boolean {
  const ill = values.filter((value) => value.isSick).map((value) => Number(value.value));
  const well = values.filter((value) => !value.isSick).map((value) => Number(value.value));
  return ill.some((count) => count > 0) && Math.max(...ill) <= (Math.max(...well) + 1) * factor;
}

function countsOf(
  id: string,
  sick: readonly string[],
  healthy: readonly string[],
  episodes: readonly WorkEpisode[],
): Difference {
  const of = episodes.filter((episode) => episode.signature.id === id);
  const count = (node: string): number =>
    of.filter((episode) => episode.node === node).reduce((sum, episode) => sum + episode.count, 0);
  return {
    what: id,
    kind: 'signature',
    title: of[0]?.signature.title ?? null,
    isSame: false,
    values: [
      ...sick.map((node) => ({ node, isSick: true, value: count(node) })),
      ...healthy.map((node) => ({ node, isSick: false, value: count(node) })),
    ],
  };
}
