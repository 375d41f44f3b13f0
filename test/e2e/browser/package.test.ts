/** The packaged extension holds what it needs and nothing else, and finds the chain when it is installed. */
import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Workbench } from '../../support/workbench/browser';
import { root } from '../../support/workbench/tools';
import { zipNames } from '../../support/zip';

describe('the packaged extension', () => {
  let folder: string;
  let vsix: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'causeline-package-'));
    vsix = join(folder, 'causeline.vsix');
    await promisify(execFile)('npm', ['run', '-s', 'package', '--', '--out', vsix], { cwd: root });
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('holds these files and no others', async () => {
    assert.deepEqual(zipNames(await readFile(vsix)).sort(), [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/client/media/causeline.svg',
      'extension/client/media/gcFailureDark.svg',
      'extension/client/media/gcFailureLight.svg',
      'extension/client/media/lockWaitDark.svg',
      'extension/client/media/lockWaitLight.svg',
      'extension/client/media/rules.schema.json',
      'extension/dist/cli.js',
      'extension/dist/extension.js',
      'extension/dist/literals.bin',
      'extension/dist/program.js',
      'extension/dist/server.js',
      'extension/l10n/bundle.l10n.zh-cn.json',
      'extension/package.json',
      'extension/package.nls.json',
      'extension/package.nls.zh-cn.json',
      'extension/readme.md',
      'extension/syntaxes/causelineLog.tmLanguage.json',
      'extension/syntaxes/causelineLogInjection.tmLanguage.json',
    ]);
  });

  it('finds the chain of the sample once it is installed, also in a folder nobody trusts yet', async () => {
    const workbench = await Workbench.open({
      vsix,
      folder: join(root, 'samples', 'notready-hostport'),
      settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
    });
    try {
      await workbench.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
      await workbench.showChains();
      assert.match(await workbench.rows().first().innerText(), /paas-10-239-40-157: .*iptables.*NotReady/);
    } finally {
      await workbench.close();
    }
  });
});
