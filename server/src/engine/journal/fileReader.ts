/** Reads one journal file in batches of rendered entries, with what was lost between them. */
import type { Localized } from '../model/localized';
import type { JournalAccount, Loss } from './account';
import { emptyAccount } from './account';
import type { Asking } from './asks';
import { askBytes } from './asks';
import { EntryChain } from './entryChain';
import { complete, EntryReader } from './entryReader';
import { FileWindow } from './fileWindow';
import type { JournalHeader } from './header';
import { knownHeaderBytes, readHeader } from './header';
import { LineWriter } from './lineWriter';
import { otherFields } from './otherFields';
import { ObjectWalk } from './walk';
import { verbatim } from './wording';

/** A batch ends when its text is this long. */
const batchBytes = 256 * 1024;
/** A larger step between numbers is a damaged number. */
const likelySeqnumStep = 1e9;

/** What comes before an entry: nothing of it is text of the journal. */
export interface PlacedLoss extends Loss {
  /** Index of the entry before which it lies, in the batch. */
  readonly entry: number;
}

/** Rendered entries of one file, as parallel lists. */
export interface Batch {
  readonly text: Uint8Array;
  /** Where each entry's text ends. */
  readonly ends: number[];
  /** Where each entry stands in the file. */
  readonly offsets: number[];
  /** 0 for an entry whose number makes no sense. */
  readonly seqnums: number[];
  readonly times: number[];
  readonly monotonics: number[];
  readonly boots: string[];
  /** From the hash over all fields: equal entries have equal ones. */
  readonly fingerprints: number[];
  /** Whether all that is shown is what was written. */
  readonly sound: boolean[];
  readonly losses: PlacedLoss[];
}

/** What the reader found out about a file. */
export interface JournalFileReport {
  readonly name: string;
  readonly fileBytes: number;
  /** As the header states it; more when the file was cut. */
  readonly usedBytes: number;
  /** Why nothing was read, or `null`. */
  readonly refused: Localized | null;
  readonly state: JournalHeader['state'];
  readonly machineId: string | null;
  readonly entries: number;
  /** As the header counts them. */
  readonly statedEntries: number;
  /** Entries of which a field could not be read or is not what was written. */
  readonly damagedEntries: number;
  readonly account: JournalAccount;
}

/** One file of a journal. */
export class JournalFileReader {
  header: JournalHeader | null = null;
  refused: Localized | null = null;
  entries = 0;
  damagedEntries = 0;
  private readonly held: FileWindow;
  private readonly writer = new LineWriter();
  private walk: ObjectWalk | null = null;
  private entry: EntryReader | null = null;
  private lastTime = 0;
  private lastSeqnum = 0;
  private batch: Batch = emptyBatch();

  constructor(
    readonly index: number,
    readonly name: string,
    private readonly fileBytes: number,
  ) {
    this.held = new FileWindow(index, fileBytes);
  }

  /** Reads the header; false when the file is not to be read. */
  *open(): Asking<boolean> {
    const head = yield* askBytes(this.index, 0, Math.min(knownHeaderBytes, this.fileBytes));
    if (!(head instanceof Uint8Array)) {
      this.refused = verbatim(head.failure);
      return false;
    }
    const reading = readHeader(head, this.fileBytes);
    if (reading.kind === 'refused') {
      this.refused = reading.reason;
      return false;
    }
    this.header = reading.header;
    const { compact, entryArrayOffset } = reading.header;
    const chain = new EntryChain(this.index, this.fileBytes, compact, entryArrayOffset);
    this.walk = new ObjectWalk(reading.header, this.fileBytes, this.held, chain);
    this.entry = new EntryReader(this.index, this.held, reading.header);
    return true;
  }

