/** How a session goes: slow, cancelled, stopped and failing readings, changes on disk, settings, languages, limits. */
import { strict as assert } from 'node:assert';
import type { CodeLens, Hover } from 'vscode-languageserver/node';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import {
  messages as allMessages,
  chainsMessage,
  evidenceMessage,
  highlightsMessage,
  journalMessage,
  markdownMessage,
  memberMessage,
  nearbyMessage,
  stopMessage,
} from '../../server/src/protocol/messages';
import { Session, wordsOf } from './session';
import { folder, kubelet, kubeletPath, messages, messagesPath, storyCatalogue } from './story';

const messagesUri = `file://${messagesPath}`;

function gate(): { readonly promise: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open: () => open() };
}

describe('a slow reading', () => {
  it('does not keep other questions waiting', async () => {
    const slow = gate();
    const session = await Session.start({ gate: slow.promise });
    await session.status((status) => status.state === 'indexing');
    const { state, chains } = await session.ask(chainsMessage, {});
    assert.deepEqual([state, chains], ['indexing', []]);
    slow.open();
    await session.status((status) => status.state === 'ready');
    assert.equal((await session.ask(chainsMessage, {})).chains.length, 1);
    await session.close();
  });

  it('shows what was read so far, marked as a part, until the whole is there', async () => {
    const slow = gate();
    const session = await Session.start({ gate: slow.promise, tellsParts: true });
    const part = await session.status(({ partial }) => partial);
    assert.deepEqual([part.state, part.revision], ['indexing', 1]);
    assert.equal((await session.ask(chainsMessage, {})).chains.length, 0);
    assert.equal(session.diagnostics.get(`file://${kubeletPath}`)?.length, 1);
    slow.open();
    const whole = await session.status(({ state }) => state === 'ready');
    assert.deepEqual([whole.partial, whole.revision], [false, 2]);
    assert.equal((await session.ask(chainsMessage, {})).chains.length, 1);
    await session.close();
  });

  it('shows no part in place of a whole', async () => {
    const session = await Session.ready();
    const slow = gate();
    session.host.gate = slow.promise;
    session.host.tellsParts = true;
    const again = session.analyze();
    await session.status(({ state, revision }) => state === 'indexing' && revision === 1);
    assert.equal((await session.ask(chainsMessage, {})).chains.length, 1);
    slow.open();
    assert.equal((await again).revision, 2);
    await session.close();
  });

  it('is waited for by the export, unless the user gives up', async () => {
    const slow = gate();
    const session = await Session.start({ gate: slow.promise });
    await session.status((status) => status.state === 'indexing');
    const givingUp = new CancellationTokenSource();
    const given = session.client.sendRequest(markdownMessage.method, { linkBase: '' }, givingUp.token);
    const waiting = session.ask(markdownMessage, { linkBase: '' });
    givingUp.cancel();
    await assert.rejects(
      given,
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
    slow.open();
    assert.match((await waiting).text, /Wait for the xtables lock/);
    await session.close();
  });

  it('keeps what was read when it is stopped, and says so', async () => {
    const never = gate();
    const session = await Session.start({ gate: never.promise });
    await session.status((status) => status.state === 'indexing');
    await session.client.sendNotification(stopMessage.method, {});
    const status = await session.status(({ state }) => state === 'ready');
    assert.equal(status.partial, true);
    await session.close();
  });

  it('is given up for a newer one', async () => {
    const never = gate();
    const session = await Session.start({ gate: never.promise });
    await session.status((status) => status.state === 'indexing');
    session.host.gate = Promise.resolve();
    const { revision } = await session.analyze();
    assert.equal(revision, 1);
    assert.equal((await session.ask(chainsMessage, {})).chains.length, 1);
    await session.close();
  });
});

describe('what makes following quick', () => {
  it('is prepared when a reading is over, until the next one begins', async () => {
    const session = await Session.ready();
    assert.deepEqual(
      session.host.prepared.map(({ aborted }) => aborted),
      [false],
    );
    await session.analyze();
    assert.deepEqual(
      session.host.prepared.map(({ aborted }) => aborted),
      [true, false],
    );
    await session.close();
    assert.equal(session.host.prepared.at(-1)?.aborted, true);
  });

  it('is told of when it is there, and not believed of the next reading', async () => {
    const session = await Session.ready();
    await session.status(({ state, namesIndexed }) => state === 'ready' && namesIndexed);
    await session.analyze();
    await session.status(({ revision, namesIndexed }) => revision === 2 && namesIndexed);
    const told = session.statuses.map(({ state, namesIndexed }) => `${state} ${namesIndexed}`);
    const changes = told.filter((one, at) => one !== told[at - 1]);
    assert.deepEqual(changes.slice(-3), ['indexing false', 'ready false', 'ready true']);
    await session.close();
  });
});

describe('a change on disk', () => {
  it('is read after a quiet moment, once for many changes', async () => {
    const session = await Session.ready();
    session.host.files.set(messagesPath, messages.split('\n').slice(3).join('\n'));
    const changes = [{ uri: messagesUri, type: 2 }];
    await session.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await session.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await session.host.somethingScheduled();
    assert.equal(session.host.reads, 1);
    await session.ask(chainsMessage, {});
    session.host.runScheduled();
    await session.status((status) => status.revision === 2);
    assert.equal(session.host.reads, 2);
    assert.deepEqual(
      session.diagnostics.get(messagesUri)?.map(({ code }) => code),
      ['container-gc-failed'],
    );
    await session.close();
  });

  it('takes away what a file no longer says', async () => {
    const session = await Session.ready();
    session.host.files.delete(messagesPath);
    await session.analyze();
    assert.deepEqual(session.diagnostics.get(messagesUri), []);
    await session.close();
  });

  it('of a file that holds no logs is none, a new file is one', async () => {
    const session = await Session.ready();
    const tell = (type: number): Promise<void> =>
      session.client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: `file://${folder}/notes.md`, type }],
      });
    await tell(2);
    await session.ask(chainsMessage, {});
    session.host.runScheduled();
    assert.equal(session.host.reads, 1);
    await tell(1);
    await session.host.somethingScheduled();
    session.host.runScheduled();
    await session.status((status) => status.revision === 2);
    await session.close();
  });

  it('inside folders that hold no logs is none', async () => {
    const session = await Session.ready();
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `file://${folder}/.git/index`, type: 2 }],
    });
    await session.ask(chainsMessage, {});
    session.host.runScheduled();
    await session.analyze();
    assert.equal(session.host.reads, 2);
    await session.close();
  });
});

