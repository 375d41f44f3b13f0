/** Runs a program and says how long it took, on the clock and on the processors, and how much memory it had at most. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run. */
export interface Measured {
  readonly wallSeconds: number;
  /** Of all its threads, in user mode and in the kernel. */
  readonly cpuSeconds: number;
  /** Largest resident size seen. */
  readonly peakMiB: number;
}

const pollMs = 15;

/** All programs speak the same language, which answers are kept by. */
export const measuredEnv = { ...process.env, LC_ALL: 'C' };

/** Runs `command` to its end, output thrown away; rejects when it fails. */
export function measure(command: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    // The shell's own `time` counts processor time of all threads.
    const script = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>/dev/null';
    const child = spawn('bash', ['-c', script, 'bash', command, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: measuredEnv,
    });
    let told = '';
    let peakKiB = 0;
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    const timer = setInterval(() => {
      peakKiB = Math.max(peakKiB, peakOfChildren(child.pid ?? 0));
    }, pollMs);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const [wall = 0, user = 0, system = 0] = told.trim().split(/\s+/).map(Number);
      if (code !== 0) reject(new Error(`${command} ${args.join(' ').slice(0, 200)} ended with ${code}: ${told}`));
      else resolve({ wallSeconds: wall, cpuSeconds: user + system, peakMiB: peakKiB / 1024 });
    });
  });
}

/** Largest resident size of a shell's children so far, in KiB; 0 when they have gone. */
function peakOfChildren(shell: number): number {
  try {
    const children = readFileSync(`/proc/${shell}/task/${shell}/children`, 'latin1').trim();
    return children === '' ? 0 : children.split(' ').reduce((sum, child) => sum + peakOf(child), 0);
  } catch {
    return 0;
  }
}

function peakOf(process: string): number {
  const status = readFileSync(`/proc/${process}/status`, 'latin1');
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
}

/** The run in the middle when sorted by time on the clock, with the largest memory of all. */
export function median(runs: readonly Measured[]): Measured {
  const sorted = [...runs].sort((a, b) => a.wallSeconds - b.wallSeconds);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('no runs');
  return { ...middle, peakMiB: Math.max(...runs.map(({ peakMiB }) => peakMiB)) };
}
