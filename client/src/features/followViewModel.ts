/** The view of what is followed as plain values: what it is, its names, and the lines that mention it by time. */
import type { WireFollowed, WireMention, WireOwnLog, WirePlace } from '../../../server/src/protocol/wireTypes';
import type { Say } from '../say';

/** One row. */
export interface FollowRow {
  readonly kind: 'thing' | 'spelling' | 'ownLog' | 'mention' | 'more';
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
  const { kind, name, node, spellings, mentions, total, isWhole, ownLogs } = followed;
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
    ...mentions.map(mentionRow),
    ...(rest > 0 ? [row({ kind: 'more', id: 'more', label: say('{0} more lines', rest), icon: 'ellipsis' })] : []),
  ];
}

function ownLogRow({ where, lines, listed }: WireOwnLog, say: Say): FollowRow {
  const description =
    listed === lines ? say('its own log, whole') : say('its own log: the last {0} of {1} lines', listed, lines);
  return row({ kind: 'ownLog', id: `log/${where}`, label: where, description, icon: ownIcon });
}

function mentionRow({ place, text, time, isOwn }: WireMention, position: number): FollowRow {
  return row({
    kind: 'mention',
    id: `mention/${position}`,
    label: place.where,
    description: time === '' ? text : `${time.split(' ')[1] ?? time} ${text}`,
    tooltip: time === '' ? `${place.where}\n${text}` : `${time} · ${place.where}\n${text}`,
    icon: isOwn ? ownIcon : '',
    place,
  });
}

function row(parts: Partial<FollowRow> & Pick<FollowRow, 'kind' | 'id' | 'label'>): FollowRow {
  return { description: '', tooltip: parts.label, icon: '', place: null, children: [], ...parts };
}
