/** Following a pod from any of its names: through all files of a folder, for the view and for "find references" of any editor. */
import { strict as assert } from 'node:assert';
import type { Hover, Location } from 'vscode-languageserver/node';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { followMessage } from '../../server/src/protocol/messages';
import type { WireFollowed } from '../../server/src/protocol/wireTypes';
import { Session } from './session';
import { folder } from './story';

const uid = '0f0f3b1e-d261-11ec-9d64-0242ac120002';
const container = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const kubelet = [
  `E0102 03:05:00.000000    1234 pod_workers.go:186] Container garbage collection failed for "billing-0_shop(${uid})"`,
  `I0102 03:05:10.000000    1234 kuberuntime.go:9] pod shop/billing-0 uses "billing-0_shop(${uid})" docker://${container}`,
  '',
].join('\n');
const runtime = [
  '2018-01-02T03:04:59.000000+08:00 node-7 dockerd[812]: something else',
  `2018-01-02T03:05:05.000000+08:00 node-7 dockerd[812]: Container ${container} failed to exit`,
  '',
].join('\n');
const files = new Map([
  [`${folder}/kubelet.log`, kubelet],
  [`${folder}/messages`, runtime],
]);

describe('following a pod', () => {
  let session: Session;

  beforeEach(async () => {
    session = await Session.ready({ files, settings: { clock: { zone: '+08:00' } } });
  });

  afterEach(async () => {
    await session.close();
  });

  const line = runtime.split('\n')[1] ?? '';
  const column = line.indexOf(container) + 3;

  const places = ({ documents, mentions }: WireFollowed): string[] =>
    mentions.map(({ document, line: at, time }) => `${documents[document]?.where}:${at} ${time.split(' ')[1]}`);

  it('from a container lists the lines of all files by time, with the names that were looked for', async () => {
    const followed = await session.ask(followMessage, { text: line, character: column });
    assert.deepEqual(places(followed), ['kubelet.log:1 03:05:00', 'messages:2 03:05:05', 'kubelet.log:2 03:05:10']);
    assert.deepEqual([followed.kind, followed.name, followed.total], ['Pod', 'shop/billing-0', 3]);
    assert.ok(followed.spellings.includes(uid));
    assert.deepEqual(
      followed.mentions.map(({ text, words }) => text.slice(words, words + 25)),
      ['Container garbage collect', 'Container 9f86d081884c7d6', 'pod shop/billing-0 uses "'],
    );
  });

  it('tells as many lines as are wanted, and the others when they are asked for', async () => {
    const name = 'shop/billing-0';
    const begun = await session.ask(followMessage, { name, most: 2 });
    assert.deepEqual(places(begun), ['kubelet.log:1 03:05:00', 'messages:2 03:05:05']);
    assert.deepEqual([begun.total, begun.listed, begun.isWhole], [3, 3, true]);
    assert.deepEqual(places(await session.ask(followMessage, { name, from: 2, most: 2 })), ['kubelet.log:2 03:05:10']);
    // Of something else nothing is known yet.
    const other = await session.ask(followMessage, { name: 'something', from: 1 });
    assert.deepEqual([places(other), other.total], [[], 1]);
  });

  it('shows at once what the report has found about it', async () => {
    const first = await session.ask(followMessage, { name: 'shop/billing-0', first: 30 });
    assert.deepEqual(places(first), ['kubelet.log:1 03:05:00']);
    assert.deepEqual([first.name, first.isWhole], ['shop/billing-0', false]);
    const { text = '', start = 0, end = 0 } = first.mentions[0] ?? {};
    assert.equal(text.slice(start, end), 'billing-0');
    assert.deepEqual((await session.ask(followMessage, { name: 'nothing of that name', first: 30 })).mentions, []);
  });

  it('from its name lists the same', async () => {
    const followed = await session.ask(followMessage, { name: 'shop/billing-0' });
    assert.equal(followed.total, 3);
  });

  it('in any editor is "find references"', async () => {
    const uri = await session.open(`${folder}/messages`);
    const found = await session.client.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri },
      position: { line: 1, character: column },
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map((location) => `${location.uri.split('/').at(-1)}:${location.range.start.line + 1}`),
      ['kubelet.log:1', 'messages:2', 'kubelet.log:2'],
    );
    assert.equal(found[1]?.range.start.character, line.indexOf(container));
  });

  it('finds nothing where nothing stands', async () => {
    assert.equal((await session.ask(followMessage, { text: '  ', character: 1 })).kind, '');
  });

  it('is given up when the user has lost interest', async () => {
    const stop = new CancellationTokenSource();
    const asked = session.client.sendRequest(followMessage.method, { name: 'shop/billing-0' }, stop.token);
    stop.cancel();
    await assert.rejects(asked, /cancelled/);
    assert.equal((await session.ask(followMessage, { name: 'shop/billing-0' })).total, 3);
  });
});

describe('the hover on an id', () => {
  it('names the pod that it belongs to, when an event tells of both', async () => {
    const both = kubelet.replace('collection failed for', `collection failed for docker://${container} of`);
    const session = await Session.ready({ files: new Map([...files, [`${folder}/kubelet.log`, both]]) });
    const uri = await session.open(`${folder}/messages`);
    const line = runtime.split('\n')[1] ?? '';
    const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: line.indexOf(container) + 3 },
    });
    assert.match(JSON.stringify(hover?.contents), /\*\*Pod\*\* `shop\/billing-0`/);
    await session.close();
  });
});
