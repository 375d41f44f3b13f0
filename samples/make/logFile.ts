/** The log of one machine while it is written: lines with their moments, in the order of those. */
import { klogStamp, logrusStamp, syslogStamp } from './clock';
import type { Random } from './random';

/** One file of one machine. */
export class LogFile {
  private readonly lines: { readonly ms: number; readonly order: number; readonly line: string }[] = [];

  constructor(
    readonly host: string,
    private readonly random: Random,
  ) {}

  /** A line as it stands. */
  raw(ms: number, line: string): void {
    this.lines.push({ ms, order: this.lines.length, line });
  }

  /** `May 13 10:27:47 host ident: message`. */
  syslog(ms: number, ident: string, message: string): void {
    this.raw(ms, `${syslogStamp(ms)} ${this.host} ${ident}: ${message}`);
  }

  /** A klog line without an envelope. */
  klog(ms: number, letter: string, thread: number, place: string, message: string): void {
    this.raw(ms, klogLine(ms, this.random, letter, thread, place, message));
  }

  /** A klog line in syslog. */
  klogInSyslog(ms: number, ident: string, letter: string, thread: number, place: string, message: string): void {
    this.syslog(ms, ident, klogLine(ms, this.random, letter, thread, place, message));
  }

  /** A dockerd line in syslog, with dockerd's own UTC stamp. */
  dockerd(ms: number, level: string, message: string, fields = ''): void {
    const quoted = message.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
    const stamp = logrusStamp(ms, this.random.between(0, 999_999));
    this.syslog(ms, 'dockerd', `time="${stamp}" level=${level} msg="${quoted}"${fields === '' ? '' : ` ${fields}`}`);
  }

  /** What dockerd's children write to their standard error comes without a stamp of its own. */
  dockerdRaw(ms: number, message: string): void {
    this.syslog(ms, 'dockerd', message);
  }

  /** All lines by time; those of one moment in the order they were written. */
  text(): string {
    const sorted = [...this.lines].sort((a, b) => a.ms - b.ms || a.order - b.order);
    return `${sorted.map((entry) => entry.line).join('\n')}\n`;
  }
}

function klogLine(ms: number, random: Random, letter: string, thread: number, place: string, message: string): string {
  return `${letter}${klogStamp(ms, random.between(0, 999))} ${String(thread).padStart(7)} ${place}] ${message}`;
}
