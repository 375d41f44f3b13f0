/** Tells lines that say the same of several things (a pod was evicted: for memory or for disk?) by the lines that their own log has before them. */
import type { Signature } from '../catalogue/signature';
import type { WorkEvent } from './workEvent';

/** What a signature says of the lines that it shares with another. */
type Reading = NonNullable<Signature['readAs']>;

/** The events, each with the signature that the lines before it speak for. */
export function readInContext(events: readonly WorkEvent[], signatures: readonly Signature[]): readonly WorkEvent[] {
  const shared = new Set(signatures.filter(({ readAs }) => readAs !== undefined));
  if (!events.some(({ signature }) => shared.has(signature))) return events;
  const byId = new Map(signatures.map((signature) => [signature.id, signature]));
  const signs = new Set([...shared].flatMap(({ readAs }) => [...(readAs?.after ?? []), ...(readAs?.ratherThan ?? [])]));
  const earlier = new Map<string, LastSigns>();
  return events.map((event) => {
    const before: LastSigns = earlier.get(event.source) ?? new Map();
    earlier.set(event.source, before);
    const { readAs } = event.signature;
    const other = readAs !== undefined && isMeant(event, readAs, before) ? byId.get(readAs.as) : undefined;
    const read = other === undefined ? event : { ...event, signature: other };
    const { id } = read.signature;
    if (signs.has(id)) {
      // The latest one comes last.
      before.delete(id);
      before.set(id, read);
    }
    return read;
  });
}

/** Of each signature that tells readings apart the last event so far, in the order of the log. */
type LastSigns = Map<string, WorkEvent>;

/** Whether the last sign before an event that tells one reading from the other speaks for the other one. */
function isMeant(event: WorkEvent, readAs: Reading, before: LastSigns): boolean {
  if (!readAs.text.test(event.raw.text)) return false;
  const signs = [...readAs.after, ...readAs.ratherThan];
  const sign = [...before.values()].findLast(({ signature }) => signs.includes(signature.id));
  return sign !== undefined && readAs.after.includes(sign.signature.id) && isWithin(sign, event, readAs.withinMs);
}

function isWithin(sign: WorkEvent, event: WorkEvent, withinMs: number): boolean {
  if (sign.atMs === null || event.atMs === null || sign.timeline !== event.timeline) return true;
  return event.atMs - sign.atMs <= withinMs;
}
