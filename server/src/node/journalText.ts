/** The text of journals as a stream, and journals that come packed: those have no place to go back to, so they are kept in memory. */
import type { JournalFileInfo, JournalGap } from '../engine/index';
import { readJournal } from '../engine/index';
import type { ByteStream, StreamGap, StreamPart } from './byteStream';
import { answer } from './journalBytes';
import { folderOf, isSplitName, journalId, journalKey, nameOf } from './journalNames';
import type { RandomAccess } from './randomAccess';
import { bufferAccess } from './randomAccess';
import type { Stage } from './stage';
import { newStage } from './stage';
import type { Member } from './unpack';

/** A packed journal is kept up to this size; journald itself stops at 128 MiB. */
const maxKeptBytes = 1024 * 1024 * 1024;

/** A journal that was told by its content only, or comes packed, as a source. */
export function journalContent(member: Member, stream: ByteStream): Member {
  const stage = newStage(member.id, 'journal');
  const { access } = member;
  const text =
    access === undefined
      ? streamText(member.id, stream, stage)
      : journalText([{ name: nameOf(member.id), bytes: access.size }], [access], stage);
  return { ...member, stages: [...member.stages, stage], stream: text, indentContinues: true };
}

/** Whether a member of an archive is one of the files that journald splits a journal into. */
export function isSplitJournal(id: string): boolean {
  return id.includes('!/') && isSplitName(nameOf(id));
}

/** A journal in memory. */
interface KeptJournal {
  readonly member: Member;
  readonly bytes: Uint8Array;
  /** What its stream lacked. */
  readonly gaps: readonly StreamPart[];
  /** Bytes for which there was no room. */
  readonly left: number;
}

/** Journals of an archive, whose members come once and one after the other: those of one machine wait here for each other. */
export class KeptJournals {
  private kept: KeptJournal[] = [];
  private length = 0;
  private readonly given = new Map<string, number>();

  /** Takes a member in. */
  async add(member: Member, stream: ByteStream): Promise<void> {
    const journal = { member, ...(await collect(stream)) };
    this.kept.push(journal);
    this.length += journal.bytes.length;
  }

  /** More would take too much memory: {@link take} those that are there. */
  get isFull(): boolean {
    return this.length > maxKeptBytes / 2;
  }

  /** The sources that the members are. */
  take(): Member[] {
    const groups = new Map<string, KeptJournal[]>();
    for (const journal of this.kept) {
      const key = journalKey(folderOf(journal.member.id), journal.bytes);
      groups.set(key, [...(groups.get(key) ?? []), journal]);
    }
    this.kept = [];
    this.length = 0;
    return [...groups].map(([key, journals]) => {
      const ids = journals.map(({ member }) => member.id);
      return joinKept(journals, this.unique(journalId(key, ids, groups)));
    });
  }

  /** What did not fit into memory together has one id more. */
  private unique(id: string): string {
    const times = (this.given.get(id) ?? 0) + 1;
    this.given.set(id, times);
    return times === 1 ? id : `${id} (${times})`;
  }
}

function joinKept(journals: readonly KeptJournal[], id: string): Member {
  const [first] = journals as [KeptJournal];
  const stage = newStage(id, 'journal');
  const times = journals.flatMap(({ member }) => member.modifiedMs ?? []);
  const infos = journals.map(({ member, bytes }) => ({ name: nameOf(member.id), bytes: bytes.length }));
  const accesses = journals.map(({ bytes }) => bufferAccess(bytes));
  const text = async function* (): AsyncGenerator<StreamPart> {
    for (const { gaps, left } of journals) {
      yield* gaps;
      leave(left, stage);
    }
    yield* journalText(infos, accesses, stage);
  };
  return {
    ...first.member,
    id,
    modifiedMs: times.length === 0 ? null : Math.max(...times),
    stages: [...first.member.stages, stage],
    stream: text(),
    indentContinues: true,
  };
}

async function* streamText(id: string, stream: ByteStream, stage: Stage): AsyncGenerator<StreamPart> {
  const { bytes, gaps, left } = await collect(stream);
  yield* gaps;
  leave(left, stage);
  yield* journalText([{ name: nameOf(id), bytes: bytes.length }], [bufferAccess(bytes)], stage);
}

/** All of a stream, or as much of it as memory is given for. */
async function collect(stream: ByteStream): Promise<Omit<KeptJournal, 'member'>> {
  const pieces: Uint8Array[] = [];
  const gaps: StreamPart[] = [];
  let length = 0;
  for await (const part of stream) {
    if (!('bytes' in part)) gaps.push(part);
    else {
      length += part.bytes.length;
      if (length <= maxKeptBytes) pieces.push(Uint8Array.from(part.bytes));
    }
  }
  const bytes = Buffer.concat(pieces);
  if (length > bytes.length) {
    const reason = {
      en: `a journal of ${length} bytes inside a packed file is read up to ${bytes.length} bytes: unpack it first`,
      zh: `压缩文件中的日志文件有 ${length} 字节，只读取前 ${bytes.length} 字节：请先解压`,
    };
    gaps.push({ gap: { kind: 'loss', bytes: 0, reason, retry: false } });
  }
  return { bytes, gaps, left: length - bytes.length };
}

function leave(bytes: number, stage: Stage): void {
  stage.taken += bytes;
  stage.lost += bytes;
}

/** Entries may share a long message: a file made for that could go on for ever. */
const maxTextBytes = 64 * 2 ** 30;
/** Whoever reads must hear a stop also where a damaged file gives nothing for long. */
const asksBetweenParts = 500;

/** The text of journals that are one source. */
export async function* journalText(
  infos: readonly JournalFileInfo[],
  sources: readonly RandomAccess[],
  stage: Stage,
): AsyncGenerator<StreamPart> {
  const reading = readJournal(infos);
  const nothing = new Uint8Array(0);
  let step = reading.next(nothing);
  for (let asks = 1; step.done !== true; asks++) {
    const { value } = step;
    if (asks % asksBetweenParts === 0) yield { bytes: nothing };
    if (stage.given > maxTextBytes) {
      const reason = {
        en: `gives more than ${maxTextBytes} bytes of text: the rest is not read`,
        zh: `文本超过 ${maxTextBytes} 字节：其余未读取`,
      };
      yield { gap: { kind: 'loss', bytes: 0, reason, retry: false } };
      return;
    }
    if (value.kind === 'text') {
      stage.given += value.bytes.length;
      yield { bytes: value.bytes, tie: value.tie };
    } else if (value.kind === 'gap') yield { gap: toGap(value) };
    step = reading.next(value.kind === 'read' || value.kind === 'decode' ? await answer(value, sources) : nothing);
  }
  for (const { fileBytes, account } of step.value.files) {
    stage.taken += fileBytes;
    stage.lost += account.lost;
    stage.padding += account.unused;
  }
}

function toGap({ cost, reason, retry, start, end }: JournalGap): StreamGap {
  return { kind: cost, bytes: 0, reason, retry, packed: { form: 'journal', start, end } };
}
