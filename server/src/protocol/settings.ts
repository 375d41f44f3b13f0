/** The settings a user can make, with the defaults that hold when one is absent; the manifest repeats them and a test compares. */

/** Every setting by its full name. */
export interface Settings {
  /** Read the opened folder by itself, and again when files change. */
  readonly 'causeline.analyze.automatic': boolean;
  /** Bring the chain view up when strong or likely chains are found in a folder for the first time. */
  readonly 'causeline.chains.reveal': boolean;
  /** Put lock waits, failed garbage collections and other findings into the Problems view. */
  readonly 'causeline.diagnostics.enabled': boolean;
  /** Mark lock waits and failed garbage collections in the text. */
  readonly 'causeline.highlights.enabled': boolean;
  /** Show lenses above event lines. */
  readonly 'causeline.lens.enabled': boolean;
  /** How many seconds before and after an event count as near. */
  readonly 'causeline.lens.windowSeconds': number;
  /** Year for stamps without one, against all inference; 0 leaves it to inference. */
  readonly 'causeline.clock.year': number;
  /** Offset such as `+08:00` for stamps without a zone, against all inference; empty leaves it to inference. */
  readonly 'causeline.clock.zone': string;
  /** Where a jump into a large file leads: `window`, the part around the line with lenses and colours; `raw`, the file itself. */
  readonly 'causeline.bigFiles.open': string;
  /** Files above this many megabytes are large; editors give none above 50 to extensions. */
  readonly 'causeline.bigFiles.megabytes': number;
  /** Lines in one part of a large file. */
  readonly 'causeline.bigFiles.windowLines': number;
  /** How many archives and packed files inside each other are opened. */
  readonly 'causeline.archives.depth': number;
  /** How many members of one file are read. */
  readonly 'causeline.archives.members': number;
  /** To how many gibibytes one file may unpack. */
  readonly 'causeline.archives.unpackedGiB': number;
}

/** What holds when the user says nothing. */
export const defaultSettings: Settings = {
  'causeline.analyze.automatic': true,
  'causeline.chains.reveal': true,
  'causeline.diagnostics.enabled': true,
  'causeline.highlights.enabled': true,
  'causeline.lens.enabled': true,
  'causeline.lens.windowSeconds': 2,
  'causeline.clock.year': 0,
  'causeline.clock.zone': '',
  'causeline.bigFiles.open': 'window',
  'causeline.bigFiles.megabytes': 50,
  'causeline.bigFiles.windowLines': 20_000,
  'causeline.archives.depth': 6,
  'causeline.archives.members': 1_000_000,
  'causeline.archives.unpackedGiB': 64,
};

/** Settings from the tree that editors send for the section `causeline`; values of a wrong type count as absent. */
export function readSettings(section: unknown): Settings {
  const values = Object.entries(defaultSettings).map(([name, fallback]) => {
    const value = valueAt(section, name.split('.').slice(1));
    return [name, typeof value === typeof fallback ? value : fallback];
  });
  const settings: Settings = { ...defaultSettings, ...Object.fromEntries(values) };
  const faulty = Object.entries(settings).filter(
    ([, value]) => typeof value === 'number' && !(Number.isFinite(value) && value >= 0),
  );
  const defaults = new Map<string, unknown>(Object.entries(defaultSettings));
  return { ...settings, ...Object.fromEntries(faulty.map(([name]) => [name, defaults.get(name)])) };
}

function valueAt(tree: unknown, path: readonly string[]): unknown {
  let value = tree;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(name);
  }
  return value;
}
