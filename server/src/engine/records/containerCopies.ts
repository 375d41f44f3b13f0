/** Collectors that follow links take a container's log twice: by the name in `containers/`, and by that in `pods/`, where it lies. */
import type { Unread } from '../model/problem';
import type { ReadSource } from './readSource';

// containers/web-0_shop_web-<64 hex digits>.log
const linkName = /(?:^|\/)(?<pod>[^/_]+)_(?<namespace>[^/_]+)_(?<container>[^/]+)-[0-9a-f]{64}\.log$/;
// pods/shop_web-0_<uid>/web/0.log
const fileName = /(?:^|\/)(?<namespace>[^/_]+)_(?<pod>[^/_]+)_[0-9a-f-]{32,36}\/(?<container>[^/]+)\/\d+\.log$/;

/** Sources that are another one under its second name, with word of it. */
export function containerCopies(scans: readonly ReadSource[]): ReadonlyMap<ReadSource, Unread> {
  const files = new Map<string, ReadSource[]>();
  for (const scan of scans) {
    const key = keyOf(fileName, scan.info.id);
    if (key !== null) files.set(key, [...(files.get(key) ?? []), scan]);
  }
  const copies = new Map<ReadSource, Unread>();
  for (const scan of scans) {
    const key = keyOf(linkName, scan.info.id);
    const original = key === null ? undefined : files.get(key)?.find((file) => isSame(file, scan));
    if (original !== undefined) copies.set(scan, copyOf(scan.info.id, original.info.id));
  }
  return copies;
}

function keyOf(pattern: RegExp, id: string): string | null {
  const groups = pattern.exec(id)?.groups;
  return groups === undefined ? null : `${groups.namespace}/${groups.pod}/${groups.container}`;
}

/** The same length, lines, records and stamps: stamps of containers are good to the nanosecond. */
function isSame(a: ReadSource, b: ReadSource): boolean {
  return (
    a.bytes === b.bytes &&
    a.lines === b.lines &&
    a.records === b.records &&
    a.info.machine === b.info.machine &&
    a.first?.text === b.first?.text &&
    a.last?.text === b.last?.text
  );
}

function copyOf(id: string, original: string): Unread {
  return {
    id,
    kind: 'skipped',
    reason: { en: `another name of ${original}: counted once`, zh: `${original} 的另一个名称：只计一次` },
    retry: false,
  };
}
