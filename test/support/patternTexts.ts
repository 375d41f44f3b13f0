/** Texts that a pattern takes, one for each way through it: what it leaves open stands as a mark that no literal holds. */

/** Stands for what a pattern leaves open. */
const open = '\u0001';
/** Sets of more characters than these are open. */
const mostOfSet = 3;

/** A place within a pattern. */
interface Cursor {
  readonly source: string;
  readonly most: number;
  at: number;
}

/** The texts; no more than `most` of them, so that patterns of many choices are only tried. */
export function patternTexts(source: string, most = 400): string[] {
  return choices({ source, most, at: 0 });
}

function choices(cursor: Cursor): string[] {
  const texts = sequence(cursor);
  while (cursor.source[cursor.at] === '|') {
    cursor.at++;
    texts.push(...sequence(cursor));
  }
  return texts.slice(0, cursor.most);
}

function sequence(cursor: Cursor): string[] {
  let texts = [''];
  while (cursor.at < cursor.source.length && !'|)'.includes(cursor.source.charAt(cursor.at))) {
    const parts = repeated(cursor, single(cursor));
    texts = texts.flatMap((text) => parts.map((part) => text + part)).slice(0, cursor.most);
  }
  return texts;
}

/** One character, set or group. */
function single(cursor: Cursor): string[] {
  const letter = cursor.source.charAt(cursor.at++);
  if (letter === '(') return group(cursor);
  if (letter === '[') return set(cursor);
  if (letter === '\\') return escaped(cursor.source.charAt(cursor.at++));
  if (letter === '.') return [open];
  return letter === '^' || letter === '$' ? [''] : [letter];
}

function group(cursor: Cursor): string[] {
  const [head = ''] = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(cursor.source.slice(cursor.at)) ?? [];
  cursor.at += head.length;
  const texts = choices(cursor);
  cursor.at++;
  // What must stand around is as good as taken.
  return head.endsWith('!') ? [''] : texts;
}

function set(cursor: Cursor): string[] {
  const end = /(?:\\.|[^\]\\])*/.exec(cursor.source.slice(cursor.at)) as RegExpExecArray;
  cursor.at += end[0].length + 1;
  const letters = end[0].match(/\\.|[^\\]/g) ?? [];
  const isPlain = letters.length <= mostOfSet && !/^\^|\w-\w|\\[a-z]/i.test(end[0]);
  return isPlain ? letters.map((letter) => letter.slice(-1)) : [open];
}

function escaped(letter: string): string[] {
  if (letter === 'b' || letter === 'B') return [''];
  return [/\w/.test(letter) ? open : letter];
}

function repeated(cursor: Cursor, texts: string[]): string[] {
  const [text = '', sign = '', least, comma, most] =
    /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(cursor.source.slice(cursor.at)) ?? [];
  cursor.at += text.length;
  if (text === '') return texts;
  const fewest = sign === '' ? Number(least) : sign === '+' ? 1 : 0;
  const isOnce = sign === '?' || (comma === ',' && most === '1');
  if (fewest === 0) return isOnce ? ['', ...texts] : ['', open];
  return texts.map((once) => once.repeat(fewest));
}
