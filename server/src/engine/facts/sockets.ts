/** `ss -s`: how many connections there are, and how many only wait to be forgotten. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const tcp = /^TCP:\s+(\d{1,9}) \(estab (\d{1,9}), closed (\d{1,9})(?:, orphaned (\d{1,9}))?.{0,60}timewait (\d{1,9})/;

/** The line that begins with `TCP:`. */
export const sockets: FactFormat = {
  id: 'sockets',
  title: 'ss -s',
  specification: 'https://man7.org/linux/man-pages/man8/ss.8.html',
  names: ['sockets.tcp', 'sockets.established', 'sockets.orphaned', 'sockets.timeWait'],
  looksLikeMine(firstLines) {
    return firstLines.some((line) => /^Total: \d/.test(line)) && firstLines.some((line) => tcp.test(line));
  },
  createCollector: () =>
    collectLines((text, line, add) => {
      const found = tcp.exec(text);
      if (found === null) return;
      add('sockets.tcp', Number(found[1]), line);
      add('sockets.established', Number(found[2]), line);
      if (found[4] !== undefined) add('sockets.orphaned', Number(found[4]), line);
      add('sockets.timeWait', Number(found[5]), line);
    }),
};
