/** `conntrack -S`: connections that could not be entered and packets that were dropped for it, over all processors. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const row = /^cpu=\d+\s+(?:\s*[a-z_]+=\d+)+\s*$/;

const counted: readonly (readonly [string, RegExp])[] = [
  ['conntrack.insertFailed', /\binsert_failed=(\d{1,15})/],
  ['conntrack.dropped', /\bdrop=(\d{1,15})/],
  ['conntrack.earlyDropped', /\bearly_drop=(\d{1,15})/],
];

/** Sums of the counters that tell of trouble. */
export const conntrackStatistics: FactFormat = {
  id: 'conntrack-statistics',
  title: 'conntrack -S',
  specification: 'https://manpages.debian.org/conntrack/conntrack.8.en.html',
  names: counted.map(([name]) => name),
  looksLikeMine(firstLines) {
    return firstLines.slice(0, 5).some((line) => line.length < 500 && row.test(line));
  },
  createCollector() {
    const sums = new Map<string, number>();
    let first = 0;
    return collectLines(
      (text, line) => {
        if (!text.startsWith('cpu=')) return;
        if (first === 0) first = line;
        for (const [name, pattern] of counted)
          sums.set(name, (sums.get(name) ?? 0) + Number(pattern.exec(text)?.[1] ?? 0));
      },
      (add) => {
        for (const [name, sum] of sums) add(name, sum, first);
      },
    );
  },
};
