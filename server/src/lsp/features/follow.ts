/** Follows a pod, a container or any other thing through all sources, on demand of the user. */
import type { FollowResult, Identifier, Mention } from '../../engine/index';
import { formatInstant, identifierAt, identifierOfName, textAt } from '../../engine/index';
import type { FollowParams } from '../../protocol/messages';
import { followMessage } from '../../protocol/messages';
import { visibleText } from '../../protocol/visibleText';
import type { WireFollowed, WireMention } from '../../protocol/wireTypes';
import type { Feature, ServerContext } from '../context';
import { followAll, followFirst } from '../following';
import { onMessage } from '../rpc';
import { kindText } from '../words';

/** Lines listed; how many more there are is said. */
const maxListed = 5000;

/** As many as a screen shows. */
const rehearsedLines = 30;

const nothing: WireFollowed = {
  kind: '',
  name: '',
  node: '',
  spellings: [],
  mentions: [],
  total: 0,
  isWhole: true,
  ownLogs: [],
};

export const register: Feature = (ctx) => {
  onMessage(ctx.connection, followMessage, nothing, async (asked, token) => {
    const wanted = identifierOf(ctx, asked);
    if (wanted === undefined) return nothing;
    if (asked.first !== undefined) return firstOf(ctx, wanted, Math.max(1, Math.min(maxListed, asked.first)));
    const found = await followAll(ctx, wanted, maxListed, token);
    return found === null ? nothing : toWire(ctx, found, true);
  });
  ctx.triage.onRehearsal(async ({ entities }) => {
    const name = entities.container ?? entities.uid ?? entities.pod;
    if (name !== undefined) await firstOf(ctx, identifierOfName(name, ctx.triage.index.nodes()), rehearsedLines);
  });
  return {};
};

async function firstOf(ctx: ServerContext, wanted: Identifier, count: number): Promise<WireFollowed> {
  const found = await followFirst(ctx, wanted, count);
  return toWire(ctx, found, found.isWhole);
}

function toWire(ctx: ServerContext, { thing, mentions, total, ownLogs }: FollowResult, isWhole: boolean): WireFollowed {
  return {
    kind: kindText(thing.kind, ctx.language()),
    name: visibleText(thing.name),
    node: visibleText(thing.node ?? '', 80),
    spellings: thing.spellings.map((spelling) => visibleText(spelling)),
    mentions: mentions.map((mention) => mentionToWire(ctx, mention)),
    total,
    isWhole,
    ownLogs: ownLogs.map(({ source, lines, first, last }) => ({
      where: visibleText(source, 120),
      lines,
      listed: last - first + 1,
    })),
  };
}

function identifierOf(ctx: ServerContext, asked: FollowParams): ReturnType<typeof identifierAt> {
  const nodes = ctx.triage.index.nodes();
  if ('name' in asked) return asked.name.trim() === '' ? undefined : identifierOfName(asked.name, nodes);
  return identifierAt(asked.text, asked.character, nodes) ?? textAt(asked.text, asked.character);
}

function mentionToWire(ctx: ServerContext, { source, line, text, start, end, timeMs, isOwn }: Mention): WireMention {
  const zone = ctx.triage.index.source(source)?.clock.zoneMinutes ?? 0;
  const where = `${visibleText(source, 120)}:${line}`;
  return {
    place: { ...ctx.placeOf(source, line), start, end, title: visibleText(text.trim(), 80), where },
    // What stands around the name says more than the stamps before it.
    text: visibleText(text.trim(), 300),
    time: timeMs === null ? '' : formatInstant(timeMs, zone),
    isOwn,
  };
}
