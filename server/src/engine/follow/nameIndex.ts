/** Which blocks of a stretch of text hold which names: small beside the text, so that looking one up reads the few blocks that may mention it. */

/** In place of its blocks, of a name that is in most of them. */
export const everywhere = 0x7fff;
/** Neighbouring blocks are one stretch up to this size. */
const mostStretchBytes = 64 * 1024;
/** More names than are ever looked for at a time. */
const mostNames = 65_536;
/** Marks a block that another one of the same name follows. */
export const more = 0x8000;

/** What is known of a stretch of whole lines. */
export interface NameIndex {
  readonly bytes: number;
  readonly lines: number;
  /** For each block where its first line begins (or that of the next block that has one), and at last the end. */
  readonly starts: Uint32Array;
  /** Lines before each of {@link starts}. */
  readonly before: Uint32Array;
  /** For each value of a key's highest bits where its names are listed. */
  readonly buckets: Uint32Array;
  /** For each name its next 16 bits, then its blocks, each but the last with the highest bit set. */
  readonly places: Uint16Array;
}

/** Whole lines that may mention something. */
export interface LineStretch {
  readonly from: number;
  readonly to: number;
  /** Lines of the indexed stretch before it. */
  readonly before: number;
  /** Which of the names may stand there, by their positions. */
  readonly names: readonly number[];
}

/** Lines that may mention one of several names, each told by numbers that all stand in such a line. */
export function stretchesWith(index: NameIndex, names: readonly (readonly number[])[]): LineStretch[] {
  const { starts, before } = index;
  const stretches: LineStretch[] = [];
  let open: { from: number; to: number; before: number; names: number[] } | null = null;
  for (const place of placesOf(index, names)) {
    const block = Math.floor(place / mostNames);
    const from = starts[block] as number;
    const to = starts[block + 1] as number;
    const goesOn = open !== null && (from < open.to || (from === open.to && to - open.from <= mostStretchBytes));
    if (!goesOn || open === null) {
      open = { from, to, before: before[block] as number, names: [] };
      // Where a line goes on over several blocks, those that no line begins in are empty.
      if (to > from) stretches.push(open);
    }
    open.to = to;
    const name = place % mostNames;
    if (!open.names.includes(name)) open.names.push(name);
  }
  return stretches;
}

/** Blocks with names that may stand there, each pair as one number, ascending. */
function placesOf(index: NameIndex, names: readonly (readonly number[])[]): number[] {
  const found: number[] = [];
  const blocks: number[] = [];
  names.forEach((keys, name) => {
    blocks.length = 0;
    if (keys.length === 1) addBlocks(index, keys[0] as number, blocks);
    else blocks.push(...rarest(index, keys));
    if (!blocks.includes(everywhere)) for (const block of blocks) found.push(block * mostNames + name);
    else for (let block = 0; block < index.starts.length - 1; block++) found.push(block * mostNames + name);
  });
  return found.sort((a, b) => a - b);
}

/** Blocks of that key which is in the fewest. */
function rarest(index: NameIndex, keys: readonly number[]): readonly number[] {
  const lists = keys.map((key) => {
    const blocks: number[] = [];
    addBlocks(index, key, blocks);
    return blocks;
  });
  const counted = lists.filter((blocks) => !blocks.includes(everywhere)).sort((a, b) => a.length - b.length);
  return counted[0] ?? [everywhere];
}

/** Adds the blocks that a key was noted in; {@link everywhere} stands for all. */
function addBlocks({ buckets, places }: NameIndex, key: number, found: number[]): void {
  const bits = 31 - Math.clz32(buckets.length);
  const rest = (key >>> (16 - bits)) & 0xffff;
  const bucket = key >>> (32 - bits);
  const end = buckets[bucket + 1] as number;
  for (let at = buckets[bucket] as number; at < end; ) {
    const isWanted = places[at++] === rest;
    for (let goesOn = true; goesOn; at++) {
      const place = places[at] as number;
      if (isWanted) found.push(place & ~more);
      goesOn = (place & more) !== 0;
    }
  }
}
