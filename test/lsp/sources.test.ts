/** Sources as an editor gets them, and decisions about them that reach the disk, the report and the next session. */
import { strict as assert } from 'node:assert';
import { correctMessage, sameMomentMessage, sourcesMessage } from '../../server/src/protocol/messages';
import type { WireSource } from '../../server/src/protocol/wireTypes';
import { Session } from './session';
import { folder, kubeletPath, messagesPath, storyFiles } from './story';

const casePath = `${folder}/.causeline/case.json`;

async function sourceOf(session: Session, name: string): Promise<WireSource | undefined> {
  return (await session.ask(sourcesMessage, {})).sources.find((source) => source.name === name);
}

describe('the sources of a folder', () => {
  let session: Session;

  afterEach(async () => {
    await session.close();
  });

  it('are told with format, node, span and clock, and why', async () => {
    session = await Session.ready();
    const { sources, formats, problems } = await session.ask(sourcesMessage, {});
    assert.equal(sources.length, storyFiles.size);
    assert.deepEqual(problems, []);
    assert.ok(formats.some(({ id }) => id === 'klog'));
    const source = await sourceOf(session, 'kubelet.log');
    assert.equal(source?.uri, `file://${kubeletPath}`);
    assert.match(source?.formatReason ?? '', /^\S+: \d+ % of \d+ records/);
    assert.match(source?.clock ?? '', /^\S+ \((?:stated|inferred|assumed)\)/);
    assert.ok((source?.evidence.length ?? 0) > 0);
  });

  it('are told in Chinese', async () => {
    session = await Session.ready({ locale: 'zh-cn' });
    const source = await sourceOf(session, 'messages');
    assert.match(source?.clock ?? '', /推断|假定|日志写明/);
    assert.match(source?.formatReason ?? '', /条记录/);
  });

  it('are corrected, and stay so in the next session', async () => {
    session = await Session.ready();
    const answer = await session.ask(correctMessage, {
      source: 'kubelet.log',
      change: { zone: '+09:00', skew: '+2.5s' },
    });
    assert.equal(answer.problem, '');
    const corrected = await sourceOf(session, 'kubelet.log');
    assert.deepEqual([corrected?.zone, corrected?.skew, corrected?.decided], ['+09:00', '+2.5s', ['zone', 'skew']]);
    assert.deepEqual(JSON.parse(session.host.files.get(casePath) ?? ''), {
      version: 1,
      sources: { 'kubelet.log': { zone: '+09:00', skew: '+2.5s' } },
    });
    const { files } = session.host;
    await session.close();
    session = await Session.ready({ files });
    assert.equal((await sourceOf(session, 'kubelet.log'))?.zone, '+09:00');
    await session.ask(correctMessage, { source: 'kubelet.log', change: { zone: null, skew: null } });
    assert.deepEqual((await sourceOf(session, 'kubelet.log'))?.decided, []);
  });

  it('are not corrected by what makes no sense, which is said with a remedy', async () => {
    session = await Session.ready();
    const { problem } = await session.ask(correctMessage, { source: 'messages', change: { zone: 'Mars/Base' } });
    assert.match(problem, /is no zone; write \+08:00/);
    assert.match((await session.ask(correctMessage, { source: 'nowhere', change: {} })).problem, /not in the report/);
    assert.equal(session.host.files.has(casePath), false);
  });

  it('keep a broken case file as it is, and say what is wrong in it', async () => {
    const files = new Map([...storyFiles, [casePath, '{"sources": {"messages": {"year": "x"}']]);
    session = await Session.ready({ files });
    assert.ok((await session.ask(sourcesMessage, {})).problems.length > 0);
    const { problem } = await session.ask(correctMessage, { source: 'messages', change: { year: 2018 } });
    assert.match(problem, /put it right first/);
    assert.equal(session.host.files.get(casePath), files.get(casePath));
  });

  it('are brought to the same moment by two lines', async () => {
    session = await Session.ready();
    const line = (path: string, number: number) => ({
      uri: `file://${path}`,
      line: number,
      text: (session.host.files.get(path) ?? '').split('\n')[number] ?? '',
    });
    const { problem, choices = [] } = await session.ask(sameMomentMessage, {
      first: line(messagesPath, 0),
      second: line(kubeletPath, 0),
    });
    assert.equal(problem, '');
    assert.deepEqual(
      choices.map(({ source }) => source),
      ['messages', 'kubelet.log'],
    );
    const [move] = choices;
    await session.ask(correctMessage, {
      source: 'messages',
      change: { skew: move?.skew ?? '', note: move?.note ?? '' },
    });
    const again = await session.ask(sameMomentMessage, { first: line(messagesPath, 0), second: line(kubeletPath, 0) });
    assert.deepEqual(
      again.choices?.map(({ moved }) => moved),
      ['+0s', '+0s'],
    );
  });

  it('have no same moment with themselves, or without a time', async () => {
    session = await Session.ready();
    const here = { uri: `file://${messagesPath}`, line: 0, text: 'no stamp' };
    assert.match((await session.ask(sameMomentMessage, { first: here, second: here })).problem, /no time/);
    const text = (session.host.files.get(messagesPath) ?? '').split('\n')[0] ?? '';
    const there = { ...here, text };
    assert.match((await session.ask(sameMomentMessage, { first: there, second: there })).problem, /one source/);
  });
});
