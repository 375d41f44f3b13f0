/** The timeline around a line: a document that VS Code shows like a log, and that follows the reports. */
import { strict as assert } from 'node:assert';
import type { DocumentLink } from 'vscode';
import { commands, Selection, window } from 'vscode';
import { uriOf, withFiles } from './openedFolder';

const files: Readonly<Record<string, string>> = {
  'timeline-kubelet.log': '2022-05-13T02:28:03.000000+00:00 node-8 kubelet[99]: between the others\n',
  'timeline-docker.log': [
    '2022-05-13T02:28:01.000000+00:00 node-8 dockerd[812]: first',
    '2022-05-13T02:28:05.000000+00:00 node-8 dockerd[812]: last',
    '',
  ].join('\n'),
};

describe('the timeline around a line', () => {
  withFiles(files);

  it('opens with the cursor on the line, as a log whose lines lead to their files', async () => {
    const editor = await window.showTextDocument(uriOf('timeline-docker.log'));
    editor.selection = new Selection(1, 3, 1, 3);
    await commands.executeCommand('causeline.timeline');
    const shown = window.activeTextEditor;
    assert.equal(shown?.document.uri.scheme, 'causeline-timeline');
    const { document, selection } = shown;
    assert.match(document.lineAt(selection.active.line).text, /timeline-docker\.log:2 +· .*last$/);
    const places = document
      .getText()
      .split('\n')
      .flatMap((text) => /timeline-\w+\.log:\d+/.exec(text)?.[0] ?? []);
    assert.deepEqual(places, ['timeline-docker.log:1', 'timeline-kubelet.log:1', 'timeline-docker.log:2']);
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const link = links.find(({ range }) => range.start.line === selection.active.line);
    assert.match(link?.target?.toString(true) ?? '', /timeline-docker\.log#L2$/);
  });

  it('is moved on by its lenses', async () => {
    await commands.executeCommand('causeline.changeTimeline', 'narrower');
    const title = decodeURIComponent(window.activeTextEditor?.document.uri.path ?? '');
    assert.match(title, /±5 s/);
  });
});
