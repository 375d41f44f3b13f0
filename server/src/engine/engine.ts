/** Reads sources chunk by chunk, with one thread or several, and has them settled into a report. */
import type { Catalogue } from './catalogue/index';
import { catalogue } from './catalogue/index';
import type { Corrections } from './corrections';
import { correctionFor } from './corrections';
import { factFormats } from './facts/index';
import type { StampKindCode } from './formats/format';
import { formatsAs } from './formats/index';
import type { BuiltGrams } from './match/grams';
import { Matcher } from './match/matcher';
import type { CreateKernel } from './match/scanKernel';
import { createPlainKernel, KernelPool } from './match/scanKernel';
import type { Gap, Unread } from './model/problem';
import type { Report } from './model/report';
import type { BootTie, SourceInfo } from './model/sourceInfo';
import { containerCopies } from './records/containerCopies';
import { FramerPool } from './records/framer';
import type { ReadSource } from './records/readSource';
import type { ScanContext } from './records/sourceScan';
import { SourceScan } from './records/sourceScan';
import type { Stretch } from './records/stretch';
import { blockBytes } from './records/stretch';
import type { SettleOptions } from './settleReport';
import { settleReport } from './settleReport';
import { inOneGo } from './steps';
import type { Decode } from './text/decode';
import { decodeUtf8 } from './text/decode';

/** What the user has decided, and what the engine cannot know by itself. */
export interface EngineOptions extends SettleOptions {
  /** What the user has decided about single sources, the weakest first; beats year and zone for all. */
  readonly corrections?: readonly Corrections[];
  /** Signatures and edges to work with; default the built-in ones. */
  readonly catalogue?: Catalogue;
  /** Faster loops over bytes, where the platform has them; the results are the same. */
  readonly createKernel?: CreateKernel | undefined;
  /** Tables of literals that were made before, so that they need not be made. */
  readonly builtGrams?: BuiltGrams;
  /** A faster way to decode, where the platform has one; it must decode as {@link decodeUtf8} does. */
  readonly decode?: Decode;
  /** Size of the blocks that sources are thought of in; only tests make them small. */
  readonly blockBytes?: number;
}

/** Takes the bytes of one source, in order. */
export interface SourceReader {
  /** Decoded bytes, in pieces of any size; the piece is not kept and may be reused. */
  push(chunk: Uint8Array): void;
  /** Notes bytes that could not be had, at the current position; `bytes` of this very stream are left out there. */
  gap(gap: Omit<Gap, 'start' | 'end'> & { readonly bytes: number }): void;
  /** The record that the next bytes begin with was written at this moment. Only between lines. */
  tie(tie: BootTie): void;
  /** No more bytes. */
  end(): void;
}

/** Takes the bytes of a source, or of a stretch of it, and gives what it found. */
export interface StretchReader extends SourceReader {
  /** All of the stretch was read: bytes behind it are not needed. */
  readonly isDone: boolean;
  /**
   * Where so many of the next bytes may be put without a copy, also while those before them are looked at ({@link look}); valid until
   * the next call of anything else.
   */
  room(size: number): Uint8Array;
  /** So many bytes were put there. */
  put(count: number): void;
  /** Looks at what was put. */
  look(): void;
  /** A NUL byte was among what was looked at. */
  readonly hasNul: boolean;
  /** The source turned out to be a command's output, which cannot be read in stretches; known after its first 64 KiB. */
  readonly isOutput: boolean;
  /** What was found so far: plain data with methods, to be revived by {@link reviveSource} after a copy. */
  settle(): ReadSource;
}

/** Reads sources apart from an engine: in another thread, or to keep what was found. */
export interface Scanner {
  /** `stretch` is `null` for a whole source. A stretch that does not begin at 0 is given from the byte before it. */
  open(info: SourceInfo, stretch: Stretch | null): StretchReader;
  /**
   * Looks at a source's beginning (256 KiB or all of it): the kind of its first stamp, which its stretches have to know, or `null`
   * when it must be read in one piece.
   */
  probe(info: SourceInfo, head: Uint8Array): StampKindCode | null;
}

