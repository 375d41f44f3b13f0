/** Puts message kinds together that differ in a few words only, and writes each as a template with `<*>` for what changes. */
import type { TemplateGroup } from './templateCounter';
import type { TimeHistogram } from './timeHistogram';
import { TimeHistogram as Histogram } from './timeHistogram';

/** Share of equal words from which on two messages are of one kind. */
const similarFrom = 0.6;
/** Kinds that a message is compared with. */
const maxClusters = 256;
const maxWords = 48;

/** A kind of message as people read it. */
export interface Template {
  /** Words with `<*>` for those that change. */
  readonly text: string;
  readonly severity: number;
  readonly firstLine: number;
  readonly count: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly histogram: TimeHistogram;
}

interface Cluster {
  words: string[];
  readonly groups: TemplateGroup[];
}

/**
 * Clusters by number of words and first word, then by similarity, as Drain does (He et al., "Drain: An Online Log Parsing
 * Approach with Fixed Depth Tree", 2017). Kinds told apart by their place in the program stay apart.
 */
export function mineTemplates(groups: readonly TemplateGroup[]): Template[] {
  const buckets = new Map<string, Cluster[]>();
  const clusters: Cluster[] = [];
  for (const group of groups) {
    const words = maskWords(group.sample.split('\n', 1)[0] ?? '');
    const bucket = bucketOf(buckets, group, words);
    const similar = group.located
      ? undefined
      : bucket.slice(0, maxClusters).find((cluster) => similarity(cluster.words, words) >= similarFrom);
    if (similar === undefined) {
      const cluster = { words, groups: [group] };
      bucket.push(cluster);
      clusters.push(cluster);
    } else {
      similar.words = similar.words.map((word, index) => (word === words[index] ? word : '<*>'));
      similar.groups.push(group);
    }
  }
  return clusters.map(toTemplate);
}

function bucketOf(buckets: Map<string, Cluster[]>, group: TemplateGroup, words: readonly string[]): Cluster[] {
  const key = group.located ? `at ${group.key}` : `${words.length} ${words[0] ?? ''}`;
  const bucket = buckets.get(key) ?? [];
  buckets.set(key, bucket);
  return bucket;
}

/** Words of a line; those that hold a digit are variables. */
export function maskWords(line: string): string[] {
  return line
    .split(/\s+/, maxWords)
    .filter((word) => word !== '')
    .map(maskVariables);
}

/** `containerID="4f2a..."` becomes `containerID="<*>"`, `10.0.0.1:443:` becomes `<*>:`. */
function maskVariables(word: string): string {
  if (!/\d/.test(word)) return word;
  return word.replace(/[\w.\-/@%+:]*\d[\w.\-/@%+:]*?(?=[^\w.\-/@%+:]|:?$)/g, '<*>');
}

function similarity(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length || a.length === 0) return 0;
  let equal = 0;
  for (let index = 0; index < a.length; index++) if (a[index] === b[index]) equal++;
  return equal / a.length;
}

function toTemplate({ words, groups }: Cluster): Template {
  const histogram = new Histogram();
  for (const group of groups) histogram.merge(group.histogram);
  return {
    text: words.join(' '),
    severity: groups.reduce((least, group) => Math.min(least, group.severity), 255),
    firstLine: groups.reduce((least, group) => Math.min(least, group.firstLine), Number.MAX_SAFE_INTEGER),
    count: groups.reduce((sum, group) => sum + group.count, 0),
    firstMs: extreme(groups, (group) => group.firstMs, Math.min),
    lastMs: extreme(groups, (group) => group.lastMs, Math.max),
    histogram,
  };
}

function extreme(
  groups: readonly TemplateGroup[],
  read: (group: TemplateGroup) => number | null,
  choose: (a: number, b: number) => number,
): number | null {
  let found: number | null = null;
  for (const group of groups) {
    const value = read(group);
    if (value !== null) found = found === null ? value : choose(found, value);
  }
  return found;
}
