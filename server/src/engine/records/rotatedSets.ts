/** Puts rotated files in the order in which they were one: by their names, if their records agree. */
import type { SetPlace } from '../model/report';
import type { ReadSource } from './readSource';

/** Places by source id; sources that were never rotated have none. */
export function placeInSets(scans: readonly ReadSource[]): ReadonlyMap<string, SetPlace> {
  const sets = new Map<string, ReadSource[]>();
  for (const scan of scans) {
    const { rotation } = scan.info;
    if (rotation === undefined || isFacts(scan)) continue;
    sets.set(rotation.set, [...(sets.get(rotation.set) ?? []), scan]);
  }
  const places = new Map<string, SetPlace>();
  for (const [id, members] of sets) {
    if (members.length < 2 || !belongTogether(members)) continue;
    const ordered = [...members].sort((a, b) => rankOf(a) - rankOf(b));
    ordered.forEach((scan, part) => {
      places.set(scan.info.id, { id, part, parts: ordered.length });
    });
  }
  return places;
}

function isFacts(scan: ReadSource): boolean {
  return scan.records === 0 && scan.factFormat !== null;
}

function rankOf({ info }: ReadSource): number {
  return info.rotation?.rank ?? 0;
}

/** Numbers in names mean rotation only beside a file without one; and one log has one form and one host. */
function belongTogether(members: readonly ReadSource[]): boolean {
  const isNumbered = members.some((scan) => rankOf(scan) < 0 && rankOf(scan) > -1000);
  if (isNumbered && !members.some((scan) => rankOf(scan) === 0)) return false;
  return agree(members.map(mainLayers)) && agree(members.map(mainHost));
}

/** True when those that are known are the same. */
function agree(values: readonly (string | null)[]): boolean {
  return new Set(values.filter((value) => value !== null)).size <= 1;
}

function mainLayers(scan: ReadSource): string | null {
  const [main] = [...scan.layerCounts.values()].sort((a, b) => b.count - a.count);
  return main?.ids[0] ?? null;
}

function mainHost(scan: ReadSource): string | null {
  const [main] = [...scan.hosts].sort((a, b) => b[1] - a[1]);
  return main?.[0] ?? null;
}
