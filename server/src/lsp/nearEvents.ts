/** Finds what other files say at the time of an event: in the open files, or in all files of the node when no other is open. */
import type { TriageEvent } from '../engine/index';
import type { ServerContext } from './context';
import type { NearEvent } from './triageIndex';

/** Events of other files near an event, nearest first; outside the window only the nearest of each file. */
export function nearEvents(ctx: ServerContext, event: TriageEvent): NearEvent[] {
  const { timeMs } = event;
  if (timeMs === null) return [];
  const windowMs = ctx.settings()['causeline.lens.windowSeconds'] * 1000;
  const found = otherSources(ctx, event).flatMap((source) => ctx.triage.index.near(source, timeMs, windowMs));
  const inside = found.filter(({ ms }) => Math.abs(ms) <= windowMs);
  return (inside.length > 0 ? inside : found).sort((a, b) => Math.abs(a.ms) - Math.abs(b.ms));
}

/** Whether there is another file at all whose events have times: then there is a nearest one. */
export function hasNearEvents(ctx: ServerContext, event: TriageEvent): boolean {
  return (
    event.timeMs !== null &&
    otherSources(ctx, event).some((source) => ctx.triage.index.eventsOf(source).some(({ timeMs }) => timeMs !== null))
  );
}

function otherSources(ctx: ServerContext, { source: own, node }: TriageEvent): string[] {
  const { index } = ctx.triage;
  const open = ctx.documents.keys().flatMap((uri) => ctx.sourceOf(uri) ?? []);
  const others = open.filter((source) => source !== own);
  if (others.length > 0) return others;
  const all = [...index.sourceIds()].filter((source) => source !== own && index.eventsOf(source).length > 0);
  const ofNode = all.filter((source) => index.source(source)?.node === node);
  return ofNode.length > 0 ? ofNode : all;
}
