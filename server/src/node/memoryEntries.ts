/** Values kept in memory by name, where an editor names no folder: a file that grows is not read from its beginning for that. */
import { deserialize, serialize } from 'node:v8';
import type { Entries } from './entryStore';

/** Entries together take no more; the longest unused go first. */
const mostBytes = 128 * 1024 * 1024;

/** Entries of this process. */
export class MemoryEntries implements Entries {
  /** The longest unused one first. */
  private readonly entries = new Map<string, Uint8Array>();
  private bytes = 0;

  async read(name: string): Promise<unknown> {
    const entry = this.entries.get(name);
    if (entry === undefined) return null;
    this.entries.delete(name);
    this.entries.set(name, entry);
    // Arrays of numbers are views of the bytes that they come from, and whoever reads them may go on counting there.
    return deserialize(new Uint8Array(entry)) as unknown;
  }

  async write(name: string, value: unknown): Promise<void> {
    const entry = serialize(value);
    await this.remove(name);
    this.entries.set(name, entry);
    this.bytes += entry.length;
    await this.trim();
  }

  async remove(name: string): Promise<void> {
    this.bytes -= this.entries.get(name)?.length ?? 0;
    this.entries.delete(name);
  }

  async trim(limit = mostBytes): Promise<void> {
    for (const name of this.entries.keys()) {
      if (this.bytes <= limit) return;
      await this.remove(name);
    }
  }
}
