/** Journals written by systemd itself, what journalctl says of them, and what our reader makes of them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { JournalAnswer, JournalEntry, JournalPart, JournalReport } from '../../server/src/engine/index';
import { readJournal, readJournalEntry } from '../../server/src/engine/index';
import type { JournalAccount } from '../../server/src/engine/journal/account';
import { answer } from '../../server/src/node/journalBytes';
import { bufferAccess } from '../../server/src/node/randomAccess';

/** Fields of an entry; a list is a field with several values. */
export type Fields = Readonly<Record<string, string | Uint8Array | readonly string[]>>;

/** An entry to write. */
export interface Entry {
  /** Microseconds since 1970. */
  readonly time: number;
  /** Microseconds since boot. */
  readonly monotonic: number;
  readonly boot?: string;
  readonly fields: Fields;
}

/** How a journal is written. */
export interface Variant {
  readonly compact?: boolean;
  readonly keyed?: boolean;
  /** zstd is what systemd 252 compresses with by itself. */
  readonly zstd?: boolean;
}

/** The boot of entries that name none. */
export const firstBoot = '2f1c0ffee0123456789abcdef0123456';
/** 2022-05-13T02:27:47Z in microseconds. */
export const start = 1_652_408_867_000_000;

/** A kubelet entry `index` steps of 0.1 s after the start. */
export function kubeletEntry(index: number, message = `entry ${index}`): Entry {
  return {
    time: start + index * 100_000,
    monotonic: 12_000_000 + index * 100_000,
    fields: {
      _HOSTNAME: 'node-7',
      SYSLOG_IDENTIFIER: 'kubelet',
      _COMM: 'kubelet',
      _PID: '14207',
      PRIORITY: '6',
      _SYSTEMD_UNIT: 'kubelet.service',
      _TRANSPORT: 'stdout',
      MESSAGE: message,
    },
  };
}

/** Runs something with a folder that is removed afterwards. */
export function withFolder<Result>(run: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'causeline-journal-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bytes of a journal that systemd-journal-remote wrote. */
export function writtenJournal(entries: readonly Entry[], variant: Variant = {}): Uint8Array {
  return withFolder((folder) => {
    const input = path.join(folder, 'input.export');
    const output = path.join(folder, 'output.journal');
    writeFileSync(input, Buffer.concat(entries.map(toExport)));
    execFileSync(journalRemote(), [...(variant.zstd === true ? [] : ['--compress=no']), `--output=${output}`, input], {
      env: {
        ...process.env,
        SYSTEMD_JOURNAL_COMPACT: variant.compact === false ? '0' : '1',
        SYSTEMD_JOURNAL_KEYED_HASH: variant.keyed === false ? '0' : '1',
      },
      stdio: 'ignore',
    });
    return new Uint8Array(readFileSync(output));
  });
}

function journalRemote(): string {
  const found = ['/lib', '/usr/lib'].map((folder) => `${folder}/systemd/systemd-journal-remote`).find(existsSync);
  if (found === undefined) throw new Error('systemd-journal-remote is not installed; npm test installs it');
  return found;
}

/** The journal export format (https://systemd.io/JOURNAL_EXPORT_FORMATS/). */
function toExport(entry: Entry): Buffer {
  const parts: Buffer[] = [
    Buffer.from(
      `__REALTIME_TIMESTAMP=${entry.time}\n__MONOTONIC_TIMESTAMP=${entry.monotonic}\n_BOOT_ID=${entry.boot ?? firstBoot}\n`,
    ),
  ];
  for (const [name, value] of Object.entries(entry.fields)) {
    for (const single of Array.isArray(value) ? value : [value]) parts.push(exportField(name, single));
  }
  return Buffer.concat([...parts, Buffer.from('\n')]);
}

function exportField(name: string, value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  if (typeof value === 'string' && !/[\0-\x08\x0a-\x1f]/.test(value)) return Buffer.from(`${name}=${value}\n`);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([Buffer.from(`${name}\n`), length, bytes, Buffer.from('\n')]);
}

/** What journalctl prints about journals, as bytes read one by one. */
export function journalctl(journals: readonly Uint8Array[], ...options: readonly string[]): string {
  return withFolder((folder) => {
    const files = journals.map((bytes, index) => {
      const file = path.join(folder, `${index}.journal`);
      writeFileSync(file, bytes);
      return `--file=${file}`;
    });
    const done = spawnSync('journalctl', [...files, '--quiet', '--no-pager', '--utc', ...options], {
      encoding: 'latin1',
      maxBuffer: 256 * 1024 * 1024,
    });
    return done.stdout;
  });
}

/** Entries as `journalctl -o export` gives them back: for each field all its values, one character a byte. */
export function exportedEntries(journals: readonly Uint8Array[]): Map<string, string[]>[] {
  const text = journalctl(journals, '--output=export', '--all');
  const entries: Map<string, string[]>[] = [];
  let fields = new Map<string, string[]>();
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end);
    at = end + 1;
    if (line === '') {
      entries.push(fields);
      fields = new Map();
      continue;
    }
    const equals = line.indexOf('=');
    let value = line.slice(equals + 1);
    const name = equals < 0 ? line : line.slice(0, equals);
    if (equals < 0) {
      const length = Number(Buffer.from(text.slice(at, at + 8), 'latin1').readBigUInt64LE());
      value = text.slice(at + 8, at + 8 + length);
      at += 8 + length + 1;
    }
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return entries;
}

/** The entry behind a line of the journals' text, as our reader finds it. */
export async function entryAtLine(journals: readonly Uint8Array[], line: number): Promise<JournalEntry | null> {
  const files = journals.map(bufferAccess);
  const reading = readJournalEntry(
    journals.map((bytes, index) => ({ name: `${index}.journal`, bytes: bytes.length })),
    line,
  );
  let step = reading.next(new Uint8Array(0));
  while (step.done !== true) step = reading.next(await answer(step.value, files));
  return step.value;
}

/** What our reader made of journals. */
export interface JournalText {
  /** One character a byte. */
  readonly text: string;
  /** Lines without the one that ends the last. */
  readonly lines: readonly string[];
  /** Lines that begin an entry. */
  readonly entries: readonly string[];
  readonly gaps: readonly Extract<JournalPart, { readonly kind: 'gap' }>[];
  readonly report: JournalReport;
}

/** Reads journals with our reader; files are called `a.journal`, `b.journal`... */
export async function readJournals(...journals: readonly Uint8Array[]): Promise<JournalText> {
  const files = journals.map(bufferAccess);
  const names = journals.map((bytes, index) => ({
    name: `${String.fromCharCode(97 + index)}.journal`,
    bytes: bytes.length,
  }));
  const reading = readJournal(names);
  const parts: Buffer[] = [];
  const gaps: Extract<JournalPart, { readonly kind: 'gap' }>[] = [];
  let reply: JournalAnswer = new Uint8Array(0);
  let step = reading.next(reply);
  for (; step.done !== true; step = reading.next(reply)) {
    if (step.value.kind === 'text') parts.push(Buffer.from(step.value.bytes));
    else if (step.value.kind === 'gap') gaps.push(step.value);
    else reply = await answer(step.value, files);
  }
  const text = Buffer.concat(parts).toString('latin1');
  const lines = text.split('\n').slice(0, -1);
  return { text, lines, entries: lines.filter((line) => /^\d{4}-/.test(line)), gaps, report: step.value };
}

/** Bytes of a file that an account tells of. */
export function accounted(account: JournalAccount): number {
  return Object.values(account).reduce((sum: number, bytes: number) => sum + bytes, 0);
}
