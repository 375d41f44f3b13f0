/**
 * What was read of small files, kept on disk many in one entry: an entry for each would cost several times what reading them does. A pack
 * is read with the first file that may be in it, and written once all files were read.
 */
import { deserialize, serialize } from 'node:v8';
import type { Entries } from './entryStore';
import { entryName } from './entryStore';
import type { ReadAnswer } from './readTask';
import type { FoundFile } from './walk';

/** Files up to this size share entries. */
const smallBytes = 256 * 1024;
/** Packs of one case: a file that changes has one of them written anew. */
const packs = 16;

/** Answers by their names, each as it is written. */
type Pack = Map<string, Uint8Array>;

/** Packs of the cases below some paths. */
export class AnswerPacks {
  private readonly known = new Map<number, Promise<Pack>>();
  private readonly used = new Map<number, Pack>();
  /** Names of answers that others had, by pack. */
  private readonly spared = new Map<number, string[]>();

  constructor(
    private readonly entries: Entries,
    /** What the packs belong to: program, options and paths. */
    private readonly parts: readonly string[],
  ) {}

  /** Whether a file is one of those that are kept here. */
  holds(file: FoundFile): boolean {
    return file.size <= smallBytes;
  }

  async load(file: FoundFile, key: string): Promise<ReadAnswer | null> {
    const number = packOf(file);
    const bytes = (await this.pack(number)).get(key);
    if (bytes === undefined) return null;
    this.keep(number, key, bytes);
    return deserialize(bytes) as ReadAnswer;
  }

  store(file: FoundFile, key: string, answer: ReadAnswer): void {
    this.keep(packOf(file), key, serialize(answer));
  }

  /** Takes word that an answer is still true, which need not be read. */
  spare(file: FoundFile, key: string): void {
    const number = packOf(file);
    const spared = this.spared.get(number) ?? [];
    this.spared.set(number, spared);
    spared.push(key);
  }

  /** Writes the packs that are others than before; those of a reading that was stopped keep what it has not come to. */
  async write(wasStopped: boolean): Promise<void> {
    for (const [number, used] of this.used) {
      const before = await this.pack(number);
      for (const key of this.spared.get(number) ?? []) {
        const bytes = before.get(key);
        if (bytes !== undefined) used.set(key, bytes);
      }
      const isSame = before.size === used.size && [...used.keys()].every((key) => before.has(key));
      if (!isSame) await this.entries.write(this.name(number), wasStopped ? new Map([...before, ...used]) : used);
    }
    this.known.clear();
    this.used.clear();
    this.spared.clear();
  }

  private keep(number: number, key: string, bytes: Uint8Array): void {
    const used = this.used.get(number) ?? new Map<string, Uint8Array>();
    this.used.set(number, used);
    used.set(key, bytes);
  }

  private pack(number: number): Promise<Pack> {
    const known = this.known.get(number);
    if (known !== undefined) return known;
    const read = this.entries.read(this.name(number)).then((value) => (value ?? new Map()) as Pack);
    this.known.set(number, read);
    return read;
  }

  private name(number: number): string {
    return entryName('pack', ...this.parts, String(number));
  }
}

function packOf({ id }: FoundFile): number {
  let sum = 0;
  for (let index = 0; index < id.length; index++) sum += id.charCodeAt(index);
  return sum % packs;
}
