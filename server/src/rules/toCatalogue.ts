/** Makes signatures and edges of a rule file that fits its shape; what cannot be compiled is named and left out. */
import type {
  Category,
  CausalEdge,
  DurationUnit,
  EdgeScope,
  Emitter,
  Entities,
  EntityKind,
  Localized,
  Severity,
  Signature,
  SignatureTime,
  TextPattern,
  Wording,
} from '../engine/index';
import { visibleLine } from '../engine/index';
import { compilePattern } from './linearPattern';
import { literalsOf } from './literals';
import { minLiteralLength } from './shape';
import type { ValuePath } from './validate';

/** How YAML says yes and no to every reader alike. */
type Flag = 'yes' | 'no';

type RuleText = string | { readonly en: string; readonly zh?: string };

/** A signature as the file writes it. */
export interface RuleSignature {
  readonly id: string;
  readonly title: RuleText;
  readonly category?: Category;
  readonly severity?: Severity;
  readonly role?: Signature['role'];
  readonly wordings?: readonly { readonly literal?: string; readonly regex: string; readonly versions?: string }[];
  readonly fact?: {
    readonly name: string;
    readonly atLeast?: number;
    readonly atMost?: number;
    readonly value?: string;
    readonly subject?: string;
  };
  readonly emitters?: readonly Emitter[];
  readonly entities?: Entities;
  readonly time?: {
    readonly anchor: 'end' | 'open' | 'progress';
    readonly capture?: string;
    readonly unit?: DurationUnit;
    readonly fixedMs?: number;
  };
  readonly symptomOnly?: Flag;
  readonly saysNotWhy?: Flag;
  readonly lastResort?: Flag;
  readonly envelope?: Flag;
  readonly impact?: Signature['impact'];
  readonly holdsLock?: string;
  readonly namesHolder?: Flag;
  readonly marksStart?: Flag;
  readonly normalAtStart?: string;
  readonly ends?: readonly string[];
  readonly excusesMs?: number;
  readonly excuses?: readonly string[];
  readonly quietBelow?: number;
  readonly quietWithinMs?: number;
  readonly quietUnderMs?: number;
  readonly weakBelow?: { readonly least: number; readonly per: EntityKind };
  readonly sameAs?: string;
  readonly meaning?: RuleText;
  readonly usualCauses?: RuleText;
  readonly firstCheck?: RuleText;
  readonly remedy?: RuleText;
  readonly source?: readonly string[];
  readonly matches?: readonly string[];
  readonly mustNotMatch?: readonly string[];
}

/** What one signature's text should say. */
interface RuleSays {
  readonly signature: string;
  readonly regex: string;
}

/** An edge as the file writes it. */
export interface RuleEdge {
  readonly id: string;
  readonly causes: readonly string[];
  readonly effects: readonly string[];
  readonly mechanism: RuleText;
  readonly scope?: EdgeScope;
  readonly lag?: { readonly typicalMs: readonly [number, number]; readonly maxMs?: number | null };
  readonly strength?: CausalEdge['strength'];
  readonly quotes?: string;
  readonly agree?: readonly string[];
  readonly causeSays?: readonly RuleSays[];
  readonly effectSays?: readonly RuleSays[];
  readonly supportedBy?: readonly string[];
  readonly refutedBy?: readonly string[];
  readonly supports?: RuleText;
  readonly refutes?: RuleText;
  readonly source?: readonly string[];
}

/** Tells a fault at a place inside the rule. */
export type Tell = (path: ValuePath, message: Localized) => void;

const maxText = 1000;

const lookAround: Localized = { en: 'Read the lines around it.', zh: '查看其前后的日志行。' };
const unsaid: Localized = { en: 'The rule does not say.', zh: '该规则未说明。' };

