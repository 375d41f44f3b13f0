/** `top -b`: load, where the CPUs' time goes, memory, and the processes that fill a CPU. */
import type { AddFact, FactFormat } from './factFormat';
import { collectLines, toNumber } from './factFormat';
import { busyPercent, type ProcessColumns, type ProcessRow, processColumns, processRow } from './processTable';

const summary = /^top - .{1,120}load averages?: (\d+[.,]\d+), (\d+[.,]\d+), (\d+[.,]\d+)/;
/** `KiB Mem :`, and `Mem:` with a letter behind each number, as procps printed before 3.3. */
const memory = /^(?:([KMG])iB )?Mem ?:/;
/** Not `13174607+total`: procps cuts digits off a number too wide for its column, and says so by the plus. */
const total = /([\d.,]{1,24})([kKMG]?) ?total/;
const free = /([\d.,]{1,24})([kKMG]?) ?free/;
const mebibytes: Readonly<Record<string, number>> = { K: 1 / 1024, M: 1, G: 1024 };

function readSummary(text: string, line: number, add: AddFact): void {
  const load = summary.exec(text);
  if (load !== null) {
    add('load.1m', toNumber(load[1] ?? ''), line);
    add('load.5m', toNumber(load[2] ?? ''), line);
    add('load.15m', toNumber(load[3] ?? ''), line);
  } else if (/^%?Cpu/.test(text)) {
    const system = /(\d{1,6}[.,]\d{1,6}) {0,4}%? {0,4}sy\b/.exec(text);
    const waiting = /(\d{1,6}[.,]\d{1,6}) {0,4}%? {0,4}wa\b/.exec(text);
    if (system !== null) add('cpu.systemPercent', toNumber(system[1] ?? ''), line);
    if (waiting !== null) add('cpu.iowaitPercent', toNumber(waiting[1] ?? ''), line);
  } else {
    const unit = memory.exec(text);
    if (unit === null) return;
    for (const [name, pattern] of [
      ['memory.totalMiB', total],
      ['memory.freeMiB', free],
    ] as const) {
      const size = pattern.exec(text);
      const scale = mebibytes[(unit[1] ?? size?.[2] ?? '').toUpperCase()];
      if (size !== null && scale !== undefined) add(name, Math.round(toNumber(size[1] ?? '') * scale), line);
    }
  }
}

/** The first summary, and each busy process at its worst. */
export const top: FactFormat = {
  id: 'top',
  title: 'top',
  specification: 'https://man7.org/linux/man-pages/man1/top.1.html',
  names: [
    'load.1m',
    'load.5m',
    'load.15m',
    'cpu.systemPercent',
    'cpu.iowaitPercent',
    'memory.totalMiB',
    'memory.freeMiB',
    'process.cpu',
  ],
  looksLikeMine(firstLines) {
    return firstLines.some((line) => summary.test(line));
  },
  createCollector() {
    let columns: ProcessColumns | null = null;
    let screens = 0;
    const busy = new Map<string, { readonly row: ProcessRow; readonly line: number }>();
    return collectLines(
      (text, line, add) => {
        if (summary.test(text)) {
          screens++;
          columns = null;
        }
        if (columns === null) {
          if (screens <= 1) readSummary(text, line, add);
          columns = processColumns(text);
          return;
        }
        const row = processRow(text, columns);
        if (row === null || row.cpuPercent < busyPercent) return;
        const known = busy.get(row.pid);
        if (known === undefined || known.row.cpuPercent < row.cpuPercent) busy.set(row.pid, { row, line });
      },
      (add) => {
        for (const { row, line } of busy.values()) add('process.cpu', row.cpuPercent, line, row.command);
      },
    );
  },
};
