/** Recognises signatures in the text of a record; knows no signature by name. */

import type { Moment } from '../catalogue/moments';
import type { PatternMatch, TextPattern } from '../catalogue/pattern';
import type { Signature, StatedSeverity, Wording } from '../catalogue/signature';
import type { SeverityCode } from '../model/severity';
import { noSeverity, severityCode } from '../model/severity';
import { toMilliseconds } from './durations';
import type { BuiltGrams } from './grams';
import { LiteralSearch } from './literalSearch';
import { patternOf } from './pattern';
import { isSourceFile, SourceFiles } from './sourceFiles';
import { TornLiterals } from './tornLines';

/** One signature found in one record. */
export interface Hit {
  /** Index into the catalogue's list. */
  readonly signature: number;
  /** Where in the text the wording begins; the outermost message comes first. */
  readonly index: number;
  readonly length: number;
  readonly captures: Readonly<Record<string, string>>;
  /** Length of the reported stretch of time, or `null` for instants. */
  readonly durationMs: number | null;
  /** How long before the line that stretch began. */
  readonly beganBeforeMs: number;
}

/** What one record says: the events in it, and which harmless signatures keep it, or parts of it, quiet. */
export interface Matched {
  /** Outermost first; empty when all that matches is harmless. */
  readonly hits: readonly Hit[];
  /** Indexes into the catalogue's list. */
  readonly quietedBy: readonly number[];
}

/** A moment of the catalogue found in one record. */
export interface FoundMoment {
  /** Its kind and what it is about. */
  readonly name: string;
  readonly lateMs: readonly [number, number];
}

/** A hit, and in which view of the record which plain words found it. */
interface ViewedHit extends Hit {
  readonly view: number;
  readonly literal: string;
}

/** A wording of a signature, its pattern made when it is asked first. */
class CompiledWording {
  private made: TextPattern | null = null;

  constructor(
    readonly signature: number,
    readonly wording: Wording,
  ) {}

  get pattern(): TextPattern {
    this.made ??= patternOf(this.wording);
    return this.made;
  }
}

/** A last resort, with the numbers of the patterns that are asked first. */
interface LastResort {
  readonly compiled: CompiledWording;
  readonly first: readonly number[];
}

/** Longest text that patterns look at; longer records are cut around their literals. */
export const maxMatchText = 65_536;

const none: readonly never[] = [];
/** So much of a text is asked {@link Wording.first}: more than what a match within its first 600 characters reaches. */
const firstText = 2048;
/** Views of a record whose answers are kept: the message and the line. */
const viewsKept = 2;
/** Orders of last resorts that are kept. */
const mostOrders = 256;

const instant = { durationMs: null, beganBeforeMs: 0 } as const;

/** A catalogue compiled for search. */
export class Matcher {
  readonly literals: LiteralSearch;
  /** Literals that no search looks for. */
  readonly files: SourceFiles;
  /** For records whose lines were cut at a margin. */
  readonly torn: TornLiterals;
  private readonly byLiteral: readonly (readonly CompiledWording[])[];
  /** Of what says nothing by itself. */
  private readonly lastResorts: readonly (readonly CompiledWording[])[];
  private readonly momentsByLiteral: readonly (readonly Moment[])[];
  private readonly isSignatures: readonly boolean[];
  /** Last resorts in the order in which they are tried, by literals and severity: there are few combinations. */
  private readonly orders = new Map<string, readonly LastResort[]>();
  /** Patterns that are asked first, and what they said of the record at hand, view by view: 1 yes, 2 no, 0 not asked yet. */
  private readonly firsts: RegExp[] = [];
  private readonly said: number[] = [];

  constructor(
    private readonly signatures: readonly Signature[],
    moments: readonly Moment[] = [],
    builtGrams?: BuiltGrams,
  ) {
    const named = new Map<string, CompiledWording[]>();
    const lastResorts = new Map<string, CompiledWording[]>();
    const literals = new Set<string>();
    signatures.forEach((signature, position) => {
      const index = signature.lastResort === true ? lastResorts : named;
      for (const wording of signature.wordings) {
        literals.add(wording.literal);
        addTo(index, wording.literal, new CompiledWording(position, wording));
      }
    });
    const told = new Map<string, Moment[]>();
    for (const moment of moments) {
      literals.add(moment.literal);
      addTo(told, moment.literal, moment);
    }
    const isFile = (literal: string): boolean =>
      isSourceFile(literal) &&
      !told.has(literal) &&
      [...(named.get(literal) ?? none), ...(lastResorts.get(literal) ?? none)].every(isBehindHeader);
    const searched = [...literals].filter((literal) => !isFile(literal));
    const all = [...searched, ...[...literals].filter(isFile)];
    this.byLiteral = all.map((literal) => named.get(literal) ?? none);
    this.lastResorts = all.map((literal) => lastResorts.get(literal) ?? none);
    this.momentsByLiteral = all.map((literal) => told.get(literal) ?? none);
    this.isSignatures = all.map((literal) => named.has(literal) || lastResorts.has(literal));
    this.literals = new LiteralSearch(searched, builtGrams);
    this.files = new SourceFiles(all, (literal) => literal >= searched.length);
    this.torn = new TornLiterals(this.literals, this.files);
  }