  /** The next entries, until their text is about `textBytes` long; `null` when there are no more. */
  *next(textBytes = batchBytes): Asking<Batch | null> {
    const { walk, entry } = this;
    if (walk === null || entry === null) return null;
    this.batch = emptyBatch();
    while (this.writer.length < textBytes) {
      const step = walk.step();
      if (step === 'end') break;
      if (step === 'fetch') yield* walk.fetch();
      else yield* this.take(walk, entry);
      if (walk.losses.length > 0) this.takeLosses(walk);
    }
    if (walk.losses.length > 0) this.takeLosses(walk);
    if (this.batch.ends.length === 0 && this.batch.losses.length === 0) return null;
    return { ...this.batch, text: this.writer.take() };
  }

  /** Frees the memory until the file's turn comes. */
  release(): void {
    this.held.release();
  }

  /** What was found out, once everything was read. */
  report(): JournalFileReport {
    return {
      name: this.name,
      fileBytes: this.fileBytes,
      usedBytes: this.header?.usedBytes ?? 0,
      refused: this.refused,
      state: this.header?.state ?? 'unknown',
      machineId: this.header?.machineId ?? null,
      entries: this.entries,
      statedEntries: this.header?.entries ?? 0,
      damagedEntries: this.damagedEntries,
      account: this.walk?.account ?? {
        ...emptyAccount(),
        lost: this.fileBytes,
      },
    };
  }

  private *take(walk: ObjectWalk, entry: EntryReader): Asking<void> {
    const { entryOffset, entryBytes, entryIsSound } = walk;
    entry.makeRoom();
    let missing = entry.read(entryOffset, entryBytes, entryIsSound);
    for (; missing !== complete; missing = entry.read(entryOffset, entryBytes, entryIsSound))
      yield* entry.fetch(missing, entryOffset);
    const substitute = entry.message === null ? yield* this.others(walk) : '';
    this.write(entry, substitute);
    this.batch.offsets.push(entryOffset);
  }

  private *others(walk: ObjectWalk): Asking<string> {
    const compact = this.header?.compact === true;
    return yield* otherFields(this.index, this.held, compact, walk.entryOffset, walk.entryBytes);
  }

  private write(entry: EntryReader, substitute: string): void {
    const { batch } = this;
    this.entries++;
    const remark = this.remarkOn(entry);
    if (remark !== '') this.damagedEntries++;
    const time = entry.realtime > 0 ? entry.realtime : this.lastTime;
    const shown = entry.sourceRealtime > 0 ? entry.sourceRealtime : time;
    this.lastTime = time;
    const header = this.header as JournalHeader;
    this.writer.entry(entry, shown, `machine-${header.machineId.slice(0, 12)}`, substitute, remark);
    const step = entry.seqnum - this.lastSeqnum;
    const likely = step > 0 && (this.lastSeqnum === 0 || step < likelySeqnumStep);
    if (likely) this.lastSeqnum = entry.seqnum;
    batch.ends.push(this.writer.length);
    batch.seqnums.push(likely ? entry.seqnum : 0);
    batch.times.push(time);
    batch.monotonics.push(entry.monotonic);
    batch.boots.push(entry.boot);
    batch.sound.push(remark === '');
    batch.fingerprints.push(entry.hashHigh * 2_097_152 + (entry.hashLow >>> 11));
  }

  /** Words at the end of a line that is not what was written. */
  private remarkOn(entry: EntryReader): string {
    const said = [...new Set(entry.damaged)];
    if (entry.realtime === 0) said.push('the time');
    const cut = entry.message?.cut ?? 0;
    const beyond = cut > 0 ? ` [${cut} bytes more]` : '';
    return said.length === 0 ? beyond : `${beyond} [damaged: ${said.join(', ')}]`;
  }

  private takeLosses(walk: ObjectWalk): void {
    for (const loss of walk.losses) this.batch.losses.push({ ...loss, entry: this.batch.ends.length });
    walk.losses.length = 0;
  }
}

function emptyBatch(): Batch {
  return {
    text: new Uint8Array(0),
    ends: [],
    offsets: [],
    seqnums: [],
    times: [],
    monotonics: [],
    boots: [],
    fingerprints: [],
    sound: [],
    losses: [],
  };
}
