/** What collected outputs state, for reports to people: what one output says of many (nodes, mount points) in the same words is told once. */
import type { Fact } from '../model/fact';
import type { Language } from '../model/localized';
import { factTitle } from './factWords';
import { codeSpan, lineLink } from './markdownText';
import { word } from './wording';

const maxListed = 60;
/** Subjects named of one value. */
const maxSubjects = 3;

/** Markdown list items, each with a link to the first line that states it. */
export function factList(facts: readonly Fact[], language: Language, linkBase: string): string[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    // Facts without a subject are each about something of their own, as far as is known.
    const about = fact.subject === null ? fact.line : 'many';
    const key = JSON.stringify([fact.source, fact.name, fact.value, about]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  const items = [...groups.values()].map((group) => factItem(group, language, linkBase));
  const rest = items.length - maxListed;
  return rest <= 0 ? items : [...items.slice(0, maxListed), `- ${rest} ${word('others', language)}`];
}

function factItem(group: readonly Fact[], language: Language, linkBase: string): string {
  const [{ name, value, source, line }] = group as [Fact, ...Fact[]];
  const subjects = group.flatMap(({ subject }) => (subject === null ? [] : [codeSpan(subject)]));
  const rest = subjects.length - maxSubjects;
  const named = subjects.slice(0, maxSubjects).join(', ') + (rest > 0 ? `; ${rest} ${word('others', language)}` : '');
  const about = named === '' ? '' : ` (${named})`;
  return `- ${factTitle(name, language)}${about}: ${codeSpan(String(value))}, ${lineLink(linkBase, source, line)}`;
}
