/** `free`: memory and swap. */
import type { AddFact, FactFormat } from './factFormat';
import { collectLines } from './factFormat';

/** `total used free`, in the languages that procps is translated to; the columns stand in the same order in all of them. */
const header =
  /^\s+(?:total\s+used\s+free|总计\s+已用\s+空闲|gesamt\s+benutzt\s+frei|total\s+utilisé\s+libre|total\s+usado\s+libre|всего\s+занято\s+свободно)\s/;
const memoryRow = /^(?:Mem|内存|Speicher|Mém\.?|Memoria|Память|Памʼять)\s?[:：]/;
const swapRow = /^(?:Swap|交换|Partition d'échange|Échange|Intercambio|Подкачка)\s?[:：]/;
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
    let columns = 0;
    let isOld = false;
    let unit = 1 / 1024;
    let total = Number.NaN;
    const available = (mebibytes: number, line: number, add: AddFact): void => {
      add('memory.availableMiB', mebibytes, line);
      add('memory.availablePercent', Math.floor((mebibytes * 100) / total), line);
    };
    return collectLines((text, line, add) => {
      if (header.test(text)) {
        columns = text.trim().split(/\s+/).length;
        isOld = /\sbuffers\s+cached\s*$/.test(text);
      }
      const isMemory = memoryRow.test(text);
      const cells = text
        .replace(/^[^:：]*[:：]/, '')
        .trim()
        .split(/\s+/, 8);
      const cell = (place: number): number => mebibytesOf(cells[place], unit);
      if (isMemory) {
        unit = unitOf(cells[0]);
        total = cell(0);
        add('memory.totalMiB', total, line);
        add('memory.freeMiB', cell(2), line);
        // Six columns end with what is available; older tables say it in a row of their own.
        if (columns === 6 && !isOld) available(cell(5), line, add);
      } else if (/^-\/\+ /.test(text)) available(cell(1), line, add);
      else if (swapRow.test(text)) {
        add('swap.totalMiB', cell(0), line);
        add('swap.usedMiB', cell(1), line);
      }
    });
  },
};
