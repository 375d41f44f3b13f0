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
  const earlier = new Map<string, WorkEvent[]>();
  return events.map((event) => {
    const before = earlier.get(event.source) ?? [];
    earlier.set(event.source, before);
    const { readAs } = event.signature;
    const other = readAs !== undefined && isMeant(event, readAs, before) ? byId.get(readAs.as) : undefined;
    const read = other === undefined ? event : { ...event, signature: other };
    before.push(read);
    return read;
  });
}

/** Whether the last sign before an event that tells one reading from the other speaks for the other one. */
function isMeant(event: WorkEvent, readAs: Reading, before: readonly WorkEvent[]): boolean {
  if (!readAs.text.test(event.raw.text)) return false;
  const signs = [...readAs.after, ...readAs.ratherThan];
  const sign = before.findLast(({ signature }) => signs.includes(signature.id));
  return sign !== undefined && readAs.after.includes(sign.signature.id) && isWithin(sign, event, readAs.withinMs);
}

function isWithin(sign: WorkEvent, event: WorkEvent, withinMs: number): boolean {
  if (sign.atMs === null || event.atMs === null || sign.timeline !== event.timeline) return true;
  return event.atMs - sign.atMs <= withinMs;
}
