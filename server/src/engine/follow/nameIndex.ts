/** Which blocks of a stretch of text hold which names: small beside the text, so that looking one up reads the few blocks that may mention it. */

/** In place of its blocks, of a name that is in most of them. */
export const everywhere = 0x7fff;
/** Behind all blocks. */
const nowhere = 0x10000;
/** Neighbouring blocks are one stretch up to this size. */
const mostStretchBytes = 64 * 1024;
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

/**
 * Lines that may mention one of several names, each told by numbers that all stand in such a line: one stretch after the other, no
 * more of them looked up than are asked for.
 */
export class NameLookup {
  /** Of each list of blocks the block that is next, whose it is, and where it stands in the list; negative for a name that is everywhere. */
  private readonly blocks: number[] = [];
  private readonly owners: number[] = [];
  private readonly rests: number[] = [];

  constructor(
    private readonly index: NameIndex,
    names: readonly (readonly number[])[],
    mayStand: (keys: readonly number[]) => boolean,
  ) {
    for (let name = 0; name < names.length; name++) {
      const keys = names[name] as readonly number[];
      if (!mayStand(keys)) continue;
      const key = keys.length === 1 ? keys[0] : rarest(index, keys);
      if (key !== undefined) this.openAll(key, name);
    }
  }

  /** The next stretch; `null` at the end. */
  next(): LineStretch | null {
    const { starts, before } = this.index;
    for (let block = this.first(); block < starts.length - 1; block = this.first()) {
      const from = starts[block] as number;
      const names: number[] = [];
      let to = starts[block + 1] as number;
      this.pass(block, names);
      // Where a line goes on over several blocks, those that no line begins in are empty.
      if (to === from) continue;
      for (let more = this.first(); more < starts.length - 1; more = this.first()) {
        const end = starts[more + 1] as number;
        if (starts[more] !== to || (end > to && to - from > mostStretchBytes)) break;
        this.pass(more, names);
        to = end;
      }
      return { from, to, before: before[block] as number, names };
    }
    return null;
  }

  private openAll(key: number, name: number): void {
    eachList(this.index, key, (at) => this.open(at, name));
  }

  private open(at: number, name: number): void {
    const place = this.index.places[at] as number;
    const isEverywhere = (place & ~more) === everywhere;
    this.blocks.push(isEverywhere ? 0 : place & ~more);
    this.owners.push(name);
    this.rests.push(isEverywhere ? -1 : at);
  }

  /** The first block that one of the names may stand in; behind all blocks when there is none. */
  private first(): number {
    let first = nowhere;
    for (const block of this.blocks) if (block < first) first = block;
    return first;
  }

  /** Goes on behind a block, and adds whose it is. */
  private pass(block: number, names: number[]): void {
    const { blocks, owners, rests } = this;
    const { places } = this.index;
    for (let list = 0; list < blocks.length; list++) {
      if (blocks[list] !== block) continue;
      const name = owners[list] as number;
      if (!names.includes(name)) names.push(name);
      const at = rests[list] as number;
      if (at < 0) blocks[list] = block + 1;
      else if (((places[at] as number) & more) === 0) blocks[list] = nowhere;
      else {
        blocks[list] = (places[at + 1] as number) & ~more;
        rests[list] = at + 1;
      }
    }
  }
}

/** Tells the highest bits of every key, so many of them; they are twenty at most. */
export function eachKey({ buckets, places }: NameIndex, count: number, take: (key: number) => void): void {
  const bits = 31 - Math.clz32(buckets.length);
  for (let bucket = 0; bucket < buckets.length - 1; bucket++) {
    const end = buckets[bucket + 1] as number;
    for (let at = buckets[bucket] as number; at < end; at++) {
      take(((bucket << 16) | (places[at++] as number)) >>> (bits + 16 - count));
      while (((places[at] as number) & more) !== 0) at++;
    }
  }
}

/** That key which is in the fewest blocks. */
function rarest(index: NameIndex, keys: readonly number[]): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    let blocks = 0;
    eachList(index, key, (at) => {
      blocks += blocksIn(index, at);
    });
    if (best === undefined || blocks < least) {
      best = key;
      least = blocks;
    }
  }
  return best;
}

/** Tells where lists of the blocks begin that a key was noted in; there are several when other keys are told by the same bits. */
function eachList({ buckets, places }: NameIndex, key: number, take: (at: number) => void): void {
  const bits = 31 - Math.clz32(buckets.length);
  const rest = (key >>> (16 - bits)) & 0xffff;
  const bucket = key >>> (32 - bits);
  const end = buckets[bucket + 1] as number;
  for (let at = buckets[bucket] as number; at < end; at++) {
    if (places[at++] === rest) take(at);
    while (((places[at] as number) & more) !== 0) at++;
  }
}

function blocksIn({ places }: NameIndex, from: number): number {
  if (places[from] === everywhere) return Number.POSITIVE_INFINITY;
  let at = from;
  while (((places[at] as number) & more) !== 0) at++;
  return at - from + 1;
}
