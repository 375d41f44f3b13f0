/** Lines of the Kubernetes log format: `E0513 10:27:49.123456   14207 kubelet.go:1216] message`. */
import { klogStamp } from './clock';
import type { LogFile } from './logFile';
import type { Random } from './random';
import type { Syslog } from './syslog';

/** The severity letter of a line. */
export type KlogLetter = 'I' | 'W' | 'E';

/** Where a Kubernetes program's lines go. */
export class Klog {
  constructor(
    private readonly sink: (ms: number, line: string) => void,
    private readonly random: Random,
    private readonly thread: number,
  ) {}

  /** One line of the program. */
  write(ms: number, letter: KlogLetter, place: string, message: string): void {
    const stamp = klogStamp(ms, this.random.between(0, 999));
    this.sink(ms, `${letter}${stamp} ${String(this.thread).padStart(7)} ${place}] ${message}`);
  }
}

/** A program that runs under systemd: its lines come in syslog's envelope. */
export function klogInSyslog(syslog: Syslog, ident: string, random: Random, thread: number): Klog {
  return new Klog((ms, line) => syslog.write(ms, ident, line), random, thread);
}

/** A program that writes a file of its own. */
export function klogInFile(file: LogFile, random: Random, thread: number): Klog {
  return new Klog((ms, line) => file.add(ms, line), random, thread);
}

/** The head that a Kubernetes program writes into a log file of its own. */
export function klogHead(host: string, created: string): readonly string[] {
  return [
    `Log file created at: ${created}`,
    `Running on machine: ${host}`,
    'Binary: Built with gc go1.8.3 for linux/amd64',
    'Log line format: [IWEF]mmdd hh:mm:ss.uuuuuu threadid file:line] msg',
  ];
}
