/** Zones as people and outputs write them, and how far from UTC they are at an instant, summer time included. */
import { zoneAbbreviations } from '../text/zoneNames';
import { formatOffset } from './calendar';

/** A zone: an offset, or a name with rules. */
export interface Zone {
  /** `+08:00`, or the name. */
  readonly text: string;
  /** Minutes east of UTC at a UTC instant. */
  atUtc(utcMs: number): number;
  /** Minutes east of UTC at a local time; of the two that the end of summer time offers, the first unless `late`. */
  atWall(wallMs: number, late?: boolean): number;
}

/** A zone that never changes. */
export function fixedZone(minutes: number): Zone {
  return { text: formatOffset(minutes), atUtc: () => minutes, atWall: () => minutes };
}

// +08:00, -0530, +8, UTC+8
const offsetForm = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i;

/** The zone that a text names: an offset, `UTC`, an unambiguous abbreviation or a name of the zone database; `null` for any other text. */
export function parseZone(text: string): Zone | null {
  const trimmed = text.trim();
  const offset = offsetForm.exec(trimmed);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 18 * 60 || Number(offset[3] ?? 0) > 59 ? null : fixedZone(offset[1] === '-' ? -minutes : minutes);
  }
  if (/^z$/i.test(trimmed)) return fixedZone(0);
  const known = zoneAbbreviations[trimmed.toUpperCase()];
  if (known !== undefined) return fixedZone(known);
  return /^[A-Za-z_]{2,}(?:\/[A-Za-z0-9_+-]+)+$/.test(trimmed) ? namedZone(trimmed) : null;
}

/** Rules change on whole quarters of an hour. */
const stepMs = 15 * 60_000;

/** The zone of that name with its rules; `null` when the zone database has none. */
function namedZone(name: string): Zone | null {
  const format = formatFor(name);
  if (format === null) return null;
  const cache = new Map<number, number>();
  const atUtc = (utcMs: number): number => {
    const step = Math.floor(utcMs / stepMs);
    const known = cache.get(step);
    if (known !== undefined) return known;
    const minutes = readOffset(format, step * stepMs);
    if (cache.size < 100_000) cache.set(step, minutes);
    return minutes;
  };
  return {
    text: name,
    atUtc,
    atWall(wallMs, late = false) {
      // Whatever the rules are, the two offsets in question hold a day before and a day after.
      const before = atUtc(wallMs - 86_400_000);
      const after = atUtc(wallMs + 86_400_000);
      const fits = [before, after].filter((minutes) => atUtc(wallMs - minutes * 60_000) === minutes);
      return (late ? fits[fits.length - 1] : fits[0]) ?? before;
    },
  };
}

function formatFor(name: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readOffset(format: Intl.DateTimeFormat, utcMs: number): number {
  const inRange = Math.min(Math.max(utcMs, -8.6e15), 8.6e15);
  const text = format.formatToParts(inRange).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(text);
  return match === null ? 0 : (Number(match[2]) * 60 + Number(match[3])) * (match[1] === '-' ? -1 : 1);
}
