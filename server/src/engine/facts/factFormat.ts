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

/** No output states more than a report can show; a hostile one is cut here. */
const maxFacts = 400;

/** Collects facts line by line with the given reader; `finish` adds what only the end can tell. */
export function collectLines(
  read: (text: string, lineNumber: number, add: AddFact) => void,
  finish?: (add: AddFact) => void,
): FactCollector {
  const facts: StatedFact[] = [];
  const add: AddFact = (name, value, line, subject = null) => {
    if (facts.length < maxFacts && !(typeof value === 'number' && !Number.isFinite(value))) {
      facts.push({
        name,
        value: typeof value === 'string' ? value.slice(0, 200) : value,
        subject: subject?.slice(0, 200) ?? null,
        line,
      });
    }
  };
  let finished = false;
  return {
    line: (text, lineNumber) => read(text, lineNumber, add),
    facts: () => {
      if (!finished) finish?.(add);
      finished = true;
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
