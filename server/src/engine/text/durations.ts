/** Lengths of time as people read them, the same in every language. */

/** `0.4 s`, `12 s`, `3 min 05 s`, `2 h 10 min`, `1 d 3 h`. */
export function formatDuration(ms: number): string {
  const absolute = Math.abs(ms);
  if (absolute < 10_000) return `${(absolute / 1000).toFixed(1)} s`;
  const seconds = Math.round(absolute / 1000);
  if (seconds < 60) return `${seconds} s`;
  const pad = (value: number): string => String(value).padStart(2, '0');
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
  const hours = Math.round(minutes / 60);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** `+4.0 s`, `-1.2 s`. */
export function formatDistance(ms: number): string {
  return `${ms < 0 ? '-' : '+'}${formatDuration(ms)}`;
}
