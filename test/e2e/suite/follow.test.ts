/** Following a container from a line: the view lists every line about its pod in all files, and a row opens its line. */
import { strict as assert } from 'node:assert';
import { commands, Selection, window } from 'vscode';
import { uriOf, withFiles } from './openedFolder';

const uid = '0f0f3b1e-d261-11ec-9d64-0242ac120002';
const container = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const files: Readonly<Record<string, string>> = {
  'follow-kubelet.log': `I0513 02:28:00.000000    1234 kuberuntime.go:9] "billing-0_shop(${uid})" runs in docker://${container}\n`,
  'follow-docker.log': `nothing\n2022-05-13T02:28:05.000000+00:00 node-8 dockerd[812]: cleanup of ${container}\n`,
};

describe('following a container', () => {
  withFiles(files);

  it('lists the lines about its pod; a row opens its line', async () => {
    const editor = await window.showTextDocument(uriOf('follow-docker.log'));
    const column = editor.document.lineAt(1).text.indexOf(container) + 5;
    editor.selection = new Selection(1, column, 1, column);
    await commands.executeCommand('causeline.follow');
    const opened: string[] = [];
    for (const row of ['mention/0', 'mention/1']) {
      await commands.executeCommand('causeline.openMention', row);
      const shown = window.activeTextEditor;
      opened.push(`${shown?.document.uri.path.split('/').at(-1)}:${(shown?.selection.active.line ?? -1) + 1}`);
    }
    assert.deepEqual(opened.sort(), ['follow-docker.log:2', 'follow-kubelet.log:1']);
  });
});
