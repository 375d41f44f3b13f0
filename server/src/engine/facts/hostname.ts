/** `hostname`, /etc/hostname and `hostnamectl`: the node's name. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const bareName = /^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/i;
const labelled = /^\s*Static hostname: (\S+)/;

/** One word in a file named after the command, or the labelled line. */
export const hostname: FactFormat = {
  id: 'hostname',
  title: 'hostname, hostnamectl',
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/hostnamectl.html',
  names: ['node.name'],
  looksLikeMine(firstLines, name) {
    const filled = firstLines.filter((line) => line.trim() !== '');
    if (filled.some((line) => labelled.test(line))) return true;
    return /^hostname(?:[._-]|$)/i.test(name) && filled.length === 1 && bareName.test(filled[0]?.trim() ?? '');
  },
  createCollector: () =>
    collectLines((text, line, add) => {
      const word = labelled.exec(text)?.[1] ?? (bareName.test(text.trim()) ? text.trim() : '');
      if (word !== '') add('node.name', word, line);
    }),
};
