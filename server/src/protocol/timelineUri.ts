/** Addresses of timelines: what all sources say around an instant, merged by time. */

import { visibleText } from './visibleText';

/** Scheme of such addresses; the extension gives them their text. */
export const timelineScheme = 'causeline-timeline';

/** What such an address stands for. */
export interface TimelineAddress {
  /** UTC ms. */
  readonly atMs: number;
  readonly spanMs: number;
  /** Minutes east of UTC. */
  readonly zoneMinutes: number;
  readonly node: string | null;
  readonly isEventsOnly: boolean;
}

/** Farther than this no date reaches. */
const maxMs = 8.6e15;

/** The address; its last part is the title of the tab, `10:15:30 ±30 s node-7.log`. */
export function toTimelineUri({ atMs, spanMs, zoneMinutes, node, isEventsOnly }: TimelineAddress): string {
  const clock = new Date(atMs + zoneMinutes * 60_000).toISOString().slice(11, 19);
  const title = `${clock} ±${spanText(spanMs)}${node === null ? '' : ` ${visibleText(node, 40)}`}.log`;
  const asked = [`at=${Math.round(atMs)}`, `span=${Math.round(spanMs)}`, `zone=${zoneMinutes}`];
  if (node !== null) asked.push(`node=${encodeURIComponent(node)}`);
  if (isEventsOnly) asked.push('events');
  return `${timelineScheme}:/${encodeURIComponent(title)}?${encodeURIComponent(asked.join('&'))}`;
}

/** What such an address stands for, in whatever way it is encoded; `null` for any other. */
export function fromTimelineUri(uri: string): TimelineAddress | null {
  const [, query] = /^causeline-timeline:[^?#]*\?([^#]*)/.exec(uri) ?? [];
  if (query === undefined) return null;
  try {
    const asked = new Map(
      decodeURIComponent(query)
        .split('&')
        .map((part) => [part.split('=')[0] ?? '', part.slice(part.indexOf('=') + 1)]),
    );
    const number = (name: string): number =>
      /^-?\d{1,16}$/.test(asked.get(name) ?? '') ? Number(asked.get(name)) : Number.NaN;
    const [atMs, spanMs, zoneMinutes] = [number('at'), number('span'), number('zone')];
    if (!(Math.abs(atMs) < maxMs && spanMs >= 1 && spanMs < maxMs && Math.abs(zoneMinutes) <= 18 * 60)) return null;
    const node = asked.get('node');
    return {
      atMs,
      spanMs,
      zoneMinutes,
      node: node === undefined ? null : decodeURIComponent(node),
      isEventsOnly: asked.has('events'),
    };
  } catch {
    return null;
  }
}

/** `5 s`, `2 min`, `1 h`. */
function spanText(ms: number): string {
  if (ms < 60_000) return `${ms / 1000} s`;
  return ms < 3_600_000 ? `${ms / 60_000} min` : `${ms / 3_600_000} h`;
}
