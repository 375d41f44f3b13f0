/** Files over the limit for large ones: every place is in a part of the file, and a part has all that a whole file has. */
import { strict as assert } from 'node:assert';
import type { CodeLens, Hover, Location } from 'vscode-languageserver/node';
import { fromMemberUri } from '../../server/src/protocol/memberUri';
import {
  chainsMessage,
  highlightsMessage,
  memberMessage,
  placesMessage,
  showMoreCommand,
  windowMessage,
} from '../../server/src/protocol/messages';
import { Session } from './session';
import { folder, messages, messagesPath } from './story';

const dull = Array.from(
  { length: 1000 },
  (_, index) =>
    `2018-01-02T03:0${Math.floor(index / 250)}:00.000000+08:00 node-7 systemd[1]: Started Session ${index} of user root.`,
);
/** The story begins in line 1001 of {@link largePath}. */
const large = [...dull, ...messages.trimEnd().split('\n'), ...dull, ''].join('\n');
const largePath = `${folder}/large.log`;
const settings = { bigFiles: { megabytes: 0.01, windowLines: 200 } };
const files = new Map([[largePath, large]]);

function linesOf(uri: string): string {
  const window = fromMemberUri(uri)?.window;
  return window == null ? 'all' : `${window.first}-${window.last}`;
}

