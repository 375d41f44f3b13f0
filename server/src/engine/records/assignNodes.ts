/**
 * Says which node each source was collected on: by the layout of the collection, by the hosts its records name, by the name an
 * output states, else by what its siblings name.
 */
import type { SetPlace } from '../model/report';
import type { ReadSource } from './readSource';

/** Node by source id; `null` when nothing tells. */
export function assignNodes(
  scans: readonly ReadSource[],
  sets: ReadonlyMap<string, SetPlace> = new Map(),
): Map<string, string | null> {
  const nodes = new Map<string, string | null>();
  for (const scan of scans)
    nodes.set(scan.info.id, scan.correction.node ?? scan.info.node ?? mostNamed(scan.hosts) ?? statedName(scan));
  shareInSets(nodes, sets);
  shareInMachines(scans, nodes);
  const known = new Set([...nodes.values()].filter((node): node is string => node !== null));
  // Where a layout is known, it has said which folders are nodes.
  const byHand = new Map(
    scans.flatMap(({ info: { id, layout } }) => (layout === undefined ? [[id, nodes.get(id) ?? null]] : [])),
  );
  const level = levelOfNodeFolders(byHand);
  const inFolders = namedInFolders(scans, nodes);
  for (const scan of scans) {
    if (nodes.get(scan.info.id) !== null) continue;
    nodes.set(
      scan.info.id,
      nodeInPath(scan.info.id, known) ??
        (byHand.has(scan.info.id) ? folderAt(scan.info.id, level) : null) ??
        onlyOne(inFolders.get(folderOf(scan.info.id)) ?? new Set()) ??
        onlyOne(known),
    );
  }
  return nodes;
}

/** What a collector gathered on one machine is of the node that most of it names, with or without its domain. */
function shareInMachines(scans: readonly ReadSource[], nodes: Map<string, string | null>): void {
  const named = new Map<string, Map<string, number>>();
  for (const { info, records } of scans) {
    const node = nodes.get(info.id) ?? null;
    if (info.machine === undefined || node === null) continue;
    const counts = named.get(info.machine) ?? new Map<string, number>();
    named.set(info.machine, counts.set(node, (counts.get(node) ?? 0) + records + 1));
  }
  for (const { info } of scans) {
    if (info.machine === undefined) continue;
    const counts = named.get(info.machine) ?? new Map<string, number>();
    const node = nodes.get(info.id) ?? null;
    const same = node === null ? counts : new Map([...counts].filter(([name]) => hostPart(name) === hostPart(node)));
    nodes.set(info.id, mostNamed(same) ?? node ?? info.guess ?? null);
  }
}

function hostPart(name: string): string {
  return name.split('.')[0] ?? name;
}

/** Rotated files are of one node. */
function shareInSets(nodes: Map<string, string | null>, sets: ReadonlyMap<string, SetPlace>): void {
  const ofSet = new Map<string, string>();
  for (const [id, place] of sets) {
    const node = nodes.get(id) ?? null;
    if (node !== null) ofSet.set(place.id, node);
  }
  for (const [id, place] of sets) nodes.set(id, nodes.get(id) ?? ofSet.get(place.id) ?? null);
}

function mostNamed(hosts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [host, count] of hosts) {
    if (count > most) {
      best = host;
      most = count;
    }
  }
  return best;
}

/** The one name that a collected output states (`hostname`, `docker info`, `kubectl describe node`). */
function statedName(scan: ReadSource): string | null {
  const names = new Set(scan.facts.filter((fact) => fact.name === 'node.name').map((fact) => String(fact.value)));
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

/** A folder or file name that contains a node's name, the longest one: `describe-node-paas-10-239-40-157.txt`. */
function nodeInPath(id: string, known: ReadonlySet<string>): string | null {
  let best: string | null = null;
  for (const node of known) {
    const short = node.split('.')[0] ?? node;
    if ((hasWord(id, node) || (short.length > 3 && hasWord(id, short))) && node.length > (best?.length ?? 0))
      best = node;
  }
  return best;
}

/** True when the name stands in the text and no letter or digit goes on with it: `node-1` is not in `node-12`. */
function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + name.length);
    if (!/[a-z0-9]/i.test(around)) return true;
  }
  return false;
}

/** The depth at which folders are named after nodes, shown by a source that lies in a folder of its own node's name. */
function levelOfNodeFolders(nodes: ReadonlyMap<string, string | null>): number | null {
  for (const [id, node] of nodes) {
    if (node === null) continue;
    const level = foldersOf(id).findIndex((folder) => folder === node || folder === node.split('.')[0]);
    if (level >= 0) return level;
  }
  return null;
}

function folderAt(id: string, level: number | null): string | null {
  return level === null ? null : (foldersOf(id)[level] ?? null);
}

function foldersOf(id: string): string[] {
  return id.split('/').slice(0, -1);
}

function folderOf(id: string): string {
  const slash = id.lastIndexOf('/');
  return slash < 0 ? '' : id.slice(0, slash);
}

/** Nodes that sources of the same folder name, by folder. */
function namedInFolders(
  scans: readonly ReadSource[],
  nodes: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const { correction, info, hosts } of scans) {
    const isNamed = (correction.node ?? info.node ?? mostNamed(hosts)) !== null;
    const node = nodes.get(info.id);
    if (!isNamed || node === null || node === undefined) continue;
    const folder = folderOf(info.id);
    folders.set(folder, (folders.get(folder) ?? new Set<string>()).add(node));
  }
  return folders;
}

function onlyOne(names: ReadonlySet<string>): string | null {
  const [first] = names;
  return names.size === 1 && first !== undefined ? first : null;
}