  /** True when one of the literals is a signature's; the others only help to compare clocks. */
  mayBeEvent(literals: ArrayLike<number>, from: number, to: number): boolean {
    for (let index = from; index < to; index++) if (this.isSignatures[literals[index] as number] === true) return true;
    return false;
  }

  /** Moments that a record tells of, by the literals present in its bytes. */
  findMoments(found: readonly number[], text: string): FoundMoment[] {
    const moments: FoundMoment[] = [];
    for (const literal of found) {
      for (const moment of this.momentsByLiteral[literal] as readonly Moment[]) {
        const groups = moment.regex.exec(text)?.groups;
        if (groups === undefined) continue;
        const { key, namespace, pod } = groups;
        moments.push({ name: `${moment.kind} ${key ?? `${namespace}/${pod}`}`, lateMs: moment.lateMs });
      }
    }
    return moments;
  }

  /**
   * Signatures recognised in one record, outermost first. `found` are the literals present in its bytes, each once;
   * `texts` are views of the same record (plain message, raw line), tried in turn for each wording.
   * `severity` is what the record states of itself. `null` when no pattern matches.
   */
  match(found: readonly number[], texts: readonly string[], severity: SeverityCode = noSeverity): Matched | null {
    return this.matchNamed(found, texts, severity) ?? this.matchLastResort(found, texts, severity);
  }

  private matchNamed(found: readonly number[], texts: readonly string[], severity: SeverityCode): Matched | null {
    const best: ViewedHit[] = [];
    for (const literal of found) {
      for (const compiled of this.byLiteral[literal] as readonly CompiledWording[]) {
        const hit = isStated(compiled.wording.stated, severity) ? this.tryTexts(compiled, texts) : undefined;
        if (hit === undefined) continue;
        const place = best.findIndex(({ signature }) => signature === hit.signature);
        if (place < 0) best.push(hit);
        else if (hit.index < (best[place] as ViewedHit).index) best[place] = hit;
      }
    }
    return best.length === 0 ? null : this.resolve(best, texts);
  }

  /** What says nothing by itself gives way to whatever else the record says, be it that all is well; the first one is enough. */
  private matchLastResort(found: readonly number[], texts: readonly string[], severity: SeverityCode): Matched | null {
    this.said.fill(0);
    for (const { compiled, first } of this.lastResortsOf(found, severity)) {
      if (!this.mayMatch(first, texts)) continue;
      const hit = this.tryTexts(compiled, texts);
      if (hit !== undefined) return this.resolve([hit], texts);
    }
    return null;
  }

  private lastResortsOf(found: readonly number[], severity: SeverityCode): readonly LastResort[] {
    const key = `${severity} ${found.join(' ')}`;
    const known = this.orders.get(key);
    if (known !== undefined) return known;
    // Several literals may lead to one pattern, which says the same each time.
    const candidates = new Map<TextPattern, CompiledWording>();
    for (const literal of found)
      for (const compiled of this.lastResorts[literal] as readonly CompiledWording[])
        if (isStated(compiled.wording.stated, severity)) candidates.set(compiled.pattern, compiled);
    const order = [...candidates.values()].sort(surestFirst).map((compiled) => {
      const first = compiled.wording.first ?? [];
      return { compiled, first: first.map((pattern) => this.numberOf(pattern)) };
    });
    if (this.orders.size >= mostOrders) this.orders.clear();
    this.orders.set(key, order);
    return order;
  }

  private numberOf(pattern: RegExp): number {
    const known = this.firsts.indexOf(pattern);
    if (known >= 0) return known;
    for (let view = 0; view < viewsKept; view++) this.said.push(0);
    return this.firsts.push(pattern) - 1;
  }

  /** Whether all patterns that are asked first match one of the views. */
  private mayMatch(first: readonly number[], texts: readonly string[]): boolean {
    if (first.length === 0) return true;
    for (let view = 0; view < texts.length; view++) {
      let matches = true;
      for (let index = 0; matches && index < first.length; index++)
        matches = this.ask(first[index] as number, texts[view] as string, view);
      if (matches) return true;
    }
    return false;
  }

  private ask(number: number, text: string, view: number): boolean {
    const place = number * viewsKept + view;
    const said = view < viewsKept ? (this.said[place] as number) : 0;
    if (said !== 0) return said === 1;
    const matches = (this.firsts[number] as RegExp).test(text.length > firstText ? text.slice(0, firstText) : text);
    if (view < viewsKept) this.said[place] = matches ? 1 : 2;
    return matches;
  }

