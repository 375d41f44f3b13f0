/** Rules of users in the editor: they take part in the reading, faults show as one types, members and ids are completed. */
import { strict as assert } from 'node:assert';
import type { CompletionItem } from 'vscode-languageserver/node';
import { chainsMessage, sourcesMessage } from '../../server/src/protocol/messages';
import { Session } from './session';
import { folder, messagesPath, storyFiles } from './story';

const rulesPath = `${folder}/.causeline/rules/mine.yaml`;
const rule = `signatures:
  - id: agent-wedged
    title: Our agent is stuck
    severity: error
    wordings:
      - regex: agent wedged for (?<seconds>\\d+)s
    matches:
      - agent wedged for 12s
`;

function withRule(text: string): Map<string, string> {
  return new Map([
    ...storyFiles,
    [rulesPath, text],
    [`${folder}/agent.log`, 'May 13 10:27:47 node-a agentd[12]: agent wedged for 12s\n'],
  ]);
}

describe('rules of users', () => {
  let session: Session;

  afterEach(async () => {
    await session.close();
  });

  const complete = async (text: string): Promise<string[]> => {
    const line = text.split('\n').length - 1;
    const character = text.length - text.lastIndexOf('\n') - 1;
    session.host.files.set(rulesPath, text);
    const uri = await session.open(rulesPath, 'yaml');
    const items = await session.client.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    });
    return items.map(({ label }) => label);
  };

  it('find what they name', async () => {
    session = await Session.ready({ files: withRule(rule) });
    const found = session.diagnostics.get(`file://${folder}/agent.log`) ?? [];
    assert.deepEqual(
      found.map(({ code }) => code),
      ['agent-wedged'],
    );
  });

  it('that keep records quiet are told in the view of sources', async () => {
    session = await Session.ready({
      files: withRule(rule.replace('severity: error', 'role: benign')),
    });
    assert.deepEqual(session.diagnostics.get(`file://${folder}/agent.log`) ?? [], []);
    const { quieted } = await session.ask(sourcesMessage, {});
    assert.equal(quieted.length, 1);
    assert.match(
      quieted[0]?.text ?? '',
      /^“Our agent is stuck” \(.*mine\.yaml:2\): 1 record, the first is .*agent\.log:1$/,
    );
    assert.deepEqual([quieted[0]?.place?.uri, quieted[0]?.place?.line], [`file://${rulesPath}`, 1]);
  });

  it('hold on in their last good version while a file is broken', async () => {
    session = await Session.ready({ files: withRule(rule) });
    session.host.files.set(rulesPath, 'signatures:\n  - id: [');
    await session.analyze();
    assert.equal(session.diagnostics.get(`file://${folder}/agent.log`)?.length, 1);
    session.host.files.delete(rulesPath);
    await session.analyze();
    assert.equal(session.diagnostics.get(`file://${folder}/agent.log`)?.length ?? 0, 0);
  });

  it('are checked as one types, their samples too', async () => {
    session = await Session.ready({ files: withRule(rule) });
    session.host.files.set(
      rulesPath,
      rule.replace('severity: error', 'severity: dire').concat('      - something else\n'),
    );
    const uri = await session.open(rulesPath, 'yaml');
    await session.host.somethingScheduled();
    session.host.runScheduled();
    await session.ask(chainsMessage, {});
    const [fault] = session.diagnostics.get(uri) ?? [];
    assert.deepEqual(fault?.range, { start: { line: 3, character: 14 }, end: { line: 3, character: 18 } });
    assert.match(String(fault?.message), /'dire' is none of: fatal, error/);
  });

  it('are completed: members, closed sets, signatures', async () => {
    session = await Session.ready({ files: withRule(rule) });
    assert.deepEqual(await complete(''), ['signatures', 'edges']);
    assert.ok((await complete('signatures:\n  - ')).includes('wordings'));
    assert.deepEqual(await complete('signatures:\n  - id: x\n    role: '), [
      'problem',
      'context',
      'recovery',
      'benign',
    ]);
    assert.ok((await complete('signatures:\n  - id: x\n    wordings:\n      - reg')).includes('regex'));
    assert.ok((await complete('edges:\n  - id: x\n    causes:\n      - ')).includes('container-gc-failed'));
    assert.ok(
      (await complete('edges:\n  - id: x\n    lag:\n      typicalMs: [0, 1]\n    effects: [')).includes(
        'container-gc-failed',
      ),
    );
    assert.ok(
      (await complete('signatures:\n  - id: x\n    time:\n      anchor: end\nedges:\n  - id: y\n    ')).includes(
        'mechanism',
      ),
    );
  });

  it('complete nothing outside rule files', async () => {
    session = await Session.ready({ files: withRule(rule) });
    const uri = await session.open(messagesPath);
    const items = await session.client.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    assert.deepEqual(items, []);
  });
});
