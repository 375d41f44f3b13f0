/** `iostat -x`: disks that are busy nearly all the time. */
import type { FactFormat } from './factFormat';
import { collectLines, toNumber } from './factFormat';

/** Disks below this are no evidence. */
const busyPercent = 80;

const header = /^\s*Device:?\s.*%util\s*$/;

/** One fact for each busy disk, at its worst. */
export const iostat: FactFormat = {
  id: 'iostat',
  title: 'iostat -x',
  specification: 'https://man7.org/linux/man-pages/man1/iostat.1.html',
  names: ['disk.busyPercent'],
  looksLikeMine(firstLines) {
    return firstLines.some((line) => header.test(line));
  },
  createCollector() {
    let columns = 0;
    const worst = new Map<string, { readonly value: number; readonly line: number }>();
    return collectLines(
      (text, line) => {
        const cells = text.trim().split(/\s+/, 40);
        if (header.test(text)) {
          columns = cells.length;
          return;
        }
        const device = cells[0] ?? '';
        const value = toNumber(cells[columns - 1] ?? '');
        if (text.trim() === '' || cells.length !== columns || !(value >= busyPercent)) return;
        if (value > (worst.get(device)?.value ?? 0)) worst.set(device, { value, line });
      },
      (add) => {
        for (const [device, { value, line }] of worst) add('disk.busyPercent', value, line, device);
      },
    );
  },
};
