/** Reads the command line: what the user asked for, or what is wrong with it and how to put it right. */
import type { CorrectedMember } from '../case/caseFile';
import { checkMember } from '../case/caseFile';
import type { Confidence, Language } from '../engine/index';
import { confidences, parseSkew, parseZone } from '../engine/index';
import type { UnpackLimits } from '../node/unpack';
import { usualLimits } from '../node/unpack';
import type { Moment } from './moment';
import { parseMoment } from './moment';
import { UsageError } from './usage';

/** How logs are read: the same options for every command that needs a report. */
export interface ReadingOptions {
  readonly paths: readonly string[];
  readonly zone: string | null;
  readonly year: number | null;
  /** Case file to use instead of those of the folders. */
  readonly caseFile: string | null;
  /** Decisions about single sources, in the order of the words. */
  readonly corrections: readonly NamedCorrection[];
  /** Rule files and folders beside those of the collection. */
  readonly rules: readonly string[];
  /** Threads to read with; `null` for as many as are useful. */
  readonly threads: number | null;
  /** Folder in which what was read is kept for the next time. */
  readonly cache: string | null;
  readonly limits: UnpackLimits;
  readonly language: Language;
}

/** `causeline triage`. */
export interface TriageCommand extends ReadingOptions {
  readonly command: 'triage';
  readonly format: 'markdown' | 'json' | 'text';
  readonly output: string | null;
  readonly failOn: Confidence | null;
  /** Add where every byte went. */
  readonly ledger: boolean;
  /** Quote lines with the secrets in them. */
  readonly raw: boolean;
}

/** `causeline cat`. */
export interface CatCommand {
  readonly command: 'cat';
  readonly paths: readonly string[];
  /** Ids of the sources to print; all when there is none. */
  readonly sources: readonly string[];
  readonly limits: UnpackLimits;
  readonly language: Language;
}

/** `causeline follow`. */
export interface FollowCommand extends ReadingOptions {
  readonly command: 'follow';
  /** Pod (`namespace/name`), id, or any text. */
  readonly name: string;
  /** Lines to print at most. */
  readonly limit: number;
  readonly format: 'text' | 'json';
}

/** `causeline timeline`. */
export interface TimelineCommand extends ReadingOptions {
  readonly command: 'timeline';
  /** The middle. */
  readonly at: Moment;
  readonly spanMs: number;
  /** Only this node's sources, and those of none; `null` for all. */
  readonly node: string | null;
  readonly isEventsOnly: boolean;
  /** Lines to print at most. */
  readonly limit: number;
}

/** One decision about the sources that an id or pattern names. */
export interface NamedCorrection {
  readonly source: string;
  readonly member: CorrectedMember;
  readonly value: string | number;
}

/** `causeline rules`. */
export interface RulesCommand {
  readonly command: 'rules';
  readonly action: 'test' | 'schema';
  readonly paths: readonly string[];
  readonly language: Language;
}

/** `causeline signatures`. */
export interface SignaturesCommand {
  readonly command: 'signatures';
  readonly id: string | null;
  readonly format: 'text' | 'json';
  readonly language: Language;
}

/** Everything the command line can ask for. */
export type Command =
  | TriageCommand
  | CatCommand
  | FollowCommand
  | TimelineCommand
  | SignaturesCommand
  | RulesCommand
  | { readonly command: 'lsp' }
  | { readonly command: 'help' }
  | { readonly command: 'version' };

/** Options that take none. */
const flagOptions: Readonly<Record<string, readonly string[]>> = {
  triage: ['--ledger', '--raw'],
  timeline: ['--events'],
  lsp: ['--stdio'],
};

/** Options of {@link ReadingOptions}. */
const readingOptions = [
  '--zone',
  '--year',
  '--skew',
  '--node',
  '--log-format',
  '--case',
  '--rules',
  '--threads',
  '--cache',
  '--language',
];

/** How far archives are unpacked. */
const limitOptions = ['--max-depth', '--max-members', '--max-unpacked'];

/** Options that take a value, by command. */
const valueOptions: Readonly<Record<string, readonly string[]>> = {
  triage: [...readingOptions, ...limitOptions, '--format', '--output', '--fail-on'],
  cat: [...limitOptions, '--source', '--language'],
  follow: [...readingOptions, ...limitOptions, '--limit', '--format'],
  timeline: [...readingOptions, ...limitOptions, '--span', '--only', '--limit'],
  rules: ['--language'],
  signatures: ['--id', '--format', '--language'],
  lsp: [],
};

