/** Many questions at once, and lines with letters that take two units of an editor's text: answers are right and in order. */
import { strict as assert } from 'node:assert';
import type { Hover } from 'vscode-languageserver/node';
import { Session } from './session';
import { folder, messages, messagesPath } from './story';

describe('a thousand questions at once', () => {
  it('are each answered as one alone is, in the order in which they were asked', async () => {
    const session = await Session.ready();
    const uri = await session.open(messagesPath);
    const lines = messages.split('\n').length;
    const ask = (at: number): Promise<Hover | null> =>
      session.client.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: at % lines, character: 60 },
      });
    const alone: (Hover | null)[] = [];
    for (let line = 0; line < lines; line++) alone.push(await ask(line));
    const order: number[] = [];
    const answers = await Promise.all(
      Array.from({ length: 1000 }, async (_, at) => {
        const answer = await ask(at);
        order.push(at);
        return answer;
      }),
    );
    for (const [at, answer] of answers.entries()) assert.deepEqual(answer, alone[at % lines]);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    await session.close();
  });
});

describe('a line with letters beyond the first plane', () => {
  it('is marked where an editor counts them', async () => {
    const line = messages.split('\n').find((text) => text.includes('xtables lock')) ?? '';
    const odd = line.replace(': ', ': \u{1f600}\u{1f469}\u200d\u{1f680} e\u0301 ');
    const path = `${folder}/odd.log`;
    const session = await Session.ready({ files: new Map([[path, `${odd}\n${line}\n`]]) });
    const ranges = (session.diagnostics.get(`file://${path}`) ?? []).map(({ range }) => range);
    const marked = ranges.map(({ start, end }) =>
      (start.line === 0 ? odd : line).slice(start.character, end.character),
    );
    assert.equal(marked.length, 2);
    assert.match(marked[0] ?? '', /^holding the xtables lock; waiting \(\d+s\)$/);
    assert.equal(marked[0], marked[1]);
    await session.close();
  });
});
