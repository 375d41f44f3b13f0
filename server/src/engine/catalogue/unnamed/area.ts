/** The shape of an area: one part of the system whose errors are recognised by their place where no signature knows them by name. */
import type { Category } from '../../model/category';
import type { Localized } from '../../model/localized';
import type { Emitter, StatedSeverity } from '../signature';

/**
 * How a place tells how bad a line is.
 * - `error`: its writer marks the line as an error.
 * - `warning`: as a warning; or as an error, but it does so easily.
 * - `unmarked`: not at all; its writer has one job, and words of trouble are about that.
 * - `told`: the frame itself holds words that say that something failed.
 * - `doubted`: so it does, of a line that its writer does not mark as an error.
 */
export type Marking = 'error' | 'warning' | 'unmarked' | 'told' | 'doubted';

/** How lines of one writer begin. */
export interface Place {
  /** Words of which one stands in every such line; see `Wording.literal`. */
  readonly literals: readonly string[];
  /** The line up to where its own text begins: source of a pattern, with one of the literals in what it matches or in what follows. */
  readonly frame: string;
  readonly marking: Marking;
  /** What such lines state about themselves; see `Wording.stated`. */
  readonly stated?: StatedSeverity;
  /** Texts that are no trouble, whatever their words: source of a pattern. */
  readonly unless?: string;
  /** What is asked before the pattern; see `Wording.first`. */
  readonly first?: readonly RegExp[];
}

/** One part of the system, and where its errors are found. */
export interface Area {
  /** Begins the ids of its signatures. */
  readonly id: string;
  readonly category: Category;
  readonly emitters: readonly Emitter[];
  /** Its name within a sentence, with its article. */
  readonly layer: Localized;
  /** Source files that have no other job, as klog names them, without `.go`. */
  readonly files: readonly string[];
  /** What lines of the kernel's drivers begin with. */
  readonly drivers: readonly string[];
  readonly places: readonly Place[];
  /** What writers with many jobs speak of when they mean this area: source of a pattern. */
  readonly topic: string;
  /** What else lines about this area speak of where nobody knows the writer: names of programs, devices, protocols. Source of a pattern. */
  readonly anyTopic?: string;
  /** It takes what no other area has: where nothing is marked there, that is no problem. */
  readonly isRest?: boolean;
  readonly usualCauses: Localized;
  readonly firstCheck: Localized;
  readonly source: readonly string[];
  /** Lines that say that something failed, one for each way of telling. */
  readonly troubles: readonly string[];
  /** Lines that say that something failed, of which nobody says that they are errors. */
  readonly doubts: readonly string[];
  /** Lines that are only marked, or whose writers mark easily. */
  readonly hints: readonly string[];
  readonly mustNotMatch: readonly string[];
}