/** The command for `process.argv.slice(2)`; `environmentLanguage` is `LANG` or the like. */
export function parseArguments(words: readonly string[], environmentLanguage: string | undefined): Command {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || words.includes('--help') || words.includes('-h'))
    return { command: 'help' };
  if (name === '--version' || name === 'version') return { command: 'version' };
  const allowed = valueOptions[name];
  if (allowed === undefined)
    throw new UsageError(
      `unknown command '${name}'; the commands are triage, cat, follow, timeline, signatures, rules and lsp`,
    );
  const given = split(rest, allowed, name);
  const { values, repeated, paths, flags } = given;
  const language =
    choose(values, '--language', ['en', 'zh'] as const) ??
    (environmentLanguage?.startsWith('zh') === true ? 'zh' : 'en');
  if (name === 'lsp') {
    if (!flags.includes('--stdio'))
      throw new UsageError("'lsp' speaks over standard input and output only; add --stdio");
    return { command: 'lsp' };
  }
  if (name === 'signatures') {
    return {
      command: 'signatures',
      id: values.get('--id') ?? null,
      format: choose(values, '--format', ['text', 'json'] as const) ?? 'text',
      language,
    };
  }
  if (name === 'follow') return followCommand(given, language);
  if (name === 'timeline') return timelineCommand(given, language);
  if (name === 'rules') return rulesCommand(paths, language);
  if (paths.length === 0)
    throw new UsageError(`'${name}' needs at least one path: a folder, a file, a pipe, or - for standard input`);
  if (name === 'cat')
    return { command: 'cat', paths, sources: repeated.get('--source') ?? [], limits: parseLimits(values), language };
  return {
    command: 'triage',
    ...toReadingOptions(given, paths, language),
    format: choose(values, '--format', ['markdown', 'json', 'text'] as const) ?? 'markdown',
    output: values.get('--output') ?? null,
    failOn: choose(values, '--fail-on', confidences) ?? null,
    ledger: flags.includes('--ledger'),
    raw: flags.includes('--raw'),
  };
}

function toReadingOptions({ values, repeated }: Split, paths: readonly string[], language: Language): ReadingOptions {
  return {
    paths,
    zone: checkedZone(lastPlain(repeated, '--zone')),
    year: parseYear(lastPlain(repeated, '--year')),
    caseFile: values.get('--case') ?? null,
    corrections: namedCorrections(repeated),
    rules: repeated.get('--rules') ?? [],
    threads: parseThreads(values.get('--threads')),
    cache: values.get('--cache') ?? null,
    limits: parseLimits(values),
    language,
  };
}

function rulesCommand([action, ...paths]: readonly string[], language: Language): RulesCommand {
  if (action !== 'test' && action !== 'schema')
    throw new UsageError(`'rules' takes test or schema, not '${action ?? ''}'`);
  return { command: 'rules', action, paths, language };
}

function followCommand(given: Split, language: Language): FollowCommand {
  const { values } = given;
  const [name, ...paths] = given.paths;
  if (name === undefined || paths.length === 0)
    throw new UsageError("'follow' needs a name and at least one path: causeline follow shop/billing-0 ./logs");
  const format = choose(values, '--format', ['text', 'json'] as const) ?? 'text';
  return { command: 'follow', ...toReadingOptions(given, paths, language), name, limit: parseLimit(values), format };
}

function timelineCommand(given: Split, language: Language): TimelineCommand {
  const { values, flags } = given;
  const [when, ...paths] = given.paths;
  if (when === undefined || paths.length === 0)
    throw new UsageError(
      "'timeline' needs a moment and at least one path: causeline timeline node-7/messages:812 ./logs",
    );
  const span = values.get('--span') ?? '30s';
  const spanMs = parseSkew(span);
  if (spanMs === null || spanMs <= 0)
    throw new UsageError(`option '--span' is '${span}'; it takes a distance such as 500ms, 30s, 5m or 2h`);
  return {
    command: 'timeline',
    ...toReadingOptions(given, paths, language),
    at: parseMoment(when),
    spanMs,
    node: values.get('--only') ?? null,
    isEventsOnly: flags.includes('--events'),
    limit: parseLimit(values),
  };
}

function parseLimit(values: ReadonlyMap<string, string>): number {
  const limit = values.get('--limit') ?? '5000';
  if (!/^[1-9]\d{0,6}$/.test(limit))
    throw new UsageError(`option '--limit' is '${limit}'; it takes a number from 1 on`);
  return Number(limit);
}

