/** The case file: what a user has decided about a collection, in `.causeline/case.json` next to it; readable, checked, and changed without losing a word of it. */
import type { Corrections, Localized, SourceCorrection } from '../engine/index';
import { formatSkew, formats, parseSkew, parseZone } from '../engine/index';
import type { RuleProblem } from '../rules/index';
import { readYaml } from '../rules/readYaml';
import type { ValuePath } from '../rules/validate';

/** What a case file came to. */
export interface CaseFile {
  readonly corrections: Corrections;
  readonly problems: readonly RuleProblem[];
}

/** Members of one source's entry. */
const members = ['format', 'node', 'zone', 'year', 'skew', 'note'] as const;
const version = 1;

/** Reads a case file; whatever is faulty is named and left out, the rest holds. */
export function readCase(name: string, text: string): CaseFile {
  if (text.trim() === '') return { corrections: {}, problems: [] };
  const file = readYaml(name, text);
  const problems = [...file.problems];
  const report = (path: ValuePath, atKey: boolean, message: Localized): void => {
    problems.push(file.problemAt(path, atKey, message));
  };
  if (file.value === undefined) return { corrections: {}, problems };
  if (!isObject(file.value)) {
    report([], false, {
      en: 'must be an object; write {"version": 1, "sources": {}}',
      zh: '应为对象：请写成 {"version": 1, "sources": {}}',
    });
    return { corrections: {}, problems };
  }
  if (file.value.version !== undefined && file.value.version !== version) {
    report(['version'], false, {
      en: `is version ${String(file.value.version)}; this Causeline reads version ${version}, update it`,
      zh: `版本为 ${String(file.value.version)}；当前程序只读取版本 ${version}，请升级`,
    });
    return { corrections: {}, problems };
  }
  const { sources = {} } = file.value;
  if (!isObject(sources)) {
    report(['sources'], false, { en: 'must be an object with one member a source', zh: '应为对象，每个来源一个成员' });
    return { corrections: {}, problems };
  }
  const corrections = Object.entries(sources).flatMap(([pattern, entry]): [string, SourceCorrection][] => {
    const path = ['sources', pattern];
    if (isObject(entry))
      return [[pattern, readEntry(entry, (member, atKey, message) => report([...path, ...member], atKey, message))]];
    report(path, false, { en: 'must be an object', zh: '应为对象' });
    return [];
  });
  return { corrections: Object.fromEntries(corrections), problems };
}

type Report = (member: readonly string[], atKey: boolean, message: Localized) => void;

function readEntry(entry: Readonly<Record<string, unknown>>, report: Report): SourceCorrection {
  const result: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(entry)) {
    if (!(members as readonly string[]).includes(name)) {
      report([name], true, {
        en: `'${name}' is not known here and is kept as it is; known are: ${members.join(', ')}`,
        zh: `此处没有“${name}”，将原样保留；可用的有：${members.join('、')}`,
      });
      continue;
    }
    if (name === 'note' || value === null) continue;
    const checked = checkMember(name as CorrectedMember, value);
    if ('fault' in checked) report([name], false, checked.fault);
    else result[name === 'skew' ? 'skewMs' : name] = checked.value;
  }
  return result;
}

/** What can be decided about a source. */
export type CorrectedMember = 'format' | 'node' | 'zone' | 'year' | 'skew';

/** The value as the engine takes it, or what is wrong with it and how to put it right. */
export function checkMember(
  name: CorrectedMember,
  value: unknown,
): { readonly value: string | number } | { readonly fault: Localized } {
  const shown = typeof value === 'string' ? value.slice(0, 60) : String(JSON.stringify(value)).slice(0, 60);
  switch (name) {
    case 'zone':
      if (typeof value === 'string' && parseZone(value) !== null) return { value };
      return fault(
        `'${shown}' is no zone; write +08:00, UTC or Asia/Shanghai`,
        `“${shown}”不是时区；请写 +08:00、UTC 或 Asia/Shanghai`,
      );
    case 'year':
      if (typeof value === 'number' && Number.isInteger(value) && value >= 1970 && value < 2200) return { value };
      return fault(
        `'${shown}' is no year; write a number from 1970 on, such as 2022`,
        `“${shown}”不是年份；请写 1970 年以后的数字，例如 2022`,
      );
    case 'skew': {
      const ms = typeof value === 'string' ? parseSkew(value) : null;
      if (ms !== null) return { value: ms };
      return fault(
        `'${shown}' is no distance; write +1.5s, -1m34.85s or 250ms`,
        `“${shown}”不是时间差；请写 +1.5s、-1m34.85s 或 250ms`,
      );
    }
    case 'node':
      if (typeof value === 'string' && /^[A-Za-z0-9](?:[A-Za-z0-9._:-]{0,250}[A-Za-z0-9])?$/.test(value))
        return { value };
      return fault(
        `'${shown}' is no name of a node; write letters, digits, '-' and '.'`,
        `“${shown}”不是节点名；请使用字母、数字、- 和 .`,
      );
    case 'format': {
      if (typeof value === 'string' && (isFormat(value) || /^facts:[a-z-]+$/.test(value) || value === 'text'))
        return { value };
      const known = formats.filter(({ kind }) => kind !== 'marker').map(({ id }) => id);
      return fault(
        `'${shown}' is no format; write text or one of: ${known.join(', ')}`,
        `“${shown}”不是格式；请写 text 或以下之一：${known.join('、')}`,
      );
    }
  }
}

function isFormat(id: string): boolean {
  return formats.some((format) => format.id === id && format.kind !== 'marker');
}

function fault(en: string, zh: string): { readonly fault: Localized } {
  return { fault: { en, zh } };
}

/** Decisions to note; `null` takes one back. `note` says in words why. */
export type CaseChange = Readonly<Partial<Record<CorrectedMember | 'note', string | number | null>>>;

/**
 * The text of the case file with one source's decisions changed: everything else stays, also what this Causeline does not know.
 * `null` when the file as it stands is no JSON object, so that nothing of it is lost.
 */
export function changeCase(text: string | null, source: string, change: CaseChange): string | null {
  const file = parseObject(text);
  if (file === null) return null;
  const sources = isObject(file.sources) ? file.sources : {};
  const entry: Record<string, unknown> = isObject(sources[source]) ? { ...sources[source] } : {};
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete entry[name];
    else entry[name] = name === 'skew' && typeof value === 'number' ? formatSkew(value) : value;
  }
  if (Object.keys(entry).every((name) => name === 'note')) delete entry.note;
  const { [source]: _, ...others } = sources;
  const changed = Object.keys(entry).length === 0 ? others : { ...sources, [source]: entry };
  return `${JSON.stringify({ version, ...file, sources: changed }, null, 2)}\n`;
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> | null {
  if (text === null || text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A folder's decisions with ids as they are when several folders are opened: they begin with the folder's name. */
export function withPrefix(corrections: Corrections, prefix: string): Corrections {
  return Object.fromEntries(
    Object.entries(corrections).map(([pattern, correction]) => [`${prefix}${pattern}`, correction]),
  );
}
