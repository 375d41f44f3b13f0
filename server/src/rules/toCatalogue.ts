/** Makes signatures and edges of a rule file that fits its shape; what cannot be compiled is named and left out. */
import type {
  Category,
  CausalEdge,
  DurationUnit,
  EdgeScope,
  Localized,
  Severity,
  Signature,
  SignatureTime,
  Wording,
} from '../engine/index';
import { visibleLine } from '../engine/index';
import { compilePattern } from './linearPattern';
import { literalsOf } from './literals';
import { minLiteralLength } from './shape';
import type { ValuePath } from './validate';

type RuleText = string | { readonly en: string; readonly zh?: string };

/** A signature as the file writes it. */
export interface RuleSignature {
  readonly id: string;
  readonly title: RuleText;
  readonly category?: Category;
  readonly severity?: Severity;
  readonly role?: Signature['role'];
  readonly wordings: readonly { readonly literal?: string; readonly regex: string; readonly versions?: string }[];
  readonly time?: {
    readonly anchor: 'end' | 'open' | 'progress';
    readonly capture?: string;
    readonly unit?: DurationUnit;
    readonly fixedMs?: number;
  };
  readonly ends?: readonly string[];
  readonly quietBelow?: number;
  readonly symptomOnly?: 'yes' | 'no';
  readonly meaning?: RuleText;
  readonly usualCauses?: RuleText;
  readonly firstCheck?: RuleText;
  readonly remedy?: RuleText;
  readonly source?: readonly string[];
  readonly matches: readonly string[];
  readonly mustNotMatch?: readonly string[];
}

/** An edge as the file writes it. */
export interface RuleEdge {
  readonly id: string;
  readonly causes: readonly string[];
  readonly effects: readonly string[];
  readonly mechanism: RuleText;
  readonly scope?: EdgeScope;
  readonly lag?: { readonly typicalMs: readonly [number, number]; readonly maxMs?: number | null };
  readonly strength?: 'likely' | 'possible';
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
  const each = rule.wordings.map((wording, index) => toWordings(wording, index, tell));
  if (each.some((wordings) => wordings.length === 0)) return undefined;
  const time = toTime(rule, tell);
  if (time === undefined) return undefined;
  return {
    id: rule.id,
    title: localized(rule.title),
    category: rule.category ?? 'other',
    severity: rule.severity ?? 'warning',
    role: rule.role ?? 'problem',
    emitters: ['any'],
    wordings: each.flat(),
    time,
    ...(rule.ends === undefined ? {} : { ends: rule.ends }),
    ...(rule.quietBelow === undefined ? {} : { quietBelow: rule.quietBelow }),
    ...(rule.symptomOnly === 'yes' ? { symptomOnly: true } : {}),
    meaning: localized(rule.meaning ?? rule.title),
    usualCauses: localized(rule.usualCauses ?? unsaid),
    firstCheck: localized(rule.firstCheck ?? lookAround),
    remedy: localized(rule.remedy ?? unsaid),
    source: rule.source ?? [],
    matches: rule.matches,
    mustNotMatch: rule.mustNotMatch ?? [],
  };
}

/** One entry a literal: a pattern with alternatives may need several. */
function toWordings(wording: RuleSignature['wordings'][number], index: number, tell: Tell): Wording[] {
  const compiled = compilePattern(wording.regex);
  if ('error' in compiled) {
    tell(['wordings', index, 'regex'], {
      en: `is no RE2 pattern: ${compiled.error}`,
      zh: `不是有效的 RE2 模式:${compiled.error}`,
    });
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

function toTime({ time, wordings }: RuleSignature, tell: Tell): SignatureTime | undefined {
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

/** The edge; unknown signatures are told by the caller. */
export function toEdge(rule: RuleEdge): CausalEdge {
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
    ...(rule.supportedBy === undefined ? {} : { supportedBy: rule.supportedBy }),
    ...(rule.refutedBy === undefined ? {} : { refutedBy: rule.refutedBy }),
    supports: localized(rule.supports ?? unsaid),
    refutes: localized(rule.refutes ?? unsaid),
    source: rule.source ?? [],
  };
}

/** Rule files come with the logs and are no more trusted: their texts are one line each, with nothing invisible in it. */
function localized(text: RuleText): Localized {
  const { en, zh = en } = typeof text === 'string' ? { en: text } : text;
  return { en: visibleLine(en, maxText), zh: visibleLine(zh, maxText) };
}
