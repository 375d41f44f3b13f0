/** `timedatectl`: the node's zone, and whether its clock follows a time server. */
import { parseZone } from '../time/zone';
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

/** `timedatectl show`. */
const shown = /^(Timezone|NTPSynchronized)=(\S+)$/;
const zoneLine = /^\s*Time ?zone: (\S+)(?: \((\w+|[+-]\d{2}), ([+-]\d{4})\))?/;

/** Zone by name and in minutes; `no` or `yes` for the clock. */
export const timedatectl: FactFormat = {
  id: 'timedatectl',
  title: 'timedatectl',
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/timedatectl.html',
  names: ['zone', 'zone.minutes', 'clock.synchronized'],
  looksLikeMine(firstLines) {
    if (firstLines.some((line) => /^NTPSynchronized=(?:yes|no)$/.test(line))) return true;
    return (
      firstLines.some((line) => zoneLine.test(line)) &&
      firstLines.some((line) => /^\s*(?:Local|Universal) time: /.test(line))
    );
  },
  createCollector: () =>
    collectLines((text, line, add) => {
      const zone = zoneLine.exec(text);
      if (zone !== null) {
        add('zone', zone[1] ?? '', line);
        // A name with rules has no one offset; without the offset beside it, the name alone has to do.
        const minutes =
          parseZone(zone[3] ?? (zone[1]?.includes('/') === true ? '' : (zone[1] ?? '')))?.atUtc(0) ?? null;
        if (minutes !== null) add('zone.minutes', minutes, line);
      }
      const property = shown.exec(text);
      if (property !== null) add(property[1] === 'Timezone' ? 'zone' : 'clock.synchronized', property[2] ?? '', line);
      const synchronized = /^\s*(?:System clock synchronized|NTP synchronized): (yes|no)\b/.exec(text);
      if (synchronized !== null) add('clock.synchronized', synchronized[1] ?? '', line);
    }),
};
