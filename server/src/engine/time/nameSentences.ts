/** Notices when files are named by another clock than the one inside them: `...15:10:16-kubelet.log` that ends at 20:10:15. */
import type { Localized } from '../model/localized';
import type { StatedDate } from '../model/sourceInfo';
import { formatOffset } from './calendar';

const quarterMs = 15 * 60_000;
/** Collectors name a file within so long of its last record. */
const nearMs = 60_000;

/** One source: the dates beside it, and UTC of its last record. */
export interface NamedSource {
  readonly id: string;
  readonly statedDates: readonly StatedDate[];
  readonly lastMs: number | null;
}

/** What there is to say, by source id: the last records are whole quarters of an hour from the times in the names. */
export function nameSentences(sources: readonly NamedSource[]): Map<string, Localized> {
  const found = sources.flatMap(({ id, statedDates, lastMs }) => {
    const named = statedDates.find(
      ({ from, bound, precision }) => from === 'name' && bound === 'until' && precision === 'second',
    );
    if (named === undefined || lastMs === null) return [];
    const apart = named.wallMs - lastMs;
    const quarter = Math.round(apart / quarterMs);
    const isClose = quarter !== 0 && Math.abs(quarter) <= 14 * 4 && Math.abs(apart - quarter * quarterMs) <= nearMs;
    return isClose ? [{ id, quarter, text: named.text }] : [];
  });
  return new Map(
    found
      // A file may well be collected an hour after its last record, but not before it, and not all files alike.
      .filter(({ quarter }) => quarter < 0 || found.filter((other) => other.quarter === quarter).length > 1)
      .map(({ id, quarter, text }) => {
        const offset = formatOffset(quarter * 15);
        return [
          id,
          {
            en: `the name's ${text} is ${offset} from the last record: names were written in another zone`,
            zh: `名称中的 ${text} 与最后一条记录相差 ${offset}：文件名使用了另一个时区`,
          },
        ];
      }),
  );
}
