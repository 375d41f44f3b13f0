/**
 * Keeps on disk what was read, so that an unchanged case opens at once and a grown file costs its new bytes only. An entry is used
 * only when it is proven good: same program and rules, same file by all that the disk tells of it and samples of its content, checksum right.
 */
import { deserialize, serialize } from 'node:v8';
import type { Confidence, EngineOptions, ReadSource, Report, SourceInfo, StampKindCode } from '../engine/index';
import { reviveSource } from '../engine/index';
import { AnswerPacks } from './answerPacks';
import type { Entries } from './entryStore';
import { entryName } from './entryStore';
import type { FoundSources, ReadResult } from './readSources';
import { nextTurn } from './readSources';
import type { ReadAnswer } from './readTask';
import { answerOf } from './readTask';
import { ResidentAnswers } from './residentAnswers';
import { identityOf, samplesOf } from './samples';
import { Turns } from './turns';
import type { UnpackLimits } from './unpack';
import { usualLimits } from './unpack';
import type { FoundFile } from './walk';

/** Files looked at, and entries read and written, at a time. */
const mostOpen = 32;

/** Where the beginning of a file that is kept ends, and what it is recognised by. */
export interface PrefixEnd {
  /** A multiple of the block size. */
  readonly end: number;
  readonly samples: string;
}

/** The beginning of a file that may have grown since. */
export interface Prefix extends PrefixEnd {
  readonly source: ReadSource;
  readonly firstKind: StampKindCode;
}

interface StoredPrefix extends PrefixEnd {
  /** Of the whole file by then. */
  readonly size: number;
  readonly plain: Uint8Array;
  readonly firstKind: StampKindCode;
}

/** What follows the kept beginning of a file: that is not written a second time. */
export interface Rest {
  readonly behind: PrefixEnd;
  readonly plain: Uint8Array;
}

/** All of a file that had this name. */
interface StoredAnswer {
  readonly key: string;
  readonly answer: ReadAnswer;
}

/** What followed when the file was seen last. */
interface StoredRest extends Rest {
  readonly key: string;
  readonly size: number;
}

/** What is kept of a file: all of it, or its beginning when that is all that can be believed. */
export type KeptFile = { readonly answer: ReadAnswer } | { readonly prefix: Prefix };

/** What reading came to, apart from what a walk finds. */
type KeptResult = Pick<ReadResult, 'sources' | 'unread' | 'stages' | 'losses'>;

/** A list of a report in parts, each as it is written: all at once would keep others waiting. */
type StoredList = readonly [keyof Report, readonly Uint8Array[]];

/** A case as it is kept; the report is not looked at where nobody asks for it. */
interface StoredCase {
  readonly result: KeptResult;
  readonly lists: readonly StoredList[];
  /** What of the report is no list. */
  readonly rest: Partial<Report>;
}

/** Values of a list that are written at a time. */
const valuesInPart = 500;

/** A case that was read and settled before, and has not changed. */
export interface KnownCase {
  readonly result: KeptResult;
  report(): Promise<Report>;
}

/** A report as it was printed, in UTF-8, and how sure its chains are. */
export interface Printed {
  readonly text: Uint8Array;
  readonly confidences: readonly Confidence[];
}

/** What is kept of cases, for one program and one set of options. */
export class CaseCache {
  private readonly version: string;
  private readonly turns = new Turns(mostOpen);
  private packs: AnswerPacks;
  /** Where the case lies. */
  private paths: readonly string[] = [];

  constructor(
    private readonly entries: Entries,
    private readonly options: EngineOptions,
    limits: UnpackLimits = usualLimits,
    /** Who is asked what tells a file from another one and from what it was before. */
    private readonly identify = identityOf,
    private readonly resident = new ResidentAnswers(),
  ) {
    const { corrections, catalogue } = options;
    this.version = entryName(JSON.stringify([corrections ?? null, catalogue?.rules ?? null, limits]));
    this.packs = new AnswerPacks(this.entries, [this.version]);
  }

  /** Names of what is in files, `null` for those that cannot be read; files that together are one have the name at the first of them. */
  async keysOf({ walk, journals }: FoundSources, paths: readonly string[]): Promise<Map<FoundFile, string | null>> {
    this.paths = paths;
    this.packs = new AnswerPacks(this.entries, [this.version, ...paths]);
    const named = walk.files.map(async (file): Promise<[FoundFile, string | null][]> => {
      const group = journals.get(file)?.files ?? [file];
      return group[0] === file ? [[file, await this.keyOf(group)]] : [];
    });
    return new Map((await Promise.all(named)).flat());
  }

