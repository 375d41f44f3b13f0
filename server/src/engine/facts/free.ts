/** `free`: memory and swap. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const header = /^\s+total\s+used\s+free\s/;
const sizes: Readonly<Record<string, number>> = { B: 1 / 1_048_576, K: 1 / 1024, M: 1, G: 1024, T: 1_048_576 };

/** Mebibytes of `125G`, `128,000` or a bare number in the table's unit. */
function mebibytesOf(text: string | undefined, unit: number): number {
  const parts = /^([\d.]+)([BKMGT])?i?B?$/.exec(text ?? '');
  if (parts === null) return Number.NaN;
  return Math.round(Number(parts[1]) * (parts[2] === undefined ? unit : (sizes[parts[2]] ?? 1)));
}

/** Bare numbers are KiB, as `free` prints without options, unless they are too small for any machine: then MiB. */
function unitOf(total: string | undefined): number {
  return Number(total) < 1_000_000 ? 1 : 1 / 1024;
}

/** The rows `Mem:` and `Swap:`. */
export const free: FactFormat = {
  id: 'free',
  title: 'free',
  specification: 'https://man7.org/linux/man-pages/man1/free.1.html',
  names: [
    'memory.totalMiB',
    'memory.freeMiB',
    'memory.availableMiB',
    'memory.availablePercent',
    'swap.totalMiB',
    'swap.usedMiB',
  ],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line) => header.test(line));
  },
  createCollector() {
    let columns: readonly string[] = [];
    let unit = 1 / 1024;
    return collectLines((text, line, add) => {
      if (header.test(text)) columns = text.trim().split(/\s+/);
      const words = text.trim().split(/\s+/, 8);
      const cell = (name: string): number => mebibytesOf(words[columns.indexOf(name) + 1], unit);
      if (words[0] === 'Mem:') {
        unit = unitOf(words[1]);
        add('memory.totalMiB', cell('total'), line);
        add('memory.freeMiB', cell('free'), line);
        if (columns.includes('available')) {
          add('memory.availableMiB', cell('available'), line);
          add('memory.availablePercent', Math.floor((cell('available') * 100) / cell('total')), line);
        }
      } else if (words[0] === 'Swap:') {
        add('swap.totalMiB', cell('total'), line);
        add('swap.usedMiB', cell('used'), line);
      }
    });
  },
};
