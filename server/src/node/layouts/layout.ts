/** How a collector lays out what it collects: data that says which node a file is from, by its path. */

/** What a path must give. */
export interface LayoutSample {
  readonly id: string;
  readonly machine?: string;
  readonly node?: string;
  readonly guess?: string;
}

/** One collector's layout. */
export interface Layout {
  /** The file's name in kebab-case. */
  readonly id: string;
  readonly title: string;
  /** Where the layout is described, or the collector's own source. */
  readonly address: string;
  /**
   * Patterns on source ids; the first that fits counts. Groups: `node` is the node's name; `guess` is a name that the machine
   * has elsewhere, used when no record and no output names it; `machine` is the part of the id that all files of one machine share.
   */
  readonly paths: readonly RegExp[];
  readonly samples: readonly LayoutSample[];
}

/** What a path says of the pod whose container wrote a log. */
export interface PodOfPath {
  readonly namespace?: string;
  readonly pod?: string;
  readonly uid?: string;
  /** 64 hexadecimal digits. */
  readonly container?: string;
  /** The node it ran on. */
  readonly node?: string;
}
