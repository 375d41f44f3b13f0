/** Makes hostile log text harmless where it is shown: invisible, directional and control characters become visible marks. */

// C0 (tab and line feed apart), DEL, C1, zero-width and bidirectional marks, line and paragraph separators, Hangul filler, byte order mark, tags.
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e01ef}]/gu;

/** Text with every character that cannot be seen, or that moves others, drawn as `\u{...}`. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** One line of it: breaks and tabs become blanks too, and long text is cut with an ellipsis. */
export function visibleLine(text: string, most = 160): string {
  const line = visible(text.replace(/[\t\n\r]+/g, ' '));
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
