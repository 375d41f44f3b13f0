/** Tables of processes, as `top` and `ps` print them: columns by their heads, commands by their last path part. */

import { toNumber } from './factFormat';

/** Processes below this share of a CPU are no evidence. */
export const busyPercent = 80;

/** Where a table's columns stand, counted in words. */
export interface ProcessColumns {
  readonly pid: number;
  /** Share of a CPU; -1 when the table has none. */
  readonly cpu: number;
  /** Process state; -1 when the table has none. */
  readonly state: number;
  readonly command: number;
}

/** The columns of a header line, or `null` when it is none. */
export function processColumns(header: string): ProcessColumns | null {
  const words = header.trim().split(/\s+/);
  const cpu = words.includes('%CPU') ? words.indexOf('%CPU') : words.indexOf('C');
  const command = words.findIndex((word) => word === 'COMMAND' || word === 'CMD');
  const pid = words.indexOf('PID');
  const state = words.findIndex((word) => word === 'STAT' || word === 'S');
  if (pid < 0 || (cpu < 0 && state < 0) || command !== words.length - 1) return null;
  return { pid, cpu, state, command };
}

/** One row. */
export interface ProcessRow {
  readonly pid: string;
  readonly cpuPercent: number;
  readonly state: string;
  readonly command: string;
}

/** Reads a row by the columns; `null` when the line is none. */
export function processRow(text: string, columns: ProcessColumns): ProcessRow | null {
  const words = text.trim().split(/\s+/, columns.command + 3);
  const pid = words[columns.pid] ?? '';
  const cpuPercent = columns.cpu < 0 ? 0 : toNumber(words[columns.cpu] ?? '');
  const first = words[columns.command];
  if (!/^\d+$/.test(pid) || !Number.isFinite(cpuPercent) || first === undefined) return null;
  return {
    pid,
    cpuPercent,
    state: words[columns.state] ?? '',
    command: commandName(first, words[columns.command + 1]),
  };
}

/** `/usr/local/bin/kube-proxy` is `kube-proxy`; hyperkube is told by its subcommand. */
function commandName(first: string, second: string | undefined): string {
  const name = first.startsWith('[') ? first : first.slice(first.lastIndexOf('/') + 1);
  return name === 'hyperkube' && second !== undefined && !second.startsWith('-') ? `${name} ${second}` : name;
}
