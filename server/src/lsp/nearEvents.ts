/** Finds what other files say at the time of an event: in the open files, or in all of them when no other is open. */
import type { TriageEvent } from '../engine/index';
import type { ServerContext } from './context';
import type { NearEvent } from './triageIndex';

/** Events of other files near an event, nearest first; outside the window only the nearest of each file. */
export function nearEvents(ctx: ServerContext, event: TriageEvent): NearEvent[] {
  const { timeMs } = event;
  if (timeMs === null) return [];
  const windowMs = ctx.settings()['causeline.lens.windowSeconds'] * 1000;
  const found = otherSources(ctx, event.source).flatMap((source) => ctx.triage.index.near(source, timeMs, windowMs));
  const inside = found.filter(({ ms }) => Math.abs(ms) <= windowMs);
  return (inside.length > 0 ? inside : found).sort((a, b) => Math.abs(a.ms) - Math.abs(b.ms));
}

function otherSources(ctx: ServerContext, own: string): string[] {
  const open = ctx.documents.keys().flatMap((uri) => ctx.sourceOf(uri) ?? []);
  const others = open.filter((source) => source !== own);
  return others.length > 0 ? others : [...ctx.triage.index.sourceIds()].filter((source) => source !== own);
}
