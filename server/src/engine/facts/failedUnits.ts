/** `systemctl --failed`, and what failed among `systemctl list-units`. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const header = /^\s*UNIT\s+LOAD\s+ACTIVE\s+SUB(?:\s+JOB)?\s+DESCRIPTION/;
const row = /^\s*(?:[●*×]\s+)?(\S{1,200}\.[a-z]{4,9})\s+\S+\s+failed\s+\S+(?:\s|$)/u;

/** One fact for each failed unit. */
export const failedUnits: FactFormat = {
  id: 'failed-units',
  title: 'systemctl list-units',
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/systemctl.html',
  names: ['unit.failed'],
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line) => header.test(line));
  },
  createCollector: () =>
    collectLines((text, line, add) => {
      const unit = row.exec(text.slice(0, 500))?.[1];
      if (unit !== undefined) add('unit.failed', 'failed', line, unit);
    }),
};
