/** Writes entries as lines: `2022-05-13T02:27:47.004211+00:00 host identifier[pid]: message`, one line an entry, later lines of a message indented. */
import { civilDate } from '../time/calendar';
import type { EntryReader, FieldValue } from './entryReader';

const firstBytes = 320 * 1024;
const newline = 10;
const carriageReturn = 13;
const blank = 32;
/** What later lines of a message begin with; no first line of an entry begins with a blank. */
const indent = 4;
/** Names longer than this would not be taken for a header. */
const maxNameBytes = 60;
const maxPidDigits = 10;
/** Everything a line has besides its message. */
const overheadBytes = 512;
// U+240D, drawn as a small CR: editors break lines at the character itself.
const drawnReturn = [0xe2, 0x90, 0x8d];

/** Text being written; grows as needed. */
export class LineWriter {
  bytes = new Uint8Array(0);
  length = 0;
  private second = -1;
  private readonly stamp = new Uint8Array(32);
  private stampLength = 0;

  /** Hands over what was written and begins anew. */
  take(): Uint8Array {
    const isFull = this.length * 2 > this.bytes.length;
    const taken = isFull ? this.bytes.subarray(0, this.length) : this.bytes.slice(0, this.length);
    this.bytes = new Uint8Array(0);
    this.length = 0;
    return taken;
  }

  /** Writes ASCII text. */
  text(text: string): void {
    this.reserve(text.length);
    for (let index = 0; index < text.length; index++) this.bytes[this.length++] = text.charCodeAt(index);
  }

  /** Writes an entry at a time in microseconds; `machine` stands for a host that is not named, `remark` is appended. */
  entry(entry: EntryReader, time: number, machine: string, substitute: string, remark: string): void {
    const { message } = entry;
    this.reserve(overheadBytes + substitute.length + remark.length);
    this.time(time);
    this.byte(blank);
    if (entry.host === null || !this.name(entry.host, isHostByte)) this.text(machine);
    this.byte(blank);
    const identifier = entry.identifier ?? entry.command;
    if (identifier === null || !this.name(identifier, isIdentifierByte)) this.text('unknown');
    this.pid(entry.pid ?? entry.syslogPid);
    this.text(': ');
    if (entry.fromKernel && entry.sourceMonotonic >= 0) this.kernelStamp(entry.sourceMonotonic);
    if (message === null) this.text(substitute);
    else this.message(message.bytes, message.start, message.end);
    this.text(remark);
    this.byte(newline);
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.length + count, this.bytes.length * 2, firstBytes));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  private byte(value: number): void {
    this.bytes[this.length++] = value;
  }

  private number(value: number, digits: number): void {
    let rest = value;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      this.bytes[at] = 48 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.length += digits;
  }

  private time(microseconds: number): void {
    const second = Math.floor(microseconds / 1_000_000);
    if (second !== this.second) this.writeSecond(second);
    else {
      this.bytes.set(this.stamp.subarray(0, this.stampLength), this.length);
      this.length += this.stampLength;
    }
    this.number(microseconds - second * 1_000_000, 6);
    this.text('+00:00');
  }

  private writeSecond(second: number): void {
    const start = this.length;
    const { year, month, day } = civilDate(second * 1000);
    this.number(year, 4);
    this.byte(0x2d);
    this.number(month, 2);
    this.byte(0x2d);
    this.number(day, 2);
    this.byte(0x54);
    const ofDay = second % 86_400;
    this.number(Math.floor(ofDay / 3600), 2);
    this.byte(0x3a);
    this.number(Math.floor(ofDay / 60) % 60, 2);
    this.byte(0x3a);
    this.number(ofDay % 60, 2);
    this.byte(0x2e);
    this.second = second;
    this.stampLength = this.length - start;
    this.stamp.set(this.bytes.subarray(start, this.length));
  }

  /** Seconds since boot as the kernel prints them: what ties them to the calendar stands in the same line. */
  private kernelStamp(microseconds: number): void {
    const seconds = Math.floor(microseconds / 1_000_000);
    this.text(`[${String(seconds).padStart(5)}.`);
    this.number(microseconds - seconds * 1_000_000, 6);
    this.text('] ');
  }

  /** Writes a host or identifier; bytes that no header has become `_`. False when it is empty. */
  private name(value: FieldValue, isNameByte: (byte: number) => boolean): boolean {
    const end = Math.min(value.end, value.start + maxNameBytes);
    for (let at = value.start; at < end; at++) {
      const byte = value.bytes[at] ?? 0;
      this.bytes[this.length++] = isNameByte(byte) ? byte : 0x5f;
    }
    return end > value.start;
  }

  private pid(value: FieldValue | null): void {
    if (value === null || value.end === value.start || value.end - value.start > maxPidDigits) return;
    for (let at = value.start; at < value.end; at++) {
      const digit = (value.bytes[at] ?? 0) - 48;
      if (digit < 0 || digit > 9) return;
    }
    this.byte(0x5b);
    for (let at = value.start; at < value.end; at++) this.bytes[this.length++] = value.bytes[at] ?? 0;
    this.byte(0x5d);
  }

  private message(bytes: Uint8Array, start: number, messageEnd: number): void {
    let end = messageEnd;
    while (end > start && (bytes[end - 1] === newline || bytes[end - 1] === carriageReturn)) end--;
    this.reserve(end - start + overheadBytes);
    for (let at = start; at < end; at++) {
      const value = bytes[at] ?? 0;
      if (value !== newline && value !== carriageReturn) this.bytes[this.length++] = value;
      else this.lineBreak(value, bytes[at + 1], end - at);
    }
  }

  private lineBreak(value: number, next: number | undefined, left: number): void {
    this.reserve(left + overheadBytes);
    if (value === newline) {
      this.byte(newline);
      for (let count = 0; count < indent; count++) this.byte(blank);
    } else if (next !== newline) for (const drawn of drawnReturn) this.byte(drawn);
  }
}

/** Letters, digits, and what addresses have: `-`, `.`, `/`, `:`, `%`, `_`. */
function isHostByte(byte: number): boolean {
  const lower = byte | 32;
  return (byte >= 0x2d && byte <= 0x3a) || (lower >= 0x61 && lower <= 0x7a) || byte === 0x25 || byte === 0x5f;
}

/** Anything but blanks, quotes and what ends an identifier early. */
function isIdentifierByte(byte: number): boolean {
  return byte > blank && byte !== 0x22 && byte !== 0x3d && byte !== 0x7b && byte !== 0x5b && byte !== 0x5d;
}