/** One triage: sources in, as many as there are, one report out. */
export interface Engine {
  openSource(info: SourceInfo): SourceReader;
  /** Notes what was found and is in no source. */
  unread(item: Unread): void;
  /** Leaves sources out that turned out to be others under another name; why is told by {@link unread}. */
  leaveOut(ids: readonly string[]): void;
  /** Takes a source that was read by a {@link Scanner} with {@link scanOptions}. */
  addSource(source: ReadSource): void;
  /** The options that this engine was created with. */
  readonly scanOptions: EngineOptions;
  /**
   * Settles clocks, episodes and chains of what has been read so far, in steps: between two steps others may have their turn, but no
   * sources may be added. May be begun again after more sources.
   */
  settle(options?: { readonly partial?: boolean }): Generator<void, Report>;
  /** {@link settle} in one go. */
  report(options?: { readonly partial?: boolean }): Report;
}

/** Most sources have a stamp in so many of their first bytes. */
const probeBytes = 16_384;

const matchers = new WeakMap<Catalogue, Matcher>();

/** The catalogue's matcher: compiled once, shared by all engines. */
function matcherFor(used: Catalogue, builtGrams: BuiltGrams | undefined): Matcher {
  const known = matchers.get(used);
  if (known !== undefined) return known;
  const matcher = new Matcher(used.signatures, used.moments, builtGrams);
  matchers.set(used, matcher);
  return matcher;
}

/** Creates a scanner; of the options, those count that say how bytes are read. */
export function createScanner(options: EngineOptions = {}): Scanner {
  let context: ScanContext | null = null;
  const open = (info: SourceInfo, stretch: Stretch | null): SourceScan => {
    // With the first source: a case that is known already needs no catalogue compiled.
    context ??= createContext(options);
    return new SourceScan(info, context, correctionFor(options.corrections ?? [], info.id), stretch);
  };
  return {
    open,
    probe(info, head) {
      const scan = open(info, null);
      for (let at = 0; at < head.length && !scan.isStamped; at += probeBytes)
        scan.push(head.subarray(at, at + probeBytes));
      scan.end();
      return scan.isOutput ? null : (scan.found.first?.stamp.kind ?? null);
    },
  };
}

function createContext(options: EngineOptions): ScanContext {
  const used = options.catalogue ?? catalogue;
  const matcher = matcherFor(used, options.builtGrams);
  return {
    formatsAs,
    factFormats,
    signatures: used.signatures,
    matcher,
    decode: options.decode ?? decodeUtf8,
    kernels: new KernelPool(options.createKernel ?? createPlainKernel, matcher.literals.table),
    framers: new FramerPool(),
    blockBytes: options.blockBytes ?? blockBytes,
  };
}

/** What needs no settling any more. */
function settled(source: ReadSource): { settle(): ReadSource } {
  return { settle: () => source };
}

/** Creates an engine for one triage. */
export function createEngine(options: EngineOptions = {}): Engine {
  const used = options.catalogue ?? catalogue;
  const scanner = createScanner(options);
  const sources: { settle(): ReadSource }[] = [];
  const unread: Unread[] = [];
  const leftOut = new Set<string>();
  return {
    openSource(info) {
      const reader = scanner.open(info, null);
      const index = sources.push(reader) - 1;
      return {
        push: (chunk) => reader.push(chunk),
        gap: (gap) => reader.gap(gap),
        tie: (tie) => reader.tie(tie),
        end() {
          reader.end();
          // What was found is kept, the room to read in is not: an archive may have a hundred thousand members.
          sources[index] = settled(reader.settle());
        },
      };
    },
    scanOptions: options,
    addSource(source) {
      sources.push(settled(source));
    },
    leaveOut(ids) {
      for (const id of ids) leftOut.add(id);
    },
    unread(item) {
      unread.push(item);
    },
    *settle(settings) {
      // In the order of their names: the order in which a shell read them must not show.
      const read = sources
        .map((source) => source.settle())
        .filter(({ info }) => !leftOut.has(info.id))
        .sort((a, b) => (a.info.id < b.info.id ? -1 : Number(a.info.id > b.info.id)));
      const copies = containerCopies(read);
      const counted = read.filter((source) => !copies.has(source));
      yield;
      const report = yield* settleReport(counted, used, options, settings?.partial ?? false);
      return { ...report, unread: [...unread, ...copies.values()] };
    },
    report(settings) {
      return inOneGo(this.settle(settings));
    },
  };
}
