/** The view of what is followed: the thing with its names first, then lines by time, and how many there are beyond. */
import { strict as assert } from 'node:assert';
import { toFollowRows, withMore } from '../../../client/src/features/followViewModel';
import { say } from './say';

/** The part of a large file that begins with its line 5. */
const document = { uri: 'causeline-member:/messages?5-9', where: 'messages', before: 4 };

describe('the view of what is followed', () => {
  const followed = {
    kind: 'Pod',
    name: 'shop/billing-0',
    node: 'node-7',
    spellings: ['shop/billing-0', '9f86d081884c'],
    documents: [document],
    mentions: [
      {
        ...{ document: 0, line: 7, start: 0, end: 5 },
        ...{ text: 'May 13 02:28:00 Killing container', words: 16 },
        ...{ time: '2022-05-13 02:28:00 +00:00', isOwn: false },
      },
    ],
    listed: 9,
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

  it('goes on with lines, their times and places; the whole line is in the tooltip', () => {
    assert.deepEqual([rows[1]?.label, rows[1]?.description], ['02:28:00 messages:7', 'Killing container']);
    assert.match(rows[1]?.tooltip ?? '', /May 13 02:28:00 Killing container$/);
    const { uri, line, start, end } = rows[1]?.place ?? {};
    assert.deepEqual([uri, line, start, end], [document.uri, 2, 0, 5]);
  });

  it('says while the first lines are shown that others are searched for, and counts none', () => {
    const [thing, ...lines] = toFollowRows({ ...followed, isWhole: false }, say);
    assert.equal(thing?.description, 'node-7 · searching …');
    assert.deepEqual(
      lines.map(({ label }) => label),
      ['02:28:00 messages:7'],
    );
  });

  it('names files without their folders, which are the same in every row, unless a name says nothing alone', () => {
    const labelIn = (where: string) =>
      toFollowRows({ ...followed, documents: [{ ...document, where }] }, say)[1]?.label ?? '';
    assert.equal(labelIn('node-7/var/log/messages'), '02:28:00 messages:7');
    assert.equal(labelIn('var/log/pods/shop_billing-0_9f86/app/0.log'), '02:28:00 app/0.log:7');
  });

  it('marks lines of its own log, which need not name it', () => {
    const mentions = followed.mentions.map((mention) => ({ ...mention, isOwn: true }));
    assert.deepEqual(
      toFollowRows({ ...followed, mentions }, say).map(({ icon }) => icon),
      ['target', 'output', 'ellipsis'],
    );
  });

  it('ends with how many are not shown, and whether they can be', () => {
    assert.deepEqual([rows.at(-1)?.label, rows.at(-1)?.kind], ['8 more lines', 'more']);
    const last = toFollowRows({ ...followed, listed: 1 }, say).at(-1);
    assert.deepEqual([last?.label, last?.kind], ['8 more lines', 'beyond']);
  });

  it('goes on with those that are asked for, each in its own document', () => {
    const next = { ...document, uri: 'file:///logs/kubelet.log', where: 'kubelet.log', before: 0 };
    const mentions = followed.mentions.map((mention) => ({ ...mention, line: 3 }));
    const shown = toFollowRows(withMore(followed, { ...followed, documents: [next], mentions }), say);
    assert.deepEqual(
      shown.slice(1).map(({ label, place }) => [label, place?.uri ?? null, place?.line ?? null]),
      [
        ['02:28:00 messages:7', document.uri, 2],
        ['02:28:00 kubelet.log:3', next.uri, 2],
        ['7 more lines', null, null],
      ],
    );
  });
});
