/** Follows a pod, a container or any other thing through all sources, on demand of the user. */
import type { Mention } from '../../engine/index';
import { formatInstant, identifierAt, identifierOfName, textAt } from '../../engine/index';
import type { FollowParams } from '../../protocol/messages';
import { followMessage } from '../../protocol/messages';
import { visibleText } from '../../protocol/visibleText';
import type { WireFollowed, WireMention } from '../../protocol/wireTypes';
import type { Feature, ServerContext } from '../context';
import { followAll, nodesOf } from '../following';
import { onMessage } from '../rpc';
import { kindText } from '../words';

/** Lines listed; how many more there are is said. */
const maxListed = 5000;

export const register: Feature = (ctx) => {
  const nothing: WireFollowed = { kind: '', name: '', node: '', spellings: [], mentions: [], total: 0 };
  onMessage(ctx.connection, followMessage, nothing, async (asked, token) => {
    const wanted = identifierOf(ctx, asked);
    const result = wanted === undefined ? null : await followAll(ctx, wanted, maxListed, token);
    if (result === null) return nothing;
    const { thing, mentions, total } = result;
    return {
      kind: kindText(thing.kind, ctx.language()),
      name: visibleText(thing.name),
      node: visibleText(thing.node ?? '', 80),
      spellings: thing.spellings.map((spelling) => visibleText(spelling)),
      mentions: mentions.map((mention) => toWire(ctx, mention)),
      total,
    };
  });
  return {};
};

function identifierOf(ctx: ServerContext, asked: FollowParams): ReturnType<typeof identifierAt> {
  const nodes = nodesOf(ctx);
  if ('name' in asked) return asked.name.trim() === '' ? undefined : identifierOfName(asked.name, nodes);
  return identifierAt(asked.text, asked.character, nodes) ?? textAt(asked.text, asked.character);
}

function toWire(ctx: ServerContext, { source, line, text, start, end, timeMs }: Mention): WireMention {
  const zone = ctx.triage.index.source(source)?.clock.zoneMinutes ?? 0;
  const where = `${visibleText(source, 120)}:${line}`;
  return {
    place: { ...ctx.placeOf(source, line), start, end, title: visibleText(text.trim(), 80), where },
    // What stands around the name says more than the stamps before it.
    text: visibleText(text.trim(), 300),
    time: timeMs === null ? '' : formatInstant(timeMs, zone),
  };
}
