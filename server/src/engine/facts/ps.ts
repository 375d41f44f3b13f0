/** `ps aux` and `ps -ef`: how many processes, which fill a CPU, how many hang in the kernel. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';
import { busyPercent, type ProcessColumns, processColumns, processRow } from './processTable';

/** Programs that only mount and unmount: one that waits in the kernel waits for the server or disk of its volume. */
const mounts = /^u?mount(?:\.\w{1,12})?$/;

/** Rows below the header. */
export const ps: FactFormat = {
  id: 'ps',
  title: 'ps',
  specification: 'https://man7.org/linux/man-pages/man1/ps.1.html',
  names: ['process.cpu', 'process.count', 'process.uninterruptible', 'process.stuckMount'],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line) => processColumns(line) !== null);
  },
  createCollector() {
    let columns: ProcessColumns | null = null;
    let header = 0;
    let count = 0;
    let stuck = 0;
    let firstStuck = 0;
    return collectLines(
      (text, line, add) => {
        if (columns === null) {
          columns = processColumns(text);
          header = line;
          return;
        }
        const row = processRow(text, columns);
        if (row === null) return;
        count++;
        if (row.cpuPercent >= busyPercent) add('process.cpu', row.cpuPercent, line, row.command);
        if (!row.state.startsWith('D')) return;
        if (stuck++ === 0) firstStuck = line;
        if (mounts.test(row.command)) add('process.stuckMount', 1, line, row.command);
      },
      (add) => {
        if (count > 0) add('process.count', count, header);
        if (stuck > 0) add('process.uninterruptible', stuck, firstStuck);
      },
    );
  },
};
