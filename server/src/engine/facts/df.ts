/** `df` and `df -i`: file systems that are almost out of bytes or inodes. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

/** Emptier file systems are no evidence. */
const fullPercent = 80;

/** In any language: a column that ends with `%`, or is called capacity, and the place behind it. */
const header = /^\S.*\s(?:\S*%|Capacity)\s+[^\s\d/%][^\d/%]*$/;
const row =
  /^(\S+)?\s+(?:\S+\s+)?[\d.,]+[KMGTPE]?i?\s+[\d.,]+[KMGTPE]?i?\s+-?[\d.,]+[KMGTPE]?i?\s+(\d{1,3})%\s+(\/.*)$/;

/** Read-only images are always full, and overlays repeat the file system below them. */
function isEvidence(device: string): boolean {
  return !/^(?:\/dev\/loop\d|overlay|shm|none|squashfs)/.test(device);
}

/** What stands below a header are rows; the device of a row may stand alone on the line before. */
function isTable(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => row.test(line.slice(0, 1000)));
  return first === 0 || (first === 1 && /^\S+\s*$/.test(lines[0] ?? ''));
}

/** One fact per file system that is at least four fifths full; long device names stand on a line of their own. */
export const df: FactFormat = {
  id: 'df',
  title: 'df',
  specification: 'https://man7.org/linux/man-pages/man1/df.1.html',
  names: ['disk.usedPercent', 'disk.inodesUsedPercent'],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line, index) => header.test(line) && isTable(firstLines.slice(index + 1)));
  },
  createCollector() {
    let name = 'disk.usedPercent';
    let wrapped = '';
    return collectLines((text, line, add) => {
      if (header.test(text)) {
        name = /inode|\bI(?:Use%|Used)|i-?n[oœ]/i.test(text) ? 'disk.inodesUsedPercent' : 'disk.usedPercent';
        return;
      }
      const found = row.exec(text.slice(0, 1000));
      const device = found?.[1] ?? wrapped;
      wrapped = /^\S+\s*$/.test(text) ? text.trim() : '';
      const used = Number(found?.[2]);
      if (found !== null && used >= fullPercent && isEvidence(device)) add(name, used, line, found[3]?.trim() ?? '');
    });
  },
};
