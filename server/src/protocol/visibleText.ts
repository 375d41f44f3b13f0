/** Makes text from logs and file names safe to show in labels: nothing invisible, nothing reversed, no icons, no length. */

// Controls, soft hyphen, zero-width and bidirectional marks, line separators, byte order mark, tags: all that is not seen or moves what is.
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e01ef}]|[\ufe00-\ufe0f]/gu;

// What the editor's messages and prompts make a link of, even one that runs a command.
const linkMiddle = /\](?=\((?:https?|command|file):)/gi;

const plain = /^[ -~]*$/;

/** Text of at most `limit` characters in which every invisible character is written out, `$(` makes no icon and `](` no link. */
export function visibleText(text: string, limit = 200): string {
  const head = text.length > limit ? text.slice(0, limit) : text;
  const cut = text.length > limit ? `${head}…` : text;
  // Nearly all text is such.
  if (plain.test(head) && !head.includes('$(') && !head.includes('](')) return cut;
  // A cut may leave half a pair behind.
  const whole = cut.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  return whole
    .replace(invisible, writeOut)
    .replace(/(?<!\\)\$\(/g, '\\$(')
    .replace(linkMiddle, '] ');
}

function writeOut(character: string): string {
  if (character === '\t') return ' ';
  // As hovers and exports write it.
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
