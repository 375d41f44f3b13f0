/** What an editor gets from the server once a folder is read: diagnostics, hovers, lenses, colours, marks, chains, jumps, the export. */
import { strict as assert } from 'node:assert';
import type { CodeLens, Hover, Location, SemanticTokens } from 'vscode-languageserver/node';
import type { JumpTarget } from '../../server/src/protocol/messages';
import {
  chainsMessage,
  evidenceMessage,
  highlightsMessage,
  markdownMessage,
  nearbyMessage,
  placesMessage,
} from '../../server/src/protocol/messages';
import { tokenModifiers, tokenTypes } from '../../server/src/protocol/tokens';
import { Session, wordsOf } from './session';
import { kubelet, kubeletPath, messages, messagesPath } from './story';

const kubeletUri = `file://${kubeletPath}`;
const messagesUri = `file://${messagesPath}`;

describe('the language server on a folder of logs', () => {
  let session: Session;

  beforeEach(async () => {
    session = await Session.ready({ settings: { clock: { zone: '+08:00' } } });
  });

  afterEach(async () => {
    await session.close();
  });

  const hoverText = async (uri: string, line: number): Promise<string> => {
    const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line, character: 3 },
    });
    const contents = hover?.contents ?? '';
    return typeof contents === 'object' && 'kind' in contents ? contents.value : '';
  };

  const lenses = async (uri: string): Promise<CodeLens[]> => {
    const found = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    return Promise.all(found.map((lens) => session.client.sendRequest<CodeLens>('codeLens/resolve', lens)));
  };

  const jump = async (uri: string, line: number, target: JumpTarget): Promise<string[]> => {
    const { places } = await session.ask(placesMessage, { uri, line, target });
    return places.map((place) => `${place.uri?.split('/').at(-1)}:${place.line + 1}`);
  };

  it('names every finding in the Problems view, with the words it stands on', () => {
    const found = session.diagnostics.get(messagesUri) ?? [];
    assert.deepEqual(
      found.map(({ range, code }) => [range.start.line, code]),
      [
        [0, 'xtables-wait'],
        [1, 'xtables-wait'],
        [2, 'xtables-wait'],
        [4, 'container-gc-failed'],
      ],
    );
    const first = found[0];
    const line = messages.split('\n')[0] ?? '';
    assert.equal(
      line.slice(first?.range.start.character, first?.range.end.character),
      'holding the xtables lock; waiting (2s)',
    );
    assert.match(wordsOf(first), /^Wait for the xtables lock \(waited 2\.0 s\)$/);
  });

  it('points from an effect to the line of its cause', () => {
    const effect = session.diagnostics.get(kubeletUri)?.[0];
    assert.equal(effect?.relatedInformation?.[0]?.location.uri, messagesUri);
    assert.match(effect?.relatedInformation?.[0]?.message ?? '', /^caused by Wait for the xtables lock/);
  });

  it('explains a line: meaning, usual causes, first check, cause', async () => {
    const text = await hoverText(kubeletUri, 1);
    for (const part of [
      'Container garbage collection failed',
      'What it means',
      'Usual causes',
      'Check first',
      'iptables-save',
      'caused by Wait for the xtables lock',
    ]) {
      assert.ok(text.includes(part), `the hover lacks "${part}":\n${text}`);
    }
    assert.equal(await hoverText(kubeletUri, 0), '');
  });

  it('puts lenses on the first line of a run only', async () => {
    await session.open(kubeletPath);
    await session.open(messagesPath);
    const found = await lenses(messagesUri);
    assert.deepEqual([...new Set(found.map((lens) => lens.range.start.line))], [0, 4]);
    assert.deepEqual(
      found.map((lens) => lens.command?.title),
      [
        'nearest: kubelet.log:2 +55 s',
        'leads to Container garbage collection failed (+57 s)',
        'near: kubelet.log:2 -0.5 s',
        'caused by Wait for the xtables lock (+57 s)',
      ],
    );
  });

  it('gives a lens a command with ids of its own, which lead to the places', async () => {
    await session.open(messagesPath);
    await session.open(kubeletPath);
    const near = (await lenses(kubeletUri)).find((lens) => lens.command?.title.startsWith('near'));
    assert.equal(near?.command?.command, 'causeline.showPlaces');
    const [event, kind] = near?.command?.arguments ?? [];
    assert.equal(kind, 'near');
    const { places } = await session.ask(nearbyMessage, { event, kind });
    assert.deepEqual(
      places.map((place) => [place.uri, place.line, place.where]),
      [[messagesUri, 4, 'messages:5 +0.5 s']],
    );
  });

  it('colours lines by meaning, and the matched words as an event', async () => {
    await session.open(kubeletPath);
    const tokens = await session.client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri: kubeletUri },
    });
    const shown = decode(tokens.data, kubelet.split('\n'));
    assert.deepEqual(
      shown.filter(({ line }) => line === 1).map(({ text, type, modifiers }) => [text, type, ...modifiers]),
      [
        ['E', 'logSeverity', 'error'],
        ['0102 03:05:00.000000', 'logTimestamp'],
        ['1234', 'logPid'],
        ['kubelet.go:1234', 'logLocation'],
        ['Container garbage collection failed', 'logEvent', 'error', 'gcFailure'],
      ],
    );
  });

  it('colours a range with the lines of the range alone', async () => {
    await session.open(messagesPath);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } };
    const tokens = await session.client.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri: messagesUri },
      range,
    });
    const shown = decode(tokens.data, messages.split('\n'));
    assert.deepEqual([...new Set(shown.map(({ line }) => line))], [3]);
    assert.ok(shown.some(({ text, type }) => text === 'node-7' && type === 'logHost'));
  });

  it('leaves plain files that are no logs to their own language', async () => {
    session.host.files.set('/elsewhere/notes.txt', 'E0102 03:05:00.000000    1234 kubelet.go:1234] quoted in a note\n');
    const uri = await session.open('/elsewhere/notes.txt', 'plaintext');
    const tokens = await session.client.sendRequest<SemanticTokens | null>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    assert.equal(tokens, null);
  });

  it('says which words to mark, by kind', async () => {
    const { highlights } = await session.ask(highlightsMessage, { uri: messagesUri });
    assert.deepEqual(
      highlights.map(({ kind, line }) => [kind, line]),
      [
        ['lock-wait', 0],
        ['lock-wait', 1],
        ['lock-wait', 2],
        ['gc-failure', 4],
      ],
    );
  });

  it('tells the chain from root to symptom, with mechanism, distance and confidence', async () => {
    const { chains } = await session.ask(chainsMessage, {});
    const chain = chains[0];
    assert.deepEqual(
      chain?.steps.map((step) => step.title),
      ['Wait for the xtables lock', 'Container garbage collection failed'],
    );
    const because = chain?.steps[1]?.because[0];
    assert.equal(because?.mechanism, 'The runtime waits for the lock and answers nobody.');
    assert.match(because?.distance ?? '', /^\+/);
    assert.ok(['strong', 'likely', 'possible'].includes(because?.confidence ?? ''));
    assert.equal(chain?.steps[0]?.place?.uri, messagesUri);
    assert.equal(chain?.steps[0]?.place?.line, 0);
  });

  it('lists the lines that prove a step, up to the number asked for', async () => {
    const { chains } = await session.ask(chainsMessage, {});
    const episode = chains[0]?.steps[0]?.episode ?? '';
    const { lines, total } = await session.ask(evidenceMessage, { episode, limit: 2 });
    assert.equal(total, 3);
    assert.deepEqual(
      lines.map((line) => line.place.line),
      [0, 1],
    );
    assert.match(lines[0]?.text ?? '', /holding the xtables lock/);
  });

  it('jumps within a file, and from the last event to the first', async () => {
    assert.deepEqual(await jump(messagesUri, 0, 'nextEvent'), ['messages:2']);
    assert.deepEqual(await jump(messagesUri, 3, 'nextEvent'), ['messages:5']);
    assert.deepEqual(await jump(messagesUri, 4, 'nextEvent'), ['messages:1']);
    assert.deepEqual(await jump(messagesUri, 4, 'previousEvent'), ['messages:3']);
  });

  it('jumps along the chain across files', async () => {
    assert.deepEqual(await jump(messagesUri, 0, 'nextRelated'), ['kubelet.log:2']);
    assert.deepEqual(await jump(kubeletUri, 1, 'previousRelated'), ['messages:3']);
    assert.deepEqual(await jump(kubeletUri, 1, 'cause'), ['messages:3']);
    assert.deepEqual(await jump(messagesUri, 1, 'effect'), ['kubelet.log:2']);
    assert.deepEqual(await jump(messagesUri, 1, 'cause'), []);
  });

  it('leads "go to definition" to the cause and lists the episode as references', async () => {
    const at = { textDocument: { uri: kubeletUri }, position: { line: 1, character: 60 } };
    const causes = await session.client.sendRequest<Location[]>('textDocument/definition', at);
    assert.deepEqual(
      causes.map(({ uri, range }) => [uri, range.start.line]),
      [[messagesUri, 2]],
    );
    const context = { includeDeclaration: true };
    const references = await session.client.sendRequest<Location[]>('textDocument/references', { ...at, context });
    assert.ok(references.some(({ uri, range }) => uri === kubeletUri && range.start.line === 1));
  });

  it('writes the findings as Markdown with relative links', async () => {
    const { text } = await session.ask(markdownMessage, { linkBase: '../logs' });
    assert.match(text, /^# /);
    assert.match(text, /\]\(<?\.\.\/logs\/messages#L1/);
    assert.doesNotMatch(text, /\]\(<?\//);
  });
});

interface ShownToken {
  readonly line: number;
  readonly text: string;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** Tokens with the text they stand on. */
function decode(data: readonly number[], lines: readonly string[]): ShownToken[] {
  const shown: ShownToken[] = [];
  let line = 0;
  let start = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    start = down === 0 ? start + right : right;
    line += down;
    shown.push({
      line,
      text: (lines[line] ?? '').slice(start, start + length),
      type: tokenTypes[type] ?? '',
      modifiers: tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0),
    });
  }
  return shown;
}
