/** What the names of files and folders say: dates, and which files were one before they were rotated. Names are labels, never paths to open. */
import type { Rotation, StatedDate } from '../engine/index';

const compression = /\.(?:gz|xz|bz2|zst|zstd|lz4|z)$/i;

/** The parts of a source id, outermost first: folders, archives (they end with `!`) and the name. */
function partsOf(id: string): string[] {
  return id.replaceAll('!/', '!\0').split(/[/\0]/);
}

// `20210513`, `2021-05-13`, `2021_05_13`, with or without a time of day: `T15_10_16`, `-101010`, ` 15:10`, `_1010-UTC`.
const datePattern =
  /(?<![0-9])((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:[T_ -]?([01]\d|2[0-3])([:_.-]?)([0-5]\d)(?:\6([0-5]\d))?)?(?![0-9])/g;

// kubelet.node-7.root.log.INFO.20210513-101112.4711: klog names a file after the moment it was begun.
const begunPattern = /\.log\.(?:INFO|WARNING|ERROR|FATAL)\.\d{8}-\d{6}\.\d+/;

/** Dates in a source's id, those of its own name first. */
export function datesInNames(id: string): StatedDate[] {
  const parts = partsOf(id);
  const dates: StatedDate[] = [];
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index] ?? '';
    const from = index === parts.length - 1 ? 'name' : part.endsWith('!') ? 'archive' : 'folder';
    const bound = begunPattern.test(part) ? 'from' : 'until';
    dates.push(...datesIn(part).map((date) => ({ ...date, bound, from }) as const));
  }
  return dates;
}

function datesIn(name: string): Pick<StatedDate, 'wallMs' | 'precision' | 'text'>[] {
  const found: Pick<StatedDate, 'wallMs' | 'precision' | 'text'>[] = [];
  for (const match of name.matchAll(datePattern)) {
    const [text, year, , month, day, hour, , minute, second] = match;
    const wallMs = Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour ?? 0),
      Number(minute ?? 0),
      Number(second ?? 0),
    );
    // 31 April is a number, not a date.
    if (new Date(wallMs).getUTCDate() !== Number(day)) continue;
    found.push({ wallMs, precision: hour === undefined ? 'day' : 'second', text });
  }
  return found;
}

/** Ranks: dated ones are far older than numbered ones, should a set hold both; the one without a suffix is the newest. */
const datedBase = -1e15;

/** How the schemes name a rotated file; `name` is what the newest is called, with `tail` behind it. */
const schemes: readonly {
  readonly pattern: RegExp;
  readonly rank: (suffix: string) => number;
}[] = [
  // messages-20210513, 0.log.20210513-101112, kubelet.root.log.INFO.20210513-101112.4711, messages-20210513-1620864000
  {
    pattern:
      /^(?<name>.*[a-z].*?)[-.](?<suffix>(?:19|20)\d{6}(?:[-T_]?\d{2,6})?(?:-\d{10})?)(?:\.\d+)?(?<tail>\.(?:log|txt))?$/i,
    rank: datedRank,
  },
  // audit-2021-05-13T10-11-12.123.log, kubelet-2021-05-13.log
  {
    pattern:
      /^(?<name>.*[a-z].*?)[-.](?<suffix>(?:19|20)\d\d-\d\d-\d\d(?:[T_]\d\d[-:]\d\d[-:]\d\d(?:\.\d{1,9})?)?)(?<tail>\.(?:log|txt))?$/i,
    rank: datedRank,
  },
  // messages.1, kubelet.log.2; not node-10.0.0.1, which is an address
  { pattern: /^(?<name>.*[a-z].*(?<!\d\.\d+\.\d+))\.(?<suffix>\d{1,3})$/i, rank: (suffix) => -1 - Number(suffix) },
  // kubelet.1.log
  { pattern: /^(?<name>.*[a-z].*)\.(?<suffix>\d{1,3})(?<tail>\.(?:log|txt))$/i, rank: (suffix) => -1 - Number(suffix) },
  // dmesg.old
  { pattern: /^(?<name>.*[a-z].*)\.(?<suffix>old)$/i, rank: () => -1 },
];

function datedRank(suffix: string): number {
  const digits = suffix.replace(/\D/g, '').slice(0, 14).padEnd(14, '0');
  return datedBase + Number(digits);
}

/** No rotation gives longer names; those in archives are as long as their makers like. */
const longestName = 512;

/** Where a source stands in a set of rotated files; a set of one is no set, which only its neighbours can tell. */
export function rotationOf(id: string): Rotation {
  const cut = Math.max(id.lastIndexOf('/'), id.lastIndexOf('!/') + 1) + 1;
  const folder = id.slice(0, cut);
  const name = id.slice(cut).replace(compression, '');
  for (const { pattern, rank } of name.length > longestName ? [] : schemes) {
    const groups = pattern.exec(name)?.groups;
    const base = groups?.name;
    if (groups === undefined || base === undefined) continue;
    return { set: `${folder}${base}${groups.tail ?? ''}`, rank: rank(groups.suffix ?? '') };
  }
  return { set: `${folder}${name}`, rank: 0 };
}