describe('a failing reading', () => {
  it('is said, and the next one may succeed', async () => {
    const slow = gate();
    const session = await Session.start({ gate: slow.promise.then(() => Promise.reject(new Error('disk on fire'))) });
    await session.status((status) => status.state === 'indexing');
    slow.open();
    await session.status((status) => status.state === 'failed');
    session.host.gate = Promise.resolve();
    await session.analyze();
    assert.equal((await session.ask(chainsMessage, {})).chains.length, 1);
    await session.close();
  });
});

describe('settings', () => {
  it('turn diagnostics off and on again', async () => {
    const session = await Session.ready({ settings: { diagnostics: { enabled: false } } });
    assert.equal(session.diagnostics.size, 0);
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { causeline: { diagnostics: { enabled: true } } },
    });
    await session.ask(chainsMessage, {});
    assert.equal(session.diagnostics.get(messagesUri)?.length, 4);
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { causeline: { diagnostics: { enabled: false } } },
    });
    await session.ask(chainsMessage, {});
    assert.deepEqual(session.diagnostics.get(messagesUri), []);
    await session.close();
  });

  it('turn lenses off', async () => {
    const session = await Session.ready({ settings: { lens: { enabled: false } } });
    assert.deepEqual(
      await session.client.sendRequest('textDocument/codeLens', { textDocument: { uri: messagesUri } }),
      [],
    );
    await session.close();
  });

  it('widen what counts as near', async () => {
    const session = await Session.ready({ settings: { lens: { windowSeconds: 60 }, clock: { zone: '+08:00' } } });
    await session.open(messagesPath);
    const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: messagesUri },
    });
    const first = await session.client.sendRequest<CodeLens>('codeLens/resolve', lenses[0]);
    assert.equal(first.command?.title, 'near: kubelet.log:2 +55 s');
    await session.close();
  });

  it('leave the reading to the user when it is not automatic', async () => {
    const session = await Session.start({ settings: { analyze: { automatic: false } } });
    await session.ask(chainsMessage, {});
    assert.equal(session.host.reads, 0);
    await session.analyze();
    assert.equal(session.host.reads, 1);
    await session.close();
  });
});

describe('without a folder', () => {
  it('the files of open documents are read', async () => {
    const session = await Session.start({ folders: [] });
    await session.open(messagesPath);
    await session.host.somethingScheduled();
    session.host.runScheduled();
    await session.status((status) => status.state === 'ready');
    assert.equal(session.diagnostics.get(messagesUri)?.length, 4);
    await session.close();
  });
});