interface Split {
  /** The last value of each option. */
  readonly values: ReadonlyMap<string, string>;
  /** All values of each option. */
  readonly repeated: ReadonlyMap<string, readonly string[]>;
  readonly paths: readonly string[];
  readonly flags: readonly string[];
}

function split(words: readonly string[], allowed: readonly string[], command: string): Split {
  const values = new Map<string, string>();
  const repeated = new Map<string, string[]>();
  const paths: string[] = [];
  const flags: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (word === '--') {
      paths.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith('--')) {
      paths.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const option = equals < 0 ? word : word.slice(0, equals);
    if (flagOptions[command]?.includes(option) === true) {
      flags.push(option);
      continue;
    }
    if (!allowed.includes(option)) throw new UsageError(`'${command}' has no option '${option}'`);
    const value = equals < 0 ? words[++index] : word.slice(equals + 1);
    if (value === undefined || value === '') throw new UsageError(`option '${option}' needs a value`);
    values.set(option, value);
    repeated.set(option, [...(repeated.get(option) ?? []), value]);
  }
  return { values, repeated, paths, flags };
}

function choose<T extends string>(
  values: ReadonlyMap<string, string>,
  option: string,
  choices: readonly T[],
): T | undefined {
  const value = values.get(option);
  if (value === undefined) return undefined;
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw new UsageError(`option '${option}' is '${value}'; it can be ${choices.join(', ')}`);
  return chosen;
}

function parseThreads(text: string | undefined): number | null {
  if (text === undefined) return null;
  const threads = Number(text);
  if (!/^\d{1,2}$/.test(text) || threads < 1)
    throw new UsageError(`option '--threads' is '${text}'; it takes a number from 1 on`);
  return threads;
}

/** Bytes by the letter behind a number. */
const units: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

function parseLimits(values: ReadonlyMap<string, string>): UnpackLimits {
  const number = (option: string, usual: number): number => {
    const text = values.get(option);
    if (text === undefined) return usual;
    if (!/^\d{1,12}$/.test(text)) throw new UsageError(`option '${option}' is '${text}'; it takes a number from 0 on`);
    return Number(text);
  };
  const size = /^(\d{1,12})([KMGT]?)(?:i?B)?$/i.exec(values.get('--max-unpacked') ?? `${usualLimits.bytes}`);
  if (size === null)
    throw new UsageError(
      `option '--max-unpacked' is '${values.get('--max-unpacked')}'; it takes a size such as 500M or 64G`,
    );
  return {
    ...usualLimits,
    depth: number('--max-depth', usualLimits.depth),
    members: number('--max-members', usualLimits.members),
    bytes: Number(size[1]) * (units[(size[2] ?? '').toUpperCase()] ?? 1),
  };
}

function parseYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1970)
    throw new UsageError(`option '--year' is '${text}'; it takes four digits from 1970 on, such as 2022`);
  return year;
}

function checkedZone(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (parseZone(text) === null)
    throw new UsageError(
      `option '--zone' is '${text}'; it takes an offset such as +08:00, UTC, or a name such as Asia/Shanghai`,
    );
  return text;
}

/** The last value of an option that is about all sources: it names none. */
function lastPlain(repeated: ReadonlyMap<string, readonly string[]>, option: string): string | undefined {
  return repeated.get(option)?.findLast((value) => !value.includes('='));
}

const correctingOptions: readonly (readonly [string, CorrectedMember])[] = [
  ['--zone', 'zone'],
  ['--year', 'year'],
  ['--skew', 'skew'],
  ['--node', 'node'],
  ['--log-format', 'format'],
];

/** What is said about single sources, as `SOURCE=VALUE`. */
function namedCorrections(repeated: ReadonlyMap<string, readonly string[]>): NamedCorrection[] {
  return correctingOptions.flatMap(([option, member]) =>
    (repeated.get(option) ?? []).flatMap((text) => {
      const equals = text.lastIndexOf('=');
      if (equals < 0 && (member === 'zone' || member === 'year')) return [];
      if (equals < 1) throw new UsageError(`option '${option}' is '${text}'; it takes SOURCE=VALUE`);
      const value = text.slice(equals + 1);
      const checked = checkMember(member, member === 'year' ? Number(value) : value);
      if ('fault' in checked) throw new UsageError(`option '${option}': ${checked.fault.en}`);
      return [{ source: text.slice(0, equals), member, value: checked.value }];
    }),
  );
}
