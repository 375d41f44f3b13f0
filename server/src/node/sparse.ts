/**
 * Finds the hole in a sparse file without reading it: where a program writes on at its old place after its log was emptied, the disk
 * holds a few megabytes of what calls itself terabytes.
 */
import type { StreamPart } from './byteStream';
import type { RandomAccess } from './randomAccess';
import { stretch } from './randomAccess';

/** A stretch of a file that nothing was ever written to. */
export interface Hole {
  readonly start: number;
  readonly end: number;
}

/** Smaller holes are read like anything else. */
const leastHole = 64 * 1024 * 1024;
/** Data before the hole are looked through as far as this. */
const mostBefore = 1024 * 1024 * 1024;
const page = 4096;
const pieceBytes = 1024 * 1024;
/** Disks that compress hold more than they say: so many places of a hole are looked at all the same. */
const probes = 1024;

/**
 * The hole between the data at both ends of a file; `null` unless these are, page for page, all that the disk has allocated for it.
 */
export async function findHole(access: RandomAccess, allocated: number): Promise<Hole | null> {
  const { size } = access;
  if (size - allocated < leastHole) return null;
  const start = await firstEmptyPage(access, 0, Math.min(allocated + page, mostBefore));
  if (start >= mostBefore) return null;
  const end = Math.ceil(size / page) * page - (allocated - start);
  if (start > allocated || end - start < leastHole || end > size || end % page !== 0) return null;
  if ((await firstEmptyPage(access, end, size)) < size) return null;
  const hole = { start, end };
  return (await looksEmpty(access, hole)) ? hole : null;
}

/** Where the first page that holds nothing but NUL bytes begins, from a page on; the end when there is none. */
async function firstEmptyPage(access: RandomAccess, from: number, to: number): Promise<number> {
  for (let position = from; position < to; position += pieceBytes) {
    const bytes = await access.read(position, Math.min(pieceBytes, to - position));
    for (let at = 0; at < bytes.length; at += page) if (isEmpty(bytes.subarray(at, at + page))) return position + at;
    if (bytes.length === 0) break;
  }
  return to;
}

async function looksEmpty(access: RandomAccess, { start, end }: Hole): Promise<boolean> {
  const last = end - page;
  for (let probe = 0; probe <= probes; probe++) {
    const at = start + Math.floor(((last - start) * probe) / probes / page) * page;
    if (!isEmpty(await access.read(at, page))) return false;
  }
  return isEmpty(await access.read(last, page));
}

function isEmpty(bytes: Uint8Array): boolean {
  return bytes.every((value) => value === 0);
}

/** The file's bytes around a hole, which is told and not read. */
export async function* aroundHole(access: RandomAccess, { start, end }: Hole): AsyncGenerator<StreamPart> {
  yield* stretch(access, 0, start);
  const reason = { en: 'a hole in the file: nothing was ever written there', zh: '文件中的空洞：从未写入过内容' };
  yield { gap: { kind: 'hole', bytes: end - start, reason, retry: false } };
  yield* stretch(access, end, access.size);
}
