/** Keeps the rules of the opened folders: a file that breaks keeps its last good rules until it is sound again. */
import type { Catalogue } from '../engine/index';
import type { RuleFile, RuleProblem, RuleSet } from '../rules/index';
import { loadRules, testRules, withRules } from '../rules/index';
import type { TriageHost } from './host';

/** Rules as they hold now, with what is wrong in the files as they stand. */
export class RuleKeeper {
  /** Names of files that exist now. */
  private known: readonly string[] = [];
  private readonly lastGood = new Map<string, RuleFile>();
  private current: Catalogue;

  constructor(
    private readonly host: TriageHost,
    private readonly base: Catalogue,
    private readonly log: (message: string) => void,
  ) {
    this.current = base;
  }

  get catalogue(): Catalogue {
    return this.current;
  }

  /** Reads the rule files of the folders anew; the catalogue to work with from now on. */
  async reload(roots: readonly string[]): Promise<Catalogue> {
    const files = await this.host.readRules(roots);
    this.known = files.map(({ name }) => name);
    const sound = files.map((file) => this.soundVersion(file));
    const rules = loadRules(sound, this.base);
    for (const { file, line, message } of rules.problems) this.log(`rules: ${file}:${line}: ${message.en}`);
    this.current = withRules(this.base, rules);
    return this.current;
  }

  /** What is wrong with one file as it is being written: its faults, and samples that do not behave. */
  problemsOf(file: RuleFile): readonly RuleProblem[] {
    const others = this.known.filter((name) => name !== file.name).flatMap((name) => this.lastGood.get(name) ?? []);
    const before = loadRules(others, this.base);
    const rules = loadRules([file], withRules(this.base, before));
    return [...rules.problems, ...failuresAsProblems(rules)];
  }

  private soundVersion(file: RuleFile): RuleFile {
    const alone = loadRules([file], this.base);
    const isBroken = alone.problems.length > 0 && alone.signatures.length + alone.edges.length === 0;
    if (!isBroken) this.lastGood.set(file.name, file);
    return this.lastGood.get(file.name) ?? file;
  }
}

function failuresAsProblems(rules: RuleSet): RuleProblem[] {
  return testRules(rules.signatures).flatMap(({ signature: { id, rule }, sample, message }) => {
    if (rule === undefined) return [];
    const shown = sample.length > 120 ? `${sample.slice(0, 119)}…` : sample;
    return [{ ...rule, length: id.length, message: { en: `${message.en}: ${shown}`, zh: `${message.zh}:${shown}` } }];
  });
}