  private tryTexts(compiled: CompiledWording, texts: readonly string[]): ViewedHit | undefined {
    for (let view = 0; view < texts.length; view++) {
      const hit = this.tryText(compiled, texts[view] as string, view);
      if (hit !== undefined) return hit;
    }
    return undefined;
  }

  private tryText(compiled: CompiledWording, text: string, view: number): ViewedHit | undefined {
    const { literal } = compiled.wording;
    if (!text.includes(literal)) return undefined;
    const first = compiled.pattern.find(text, 0);
    if (first === null) return undefined;
    const signature = this.signatures[compiled.signature] as Signature;
    const { durationMs, beganBeforeMs } = this.measure(signature, compiled, text, first);
    const { index, length, groups: captures } = first;
    return { signature: compiled.signature, index, length, captures, durationMs, beganBeforeMs, view, literal };
  }

  /** Reads the stretch of time that the text reports. */
  private measure(
    signature: Signature,
    compiled: CompiledWording,
    text: string,
    first: PatternMatch,
  ): { durationMs: number | null; beganBeforeMs: number } {
    const time = signature.time;
    if (time.kind === 'instant') return instant;
    const fixed = time.fixedMs ?? null;
    const read = (match: PatternMatch): number | null => {
      const value = time.capture === undefined ? undefined : match.groups[time.capture];
      return value === undefined ? null : toMilliseconds(value, time.unit ?? 's');
    };
    const begin = read(first) ?? fixed;
    if (begin === null) return instant;
    let longest = begin;
    if (time.anchor === 'progress') {
      let from = first.index + Math.max(1, first.length);
      for (let next = compiled.pattern.find(text, from); next !== null; next = compiled.pattern.find(text, from)) {
        longest = Math.max(longest, read(next) ?? 0);
        from = next.index + Math.max(1, next.length);
      }
    }
    return { durationMs: longest, beganBeforeMs: begin };
  }

  /** A wait of a second is no finding. */
  private isShort(hit: Hit): boolean {
    const least = this.signatures[hit.signature]?.quietUnderMs;
    return least !== undefined && hit.durationMs !== null && hit.durationMs < least;
  }

  private isBenign({ signature }: Hit): boolean {
    return this.signatures[signature]?.role === 'benign';
  }

  /** A harmless text silences what it contains; of several views of one happening the outermost, most telling one stays. */
  private resolve(found: readonly ViewedHit[], texts: readonly string[]): Matched {
    const [only] = found;
    if (only !== undefined && found.length === 1) {
      if (this.isShort(only)) return { hits: [], quietedBy: [] };
      if (this.isBenign(only)) return { hits: [], quietedBy: [only.signature] };
      const hit = only.view === 0 ? only : { ...only, index: Math.max(0, startIn(0, only, texts)) };
      return { hits: [hit], quietedBy: [] };
    }
    const hits = found.filter((hit) => !this.isShort(hit)).map((hit) => ({ hit, start: startIn(0, hit, texts) }));
    hits.sort((a, b) => a.start - b.start || b.hit.length - a.hit.length || a.hit.signature - b.hit.signature);
    const benign = hits.map(({ hit }) => hit).filter((hit) => this.isBenign(hit));
    const telling = hits
      .filter(({ hit }) => !this.isBenign(hit) && !benign.some((quiet) => isInside(hit, quiet, texts)))
      .map(({ hit, start }) => ({ ...hit, index: Math.max(0, start) }));
    return { hits: telling, quietedBy: benign.map(({ signature }) => signature) };
  }
}

/** What knows its writer stands before what asks only how bad the record says it is; else the catalogue's order counts. */
function surestFirst(a: CompiledWording, b: CompiledWording): number {
  const byWriter = Number(a.wording.stated !== undefined) - Number(b.wording.stated !== undefined);
  return byWriter !== 0 ? byWriter : a.signature - b.signature;
}

/** Whether a record that states `severity` may be meant by a wording that asks for `stated`. */
function isStated(stated: StatedSeverity | undefined, severity: SeverityCode): boolean {
  if (stated === undefined) return true;
  if (stated === 'trouble') return severity <= severityCode.error;
  return severity === noSeverity || (stated === 'doubt' && severity === severityCode.warning);
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Where a hit begins in a view; when another view found it, where its plain words stand, or -1: what only the frame says stands before all. */
function startIn(view: number, hit: ViewedHit, texts: readonly string[]): number {
  return hit.view === view ? hit.index : (texts[view] ?? '').indexOf(hit.literal);
}

function isInside(hit: ViewedHit, quiet: ViewedHit, texts: readonly string[]): boolean {
  const start = startIn(quiet.view, hit, texts);
  return start >= quiet.index && start < quiet.index + quiet.length;
}

/** Asks for a klog line's header with a letter other than information's, right before the literal, a source file. */
function isBehindHeader({ wording: { regex } }: CompiledWording): boolean {
  if ('find' in regex) return false;
  return /^\\b(?:\[[EFW]+\]|[EFW])\\d\{4\} \[\\d:\.\]/.test(regex.source);
}