describe('a large file', () => {
  let session: Session;

  afterEach(async () => {
    await session.close();
  });

  /** The part in which the first event is shown, with its line there. */
  async function firstPlace(): Promise<{ readonly uri: string; readonly line: number }> {
    const { chains } = await session.ask(chainsMessage, {});
    const place = chains[0]?.steps[0]?.place;
    assert.ok(place?.uri != null);
    return { uri: place.uri, line: place.line };
  }

  async function open(uri: string): Promise<string[]> {
    const { text } = await session.ask(memberMessage, { uri });
    assert.ok(text !== null);
    const textDocument = { uri, languageId: 'causeline-log', version: 1, text };
    await session.client.sendNotification('textDocument/didOpen', { textDocument });
    return text.split('\n');
  }

  it('is entered in a part around the event, whose title says which lines it has', async () => {
    session = await Session.ready({ files, settings });
    const { uri, line } = await firstPlace();
    assert.equal(uri, 'causeline-member:/large.log%3A901-1%2C100?901-1100');
    const lines = await open(uri);
    assert.equal(lines.length, 200);
    assert.match(lines[line] ?? '', /waiting \(2s\)/);
  });

  it('has in a part the lenses, hovers, marks, colours and problems of its lines', async () => {
    session = await Session.ready({ files, settings });
    const { uri, line } = await firstPlace();
    await open(uri);
    const textDocument = { uri };
    const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.arguments?.[0] ?? 'event']),
      [
        [0, 'event'],
        [0, 'before'],
        [199, 'after'],
        [line, 'event'],
        [line + 4, 'event'],
      ],
    );
    assert.equal(lenses[0]?.command?.title, 'lines 901–1,100 of 2,005');
    assert.equal(lenses[1]?.command?.command, showMoreCommand);
    const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', {
      textDocument,
      position: { line, character: 3 },
    });
    assert.match(JSON.stringify(hover?.contents), /Wait for the xtables lock/);
    const { highlights } = await session.ask(highlightsMessage, { uri });
    assert.deepEqual(
      highlights.map((mark) => mark.line),
      [line, line + 1, line + 2, line + 4],
    );
    const tokens = await session.client.sendRequest<{ readonly data: readonly number[] } | null>(
      'textDocument/semanticTokens/full',
      { textDocument },
    );
    assert.ok((tokens?.data.length ?? 0) > 0);
    assert.deepEqual(
      session.diagnostics.get(uri)?.map(({ range }) => range.start.line),
      [line, line + 1, line + 2, line + 4],
    );
    assert.equal(session.diagnostics.has(`file://${largePath}`), false);
  });

  it('is jumped about in without leaving a part that shows the line', async () => {
    session = await Session.ready({ files, settings });
    const first = await firstPlace();
    const { place: other } = await session.ask(windowMessage, { ...first, show: 'after' });
    assert.ok(other?.uri != null);
    assert.equal(linesOf(other.uri), '1001-1200');
    const at = { uri: other.uri, line: 4 };
    const { places } = await session.ask(placesMessage, { ...at, target: 'cause' });
    assert.deepEqual(
      places.map(({ uri, line }) => [uri, line]),
      [[other.uri, 2]],
    );
    const locations = await session.client.sendRequest<Location[]>('textDocument/definition', {
      textDocument: { uri: other.uri },
      position: { line: 4, character: 0 },
    });
    assert.deepEqual(
      locations.map(({ uri, range }) => [uri, range.start.line]),
      [[other.uri, 2]],
    );
  });

  it('goes on before and after a part, up to its ends', async () => {
    session = await Session.ready({ files, settings });
    let at = await firstPlace();
    const seen: string[] = [];
    for (;;) {
      const { place } = await session.ask(windowMessage, { ...at, show: 'before' });
      if (place?.uri == null) break;
      seen.push(linesOf(place.uri));
      at = { uri: place.uri, line: place.line };
    }
    assert.deepEqual(seen.slice(0, 2), ['801-1000', '701-900']);
    assert.equal(seen.at(-1), '1-200');
    for (;;) {
      const { place } = await session.ask(windowMessage, { ...at, show: 'after' });
      if (place?.uri == null) break;
      seen.push(linesOf(place.uri));
      at = { uri: place.uri, line: place.line };
    }
    assert.match(seen.at(-1) ?? '', /-2005$/);
  });

  it('is opened whole on demand, and in a part again', async () => {
    session = await Session.ready({ files, settings });
    const first = await firstPlace();
    const { place: whole } = await session.ask(windowMessage, { ...first, show: 'file' });
    assert.deepEqual([whole?.uri, whole?.line], [`file://${largePath}`, 1000]);
    const { places } = await session.ask(placesMessage, {
      uri: `file://${largePath}`,
      line: 1000,
      target: 'nextEvent',
    });
    assert.deepEqual(
      places.map(({ uri, line }) => [uri, line]),
      [[`file://${largePath}`, 1001]],
    );
    const { place: part } = await session.ask(windowMessage, {
      uri: `file://${largePath}`,
      line: 1000,
      show: 'part',
    });
    assert.deepEqual([part?.uri, part?.line], [first.uri, first.line]);
  });

  it('is opened raw when the user wants that', async () => {
    session = await Session.ready({ files, settings: { bigFiles: { ...settings.bigFiles, open: 'raw' } } });
    assert.deepEqual(await firstPlace(), { uri: `file://${largePath}`, line: 1000 });
  });

  it('is coloured and explained when the editor sends no text, because the disk has it', async () => {
    session = await Session.ready({ files, settings: { bigFiles: { open: 'raw' } } });
    const uri = `file://${largePath}`;
    await session.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'causeline-log', version: 1, text: '' },
    });
    const range = { start: { line: 1000, character: 0 }, end: { line: 1000, character: 0 } };
    const tokens = await session.client.sendRequest<{ readonly data: readonly number[] } | null>(
      'textDocument/semanticTokens/range',
      { textDocument: { uri }, range },
    );
    assert.equal(tokens?.data[0], 1000);
    const column = large.split('\n')[1000]?.indexOf('xtables') ?? 0;
    const starts: number[] = [];
    for (let at = 1; at < (tokens?.data.length ?? 0); at += 5)
      starts.push((starts.at(-1) ?? 0) + (tokens?.data[at] ?? 0));
    assert.ok(starts.includes(column - 'holding the '.length), `${column} in ${starts}`);
  });

  it('has the same colours in a part whose text the editor does not send back', async () => {
    session = await Session.ready({ files, settings });
    const { uri } = await firstPlace();
    const { text, isOnDisk } = await session.ask(memberMessage, { uri });
    assert.equal(isOnDisk, true);
    const colours = async (sent: string): Promise<readonly number[]> => {
      const textDocument = { uri, languageId: 'causeline-log', version: 1, text: sent };
      await session.client.sendNotification('textDocument/didOpen', { textDocument });
      const tokens = await session.client.sendRequest<{ readonly data: readonly number[] } | null>(
        'textDocument/semanticTokens/full',
        { textDocument },
      );
      await session.client.sendNotification('textDocument/didClose', { textDocument });
      return tokens?.data ?? [];
    };
    const whole = await colours(text ?? '');
    assert.ok(whole.length > 500);
    assert.deepEqual(await colours(''), whole);
  });

  it('is told from small ones, which stay whole', async () => {
    session = await Session.ready({ files: new Map([[messagesPath, messages]]), settings });
    assert.equal((await firstPlace()).uri, `file://${messagesPath}`);
  });
});
