/** /etc/os-release: the distribution. */
import type { FactFormat } from './factFormat';
import { collectLines, readLabels } from './factFormat';

const labels: ReadonlyMap<string, string> = new Map([
  ['PRETTY_NAME', 'os.name'],
  ['VERSION_ID', 'os.version'],
  ['ID', 'os.id'],
]);

/** `KEY="value"` lines. */
export const osRelease: FactFormat = {
  id: 'os-release',
  title: 'os-release',
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/os-release.html',
  names: [...labels.values()],
  looksLikeMine(firstLines) {
    return firstLines.some((line) => /^PRETTY_NAME=/.test(line)) && firstLines.some((line) => /^ID=/.test(line));
  },
  createCollector: () => collectLines(readLabels(labels, '=')),
};
