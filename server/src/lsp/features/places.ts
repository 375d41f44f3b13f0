/** Answers where a jump leads: to the next event in the file, along a chain across files, to the cause, to the effect. */
import type { Episode, TriageEvent } from '../../engine/index';
import type { JumpTarget } from '../../protocol/messages';
import { nearbyMessage, placesMessage } from '../../protocol/messages';
import type { WirePlace } from '../../protocol/wireTypes';
import type { Feature, ServerContext } from '../context';
import { nearEvents } from '../nearEvents';
import { onMessage } from '../rpc';
import { ProtocolWriter } from '../toProtocol';
import type { TriageIndex } from '../triageIndex';
import { byPlaceInTime } from '../triageIndex';

/** A peek with more places is a search result, not a look. */
const maxPlaces = 200;

export const register: Feature = (ctx) => {
  onMessage(ctx.connection, placesMessage, { places: [] }, ({ uri, line, target }) => {
    const shown = ctx.lineAt(uri, line);
    if (shown === undefined) return { places: [] };
    return { places: placesFrom(ctx, new ProtocolWriter(ctx, uri), shown.source, shown.line, target) };
  });
  onMessage(ctx.connection, nearbyMessage, { places: [], from: null }, ({ event: id, kind, uri }) => {
    const event = ctx.triage.index.event(id);
    if (event === undefined) return { places: [], from: null };
    const writer = new ProtocolWriter(ctx, uri);
    const from = writer.place(event);
    if (kind !== 'near') return { places: linked(ctx, writer, event, kind), from };
    const near = nearEvents(ctx, event).slice(0, maxPlaces);
    return { places: near.map(({ event: other, ms }) => writer.place(other, ms)), from };
  });
  ctx.triage.onRehearsal((event) => placesFrom(ctx, new ProtocolWriter(ctx), event.source, event.line, 'nextRelated'));
  return {};
};

function placesFrom(
  ctx: ServerContext,
  writer: ProtocolWriter,
  source: string,
  line: number,
  target: JumpTarget,
): WirePlace[] {
  const { index } = ctx.triage;
  if (target === 'nextEvent' || target === 'previousEvent') {
    const event = neighbour(index.eventsOf(source), line, target === 'nextEvent');
    return event === undefined ? [] : [writer.place(event)];
  }
  const here = index.eventForCursor(source, line);
  if (here === undefined) return [];
  if (target === 'cause' || target === 'effect') return linked(ctx, writer, here, target);
  const related = nextRelated(index, here, target === 'nextRelated');
  if (related === undefined) return [];
  const distance = here.timeMs === null || related.timeMs === null ? null : related.timeMs - here.timeMs;
  return [writer.place(related, distance)];
}

/** The nearest event on another line; after the last comes the first. */
function neighbour(events: readonly TriageEvent[], line: number, forward: boolean): TriageEvent | undefined {
  if (forward) return events.find((event) => event.line > line) ?? events[0];
  return events.filter((event) => event.endLine < line).at(-1) ?? events.at(-1);
}

/** One place for every cause or effect of the event's episode, best first; evidence that stands next to it. */
function linked(ctx: ServerContext, writer: ProtocolWriter, event: TriageEvent, side: 'cause' | 'effect'): WirePlace[] {
  const { index } = ctx.triage;
  const episode = index.episodeOf(event);
  if (episode === undefined) return [];
  const links = side === 'cause' ? index.causesOf(episode.id) : index.effectsOf(episode.id);
  return links.flatMap((link) => {
    const other = index.episode(side === 'cause' ? link.cause : link.effect);
    const shown =
      other === undefined
        ? undefined
        : side === 'cause'
          ? index.causeEvent(other, event)
          : index.eventsOfEpisode(other)[0];
    if (shown === undefined) return [];
    return [writer.place(shown, link.lagMs === null ? null : side === 'cause' ? -link.lagMs : link.lagMs)];
  });
}

/** The next event in time that belongs to the same chains (without a chain: to the same node) and is of another episode or file. */
function nextRelated(index: TriageIndex, here: TriageEvent, forward: boolean): TriageEvent | undefined {
  const own = index.episodeOf(here);
  const isOther = (event: TriageEvent): boolean =>
    event.source !== here.source || (index.episodeOf(event)?.id !== own?.id && event.line !== here.line);
  const step = forward ? 1 : -1;
  let best: TriageEvent | undefined;
  for (const events of relatedEvents(index, here, own)) {
    let at = firstAfter(events, here) - (forward ? 0 : 1);
    while (events[at] !== undefined && !isOther(events[at] as TriageEvent)) at += step;
    const found = events[at];
    if (found !== undefined && (best === undefined || byPlaceInTime(found, best) * step < 0)) best = found;
  }
  return best;
}

/** Lists of what may come next, each by time and line. */
function relatedEvents(index: TriageIndex, here: TriageEvent, own: Episode | undefined): (readonly TriageEvent[])[] {
  const chains = own === undefined ? [] : index.chainsOf(own.id).filter((chain) => chain.steps.length > 1);
  if (chains.length === 0) return [index.eventsOfNode(here.node)];
  const episodes = new Set(chains.flatMap((chain) => chain.steps));
  return [...episodes].flatMap((id) => {
    const episode = index.episode(id);
    return episode === undefined ? [] : [index.eventsOfEpisode(episode)];
  });
}

/** Where in a list the events behind this one begin. */
function firstAfter(events: readonly TriageEvent[], here: TriageEvent): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byPlaceInTime(events[middle] as TriageEvent, here) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
