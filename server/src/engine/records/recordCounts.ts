/** Counts what records have in common: their layers, severities and hosts. Lines of one source resemble each other, so that runs are counted. */
import type { LineScan } from '../formats/format';
import { noSeverity } from '../model/severity';
import { decodeUtf8 } from '../text/decode';
import type { Framer } from './framer';
import type { ReadSource } from './readSource';

const longestHost = 255;

/** Counts into one source what its records have in common. */
export class RecordCounts {
  /** Host of the last record that names one. */
  host = new Uint8Array(0);
  /** How many have named it in a row. */
  private hostCount = 0;
  private lastLayers = -1;
  private lastLayerCount = { ids: [] as readonly string[], count: 0 };

  constructor(
    private readonly found: ReadSource,
    private readonly framer: Framer,
  ) {}

  /** Counts the record that begins with the line that was framed last. */
  count(): void {
    this.found.records++;
    this.countLayers(this.framer.layerKey);
    this.countHost();
  }

  /** Counts a record's layers, and with them its severity, which only the line that was framed last can state. */
  countLayers(key: number, ids?: readonly string[]): void {
    const { framer, found } = this;
    const severity = ids === undefined ? framer.severity : noSeverity;
    if (severity !== noSeverity) found.severities[severity] = (found.severities[severity] ?? 0) + 1;
    if (key !== this.lastLayers) this.beginLayers(key, ids);
    this.lastLayerCount.count++;
  }

  private beginLayers(key: number, ids?: readonly string[]): void {
    const { layerCounts } = this.found;
    const known = layerCounts.get(key) ?? { ids: ids ?? this.framer.layerIds, count: 0 };
    layerCounts.set(key, known);
    this.lastLayers = key;
    this.lastLayerCount = known;
  }

  /** Counts the host that the line that was framed last names. */
  countHost(): void {
    const { framer } = this;
    const level = framer.hostLevel;
    if (level < 0) return;
    const { hostStart, hostEnd } = framer.scans[level] as LineScan;
    this.setHost(framer.buffers[level] as Uint8Array, hostStart, hostEnd);
    this.hostCount++;
  }

  /** From here on another host may write. */
  setHost(bytes: Uint8Array, start: number, end: number): void {
    if (equals(bytes, start, end, this.host)) return;
    this.endRuns();
    this.host = bytes.slice(start, Math.min(end, start + longestHost));
  }

  /** Counts what was left uncounted for speed. */
  endRuns(): void {
    const { hosts, clock } = this.found;
    clock.endRuns();
    if (this.hostCount > 0) {
      const host = decodeUtf8(this.host, 0, this.host.length);
      hosts.set(host, (hosts.get(host) ?? 0) + this.hostCount);
    }
    this.hostCount = 0;
  }
}

function equals(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  if (end - start !== wanted.length) return false;
  for (let index = wanted.length - 1; index >= 0; index--) if (bytes[start + index] !== wanted[index]) return false;
  return true;
}
