/** `vmstat`: processes that wait for a processor or for a disk, swapping, and where the processors' time goes. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const header = /^\s*r\s+b\s+swpd\s+free\s/;

/** Columns and the facts they state. */
const columnNames: readonly (readonly [string, string])[] = [
  ['r', 'processes.runnable'],
  ['b', 'processes.blocked'],
  ['si', 'swap.inPerSecond'],
  ['so', 'swap.outPerSecond'],
  ['sy', 'cpu.systemPercent'],
  ['wa', 'cpu.iowaitPercent'],
];

/** Each column at its worst; the first row tells of all the time since boot and counts only where it is the only one. */
export const vmstat: FactFormat = {
  id: 'vmstat',
  title: 'vmstat',
  specification: 'https://man7.org/linux/man-pages/man8/vmstat.8.html',
  names: columnNames.map(([, name]) => name),
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line) => header.test(line));
  },
  createCollector() {
    let columns: readonly string[] = [];
    let rows = 0;
    const worst = new Map<string, { readonly value: number; readonly line: number }>();
    return collectLines(
      (text, line) => {
        const cells = text.trim().split(/\s+/, 30);
        if (header.test(text)) columns = cells;
        else if (columns.length > 0 && cells.length >= columns.length && /^[\d\s:.+-]+$/.test(text)) {
          if (++rows === 2) worst.clear();
          for (const [column, name] of columnNames) {
            const value = Number(cells[columns.indexOf(column)]);
            if (!(value <= (worst.get(name)?.value ?? -1))) worst.set(name, { value, line });
          }
        }
      },
      (add) => {
        for (const [name, { value, line }] of worst) add(name, value, line);
      },
    );
  },
};