describe('a user who reads Chinese', () => {
  it('gets every text in Chinese', async () => {
    const session = await Session.ready({ locale: 'zh-cn' });
    assert.match(wordsOf(session.diagnostics.get(messagesUri)?.[0]), /^等待 xtables 锁 \(等待了/);
    const { chains } = await session.ask(chainsMessage, {});
    assert.match(chains[0]?.title ?? '', /等待 xtables 锁/);
    assert.equal(chains[0]?.steps[1]?.because[0]?.mechanism, '运行时在等待锁，无法应答。');
    const hover = await session.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: messagesUri },
      position: { line: 0, character: 0 },
    });
    assert.match(JSON.stringify(hover.contents), /首先检查/);
    await session.close();
  });
});

describe('a file full of findings', () => {
  const waits = (messages.split('\n')[0] ?? '').concat('\n').repeat(3000);
  const beside = (text: string): ReadonlyMap<string, string> =>
    new Map([
      [messagesPath, text],
      [kubeletPath, kubelet],
    ]);

  it('gets 900 diagnostics and one that says how many more there are', async () => {
    const session = await Session.ready({ files: new Map([[messagesPath, waits]]) });
    const found = session.diagnostics.get(messagesUri) ?? [];
    assert.equal(found.length, 901);
    assert.match(wordsOf(found.at(-1)), /^2100 more findings/);
    await session.close();
  });

  it('lists a message that comes again and again once, unless it is a lock wait or a failed collection', async () => {
    const signatures = storyCatalogue.signatures.map((known) => ({ ...known, category: 'network' as const }));
    const session = await Session.ready({
      files: new Map([[messagesPath, waits]]),
      catalogue: { ...storyCatalogue, signatures },
    });
    const found = session.diagnostics.get(messagesUri) ?? [];
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [0],
    );
    assert.match(wordsOf(found[0]), /×3000$/);
    await session.close();
  });

  it('gets no lens on what is near while there is no other file', async () => {
    const session = await Session.ready({ files: new Map([[messagesPath, messages]]) });
    const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: messagesUri },
    });
    const kinds = lenses.map(({ data }): unknown => data?.kind);
    assert.deepEqual(kinds, ['effect', 'cause']);
    await session.close();
  });

  it('gets lenses on every tenth line that says the same again', async () => {
    const session = await Session.ready({ files: beside(waits) });
    const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: messagesUri },
    });
    assert.deepEqual([...new Set(lenses.map((lens) => lens.range.start.line))].slice(0, 3), [0, 10, 20]);
    await session.close();
  });

  it('gets lenses on 2,000 lines at most', async () => {
    const quiet = '2018-01-02T03:04:10.000000+08:00 node-7 systemd[1]: Started Session 12 of user root.\n'.repeat(12);
    const runs = `${messages.split('\n')[0]}\n${quiet}`.repeat(2100);
    const session = await Session.ready({ files: beside(runs) });
    const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: messagesUri },
    });
    assert.equal(new Set(lenses.map((lens) => lens.range.start.line)).size, 2000);
    await session.close();
  });
});

describe('log text that wants to be more than text', () => {
  const evil =
    '2018-01-02T03:04:05.000000+08:00 node-7 dockerd[812]: holding the xtables lock; waiting (2s) \u202egnp.exe\u202c <img src=x onerror=alert(1)> [x](command:workbench.action.quit) $(alert)';

  it('stays text in evidence, and nothing of it is in a command', async () => {
    const files = new Map([
      [messagesPath, `${evil}\n`],
      [kubeletPath, 'E0102 03:05:00.000000    1234 kubelet.go:1234] Container garbage collection failed: x\n'],
    ]);
    const session = await Session.ready({ files });
    const { lone, chains } = await session.ask(chainsMessage, {});
    const steps = [...chains, ...lone].flatMap((chain) => chain.steps);
    const episode = steps.find((step) => step.category === 'lock-wait')?.episode ?? '';
    const { lines } = await session.ask(evidenceMessage, { episode, limit: 5 });
    assert.match(lines[0]?.text ?? '', /\\u\{202e\}gnp\.exe\\u\{202c\}.*\\\$\(alert\)/);
    const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: messagesUri },
    });
    for (const lens of lenses) {
      const resolved = await session.client.sendRequest<CodeLens>('codeLens/resolve', lens);
      assert.doesNotMatch(JSON.stringify(resolved.command), /img|quit|alert/);
    }
    const hover = await session.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: messagesUri },
      position: { line: 0, character: 0 },
    });
    assert.doesNotMatch(JSON.stringify(hover), /<img|command:/);
    await session.close();
  });

  it('gets an empty answer when it pretends to be an id', async () => {
    const session = await Session.ready();
    assert.deepEqual(await session.ask(nearbyMessage, { event: '__proto__', kind: 'near' }), {
      places: [],
      from: null,
    });
    assert.deepEqual(await session.ask(evidenceMessage, { episode: 'constructor', limit: 1e9 }), {
      lines: [],
      total: 0,
    });
    await session.close();
  });
});

