/** The stamps of one machine in UTC+8, as each program writes them. */

const zoneMs = 8 * 3_600_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** UTC ms of a local time on the morning of 13 May 2022. */
export function at(hours: number, minutes: number, seconds = 0): number {
  return Date.UTC(2022, 4, 13, hours, minutes, 0) - zoneMs + Math.round(seconds * 1000);
}

function local(ms: number): Date {
  return new Date(ms + zoneMs);
}

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, '0');
}

/** `May 13 10:27:47`, local. */
export function syslogStamp(ms: number): string {
  const date = local(ms);
  return `${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${timeOfDay(ms)}`;
}

/** `10:27:47`, local. */
function timeOfDay(ms: number): string {
  const date = local(ms);
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
}

/** `0513 10:27:47.123456`, local. */
export function klogStamp(ms: number, micros: number): string {
  const date = local(ms);
  return `${pad(date.getUTCMonth() + 1)}${pad(date.getUTCDate())} ${timeOfDay(ms)}.${pad(date.getUTCMilliseconds(), 3)}${pad(micros, 3)}`;
}

/** `2022-05-13T02:27:47.123456789Z`: dockerd logs UTC. */
export function logrusStamp(ms: number, nanos: number): string {
  return `${new Date(ms).toISOString().slice(0, -1)}${pad(nanos, 6)}Z`;
}

/** Go's text of a duration: `3m12.345678912s`. */
export function goDuration(ms: number, nanos = 0): string {
  const seconds = Math.floor(ms / 1000);
  const fraction = `${pad(Math.floor(ms % 1000), 3)}${pad(nanos, 6)}`.replace(/0+$/, '');
  const rest = `${seconds % 60}${fraction === '' ? '' : `.${fraction}`}s`;
  if (seconds < 60) return rest;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m${rest}`;
  return `${Math.floor(seconds / 3600)}h${Math.floor(seconds / 60) % 60}m${rest}`;
}

/** `2022-05-13T02:29:40Z`, as the API writes a moment. */
export function isoStamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** `2022-05-13 10:31:04.412877019 +0800 CST`, as Go prints a local time. */
export function goTime(ms: number, nanos: number): string {
  return `${local(ms).toISOString().slice(0, -1).replace('T', ' ')}${pad(nanos, 6)} +0800 CST`;
}

/** `Fri, 13 May 2022 10:31:04 +0800`, as kubectl describes a moment. */
export function mailStamp(ms: number): string {
  return `${local(ms).toUTCString().slice(0, 25)} +0800`;
}

/** `2022/05/13 09:20:00`, local. */
export function slashStamp(ms: number): string {
  return local(ms).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}
