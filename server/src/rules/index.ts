/** The door to rules of users: rule files in, signatures, edges and problems out. */
import type { Catalogue, CausalEdge, Localized, Signature } from '../engine/index';
import { categories, emitters, entityKinds, extendCatalogue, severities } from '../engine/index';
import type { RuleChoice } from './completion';
import { choicesAt } from './completion';
import type { RuleProblem } from './problem';
import { fromMonitorConfig, isMonitorConfig, isOtherMonitor } from './problemDetector';
import type { ReadFile } from './readYaml';
import { readYaml } from './readYaml';
import { ruleFileShape } from './shape';
import type { RuleEdge, RuleSignature } from './toCatalogue';
import { toEdge, toSignature } from './toCatalogue';
import type { ValuePath } from './validate';
import { validate } from './validate';

export type { RuleDraft } from './draftRule';
export { draftRule } from './draftRule';
export type { RuleProblem } from './problem';
export { problemLine } from './problem';
export type { Shape } from './shape';
export { toJsonSchema } from './shape';
export type { SampleFailure } from './testRules';
export { testRules } from './testRules';

/** A rule file as the shell read it. */
export interface RuleFile {
  /** As the user knows it. */
  readonly name: string;
  readonly text: string;
}

/** What rule files came to. */
export interface RuleSet {
  readonly signatures: readonly Signature[];
  readonly edges: readonly CausalEdge[];
  readonly problems: readonly RuleProblem[];
  /** The files they were loaded from. */
  readonly files: readonly RuleFile[];
}

/** Files read at most, and rules taken at most. */
const maxFiles = 64;
/** Characters of all files together. */
const maxCharacters = 4 * 1024 * 1024;
/** Misfits told of one file: the rest follows from the first ones. */
const maxMisfits = 100;
const maxRules = 2000;

const leftOut: Localized = { en: `is left out: more than ${maxRules} rules`, zh: `已忽略:规则超过 ${maxRules} 条` };

/** The shape of rule files, for completion and for the published schema. */
export const ruleShape = ruleFileShape({ categories, severities, emitters, entityKinds });

/** What can be written at a 0-based position of a rule file; `signatures` are the ids that edges may name. */
export function ruleChoicesAt(
  text: string,
  position: { readonly line: number; readonly character: number },
  signatures: readonly string[],
): RuleChoice[] {
  return choicesAt(text, position, ruleShape, signatures);
}

/** Loads rule files in the given order; whatever is faulty is named and left out, the rest holds. */
export function loadRules(files: readonly RuleFile[], base: Catalogue): RuleSet {
  const loader = new Loader(base, files);
  let characters = 0;
  files.forEach((file, index) => {
    characters += file.text.length;
    if (index >= maxFiles)
      loader.leaveOut(file, { en: `more than ${maxFiles} rule files`, zh: `规则文件超过 ${maxFiles} 个` });
    else if (characters > maxCharacters)
      loader.leaveOut(file, { en: 'rule files are larger than 4 MiB together', zh: '规则文件合计超过 4 MiB' });
    else loader.load(file);
  });
  loader.checkReferences();
  return loader;
}

/** The built-in catalogue with the rules. */
export function withRules(base: Catalogue, rules: RuleSet): Catalogue {
  const extended = extendCatalogue(base, rules.signatures, rules.edges);
  return extended === base ? base : { ...extended, rules: [...(base.rules ?? []), ...rules.files] };
}

class Loader implements RuleSet {
  readonly signatures: Signature[] = [];
  edges: CausalEdge[] = [];
  readonly problems: RuleProblem[] = [];
  private readonly takenSignatures: Set<string>;
  private readonly takenEdges: Set<string>;
  /** Edges with the way to tell what is wrong with them. */
  private readonly edgeTells = new Map<CausalEdge, (member: ValuePath, message: Localized) => void>();

  constructor(
    base: Catalogue,
    readonly files: readonly RuleFile[],
  ) {
    this.takenSignatures = new Set(base.signatures.map(({ id }) => id));
    this.takenEdges = new Set(base.edges.map(({ id }) => id));
  }

  leaveOut(file: RuleFile, { en, zh }: Localized): void {
    const message = { en: `is not read: ${en}`, zh: `未读取:${zh}` };
    this.problems.push({ file: file.name, line: 1, column: 1, length: 1, message });
  }

