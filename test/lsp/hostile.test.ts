/** What an editor is told about hostile logs and by impatient users: no icons, links or markup from logs, and no answer that is late for others. */
import { strict as assert } from 'node:assert';
import type { CodeLens, Hover } from 'vscode-languageserver/node';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  chainsMessage,
  evidenceMessage,
  followMessage,
  highlightsMessage,
  nearbyMessage,
  placesMessage,
} from '../../server/src/protocol/messages';
import { Session } from './session';
import { folder, kubelet, messages, storyFiles } from './story';

const lively = '$(bug) [click](command:evil) ![x](https://example.com/x.png) <img src=x> `a` ``` **b**';
const hostileName = '$(alert) [a](command:evil).log';
const hostilePath = `${folder}/${hostileName}`;
const uid = '0f0f3b1e-d261-11ec-9d64-0242ac120002';
const hostileLog = `${messages.replaceAll('for it to exit...', `for it to exit... ${lively}`)}2018-01-02T03:05:01.000000+08:00 node-7 kubelet[99]: Container garbage collection failed for "billing-0_shop(${uid})" ${lively}\n`;
const files = new Map([
  [hostilePath, hostileLog],
  [`${folder}/kubelet.log`, kubelet],
]);

/** Every text in an answer. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  // Addresses, ids and whole documents are no labels.
  return Object.entries(value).flatMap(([key, inner]) => (['uri', 'id', 'event'].includes(key) ? [] : textsOf(inner)));
}

function assertNoIcons(answer: unknown, where: string): void {
  for (const text of textsOf(answer)) assert.doesNotMatch(text, /(?<!\\)\$\(/, where);
}

/** What of Markdown is not code. */
function outsideOfCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})text?\n[\s\S]*?\n\1$/gm, '')
    .replace(/^(`{3,})\n[\s\S]*?\n\1$/gm, '')
    .replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '');
}

describe('hostile log text', () => {
  let session: Session;

  beforeEach(async () => {
    session = await Session.ready({ files });
  });

  afterEach(() => session.close());

  it('makes no icons in the chain view, in evidence, in jumps and in what is followed', async () => {
    const { chains, lone } = await session.ask(chainsMessage, {});
    assert.ok(chains.length > 0);
    assertNoIcons([chains, lone], 'chains');
    let evidence = 0;
    for (const { steps } of chains) {
      for (const { episode } of steps) {
        const { lines } = await session.ask(evidenceMessage, { episode, limit: 50 });
        evidence += lines.length;
        assertNoIcons(lines, 'evidence');
      }
    }
    assert.ok(evidence > 0);
    const uri = `file://${hostilePath}`;
    for (const target of ['nextEvent', 'nextRelated', 'cause', 'effect'] as const)
      assertNoIcons(await session.ask(placesMessage, { uri, line: 4, target }), target);
    const followed = await session.ask(followMessage, { name: 'shop/billing-0' });
    assert.equal(followed.total, 1);
    assertNoIcons(followed, 'follow');
    assertNoIcons(await session.ask(followMessage, { name: '$(bug) [click]' }), 'follow a text');
  });

  it('makes no icons in lenses, nor do names of files', async () => {
    await session.open(hostilePath);
    const uri = await session.open(`${folder}/kubelet.log`);
    const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const titles: string[] = [];
    for (const lens of lenses) {
      const { command } = await session.client.sendRequest<CodeLens>('codeLens/resolve', lens);
      titles.push(command?.title ?? '');
      const [event, kind] = command?.arguments ?? [];
      assertNoIcons(await session.ask(nearbyMessage, { event, kind, uri }), 'nearby');
    }
    assert.ok(titles.some((title) => title.includes('alert')));
    assertNoIcons(titles, 'lenses');
  });

  it('is code in hovers, or escaped', async () => {
    const journal = `${folder}/system.journal`;
    const fields = [
      { name: 'MESSAGE', value: lively },
      { name: '_CMDLINE', value: `\`\`\`\`\n${lively}\n\`\`\`` },
      { name: 'UNIT', value: '</pre><script>' },
    ];
    session.host.files.set(journal, hostileLog);
    session.host.entry = { ...session.host.entry, file: '$(bug)`x`.journal', fields };
    await session.analyze();
    let hovers = 0;
    for (const path of [hostilePath, journal]) {
      const uri = await session.open(path);
      for (const line of [0, 4, 5]) {
        for (const character of [0, 60, 110]) {
          const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', {
            textDocument: { uri },
            position: { line, character },
          });
          if (hover === null) continue;
          const { value } = hover.contents as { readonly value: string };
          hovers++;
          assert.doesNotMatch(outsideOfCode(value), /\]\(|<img|<\/?script|(?<!\\)\$\(/, value);
        }
      }
    }
    assert.ok(hovers > 3);
  });
});

describe('a storm of requests that are given up', () => {
  it('leaves a server that answers, and complains of nothing', async () => {
    const session = await Session.ready({ files: storyFiles });
    const complaints: string[] = [];
    session.client.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
      complaints.push(message);
    });
    const uri = await session.open(`${folder}/messages`);
    const textDocument = { uri };
    const asks: readonly (readonly [string, object])[] = [
      ['textDocument/hover', { textDocument, position: { line: 0, character: 3 } }],
      ['textDocument/codeLens', { textDocument }],
      ['textDocument/semanticTokens/full', { textDocument }],
      [
        'textDocument/references',
        { textDocument, position: { line: 0, character: 3 }, context: { includeDeclaration: true } },
      ],
      [chainsMessage.method, {}],
      [followMessage.method, { name: 'xtables lock' }],
      [highlightsMessage.method, { uri }],
      [placesMessage.method, { uri, line: 0, target: 'nextRelated' }],
    ];
    let state = 7;
    const roll = (limit: number): number => {
      state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
      return (state >> 8) % limit;
    };
    const outcomes: Promise<unknown>[] = [];
    for (let index = 0; index < 400; index++) {
      const [method, params] = asks[roll(asks.length)] as readonly [string, object];
      const stop = new CancellationTokenSource();
      outcomes.push(session.client.sendRequest(method, params, stop.token));
      if (roll(3) > 0) stop.cancel();
      if (roll(4) === 0) await Promise.resolve();
      // A reading begins in the middle, and another one takes its place.
      if (index % 150 === 149) outcomes.push(session.analyze());
    }
    const ends = await Promise.allSettled(outcomes);
    const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
    assert.deepEqual(
      reasons.filter((reason) => !/cancelled/i.test(reason)),
      [],
    );
    assert.ok(reasons.length > 0 && reasons.length < ends.length);
    assert.equal((await session.ask(chainsMessage, {})).chains.length, 1);
    assert.deepEqual(complaints, []);
    await session.close();
  });
});