/** The signature, or `undefined` when one of its patterns is none. */
export function toSignature(rule: RuleSignature, tell: Tell): Signature | undefined {
  if (!isComplete(rule, tell)) return undefined;
  const each = (rule.wordings ?? []).map((wording, index) => toWordings(wording, index, tell));
  if (each.some((wordings) => wordings.length === 0)) return undefined;
  const time = toTime(rule, tell);
  const fact = toFact(rule, tell);
  const normalAtStart = toPattern(rule.normalAtStart, ['normalAtStart'], tell);
  if (time === undefined || fact === undefined || normalAtStart === null) return undefined;
  return {
    id: rule.id,
    title: localized(rule.title),
    category: rule.category ?? 'other',
    severity: rule.severity ?? 'warning',
    role: rule.role ?? 'problem',
    emitters: rule.emitters ?? ['any'],
    wordings: each.flat(),
    ...fact,
    time,
    ...copied(rule),
    ...flags(rule),
    ...(normalAtStart === undefined ? {} : { normalAtStart }),
    meaning: localized(rule.meaning ?? rule.title),
    usualCauses: localized(rule.usualCauses ?? unsaid),
    firstCheck: localized(rule.firstCheck ?? lookAround),
    remedy: localized(rule.remedy ?? unsaid),
    source: rule.source ?? [],
    matches: rule.matches ?? [],
    mustNotMatch: rule.mustNotMatch ?? [],
  };
}

/** Members that the catalogue takes as they are. */
const copiedMembers = [
  'entities',
  'impact',
  'holdsLock',
  'ends',
  'excusesMs',
  'excuses',
  'quietBelow',
  'quietWithinMs',
  'quietUnderMs',
  'weakBelow',
  'sameAs',
] as const;

const flagMembers = ['symptomOnly', 'saysNotWhy', 'lastResort', 'envelope', 'namesHolder', 'marksStart'] as const;

function copied(rule: RuleSignature): Partial<Signature> {
  return Object.fromEntries(
    copiedMembers.flatMap((name) => (rule[name] === undefined ? [] : [[name, rule[name]] as const])),
  );
}

function flags(rule: RuleSignature): Partial<Signature> {
  return Object.fromEntries(flagMembers.flatMap((name) => (rule[name] === 'yes' ? [[name, true] as const] : [])));
}

/** Says it by lines, which are proved by samples, or by a fact. */
function isComplete(rule: RuleSignature, tell: Tell): boolean {
  if (rule.wordings === undefined && rule.fact === undefined) {
    tell(['id'], { en: "needs 'wordings' or 'fact'", zh: '需要 wordings 或 fact' });
    return false;
  }
  if (rule.wordings !== undefined && rule.matches === undefined) {
    tell(['id'], { en: "needs 'matches'", zh: '需要 matches' });
    return false;
  }
  return true;
}

function toFact({ fact }: RuleSignature, tell: Tell): Pick<Signature, 'fact'> | undefined {
  if (fact === undefined) return {};
  const { value, subject, ...rest } = fact;
  const both = {
    value: toPattern(value, ['fact', 'value'], tell),
    subject: toPattern(subject, ['fact', 'subject'], tell),
  };
  if (both.value === null || both.subject === null) return undefined;
  return {
    fact: {
      ...rest,
      ...(both.value === undefined ? {} : { value: both.value }),
      ...(both.subject === undefined ? {} : { subject: both.subject }),
    },
  };
}

/** `null` when it is none, which is told. */
function toPattern(regex: string | undefined, path: ValuePath, tell: Tell): TextPattern | null | undefined {
  if (regex === undefined) return undefined;
  const compiled = compilePattern(regex);
  if ('pattern' in compiled) return compiled.pattern;
  tell(path, noPattern(compiled.error));
  return null;
}

function noPattern(error: string): Localized {
  return { en: `is no RE2 pattern: ${error}`, zh: `不是有效的 RE2 模式:${error}` };
}

/** One entry a literal: a pattern with alternatives may need several. */
function toWordings(wording: NonNullable<RuleSignature['wordings']>[number], index: number, tell: Tell): Wording[] {
  const compiled = compilePattern(wording.regex);
  if ('error' in compiled) {
    tell(['wordings', index, 'regex'], noPattern(compiled.error));
    return [];
  }
  const literals = wording.literal === undefined ? literalsOf(wording.regex, minLiteralLength) : [wording.literal];
  if (literals === null) {
    tell(['wordings', index, 'regex'], {
      en: `has no plain text of ${minLiteralLength} characters that stands in every match; add 'literal'`,
      zh: `其中没有每次匹配都必然出现的、至少 ${minLiteralLength} 个字符的固定文本;请补充 literal`,
    });
    return [];
  }
  const versions = wording.versions === undefined ? {} : { versions: wording.versions };
  return literals.map((literal) => ({ literal, regex: compiled.pattern, ...versions }));
}

