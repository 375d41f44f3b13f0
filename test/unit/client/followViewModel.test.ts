/** The view of what is followed: the thing with its names first, then lines by time, and how many there are beyond. */
import { strict as assert } from 'node:assert';
import { toFollowRows } from '../../../client/src/features/followViewModel';
import { say } from './say';

const place = { uri: 'file:///logs/messages', line: 6, start: 0, end: 5, title: 'x', where: 'messages:7' };

describe('the view of what is followed', () => {
  const followed = {
    kind: 'Pod',
    name: 'shop/billing-0',
    node: 'node-7',
    spellings: ['shop/billing-0', '9f86d081884c'],
    mentions: [{ place, text: 'Killing container', time: '2022-05-13 02:28:00 +00:00', isOwn: false }],
    total: 9,
    isWhole: true,
    ownLogs: [
      { where: 'pods/web/0.log', lines: 900, listed: 200 },
      { where: 'pods/web/1.log', lines: 1, listed: 1 },
    ],
  };
  const rows = toFollowRows(followed, say);

  it('begins with the thing and the other names it was looked for by', () => {
    assert.deepEqual([rows[0]?.label, rows[0]?.description], ['Pod shop/billing-0', 'node-7 · 9 lines']);
    assert.deepEqual(
      rows[0]?.children.map(({ label, description }) => [label, description]),
      [
        ['9f86d081884c', 'also this name'],
        ['pods/web/0.log', 'its own log: the last 200 of 900 lines'],
        ['pods/web/1.log', 'its own log, whole'],
      ],
    );
  });

  it('goes on with lines, their times and places', () => {
    assert.deepEqual([rows[1]?.label, rows[1]?.description], ['messages:7', '02:28:00 Killing container']);
    assert.equal(rows[1]?.place, place);
  });

  it('says while the first lines are shown that others are searched for, and counts none', () => {
    const [mention] = followed.mentions;
    const [thing, ...lines] = toFollowRows({ ...followed, isWhole: false }, say);
    assert.equal(thing?.description, 'node-7 · searching …');
    assert.deepEqual(
      lines.map(({ label }) => label),
      [mention?.place.where],
    );
  });

  it('marks lines of its own log, which need not name it', () => {
    const mentions = followed.mentions.map((mention) => ({ ...mention, isOwn: true }));
    assert.deepEqual(
      toFollowRows({ ...followed, mentions }, say).map(({ icon }) => icon),
      ['target', 'output', 'ellipsis'],
    );
  });

  it('ends with how many are not listed', () => {
    assert.equal(rows.at(-1)?.label, '8 more lines');
  });
});
