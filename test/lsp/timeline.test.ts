/** The timeline around a line: a document of all files' lines by time, in which every line is what it is in its own file. */
import { strict as assert } from 'node:assert';
import type { CodeLens, DocumentLink, Hover, Location } from 'vscode-languageserver/node';
import type { TimelineChange } from '../../server/src/protocol/messages';
import {
  changeTimelineCommand,
  memberMessage,
  placesMessage,
  timelineMessage,
} from '../../server/src/protocol/messages';
import { fromTimelineUri, toTimelineUri } from '../../server/src/protocol/timelineUri';
import { Session } from './session';
import { folder, kubeletPath, messagesPath, storyFiles } from './story';

const otherPath = `${folder}/other.log`;
const other = '2018-01-02T03:04:08.000000+08:00 node-8 kubelet[1]: quiet\n';

interface Opened {
  readonly uri: string;
  readonly line: number;
  readonly texts: readonly string[];
}

describe('the timeline around a line', () => {
  let session: Session;

  beforeEach(async () => {
    session = await Session.ready({
      files: new Map([...storyFiles, [otherPath, other]]),
      settings: { clock: { zone: '+08:00' } },
    });
  });

  afterEach(async () => {
    await session.close();
  });

  async function open(uri: string, line: number, change?: TimelineChange): Promise<Opened | null> {
    const asked = change === undefined ? { uri, line } : { uri, line, change };
    const { place } = await session.ask(timelineMessage, asked);
    if (place?.uri == null) return null;
    const { text } = await session.ask(memberMessage, { uri: place.uri });
    assert.ok(text !== null);
    const textDocument = { uri: place.uri, languageId: 'causeline-log', version: 1, text };
    await session.client.sendNotification('textDocument/didOpen', { textDocument });
    return { uri: place.uri, line: place.line, texts: text.split('\n') };
  }

  async function opened(path = messagesPath, line = 1, change?: TimelineChange): Promise<Opened> {
    const found = await open(path.includes(':') ? path : `file://${path}`, line, change);
    assert.ok(found !== null);
    return found;
  }

  const placesOf = ({ texts }: Opened): string[] =>
    texts.flatMap((text) => /[a-z.]+:\d+(?= +[●·] )/.exec(text)?.[0] ?? []);

  it('has the lines of all files of its node by time, and begins where the user was', async () => {
    const timeline = await opened();
    assert.deepEqual(placesOf(timeline), ['kubelet.log:1', 'messages:1', 'messages:2', 'messages:3', 'messages:4']);
    assert.match(timeline.texts[timeline.line] ?? '', /^03:04:07\.000 {2}messages:2 +● dockerd/);
  });

  it('is changed from its own lenses: all nodes, further away, events only', async () => {
    const first = await opened();
    const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: first });
    assert.deepEqual(
      lenses.map(({ command }) => [command?.command, command?.arguments?.[0]]),
      ['earlier', 'later', 'wider', 'narrower', 'events', 'nodes'].map((change) => [changeTimelineCommand, change]),
    );
    const all = await opened(first.uri, first.line, 'nodes');
    assert.ok(placesOf(all).includes('other.log:1'));
    const wider = await opened(first.uri, first.line, 'wider');
    assert.ok(placesOf(wider).includes('messages:5'));
    assert.match(wider.texts[wider.line] ?? '', /messages:2 /);
    const events = await opened(wider.uri, wider.line, 'events');
    assert.ok(!placesOf(events).includes('messages:4') && placesOf(events).includes('messages:5'));
    const later = await opened(first.uri, first.line, 'later');
    assert.equal(fromTimelineUri(later.uri)?.atMs, (fromTimelineUri(first.uri)?.atMs ?? 0) + 30_000);
  });

  it('links every line to its file', async () => {
    const timeline = await opened();
    const links = await session.client.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: timeline,
    });
    const link = links.find(({ range }) => range.start.line === timeline.line);
    assert.equal(link?.target, `file://${messagesPath}#L2`);
    const { start, end } = link?.range ?? { start: { character: 0 }, end: { character: 0 } };
    assert.equal(timeline.texts[timeline.line]?.slice(start.character, end.character), 'messages:2');
  });

  it('has the hovers, the causes, the jumps and the colours of its lines', async () => {
    const timeline = await opened(messagesPath, 4);
    const here = { textDocument: timeline, position: { line: timeline.line, character: 70 } };
    const hover = await session.client.sendRequest<Hover | null>('textDocument/hover', here);
    assert.match(JSON.stringify(hover?.contents), /Container garbage collection failed/);
    const causes = await session.client.sendRequest<Location[]>('textDocument/definition', here);
    assert.equal(causes[0]?.uri, `file://${messagesPath}`);
    const { places } = await session.ask(placesMessage, { uri: timeline.uri, line: timeline.line, target: 'cause' });
    assert.equal(places.length, 1);
    const tokens = await session.client.sendRequest<{ readonly data: readonly number[] }>(
      'textDocument/semanticTokens/full',
      { textDocument: timeline },
    );
    const coloured = new Set<number>();
    let line = 0;
    for (let at = 0; at < tokens.data.length; at += 5) {
      line += tokens.data[at] ?? 0;
      coloured.add(line);
    }
    assert.ok(coloured.has(timeline.line));
  });

  it('is not there for a line without a time', async () => {
    session.host.files.set(kubeletPath, 'no time here\n');
    assert.equal(await open(`file://${kubeletPath}`, 0), null);
  });
});

describe('the address of a timeline', () => {
  const address = {
    atMs: 1_514_833_445_000,
    spanMs: 30_000,
    zoneMinutes: 480,
    node: 'node/7 &x=1',
    isEventsOnly: true,
  };

  it('is read as it was written, however an editor encodes it', () => {
    const uri = toTimelineUri(address);
    assert.deepEqual(fromTimelineUri(uri), address);
    assert.deepEqual(fromTimelineUri(uri.replaceAll('%3D', '=')), address);
    assert.match(decodeURIComponent(uri), /:\/03:04:05 ±30 s/);
  });

  it('of another kind, or broken, is none', () => {
    for (const uri of [
      'file:///x?at=1&span=1&zone=0',
      'causeline-timeline:/x',
      'causeline-timeline:/x?at=1&span=0&zone=0',
      'causeline-timeline:/x?at=9e99&span=1&zone=0',
      'causeline-timeline:/x?%',
      'causeline-timeline:/x?at=1&span=1&zone=9999',
    ])
      assert.equal(fromTimelineUri(uri), null, uri);
  });
});
