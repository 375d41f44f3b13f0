/** Durations as logs write them, in milliseconds. */
import type { DurationUnit } from '../catalogue/signature';

const unitMs: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `HZ` of most distribution kernels; RCU stalls are reported in jiffies only. */
const assumedHz = 250;

/** No wait lasts fifty years. */
const longestMs = 50 * 365 * 86_400_000;

/**
 * The value of a captured duration: a number in `unit`, or text with its own units (`4h19m47.37s`, `2m12.9s`, `3d2h`).
 * `null` when it is neither.
 */
export function toMilliseconds(text: string, unit: DurationUnit): number | null {
  const trimmed = text.trim();
  if (/^\d+(\.\d+)?$/.test(trimmed)) {
    const value = Number(trimmed);
    if (unit === 'jiffies') return (value * 1000) / assumedHz;
    return value * (unitMs[unit] ?? 1000);
  }
  const parts = /(\d+(?:\.\d+)?)(ns|us|µs|μs|ms|min|seconds|secs|sec|s|m|h|d)/g;
  let total = 0;
  let end = 0;
  for (let part = parts.exec(trimmed); part !== null; part = parts.exec(trimmed)) {
    if (part.index !== end) return null;
    total += Number(part[1]) * (unitMs[part[2] ?? 's'] ?? 1000);
    end = part.index + part[0].length;
  }
  // `2562047h47m16.8s` is the largest duration Go can hold: there never was a beginning.
  return end === trimmed.length && end > 0 && total < longestMs ? total : null;
}
