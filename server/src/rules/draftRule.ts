/** Writes the first version of a rule for a line that no signature knows. */
import { stringify } from 'yaml';
import { describeMessage } from '../engine/index';
import { compilePattern } from './linearPattern';
import { literalsOf } from './literals';
import { minLiteralLength } from './shape';

/** Words of a message that its id is made of. */
const idWords = 5;
const maxTitle = 60;
/** A pattern longer than this says no more than its beginning. */
const maxPattern = 400;

/** A rule file with one signature, and the name it might have. */
export interface RuleDraft {
  readonly name: string;
  readonly text: string;
}

/** A draft that recognises the line and those of its kind. */
export function draftRule(line: string): RuleDraft {
  const { message, template } = describeMessage(line);
  const name = idOf(template);
  const signature = {
    id: name,
    title: titleOf(template),
    category: 'other',
    severity: 'warning',
    wordings: [{ regex: patternOf(message, template) }],
    meaning: '…',
    usualCauses: '…',
    firstCheck: '…',
    matches: [line.slice(0, 4096)],
    mustNotMatch: [],
  };
  return { name, text: stringify({ signatures: [signature] }, { lineWidth: 0, singleQuote: true }) };
}

/** Words that change match anything; when too little is left, the message is taken as it is. */
function patternOf(message: string, template: string): string {
  const parts = template.slice(0, maxPattern).split('<*>').map(escapePattern);
  const general = parts.join('\\S+').replace(/ +/g, ' +').trim();
  const isFit = 'pattern' in compilePattern(general) && literalsOf(general, minLiteralLength) !== null;
  return isFit ? general : escapePattern(message.slice(0, maxPattern));
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function idOf(template: string): string {
  const words = template.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  return `my-${words.slice(0, idWords).join('-') || 'rule'}`.slice(0, 60).replace(/-+$/, '');
}

function titleOf(template: string): string {
  const title = template
    .replaceAll('<*>', '…')
    .replace(/[^\p{L}\p{N} .,:/_…-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return title.slice(0, maxTitle) || 'A message of our own';
}
