/** The Debian packages that this project's workbench and tests need; whatever is missing is installed, in one go and quietly. */
import { existsSync } from 'node:fs';
import { findOnPath, run, SetupError, say } from './setup.mjs';

/** Where Chromium is, when it is installed. */
export function findChromium() {
  return process.env.CHROMIUM_EXECUTABLE ?? findOnPath('chromium', 'chromium-browser', 'google-chrome');
}

const onPath = (tool) => () => findOnPath(tool) !== undefined;

/** Every package: who needs it, what for, and how to see that it is there. One line more is all a new one takes. */
const packages = [
  {
    name: 'chromium',
    neededBy: 'workbench',
    use: 'shows the served VS Code',
    isThere: () => findChromium() !== undefined,
  },
  { name: 'fontconfig', neededBy: 'workbench', use: 'knows the fonts', isThere: onPath('fc-list') },
  { name: 'fonts-wqy-microhei', neededBy: 'workbench', use: 'has Chinese letters', isThere: hasChineseFont },
  { name: 'g++', neededBy: 'native modules', use: 'compiles them', isThere: onPath('g++') },
  { name: 'make', neededBy: 'native modules', use: 'compiles them', isThere: onPath('make') },
  { name: 'python3', neededBy: 'native modules', use: 'compiles them', isThere: onPath('python3') },
  { name: 'neovim', neededBy: 'tests', use: 'is a second client of the language server', isThere: onPath('nvim') },
  { name: 'lnav', neededBy: 'tests', use: 'reads the same logs', isThere: onPath('lnav') },
  { name: 'ripgrep', neededBy: 'bench', use: 'searches the same logs', isThere: onPath('rg') },
  { name: 'zstd', neededBy: 'tests', use: 'writes and reads .zst', isThere: onPath('zstd') },
  { name: 'xz-utils', neededBy: 'tests', use: 'writes and reads .xz', isThere: onPath('xz') },
  { name: 'bzip2', neededBy: 'tests', use: 'writes and reads .bz2', isThere: onPath('bzip2') },
  { name: 'lz4', neededBy: 'tests', use: 'writes and reads .lz4', isThere: onPath('lz4') },
  { name: 'zip', neededBy: 'tests', use: 'writes .zip', isThere: onPath('zip') },
  {
    name: 'systemd-journal-remote',
    neededBy: 'tests',
    use: 'writes journal files, which the journalctl it brings along reads',
    isThere: () =>
      findOnPath('journalctl') !== undefined &&
      ['/lib', '/usr/lib'].some((folder) => existsSync(`${folder}/systemd/systemd-journal-remote`)),
  },
];

/** Installs what one of the users (`workbench`, `native modules`, `tests`, `bench`) needs and the machine lacks. */
export async function ensureDebianPackages(...users) {
  const missing = [];
  for (const { name, neededBy, isThere } of packages) {
    if (users.includes(neededBy) && !(await isThere())) {
      missing.push(name);
    }
  }
  if (missing.length === 0) {
    return;
  }
  const remedy = `Install them by hand and try again: apt-get install ${missing.join(' ')}`;
  const aptGet = findOnPath('apt-get');
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? undefined : findOnPath('sudo');
  if (aptGet === undefined || (!isRoot && sudo === undefined)) {
    throw new SetupError(`Missing on this machine: ${missing.join(', ')}.\n${remedy}`);
  }
  say(`Installing ${missing.join(', ')} …`);
  const prefix = sudo === undefined ? [] : [sudo];
  const install = ['-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '--no-install-recommends', ...missing];
  for (const args of [['update'], install]) {
    const [command, ...rest] = [...prefix, aptGet, ...args];
    await run(command, rest, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' }, remedy });
  }
}

async function hasChineseFont() {
  const list = findOnPath('fc-list');
  return list !== undefined && (await run(list, [':lang=zh-cn', 'family'], { quiet: true })).trim() !== '';
}
