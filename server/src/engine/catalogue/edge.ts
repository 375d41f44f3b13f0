/** The shape of a causal edge: why one signature's happening brings about another's, and what would refute it. */
import type { Localized } from '../model/localized';
import type { Pattern } from './pattern';

/**
 * What both sides must have in common.
 * `record`: both texts stand in the same record (the effect quotes its cause). `cluster`: nothing.
 */
export type EdgeScope = 'record' | 'container' | 'pod' | 'unit' | 'process' | 'device' | 'volume' | 'node' | 'cluster';

/**
 * - `necessary`: the effect's own text (or its code path) names the cause; asserted only when that text is there, then with certainty.
 * - `likely`: the usual explanation when scope and lag fit.
 * - `possible`: needs a supporting sign before it is more than a hint.
 */
export type EdgeStrength = 'necessary' | 'likely' | 'possible';

/** One mechanism; every pair of a cause and an effect is an edge of its own. Data only. */
export interface CausalEdge {
  /** Unique, kebab-case, tells the mechanism: `runtime-timeout-fails-container-gc`. */
  readonly id: string;
  /** Signature ids. */
  readonly causes: readonly string[];
  /** Signature ids. */
  readonly effects: readonly string[];
  /** One sentence, how the cause brings about the effect. */
  readonly mechanism: Localized;
  readonly scope: EdgeScope;
  /**
   * Effect's time minus cause's time, in ms, counted from the cause's start when it is an interval.
   * `typicalMs` is the usual range, never below zero (what blurs clocks is allowed for anyway); beyond `maxMs` the edge does not hold (`null`: no useful limit).
   */
  readonly lag: { readonly typicalMs: readonly [number, number]; readonly maxMs: number | null };
  readonly strength: EdgeStrength;
  /** Captures or entities that must be equal on both sides when both have them. */
  readonly agree?: readonly string[];
  /** For `necessary` edges: a pattern that the effect's text must match, being the cause's own words quoted there. */
  readonly quotes?: Pattern;
  /**
   * What a side's own text should say for this mechanism, by signature id: the victim's name, the errno, the unit.
   * A side whose text says otherwise makes the edge a hint.
   */
  readonly causeSays?: Readonly<Record<string, Pattern>>;
  readonly effectSays?: Readonly<Record<string, Pattern>>;
  /** Signature ids whose presence near by raises confidence. */
  readonly supportedBy?: readonly string[];
  /** Signature ids whose presence near by speaks against this edge. */
  readonly refutedBy?: readonly string[];
  /** What else should be in the logs if this is true. */
  readonly supports: Localized;
  /** What would show that it is not. */
  readonly refutes: Localized;
  readonly source: readonly string[];
}
