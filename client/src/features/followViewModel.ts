/** The view of what is followed as plain values: what it is, its names, and the lines that mention it by time. */
import type {
  WireFollowed,
  WireMention,
  WireMentionDocument,
  WireOwnLog,
  WirePlace,
} from '../../../server/src/protocol/wireTypes';
import type { Say } from '../say';
import { whenAndWhere } from '../shortWhere';

/** One row. */
export interface FollowRow {
  readonly kind: 'thing' | 'spelling' | 'ownLog' | 'mention' | 'more' | 'beyond';
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: string;
  readonly place: WirePlace | null;
  readonly children: readonly FollowRow[];
}

/** Marks what need not name the thing, because the thing wrote it. */
const ownIcon = 'output';

/** Rows of the first level. */
export function toFollowRows(followed: WireFollowed, say: Say): FollowRow[] {
  const { kind, name, node, spellings, documents, mentions, listed, total, isWhole, ownLogs } = followed;
  const count = isWhole ? (total === 1 ? say('1 line') : say('{0} lines', total)) : say('searching …');
  const thing = row({
    kind: 'thing',
    id: 'thing',
    label: `${kind} ${name}`,
    description: node === '' ? count : `${node} · ${count}`,
    icon: 'target',
    children: [
      ...spellings
        .filter((spelling) => spelling !== name)
        .map((spelling) =>
          row({ kind: 'spelling', id: `spelling/${spelling}`, label: spelling, description: say('also this name') }),
        ),
      ...ownLogs.map((log) => ownLogRow(log, say)),
    ],
  });
  const rest = isWhole ? total - mentions.length : 0;
  return [
    thing,
    ...mentions.map((mention, position) => mentionRow(mention, documents[mention.document], position)),
    ...(rest > 0 ? [moreRow(rest, mentions.length < listed, say)] : []),
  ];
}

/** What was shown, and more of the same behind it. */
export function withMore(shown: WireFollowed, more: WireFollowed): WireFollowed {
  const before = shown.documents.length;
  const mentions = more.mentions.map((mention) => ({ ...mention, document: mention.document + before }));
  return {
    ...more,
    documents: [...shown.documents, ...more.documents],
    mentions: [...shown.mentions, ...mentions],
  };
}

/** How many lines are not shown, and whether they can be. */
function moreRow(rest: number, canBeShown: boolean, say: Say): FollowRow {
  const label = rest === 1 ? say('1 more line') : say('{0} more lines', rest);
  return row({ kind: canBeShown ? 'more' : 'beyond', id: 'more', label, icon: 'ellipsis' });
}

function ownLogRow({ where, lines, listed }: WireOwnLog, say: Say): FollowRow {
  const description =
    listed === lines ? say('its own log, whole') : say('its own log: the last {0} of {1} lines', listed, lines);
  return row({ kind: 'ownLog', id: `log/${where}`, label: where, description, icon: ownIcon });
}

function mentionRow(
  { line, start, end, text, words, time, isOwn }: WireMention,
  document: WireMentionDocument | undefined,
  position: number,
): FollowRow {
  const { uri, where: source, before } = document ?? { uri: null, where: '', before: 0 };
  const where = `${source}:${line}`;
  return row({
    kind: 'mention',
    id: `mention/${position}`,
    // As rows of evidence: when and where first, then what the line says; the rest of it is in the tooltip.
    label: whenAndWhere(time.split(' ')[1] ?? time, where),
    description: time === '' ? text : text.slice(words),
    tooltip: time === '' ? `${where}\n${text}` : `${time} · ${where}\n${text}`,
    icon: isOwn ? ownIcon : '',
    place: { uri, line: line - 1 - before, start, end, title: text, where },
  });
}

function row(parts: Partial<FollowRow> & Pick<FollowRow, 'kind' | 'id' | 'label'>): FollowRow {
  return { description: '', tooltip: parts.label, icon: '', place: null, children: [], ...parts };
}
