/** Keeps what comes densely: some lines mean nothing once or now and then, and much when many come together. */
import type { WorkEvent } from './workEvent';

/** The parts of a run in which at least `least` occurrences fall within `withinMs`; what lies between them is left out. */
export function denseParts(run: readonly WorkEvent[], least: number, withinMs: number): WorkEvent[][] {
  const timed = run
    .filter((event) => event.atMs !== null)
    .sort((a, b) => (a.atMs as number) - (b.atMs as number) || a.raw.line - b.raw.line);
  const parts: WorkEvent[][] = [];
  let from = 0;
  let taken = 0;
  let weight = 0;
  timed.forEach((event, at) => {
    weight += densityOf(event, withinMs);
    while (startOfWindow(event, withinMs) > (timed[from]?.atMs as number)) {
      weight -= densityOf(timed[from] as WorkEvent, withinMs);
      from++;
    }
    if (weight < least) return;
    const joins = parts.length > 0 && from < taken;
    const fresh = timed.slice(joins ? taken : from, at + 1);
    if (joins) parts[parts.length - 1]?.push(...fresh);
    else parts.push(fresh);
    taken = at + 1;
  });
  return parts;
}

function startOfWindow(event: WorkEvent, withinMs: number): number {
  return (event.atMs as number) - withinMs - event.blurMs;
}

/** Occurrences of one record that fall into a window: a count over hours is thin. */
function densityOf(event: WorkEvent, withinMs: number): number {
  const share = event.raw.countSpanMs <= withinMs ? 1 : withinMs / event.raw.countSpanMs;
  return Math.max(1, event.raw.count * share);
}
