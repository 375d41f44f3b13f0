/** Notes names with the WebAssembly loop: the same ones as in plain code, several times as fast. */
import type { CreateNameTable, NameTable, NotedNames } from '../engine/index';
import { nameBlocksAt, nameLinesAt, nameOwnersAt, namesAt } from '../engine/index';
import type { Memory } from './fastKernel';
import { growTo, instantiate } from './fastKernel';

/** Bytes behind the last one that the loop may read. */
const slack = 128;

interface Exports {
  readonly memory: Memory;
  clearNames(limit: number): void;
  noteNames(from: number, to: number, block: number): number;
  countLineFeeds(from: number, to: number): number;
  namesUsed(): number;
  namesFilled(): number;
}

class FastNameTable implements NameTable {
  private bytes = new Uint8Array(0);

  constructor(private readonly module: Exports) {}

  room(bytes: number): Uint8Array {
    if (bytes > this.bytes.length) {
      const { memory } = this.module;
      growTo(memory, nameLinesAt + Math.max(bytes, 2 * this.bytes.length) + slack);
      this.bytes = new Uint8Array(memory.buffer, nameLinesAt, memory.buffer.byteLength - nameLinesAt - slack);
    }
    return this.bytes;
  }

  clear(limit: number): void {
    this.module.clearNames(limit);
  }

  note(from: number, to: number, block: number): boolean {
    return this.module.noteNames(from, to, block) !== 0;
  }

  lineFeeds(from: number, to: number): number {
    return this.module.countLineFeeds(from, to);
  }

  noted(): NotedNames {
    const { buffer } = this.module.memory;
    return {
      names: new Int32Array(buffer, namesAt, (nameBlocksAt - namesAt) / 4),
      used: this.module.namesUsed(),
      blocks: new Uint16Array(buffer, nameBlocksAt, (nameOwnersAt - nameBlocksAt) / 2),
      owners: new Int32Array(buffer, nameOwnersAt, (nameLinesAt - nameOwnersAt) / 4),
      filled: this.module.namesFilled(),
    };
  }
}

/** Makes fast tables; `undefined` where the machine has no such instructions or WebAssembly is switched off. */
export function fastNameTables(): CreateNameTable | undefined {
  const make = instantiate();
  if (make === undefined) return undefined;
  return () => {
    const module = make() as Exports;
    growTo(module.memory, nameLinesAt + slack);
    return new FastNameTable(module);
  };
}
