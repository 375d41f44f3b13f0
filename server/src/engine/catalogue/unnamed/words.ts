/** The words by which a line says that something went wrong. */

const words = [
  '[Ff]ail(?!over)',
  '[Ee]rror',
  'ERROR',
  '[Tt]im(?:ed|e)[ -]?out',
  'TIMEOUT',
  '[Ff]ault(?!y? ?tolerant)',
  'FAULT',
  '[Aa]bort',
  '[Ss]tuck',
  '[Hh]ang',
  'hung',
  '[Dd]ead\\b',
  '\\b[Ll]ost\\b',
  '[Cc]orrupt',
  '[Uu]nable',
  '[Cc]annot',
  "[Cc]an't",
  "[Cc]ould ?n[o']t",
  '[Rr]eject',
  '[Rr]efus',
  '[Dd]enied',
  '[Uu]nauthorized',
  '[Ff]orbidden',
  'OFFLINE',
  'offline',
] as const;

/** Texts that contain such words and tell of no trouble. */
const harmless = [
  'errors=',
  'mounted filesystem',
  'timeout set',
  'fault[- ]tolerant',
  'error correction',
  // A counter: `rx_missed_errors: 0`.
  '\\b[a-z]\\w{1,40}: \\d{1,20}$',
  '\\bIRQ\\b',
  '\\benabled\\b',
  '\\bsupported\\b',
] as const;

/** A line's own text says that something failed. Source of a pattern, as all of these. */
export const saysTrouble = `[^\\n]{0,400}?(?:${words.join('|')})`;

/** The same where nobody marked the line as an error: words that may be harmless do not count then. */
export const saysTroubleItself = `(?![^\\n]{0,160}(?:${harmless.join('|')}))[^\\n]{0,160}?(?:${words.join('|')})`;
