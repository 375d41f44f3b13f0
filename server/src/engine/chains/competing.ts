/** Says what other explanations would have shown, and whether that is absent or was never collected. */
import type { Catalogue } from '../catalogue/index';
import type { Signature } from '../catalogue/signature';
import type { WorkEpisode } from '../episodes/groupEpisodes';
import type { Category } from '../model/category';
import type { Competing } from '../model/report';
import type { Collected } from './collected';
import type { EpisodeIndex } from './episodeIndex';

/** Explanations told of one chain, and signs of each. */
const maxTold = 5;
const maxSigns = 3;
/** A step that so many other kinds of trouble bring about is where explanations part. */
const severalKinds = 2;

/** Knows the causes of everything. */
export class Competition {
  private readonly causes = new Map<string, Set<Signature>>();
  private readonly kinds = new Map<string, ReadonlyMap<Category, readonly Signature[]>>();

  constructor(
    catalogue: Catalogue,
    private readonly index: EpisodeIndex,
    private readonly collected: Collected,
  ) {
    const signatures = new Map(catalogue.signatures.map((signature) => [signature.id, signature]));
    for (const edge of catalogue.edges) {
      for (const effect of edge.effects) {
        const known = this.causes.get(effect) ?? new Set<Signature>();
        this.causes.set(effect, known);
        for (const cause of edge.causes) {
          const signature = signatures.get(cause);
          if (signature !== undefined) known.add(signature);
        }
      }
    }
  }

  /** Explanations of the first step on the way that could have several, seen from the root. */
  onTheWay(effects: readonly WorkEpisode[], told: ReadonlySet<Category>): Competing[] {
    let best: Competing[] = [];
    for (const effect of effects) {
      const found = this.of(effect, told);
      if (found.length >= severalKinds) return found;
      if (found.length > best.length) best = found;
    }
    return best;
  }

  /**
   * Explanations of `effect` of other kinds than what the chain tells, with two steps of causes looked at.
   * A kind of which anything was seen near by is no such explanation: it stands among the alternatives.
   */
  private of(effect: WorkEpisode, told: ReadonlySet<Category>): Competing[] {
    return [...this.kindsOfCauses(effect.signature.id)]
      .filter(
        ([category, signatures]) =>
          !told.has(category) && !signatures.some((signature) => this.index.has(signature.id, effect)),
      )
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .slice(0, maxTold)
      .map(([category, signatures]) => this.tell(category, signatures, effect));
  }

  /** Only signs that the collected logs would hold can be absent. */
  private tell(category: Category, signatures: readonly Signature[], effect: WorkEpisode): Competing {
    const visible = signatures.filter((one) => this.collected.has(effect.node, one.emitters));
    const told = visible.length > 0 ? visible : signatures;
    return {
      category,
      status: visible.length > 0 ? 'absent' : 'notCollected',
      expected: told.slice(0, maxSigns).map((signature) => signature.title),
    };
  }

  /** What may bring a signature about, by the kind of trouble; asked for every step of every chain. */
  private kindsOfCauses(id: string): ReadonlyMap<Category, readonly Signature[]> {
    const known = this.kinds.get(id);
    if (known !== undefined) return known;
    const kinds = new Map<Category, Signature[]>();
    for (const signature of this.causesOf(id)) {
      const { category, symptomOnly, role } = signature;
      if (category === 'other' || symptomOnly === true || role !== 'problem') continue;
      const alike = kinds.get(category);
      if (alike === undefined) kinds.set(category, [signature]);
      else alike.push(signature);
    }
    this.kinds.set(id, kinds);
    return kinds;
  }

  /** Direct causes, then theirs, nearer ones first. */
  private causesOf(id: string): Set<Signature> {
    const found = new Set<Signature>(this.causes.get(id) ?? []);
    for (const near of [...found]) for (const far of this.causes.get(near.id) ?? []) found.add(far);
    return found;
  }
}
