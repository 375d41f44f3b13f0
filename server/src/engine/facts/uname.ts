/** `uname -a`: the node's name and kernel. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const form = /^Linux (\S{1,255}) (\d+\.\d+\S{0,100}) #\d/;

/** One line that begins with `Linux`. */
export const uname: FactFormat = {
  id: 'uname',
  title: 'uname -a',
  specification: 'https://man7.org/linux/man-pages/man1/uname.1.html',
  names: ['node.name', 'kernel.version'],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 3).some((line) => form.test(line));
  },
  createCollector: () =>
    collectLines((text, line, add) => {
      const found = form.exec(text);
      if (found === null) return;
      add('node.name', found[1] ?? '', line);
      add('kernel.version', found[2] ?? '', line);
    }),
};
