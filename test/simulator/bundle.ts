/** Turns a scenario and a seed into a bundle as it would be collected: distorted, cut, incomplete, with its truth beside it. */
import type { WrittenFile } from './layout';
import { layouts, writeFiles } from './layout';
import { addNoise, healthyStories } from './noise';
import { Random } from './random';
import type { Scenario } from './scenario';
import { type Runtime, World } from './world';

/** What really happened. */
export interface Truth {
  /** For each sick node its steps, root first, final symptom last. */
  readonly stories: readonly (readonly string[])[];
  /** Causes by effect. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
}

/** A collected bundle. */
export interface Bundle {
  readonly id: string;
  readonly files: readonly WrittenFile[];
  readonly modifiedMs: number;
  /** `null` when nothing was wrong. */
  readonly truth: Truth | null;
  /** What was done to it, for people who look into a wrong answer. */
  readonly notes: readonly string[];
}

const allRuntimes: readonly Runtime[] = ['docker', 'containerd', 'cri-o'];
const lengthSeconds = 1200;

/** One telling of a scenario. */
export function incidentBundle(scenario: Scenario, seed: number): Bundle {
  const chance = new Random(seed * 7919 + 13);
  const world = new World(seed * 31 + 7, {
    kubernetes: chance.between(...(scenario.releases ?? [10, 29])),
    runtime: chance.pick(scenario.runtimes ?? allRuntimes),
  });
  const worlds = [world, ...neighbours(world, chance, seed)];
  const sick = worlds.filter((one, index) => index === 0 || one.startMs > world.startMs);
  for (const one of sick) scenario.tell(one);
  const alarming = chance.pick([0, 0.1, 0.25]);
  for (const one of worlds) addNoise(one, -900, lengthSeconds, chance.pick([2, 8, 20]), alarming);
  const truth = {
    stories: sick.map((one) => [...one.parents.keys()]),
    parents: new Map(sick.flatMap((one) => [...one.parents])),
  };
  const notes = [
    `kubernetes 1.${world.releases.kubernetes} with ${world.releases.runtime}`,
    `${sick.length} sick of ${worlds.length} nodes`,
  ];
  return finish(scenario.id, worlds, chance, truth, notes, seed);
}

/** Up to two further nodes: healthy ones, and ones that fall ill a little later. */
function neighbours(world: World, chance: Random, seed: number): World[] {
  return Array.from({ length: chance.pick([0, 0, 1, 2]) }, (_, index) => {
    const laterSeconds = chance.chance(0.5) ? chance.between(20, 200) : 0;
    return new World(seed * 131 + index * 17 + 3, world.releases, { startMs: world.startMs, laterSeconds });
  });
}

/** One telling of a day on which nothing is wrong. */
export function healthyBundle(index: number, seed: number): Bundle {
  const story = healthyStories[index % healthyStories.length] as (typeof healthyStories)[number];
  const chance = new Random(seed * 104_729 + index);
  const world = new World(seed * 17 + index, { kubernetes: chance.between(12, 29), runtime: chance.pick(allRuntimes) });
  addNoise(world, -900, lengthSeconds, chance.pick([6, 15, 30]), chance.pick([0.1, 0.25, 0.4]));
  story.tell(world, chance.between(0, 300));
  return finish(`healthy: ${story.id}`, [world], chance, null, [], seed);
}

function finish(
  id: string,
  worlds: readonly World[],
  chance: Random,
  truth: Truth | null,
  notes: readonly string[],
  seed: number,
): Bundle {
  const layout = chance.pick(layouts);
  const skews = new Map<string, number>();
  const spread = chance.pick([0, 500, 2500]);
  const skew = (file: string): number => {
    const known = skews.get(file) ?? (file === 'events.txt' ? 0 : chance.between(-spread, spread));
    skews.set(file, known);
    return known;
  };
  const startMs = Math.min(...worlds.map((world) => world.startMs));
  const collectedMs = startMs + chance.pick([1_410_000, 1_410_000, 3_600_000]);
  const written = writeFiles(
    worlds.flatMap((world) => world.said),
    layout,
    { startMs, collectedMs, skew },
  );
  const told = [...notes, `layout ${layout}`, `clocks off by up to ${spread} ms`];
  const kept = truth === null ? written : distort(written, truth, chance, told);
  return { id: `${id}#${seed}`, files: kept, modifiedMs: collectedMs, truth, notes: told };
}

/** Loses a file, or the beginning or the end of all of them, as collections do. */
function distort(files: readonly WrittenFile[], truth: Truth, chance: Random, notes: string[]): readonly WrittenFile[] {
  const kind = chance.pick(['whole', 'whole', 'lost', 'head', 'tail']);
  if (kind === 'lost' && files.length > 1) {
    const lost = chance.pick(files);
    notes.push(`${lost.name} is lost`);
    return stillTells(
      files.filter((file) => file !== lost),
      truth,
    )
      ? files.filter((file) => file !== lost)
      : files;
  }
  if (kind === 'head' || kind === 'tail') {
    const share = 0.1 + chance.next() * 0.3;
    notes.push(`${Math.round(share * 100)} % cut at the ${kind}`);
    return files.map((file) => cut(file, kind, share));
  }
  return files;
}

function cut(file: WrittenFile, side: 'head' | 'tail', share: number): WrittenFile {
  const lost = Math.floor(file.lines.length * share);
  return { ...file, lines: side === 'head' ? file.lines.slice(lost) : file.lines.slice(0, file.lines.length - lost) };
}

/** A bundle in which nothing of the incident is left proves nothing. */
function stillTells(files: readonly WrittenFile[], truth: Truth): boolean {
  const left = new Set(files.flatMap((file) => file.lines.flatMap((line) => line.step ?? [])));
  return truth.stories.some((steps) => steps.filter((step) => left.has(step)).length >= 2);
}
