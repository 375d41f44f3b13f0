/** Follows a pod, a container or any other thing through all sources, on demand of the user. */
import type { FollowResult, Identifier, Mention } from '../../engine/index';
import { formatInstant, identifierAt, identifierOfName, textAt } from '../../engine/index';
import type { FollowParams } from '../../protocol/messages';
import { followMessage } from '../../protocol/messages';
import { visibleText } from '../../protocol/visibleText';
import type { WireFollowed, WireMention } from '../../protocol/wireTypes';
import type { Feature, ServerContext } from '../context';
import { followAll, followFirst } from '../following';
import { MentionDocuments } from '../mentionDocuments';
import { onMessage } from '../rpc';
import { kindText } from '../words';

/** Lines listed; how many more there are is said. */
const maxListed = 5000;

/** Characters of lines that are kept for who asks for more of them. */
const keptCharacters = 16 * 1024 * 1024;

/** Characters of a line that are told. */
const longestText = 300;

/** As many as a screen shows. */
const rehearsedLines = 30;

const nothing: WireFollowed = {
  kind: '',
  name: '',
  node: '',
  spellings: [],
  documents: [],
  mentions: [],
  listed: 0,
  total: 0,
  isWhole: true,
  ownLogs: [],
};

/** What was found last, for who asks for more of it. */
interface Found {
  readonly wanted: string;
  readonly index: ServerContext['triage']['index'];
  readonly result: FollowResult;
}

export const register: Feature = (ctx) => {
  let last: Found | null = null;
  onMessage(ctx.connection, followMessage, nothing, async (asked, token) => {
    const wanted = identifierOf(ctx, asked);
    if (wanted === undefined) return nothing;
    if (asked.first !== undefined) return firstOf(ctx, wanted, Math.max(1, Math.min(maxListed, asked.first)));
    const { from = 0, most = maxListed } = asked;
    const name = JSON.stringify(wanted);
    const { index } = ctx.triage;
    const isMore = from > 0 && last?.wanted === name && last.index === index;
    const result = isMore ? last?.result : await followAll(ctx, wanted, maxListed, token);
    if (result == null) return nothing;
    last = isKept(result) ? { wanted: name, index, result } : null;
    return toWire(ctx, result, true, Math.max(0, from), Math.max(1, most));
  });
  ctx.triage.onRehearsal(async ({ entities }) => {
    const name = entities.container ?? entities.uid ?? entities.pod;
    if (name !== undefined) await firstOf(ctx, identifierOfName(name, ctx.triage.index.nodes()), rehearsedLines);
  });
  return {};
};

async function firstOf(ctx: ServerContext, wanted: Identifier, count: number): Promise<WireFollowed> {
  const found = await followFirst(ctx, wanted, count);
  return toWire(ctx, found, found.isWhole, 0, count);
}

function isKept({ mentions }: FollowResult): boolean {
  return mentions.reduce((sum, { text }) => sum + text.length, 0) <= keptCharacters;
}

function toWire(
  ctx: ServerContext,
  { thing, mentions, total, ownLogs }: FollowResult,
  isWhole: boolean,
  from: number,
  most: number,
): WireFollowed {
  const documents = new MentionDocuments(ctx);
  return {
    kind: kindText(thing.kind, ctx.language()),
    name: visibleText(thing.name),
    node: visibleText(thing.node ?? '', 80),
    spellings: thing.spellings.map((spelling) => visibleText(spelling)),
    documents: documents.list,
    mentions: mentions.slice(from, from + most).map((mention) => mentionToWire(ctx, documents, mention)),
    listed: mentions.length,
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

function mentionToWire(
  ctx: ServerContext,
  documents: MentionDocuments,
  { source, line, text, start, end, words, timeMs, isOwn }: Mention,
): WireMention {
  const zone = ctx.triage.index.source(source)?.clock.zoneMinutes ?? 0;
  return {
    document: documents.positionOf(source, line),
    line,
    start,
    end,
    text: visibleText(text.trim(), longestText),
    words: Math.min(longestText, visibleText(text.slice(0, words).trimStart()).length),
    time: timeMs === null ? '' : formatInstant(timeMs, zone),
    isOwn,
  };
}
