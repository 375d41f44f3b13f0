/** Standard streams as the commands see them: nothing raw reaches a terminal, a closed pipe is no error. */

import { visible } from '../engine/index';

/** Where a command reads and writes. */
export interface Terminal {
  readonly input: AsyncIterable<Uint8Array>;
  /** Standard output takes colours: a terminal, and NO_COLOR is not set. */
  readonly color: boolean;
  write(text: string | Uint8Array): Promise<void>;
  error(line: string): void;
  /** Replaces the progress line; only on a terminal. */
  progress(line: string): void;
}

const colorCodes = /(\u001b\[[0-9;]*m)/;

/** Control and direction characters drawn as escapes, so that they do nothing. */
export function inert(text: string): string {
  return visible(text);
}

/** Colours are our own in texts: what reports quote has its escape characters drawn already. Bytes are log text as it is. */
function forTerminal(text: string | Uint8Array): string {
  if (typeof text !== 'string') return inert(Buffer.from(text).toString());
  // Every second part is a colour.
  return text
    .split(colorCodes)
    .map((part, index) => (index % 2 === 1 ? part : inert(part)))
    .join('');
}

/** The process's own streams. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const color = stdout.isTTY === true && (env.NO_COLOR ?? '') === '';
  return {
    input: stdin,
    color,
    write(text) {
      const safe = stdout.isTTY === true ? forTerminal(text) : text;
      return new Promise((resolve, reject) => {
        stdout.write(safe, (error) => {
          const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
          if (error === null || error === undefined || code === 'EPIPE') resolve();
          else reject(error);
        });
      });
    },
    error(line) {
      stderr.write(`${inert(line)}\n`);
    },
    progress(line) {
      if (stderr.isTTY === true) stderr.write(`\r\u001b[K${inert(line).slice(0, 100)}`);
    },
  };
}
