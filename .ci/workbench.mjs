/** Gets and drives a real VS Code where no desktop is at hand: the same workbench, served to a headless Chromium. */
export {
  chromiumFlags,
  launchBrowser,
  openPalette,
  openWorkbench,
  runCommand,
  sideBarRows,
} from './workbench/browser.mjs';
export { ensureWorkbench } from './workbench/install.mjs';
export { installVsix, startServer } from './workbench/server.mjs';