describe('a compressed file', () => {
  const packedPath = '/logs/old (1).gz';

  it('has an address that leads back to its text', async () => {
    const session = await Session.ready({ files: new Map([[packedPath, messages]]) });
    const { chains } = await session.ask(chainsMessage, {});
    const uri = chains[0]?.steps[0]?.place?.uri ?? '';
    assert.match(uri, /^causeline-member:\/old%20/);
    assert.deepEqual(await session.ask(memberMessage, { uri }), { text: `old (1).gz of ${packedPath}` });
    await session.close();
  });

  it('has at its address all that a plain file has', async () => {
    const session = await Session.ready({ files: new Map([[packedPath, messages]]) });
    const uri = 'causeline-member:/old%20%281%29.gz';
    assert.deepEqual([...session.diagnostics.keys()], ['causeline-member:/old%20(1).gz']);
    const textDocument = { uri };
    const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.ok(lenses.length > 0);
    assert.ok(
      await session.client.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 0 } }),
    );
    assert.ok((await session.ask(highlightsMessage, { uri })).highlights.length > 0);
    await session.close();
  });

  it('cannot be used to read what is not in the report', async () => {
    const session = await Session.ready();
    assert.deepEqual(await session.ask(memberMessage, { uri: 'causeline-member:/../../etc/passwd' }), { text: null });
    await session.close();
  });
});

describe('a journal', () => {
  it('is found by any of its files', async () => {
    const session = await Session.ready({ files: new Map([[`${folder}/system.journal`, messages]]) });
    const { source } = await session.ask(journalMessage, { uri: `file://${folder}/system.journal` });
    assert.equal(source, 'system.journal');
    assert.equal(session.host.reads, 1);
    await session.close();
  });

  it('from elsewhere is read together with the folder from then on', async () => {
    const files = new Map([
      [messagesPath, messages],
      ['/elsewhere/user-1000.journal', messages],
    ]);
    const session = await Session.ready({ files });
    const { source } = await session.ask(journalMessage, { uri: 'file:///elsewhere/user-1000.journal' });
    assert.equal(source, 'user-1000.journal');
    assert.deepEqual([...session.diagnostics.keys()].sort(), ['causeline-member:/user-1000.journal', messagesUri]);
    await session.close();
  });

  it('tells of each line all that journald knows, as inert text', async () => {
    const files = new Map([[`${folder}/system.journal`, messages]]);
    const session = await Session.ready({ files });
    const fields = [
      { name: 'PRIORITY', value: '3' },
      { name: '_CMDLINE', value: '```\n[x](command:quit) <img src=x>\u202e' },
      { name: 'MESSAGE', value: 'stands in the line already' },
    ];
    session.host.entry = { ...session.host.entry, monotonic: 12_000_000, fields };
    const hover = await session.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: 'causeline-member:/system.journal' },
      position: { line: 1, character: 0 },
    });
    const { value } = hover.contents as { readonly value: string };
    assert.match(value, /\*\*Journal entry\*\* · `system\.journal`\n\n````text\nPRIORITY=3\n/);
    assert.match(value, /_CMDLINE=```.*\\u\{202e\}\n__SEQNUM=2\n__MONOTONIC_TIMESTAMP=12000000\n````$/);
    assert.doesNotMatch(value, /stands in the line/);
    await session.close();
  });

  it('by name only is none', async () => {
    const session = await Session.ready();
    assert.deepEqual(await session.ask(journalMessage, { uri: `file://${folder}/ledger.journal` }), { source: null });
    assert.deepEqual(await session.ask(journalMessage, { uri: 'untitled:x.journal' }), { source: null });
    await session.close();
  });
});

describe('a handler that fails', () => {
  it('gives an empty answer', async () => {
    const session = await Session.ready();
    assert.deepEqual(
      await session.client.sendRequest('triage/places', { uri: 'file:///%E0%A4%A', line: 0, target: 'cause' }),
      { places: [] },
    );
    await session.close();
  });
});

describe('the protocol', () => {
  it('names every message as triage/<noun>, once', () => {
    const methods = allMessages.map(({ method }) => method);
    assert.deepEqual(
      methods.filter((method) => !/^triage\/[a-z]+$/.test(method)),
      [],
    );
    assert.equal(new Set(methods).size, methods.length);
  });
});