  private async keyOf(files: readonly FoundFile[]): Promise<string | null> {
    try {
      const parts = await Promise.all(files.map((file) => this.turns.take(() => this.factsOf(file))));
      return entryName(this.version, ...parts);
    } catch {
      return null;
    }
  }

  /** What is kept of a file that has this name, `null` where it has none; its beginning counts only in one that is no journal. */
  async load(file: FoundFile, key: string | null, info: SourceInfo | null): Promise<KeptFile | null> {
    const rest = info === null ? null : await this.readRest(file);
    const answer = key === null ? null : await this.loadWhole(file, key, rest);
    if (answer !== null) return { answer };
    if (info === null) return null;
    const prefix = await this.loadPrefix(file, info, rest?.size ?? 0);
    return prefix === null ? null : { prefix };
  }

  private async loadWhole(file: FoundFile, key: string, rest: StoredRest | null): Promise<ReadAnswer | null> {
    const resident = this.resident.load(key);
    if (resident !== null) {
      this.packs.spare(file, key);
      return resident;
    }
    const answer = (await this.loadAnswer(file, key)) ?? (rest?.key === key ? await this.joined(file, rest) : null);
    if (answer !== null) this.resident.store(key, answer);
    return answer;
  }

  private async readRest(file: FoundFile): Promise<StoredRest | null> {
    return (await this.entries.read(this.nameOf('rest', file))) as StoredRest | null;
  }

  private async loadAnswer(file: FoundFile, key: string): Promise<ReadAnswer | null> {
    const answer = this.packs.holds(file) ? await this.packs.load(file, key) : await this.loadUnpacked(file, key);
    return answer === null ? null : { ...answer, sources: answer.sources.map(reviveSource) };
  }

  private async loadUnpacked(file: FoundFile, key: string): Promise<ReadAnswer | null> {
    const stored = (await this.entries.read(this.nameOf('whole', file))) as StoredAnswer | null;
    return stored?.key === key ? stored.answer : null;
  }

  private async joined(file: FoundFile, { behind, plain }: Rest): Promise<ReadAnswer | null> {
    const before = await this.readPrefix(file);
    if (before === null || before.end !== behind.end || before.samples !== behind.samples) return null;
    const rest = revived(plain);
    const source = revived(before.plain, rest.info);
    source.append(rest);
    return answerOf(source);
  }

  async store(file: FoundFile, key: string, answer: ReadAnswer): Promise<void> {
    this.resident.store(key, answer);
    const stored: StoredAnswer = { key, answer };
    if (this.packs.holds(file)) this.packs.store(file, key, answer);
    else await this.entries.write(this.nameOf('whole', file), stored);
  }

  /** Keeps what was found in a file of which the beginning is kept. */
  async storeRest(file: FoundFile, key: string, rest: Rest, answer: ReadAnswer): Promise<void> {
    this.resident.store(key, answer);
    const stored: StoredRest = { ...rest, key, size: file.size };
    await this.entries.write(this.nameOf('rest', file), stored);
  }

  /** All files were read, or it was stopped. Removes what is beyond the limit of the folder. */
  async finish(wasStopped: boolean): Promise<void> {
    this.resident.finish(wasStopped);
    await this.packs.write(wasStopped);
    await this.trim();
  }

  /** The beginning of a file as it was read before, when the file has grown since it had `lastSize` bytes, and still begins so. */
  private async loadPrefix(file: FoundFile, info: SourceInfo, lastSize: number): Promise<Prefix | null> {
    const stored = await this.readPrefix(file);
    // What has changed and is no longer than before was not only appended to.
    if (stored === null || Math.max(stored.size, lastSize) >= file.size) return null;
    const { plain, size: _, ...rest } = stored;
    const now = await samplesOf(file.path, 0, stored.end).catch(() => '');
    return now === stored.samples ? { ...rest, source: revived(plain, info) } : null;
  }

  /** Keeps the beginning of a file; what it is recognised by, or `null` where it could not be read again. */
  async storePrefix(file: FoundFile, { source, end, firstKind }: Omit<Prefix, 'samples'>): Promise<PrefixEnd | null> {
    // The source goes on to grow while its samples are read.
    const plain = serialize(source);
    const samples = await samplesOf(file.path, 0, end).catch(() => null);
    if (samples === null) return null;
    const stored: StoredPrefix = { plain, size: file.size, end, firstKind, samples };
    await this.entries.write(this.nameOf('prefix', file), stored);
    return { end, samples };
  }