  load(file: RuleFile): void {
    const read = readYaml(file.name, file.text);
    this.problems.push(...read.problems);
    const { value } = read;
    if (value === undefined || value === null) return;
    if (isMonitorConfig(value)) {
      for (const { signature, rules } of fromMonitorConfig(value)) {
        this.addSignature(file, read, signature, (path) =>
          path[0] === 'wordings' ? ['rules', rules[Number(path[1])] ?? 0, 'pattern'] : ['rules', rules[0] ?? 0],
        );
      }
      return;
    }
    if (isOtherMonitor(value)) {
      this.problems.push(
        read.problemAt([], false, {
          en: "is a monitor of node-problem-detector without patterns: it runs programs or reads counters, which logs don't hold",
          zh: '是 node-problem-detector 的非模式类监控配置:它运行程序或读取计数器,日志中没有这些内容',
        }),
      );
      return;
    }
    const misfits = validate(value, ruleShape);
    for (const { path, atKey, message } of misfits.slice(0, maxMisfits))
      this.problems.push(read.problemAt(path, atKey, message));
    // A faulty rule is left out; the others of the file hold.
    if (misfits.some(({ path }) => path.length < 2)) return;
    const faulty = new Set(misfits.map(({ path }) => `${path[0]} ${path[1]}`));
    const isFaulty = (kind: string, index: number): boolean => faulty.has(`${kind} ${index}`);
    const { signatures, edges } = value as { signatures?: readonly RuleSignature[]; edges?: readonly RuleEdge[] };
    signatures?.forEach?.((rule, index) => {
      if (!isFaulty('signatures', index)) this.addSignature(file, read, rule, (path) => ['signatures', index, ...path]);
    });
    edges?.forEach?.((rule, index) => {
      if (!isFaulty('edges', index)) this.addEdge(read, rule, index);
    });
  }

  private addSignature(
    file: RuleFile,
    read: ReadFile,
    rule: RuleSignature,
    place: (path: ValuePath) => ValuePath,
  ): void {
    const tell = (path: ValuePath, message: Localized): void => {
      this.problems.push(read.problemAt(place(path), false, message));
    };
    if (this.takenSignatures.has(rule.id)) {
      tell(['id'], taken(rule.id));
      return;
    }
    if (this.signatures.length >= maxRules) {
      tell(['id'], leftOut);
      return;
    }
    const signature = toSignature(rule, tell);
    if (signature === undefined) return;
    this.takenSignatures.add(rule.id);
    const { line, column } = read.problemAt(place(['id']), false, { en: '', zh: '' });
    this.signatures.push({ ...signature, rule: { file: file.name, line, column } });
  }

  private addEdge(read: ReadFile, rule: RuleEdge, index: number): void {
    const tell = (path: ValuePath, message: Localized): void => {
      this.problems.push(read.problemAt(['edges', index, ...path], false, message));
    };
    if (this.takenEdges.has(rule.id)) {
      tell(['id'], taken(rule.id));
      return;
    }
    if (this.edges.length >= maxRules) {
      tell(['id'], leftOut);
      return;
    }
    const edge = toEdge(rule, tell);
    if (edge === undefined) return;
    this.takenEdges.add(rule.id);
    this.edges.push(edge);
    this.edgeTells.set(edge, tell);
  }

  /** Edges may name signatures of any file: they are checked when all files are read. */
  checkReferences(): void {
    this.edges = this.edges.filter((edge) => {
      let sound = true;
      for (const side of ['causes', 'effects', 'supportedBy', 'refutedBy'] as const) {
        edge[side]?.forEach((id, index) => {
          if (this.takenSignatures.has(id)) return;
          sound = false;
          this.edgeTells.get(edge)?.([side, index], {
            en: `there is no signature '${id}'; 'causeline signatures' lists the built-in ones`,
            zh: `没有名为“${id}”的特征;causeline signatures 可列出内置特征`,
          });
        });
      }
      return sound;
    });
  }
}

function taken(id: string): Localized {
  return { en: `'${id}' is taken; choose another id`, zh: `“${id}”已被占用,请换一个标识` };
}
