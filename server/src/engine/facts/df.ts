/** `df` and `df -i`: file systems that are almost out of bytes or inodes. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

/** Emptier file systems are no evidence. */
const fullPercent = 80;

const header = /^(?:Filesystem|文件系统)\s.*(?:Mounted on|挂载点)/;
const row =
  /^(\S+)?\s+(?:\S+\s+)?[\d.,]+[KMGTPE]?i?\s+[\d.,]+[KMGTPE]?i?\s+-?[\d.,]+[KMGTPE]?i?\s+(\d{1,3})%\s+(\/.*)$/;

/** Read-only images are always full, and overlays repeat the file system below them. */
function isEvidence(device: string): boolean {
  return !/^(?:\/dev\/loop\d|overlay|shm|none|squashfs)/.test(device);
}

/** One fact per file system that is at least four fifths full; long device names stand on a line of their own. */
export const df: FactFormat = {
  id: 'df',
  title: 'df',
  specification: 'https://man7.org/linux/man-pages/man1/df.1.html',
  names: ['disk.usedPercent', 'disk.inodesUsedPercent'],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line) => header.test(line));
  },
  createCollector() {
    let name = 'disk.usedPercent';
    let wrapped = '';
    return collectLines((text, line, add) => {
      if (header.test(text)) {
        name = /\bI(?:nodes|Use%|Used)|Inode/.test(text) ? 'disk.inodesUsedPercent' : 'disk.usedPercent';
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
