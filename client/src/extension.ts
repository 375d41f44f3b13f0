/** Brings the extension to life and ends it; everything else is a feature. */
import type { ExtensionContext } from 'vscode';
import { ClientContext } from './context';
import { activate as activateAnalyze } from './features/analyze';
import { activate as activateBigFiles } from './features/bigFiles';
import { activate as activateChainView } from './features/chainView';
import { activate as activateExport } from './features/exportReport';
import { activate as activateFollow } from './features/followView';
import { activate as activateHighlights } from './features/highlights';
import { activate as activateJournals } from './features/journals';
import { activate as activateJump } from './features/jump';
import { activate as activateLensPeek } from './features/lensPeek';
import { activate as activateMembers } from './features/members';
import { activate as activateNewRule } from './features/newRule';
import { activate as activateSameMoment } from './features/sameMoment';
import { activate as activateSourcesView } from './features/sourcesView';
import { activate as activateStatusItem } from './features/statusItem';
import { activate as activateTimeline } from './features/timeline';

const features = [
  activateAnalyze,
  activateStatusItem,
  activateChainView,
  activateSourcesView,
  activateSameMoment,
  activateHighlights,
  activateLensPeek,
  activateJump,
  activateMembers,
  activateBigFiles,
  activateFollow,
  activateTimeline,
  activateJournals,
  activateExport,
  activateNewRule,
];

let context: ClientContext | undefined;

/** Called by VS Code when a folder of logs or one of our views is opened. */
export async function activate(extension: ExtensionContext): Promise<void> {
  context = new ClientContext(extension);
  for (const feature of features) feature(context);
  await context.start();
}

/** Called by VS Code when it closes. */
export async function deactivate(): Promise<void> {
  await context?.stop();
}