function toTime({ time, wordings = [] }: RuleSignature, tell: Tell): SignatureTime | undefined {
  if (time === undefined) return { kind: 'instant' };
  const { capture, fixedMs } = time;
  if (capture === undefined && fixedMs === undefined) {
    tell(['time'], { en: "needs 'capture' or 'fixedMs'", zh: '需要 capture 或 fixedMs' });
    return undefined;
  }
  if (capture !== undefined && !wordings.some(({ regex }) => regex.includes(`<${capture}>`))) {
    tell(['time', 'capture'], {
      en: `no pattern has a group (?<${capture}>...)`,
      zh: `没有任何模式包含分组 (?<${capture}>...)`,
    });
    return undefined;
  }
  return { kind: 'interval', ...time };
}

/** The edge, or `undefined` when one of its patterns is none; unknown signatures are told by the caller. */
export function toEdge(rule: RuleEdge, tell: Tell): CausalEdge | undefined {
  const quotes = toPattern(rule.quotes, ['quotes'], tell);
  const causeSays = toSays(rule.causeSays, 'causeSays', rule.causes, tell);
  const effectSays = toSays(rule.effectSays, 'effectSays', rule.effects, tell);
  if (quotes === null || causeSays === null || effectSays === null) return undefined;
  if ((rule.strength === 'necessary') !== (quotes !== undefined)) {
    tell(['strength'], {
      en: "'necessary' and 'quotes' belong together: certainty comes from the effect quoting its cause",
      zh: 'necessary 与 quotes 须同时出现：确定性来自结果引用了原因',
    });
    return undefined;
  }
  return {
    id: rule.id,
    causes: rule.causes,
    effects: rule.effects,
    mechanism: localized(rule.mechanism),
    scope: rule.scope ?? 'node',
    lag: {
      typicalMs: rule.lag?.typicalMs ?? [0, 60_000],
      maxMs: rule.lag === undefined ? 600_000 : (rule.lag.maxMs ?? null),
    },
    strength: rule.strength ?? 'possible',
    ...(quotes === undefined ? {} : { quotes }),
    ...(rule.agree === undefined ? {} : { agree: rule.agree }),
    ...(causeSays === undefined ? {} : { causeSays }),
    ...(effectSays === undefined ? {} : { effectSays }),
    ...(rule.supportedBy === undefined ? {} : { supportedBy: rule.supportedBy }),
    ...(rule.refutedBy === undefined ? {} : { refutedBy: rule.refutedBy }),
    supports: localized(rule.supports ?? unsaid),
    refutes: localized(rule.refutes ?? unsaid),
    source: rule.source ?? [],
  };
}

/** Patterns by signature; `null` when one is none or of the other side, which is told. */
function toSays(
  says: readonly RuleSays[] | undefined,
  member: 'causeSays' | 'effectSays',
  side: readonly string[],
  tell: Tell,
): Readonly<Record<string, TextPattern>> | null | undefined {
  if (says === undefined) return undefined;
  const found: [string, TextPattern][] = [];
  for (const [index, { signature, regex }] of says.entries()) {
    const pattern = toPattern(regex, [member, index, 'regex'], tell);
    if (!side.includes(signature)) {
      tell([member, index, 'signature'], {
        en: `'${signature}' is not among this side's signatures`,
        zh: `“${signature}”不在该侧的特征之中`,
      });
      return null;
    }
    if (pattern === null || pattern === undefined) return null;
    found.push([signature, pattern]);
  }
  return Object.fromEntries(found);
}

/** Rule files come with the logs and are no more trusted: their texts are one line each, with nothing invisible in it. */
function localized(text: RuleText): Localized {
  const { en, zh = en } = typeof text === 'string' ? { en: text } : text;
  return { en: visibleLine(en, maxText), zh: visibleLine(zh, maxText) };
}
