/** The extension comes to life when a folder of logs is opened, and offers its commands. */
import { strict as assert } from 'node:assert';
import { commands, extensions, workspace } from 'vscode';

const id = 'causeline.causeline';

describe('activation', () => {
  it('activates in a folder of logs', async () => {
    const extension = extensions.getExtension(id);
    assert.ok(extension, `${id} is not installed`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('has the folder open', () => {
    assert.deepEqual(
      workspace.workspaceFolders?.map((folder) => folder.name),
      ['tiny'],
    );
  });

  it('registers every command its manifest contributes', async () => {
    const extension = extensions.getExtension(id);
    await extension?.activate();
    const manifest: { contributes?: { commands?: readonly { command: string }[] } } = extension?.packageJSON ?? {};
    const contributed = (manifest.contributes?.commands ?? []).map(({ command }) => command);
    assert.ok(contributed.length > 0, 'the manifest contributes no command');
    const registered = new Set(await commands.getCommands(true));
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
});
