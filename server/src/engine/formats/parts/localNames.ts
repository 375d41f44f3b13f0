/** Names of months and weekdays as `journalctl` and `dmesg -T` print them in other locales than English, with or without a full stop. */
import { byte, isDigit, monthName } from '../bytes';

/** By month; those that mean two months in two languages are left out. */
const months: readonly string[] = [
  'jan jän janv ene gen sty янв січ led tammi oca ian ιαν яну',
  'feb févr fev lut фев лют úno helmi febr şub φεβ',
  'mär mars mar mrt мар бер bře maalis márc μαρ μάρ març',
  'apr avril abr kwi апр кві dub april huhti ápr nis απρ',
  'mai may mag mei maj мая май тра kvě máj touko μαΐ μάι maig',
  'jun juin giu cze июн чер čen jún juni kesä haz iun ιουν ιούν юни juny',
  'jul juil lug lip июл лип čec júl juli heinä tem iul ιουλ ιούλ юли',
  'aug août ago sie авг сер srp elo ağu αυγ αύγ agu ag',
  'sep sept set wrz сен вер zář syys szept eyl σεπ сеп',
  'okt oct out ott paź окт жов říj loka eki οκτ',
  'nov lis ноя лис marras kas νοε νοέ ное',
  'dez déc dic dec gru дек гру pro des joulu ara δεκ',
];

const weekdays =
  'mon tue wed thu fri sat sun so mo di mi do fr sa dim lun mar mer jeu ven sam dom mié jue vie sáb seg ter qua qui sex gio sab ' +
  'zo ma wo vr za nie pon wto śro czw pią sob вс пн вт ср чт пт сб нд ne po út st čt pá ut št pi sön mån tis ons tor fre lör søn ' +
  'man tir lør sø ti on to lø su ke pe la sze cs szo paz pzt sal çrş prş cum cts du lu jo sb κυρ δευ τρι τετ πεμ παρ σαβ min sen ' +
  'sel rab kam jum dg dl dt dc dj dv ds 日 一 二 三 四 五 六 月 火 水 木 金 土 일 월 화 수 목 금 토';

const longestName = 14;

/** FNV-1a over bytes, ASCII letters folded to lower case. */
function mixIn(hash: number, value: number): number {
  const folded = value >= 65 && value <= 90 ? value | 32 : value;
  return Math.imul(hash ^ folded, 0x01000193);
}

const start = 0x811c9dc5 | 0;

/** UTF-8 without a platform: names need no more than three bytes a letter. */
function hashOf(name: string): number {
  let hash = start;
  for (const letter of name) {
    const point = letter.codePointAt(0) ?? 0;
    if (point < 0x80) hash = mixIn(hash, point);
    else if (point < 0x800) hash = mixIn(mixIn(hash, 0xc0 | (point >> 6)), 0x80 | (point & 63));
    else hash = mixIn(mixIn(mixIn(hash, 0xe0 | (point >> 12)), 0x80 | ((point >> 6) & 63)), 0x80 | (point & 63));
  }
  return hash;
}

/** A name as it is and with a capital. */
function spellings(name: string): number[] {
  return [hashOf(name), hashOf(name.slice(0, 1).toUpperCase() + name.slice(1))];
}

const monthByHash: ReadonlyMap<number, number> = new Map(
  months.flatMap((names, index) =>
    names.split(' ').flatMap((name) => spellings(name).map((hash): [number, number] => [hash, index + 1])),
  ),
);

const weekdayHashes: ReadonlySet<number> = new Set(weekdays.split(' ').flatMap(spellings));

/** The name last read. */
export const localName = { month: -1, end: -1 };

/** Reads a month's name, or `5月` and `5월`, that a blank follows; false when there is none. Its number and end are then in {@link localName}. */
export function readMonth(bytes: Uint8Array, at: number, end: number): boolean {
  localName.month = monthName(bytes, at);
  localName.end = at + 3;
  if (localName.month > 0 && bytes[at + 3] === byte.space) return true;
  if (isDigit(bytes[at])) return readNumberedMonth(bytes, at, end);
  const hash = hashName(bytes, at, end);
  localName.month = monthByHash.get(hash) ?? -1;
  return localName.month > 0;
}

/** `5月 13` or `5월 13`. */
function readNumberedMonth(bytes: Uint8Array, at: number, end: number): boolean {
  const two = isDigit(bytes[at + 1]);
  const month = two ? ((bytes[at] ?? 0) - 48) * 10 + (bytes[at + 1] ?? 0) - 48 : (bytes[at] ?? 0) - 48;
  const sign = at + (two ? 2 : 1);
  const isChinese = bytes[sign] === 0xe6 && bytes[sign + 1] === 0x9c && bytes[sign + 2] === 0x88;
  const isKorean = bytes[sign] === 0xec && bytes[sign + 1] === 0x9b && bytes[sign + 2] === 0x94;
  localName.month = month;
  localName.end = sign + 3;
  return (isChinese || isKorean) && month >= 1 && month <= 12 && sign + 3 < end && bytes[sign + 3] === byte.space;
}

/** Hash of the word at `at` without its full stop; `localName.end` is then behind the word. */
function hashName(bytes: Uint8Array, at: number, end: number): number {
  let hash = start;
  let position = at;
  const limit = Math.min(end, at + longestName);
  while (position < limit && bytes[position] !== byte.space && bytes[position] !== byte.comma) {
    const value = bytes[position] ?? 0;
    if (value === byte.dot && bytes[position + 1] === byte.space) break;
    hash = mixIn(hash, value);
    position++;
  }
  localName.end = bytes[position] === byte.dot ? position + 1 : position;
  return position === at || localName.end >= end || bytes[localName.end] !== byte.space ? 0 : hash;
}

/** Position behind the weekday's name at `at`, which a blank follows, or -1. */
export function weekdayEnd(bytes: Uint8Array, at: number, end: number): number {
  return weekdayHashes.has(hashName(bytes, at, end)) ? localName.end : -1;
}
