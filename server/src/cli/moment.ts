/** Reads a moment from the command line: an instant, or a line of a source. */
import { parseZone } from '../engine/index';
import { UsageError } from './usage';

/** An instant, in UTC ms, with the zone it was given in (minutes east of UTC); or a line (1-based) of a source. */
export type Moment =
  | { readonly timeMs: number; readonly zoneMinutes: number }
  | { readonly source: string; readonly line: number };

/** An instant as ISO 8601 or as reports write it, with a zone; or `SOURCE:LINE`. */
export function parseMoment(text: string): Moment {
  const instant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?: ?(\S.*))?$/.exec(text);
  if (instant !== null) {
    const zone = parseZone(instant[3] ?? '');
    if (zone === null)
      throw new UsageError(`'${text}' states no zone; write it behind the time: ${instant[1]}T${instant[2]}+08:00`);
    const wallMs = Date.parse(`${instant[1]}T${instant[2]}Z`);
    if (Number.isNaN(wallMs)) throw new UsageError(`'${text}' is no time; write it like 2022-05-13T10:26:40+08:00`);
    const zoneMinutes = zone.atWall(wallMs);
    return { timeMs: wallMs - zoneMinutes * 60_000, zoneMinutes };
  }
  const line = /^(.+):([1-9]\d{0,11})$/.exec(text);
  if (line === null)
    throw new UsageError(
      `'${text}' is no moment; it can be SOURCE:LINE, or an instant such as 2022-05-13T10:26:40+08:00`,
    );
  return { source: line[1] ?? '', line: Number(line[2]) };
}