  private async readPrefix(file: FoundFile): Promise<StoredPrefix | null> {
    return (await this.entries.read(this.nameOf('prefix', file))) as StoredPrefix | null;
  }

  /** The case that files of these names are, when it was settled before. */
  async loadCase(keys: readonly string[], found: FoundSources): Promise<KnownCase | null> {
    const stored = (await this.entries.read(this.caseName(keys, found))) as StoredCase | null;
    return stored === null ? null : { result: stored.result, report: () => reportOf(stored) };
  }

  /** Keeps the report on a case that was read. */
  async keepReport({ known, keys, found, stopped, ...read }: ReadResult, report: Report): Promise<void> {
    if (known !== null || keys === null || stopped) return;
    const { sources, unread, stages, losses } = read;
    const stored: StoredCase = { result: { sources, unread, stages, losses }, ...(await inParts(report)) };
    await this.replace(`case ${this.settingsOf(found)}`, this.caseName(keys, found), stored);
  }

  /** The report on a case in some form, made by `print` unless a case that has not changed was printed in that form before. */
  async printed(
    { known, keys, found, stopped }: ReadResult,
    form: string,
    print: () => Promise<Printed>,
  ): Promise<Printed> {
    if (keys === null || stopped) return print();
    const name = entryName('print', this.caseName(keys, found), form);
    const kept = known === null ? null : ((await this.entries.read(name)) as Printed | null);
    if (kept !== null) return kept;
    const printed = await print();
    await this.replace(`print ${form} ${this.settingsOf(found)}`, name, printed);
    return printed;
  }

  /** Keeps a value in place of the one that was kept for what lay below the same paths: a log that grows would leave one each time. */
  private async replace(kind: string, name: string, value: unknown): Promise<void> {
    const latest = entryName('latest', this.version, kind, ...this.paths);
    const before = await this.entries.read(latest);
    if (typeof before === 'string' && before !== name) await this.entries.remove(before);
    await this.entries.write(name, value);
    await this.entries.write(latest, name);
  }

  /** What tells a file from another one and from what it was before, its name among it. */
  private async factsOf(file: FoundFile): Promise<string> {
    return [file.id, file.folder ?? '', await this.identify(file.path)].join(' ');
  }

  private caseName(keys: readonly string[], found: FoundSources): string {
    return entryName('case', this.version, this.settingsOf(found), ...[...keys].sort());
  }

  /** What else a report depends on. */
  private settingsOf({ walk }: FoundSources): string {
    const { year, zone, maxEvents } = this.options;
    return JSON.stringify([year, zone, maxEvents, walk.unread]);
  }

  /** Of an entry that takes the place of the one that was kept of the same file before. */
  private nameOf(kind: 'whole' | 'prefix' | 'rest', file: FoundFile): string {
    return entryName(kind, this.version, file.path, file.id);
  }

  trim(limit?: number): Promise<void> {
    return this.entries.trim(limit);
  }
}

/** A source as it was kept; `info` is what is known of its file by now. */
function revived(kept: Uint8Array, info?: SourceInfo): ReadSource {
  const plain = deserialize(kept) as ReadSource;
  return reviveSource(info === undefined ? plain : Object.assign(plain, { info }));
}

async function inParts(report: Report): Promise<Omit<StoredCase, 'result'>> {
  const lists: StoredList[] = [];
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(report) as [keyof Report, Report[keyof Report]][]) {
    if (!Array.isArray(value)) rest[name] = value;
    else {
      const parts: Uint8Array[] = [];
      for (let at = 0; at < value.length; at += valuesInPart) {
        parts.push(serialize(value.slice(at, at + valuesInPart)));
        await nextTurn();
      }
      lists.push([name, parts]);
    }
  }
  return { lists, rest };
}

async function reportOf({ lists, rest }: StoredCase): Promise<Report> {
  const report: Record<string, unknown> = { ...rest };
  for (const [name, parts] of lists) {
    const values: unknown[] = [];
    for (const part of parts) {
      for (const value of deserialize(part) as unknown[]) values.push(value);
      await nextTurn();
    }
    report[name] = values;
  }
  return report as unknown as Report;
}
