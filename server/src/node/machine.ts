/** The machine a language server runs on: reads folders into a report, knows addresses and time. */
import * as path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { EngineOptions, Report } from '../engine/index';
import { createEngine } from '../engine/index';
import type { ReadProgress } from './readSources';
import { readInto } from './readSources';

/** What a reading came to. */
export interface MachineReading {
  readonly report: Report;
  /** Source ids with the file each came from. */
  readonly paths: ReadonlyMap<string, string>;
  /** Files and stretches of files that could not be read. */
  readonly unread: number;
}

interface ReadControl {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReadProgress) => void;
}

/** This machine. */
export const machine = {
  async read(paths: readonly string[], options: EngineOptions, control: ReadControl): Promise<MachineReading> {
    const engine = createEngine(options);
    const result = await readInto(engine, paths, control);
    const report = engine.report({ partial: result.stopped });
    return { report, paths: result.sources, unread: result.unreadable.length + result.gaps };
  },

  toPath(uri: string): string | null {
    if (!uri.startsWith('file:')) return null;
    try {
      const resolved = path.resolve(fileURLToPath(uri));
      // VS Code writes drive letters small, Node writes them as they come.
      return /^[a-z]:/.test(resolved) ? resolved.charAt(0).toUpperCase() + resolved.slice(1) : resolved;
    } catch {
      return null;
    }
  },

  toUri(file: string): string {
    return pathToFileURL(file).href;
  },

  schedule(delayMs: number, run: () => void): () => void {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },

  nextTurn(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  },
};
