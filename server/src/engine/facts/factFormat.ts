/** What a fact format is: it knows one command's output by its first lines and reads numbers and names out of it. */

/** A fact as an output states it, before its source and node are known; the names are listed with the formats. */
export interface StatedFact {
  readonly name: string;
  readonly value: number | string;
  /** What it is about (a process, a mount point), when the name alone does not say. */
  readonly subject: string | null;
  /** 1-based line that states it, or of the first counted line. */
  readonly line: number;
}

/** Reads one output from its first line to its last. */
export interface FactCollector {
  line(text: string, lineNumber: number): void;
  facts(): readonly StatedFact[];
}

/** One command's output. One file each; `id` is the file's name in kebab-case. */
export interface FactFormat {
  readonly id: string;
  readonly title: string;
  /** Address of the manual of what prints it. */
  readonly specification: string;
  /** Names of the facts it can state. */
  readonly names: readonly string[];
  /** Decides on the source's first lines and its file name (without folders). */
  looksLikeMine(firstLines: readonly string[], name: string): boolean;
  createCollector(): FactCollector;
}

/** A hostile output is cut here; the fact `facts.leftOut` says how many more there were. */
const maxFacts = 10_000;
const leftOutName = 'facts.leftOut';
const longestText = 200;

/** A value or subject that is too long to be one says that it was cut. */
function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

/** A number as a locale with a decimal comma prints it, too. */
export function toNumber(text: string): number {
  return Number(text.replace(',', '.'));
}

/** Collects facts line by line with the given reader; `finish` adds what only the end can tell. */
export function collectLines(
  read: (text: string, lineNumber: number, add: AddFact) => void,
  finish?: (add: AddFact) => void,
): FactCollector {
  const facts: StatedFact[] = [];
  let leftOut = 0;
  let leftOutLine = 0;
  const add: AddFact = (name, value, line, subject = null) => {
    if (typeof value === 'number' && !Number.isFinite(value)) return;
    if (facts.length < maxFacts) {
      facts.push({
        name,
        value: typeof value === 'string' ? cut(value) : value,
        subject: subject === null ? null : cut(subject),
        line,
      });
    } else if (leftOut++ === 0) leftOutLine = line;
  };
  let finished = false;
  return {
    line: (text, lineNumber) => read(text, lineNumber, add),
    facts: () => {
      if (finished) return facts;
      finished = true;
      finish?.(add);
      if (leftOut > 0) facts.push({ name: leftOutName, value: leftOut, subject: null, line: leftOutLine });
      return facts;
    },
  };
}

/** Notes one fact. */
export type AddFact = (name: string, value: number | string, line: number, subject?: string | null) => void;

/** A fact format that reads `label: value` or `label=value` lines, each label stating one fact. */
export function readLabels(
  labels: ReadonlyMap<string, string>,
  separator: ':' | '=',
): (text: string, line: number, add: AddFact) => void {
  return (text, line, add) => {
    const at = text.indexOf(separator);
    if (at < 1 || at > 80) return;
    const name = labels.get(text.slice(0, at).trim());
    const value = text
      .slice(at + 1)
      .trim()
      .replace(/^"|"$/g, '');
    if (name === undefined || value === '') return;
    add(name, /^\d{1,15}(?:\.\d{1,6})?$/.test(value) && !name.endsWith('ersion') ? Number(value) : value, line);
  };
}
