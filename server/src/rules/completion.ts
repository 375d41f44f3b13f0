/** What can be written at a place in a rule file: names of members, members of closed sets, ids of signatures. */
import type { Shape } from './shape';

/** One choice. */
export interface RuleChoice {
  readonly label: string;
  readonly detail: string;
  /** The name of a member rather than a value. */
  readonly isMember: boolean;
}

/** Members whose values are ids of signatures. */
const idMembers = new Set(['causes', 'effects', 'supportedBy', 'refutedBy', 'ends']);
const maxChoices = 1000;

/** Choices at a 0-based position. The way to it is read from the indentation, as the line being written is no YAML yet. */
export function choicesAt(
  text: string,
  position: { readonly line: number; readonly character: number },
  shape: Shape,
  signatures: readonly string[],
): RuleChoice[] {
  const lines = text.split('\n', position.line + 1);
  const current = (lines[position.line] ?? '').slice(0, position.character);
  const way = wayTo(lines, position.line, indentOf(current));
  const value = /^\s*(?:- )?([A-Za-z]+):\s*(\[?[^#]*)$/.exec(current);
  if (value !== null) return valueChoices(descend(shape, way), value[1] ?? '', signatures);
  const parent = way.at(-1) ?? '';
  if (idMembers.has(parent) && /^\s*-\s*[a-z0-9-]*$/.test(current)) return signatures.map(toValue);
  return memberChoices(descend(shape, way));
}

function valueChoices(owner: Shape | undefined, member: string, signatures: readonly string[]): RuleChoice[] {
  if (idMembers.has(member)) return signatures.slice(0, maxChoices).map(toValue);
  const choices = owner?.properties?.[member]?.enum ?? [];
  return choices.map(toValue);
}

function memberChoices(owner: Shape | undefined): RuleChoice[] {
  const required = new Set(owner?.required ?? []);
  return Object.entries(owner?.properties ?? {}).map(([label, shape]) => ({
    label,
    detail: `${required.has(label) ? '* ' : ''}${shape.description ?? ''}`,
    isMember: true,
  }));
}

function toValue(label: string): RuleChoice {
  return { label, detail: '', isMember: false };
}

/** Column at which a line's own member begins: `  - id` has it behind the dash. */
function indentOf(line: string): number {
  return /^ *(?:- *)?/.exec(line)?.[0].length ?? 0;
}

/** Names of the members around a line, outermost first: each stands further left than what it holds. */
function wayTo(lines: readonly string[], line: number, indent: number): string[] {
  const way: string[] = [];
  let limit = indent;
  for (let at = line - 1; at >= 0 && limit > 0; at--) {
    const member = /^( *)(- *)?([A-Za-z]+):/.exec(lines[at] ?? '');
    if (member === null) continue;
    const [, blanks = '', dash = '', name = ''] = member;
    const own = blanks.length + dash.length;
    // A sibling, or what a sibling holds.
    if (own >= limit) {
      // The dash that begins the entry is passed: what is further up belongs to other entries.
      if (own === limit && dash !== '') limit = blanks.length + 1;
      continue;
    }
    way.unshift(name);
    limit = dash === '' ? own : blanks.length + 1;
  }
  return way;
}

function descend(shape: Shape, way: readonly string[]): Shape | undefined {
  let current: Shape | undefined = shape;
  for (const name of way) {
    const member: Shape | undefined = current?.properties?.[name];
    current = member?.items ?? member?.anyOf?.find(({ properties }) => properties !== undefined) ?? member;
  }
  return current;
}
