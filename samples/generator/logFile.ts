/** A log while it is written: lines with their moments, put in the order of time at the end. */
import { joinLines } from './text';

/** One file of one machine. */
export class LogFile {
  private readonly lines: { readonly ms: number; readonly order: number; readonly line: string }[] = [];

  constructor(
    readonly host: string,
    private readonly head: readonly string[] = [],
  ) {}

  /** A line, whatever stands in it. */
  add(ms: number, line: string): void {
    this.lines.push({ ms, order: this.lines.length, line });
  }

  /** All lines by time; those of one moment in the order they were written. */
  sorted(): string[] {
    const sorted = [...this.lines].sort((a, b) => a.ms - b.ms || a.order - b.order);
    return [...this.head, ...sorted.map((entry) => entry.line)];
  }

  /** The content of the file. */
  text(): string {
    return joinLines(this.sorted());
  }
}
