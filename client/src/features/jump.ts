/** Commands that jump from event to event: within the file, along a chain across files, to a cause, to an effect. */
import { commands, l10n, TabInputText, window } from 'vscode';
import type { JumpTarget, PlacesParams } from '../../../server/src/protocol/messages';
import { placesMessage } from '../../../server/src/protocol/messages';
import type { ClientContext } from '../context';
import { lastPlace } from '../lastPlace';
import { showPlace } from '../showPlace';
import { jumpCommands, nowhere, toChoices } from './jumpModel';

export function activate(ctx: ClientContext): void {
  for (const [command, target] of Object.entries(jumpCommands)) {
    ctx.own(
      commands.registerCommand(
        command,
        ctx.userCommand(() => jump(ctx, target)),
      ),
    );
  }
}

async function jump(ctx: ClientContext, target: JumpTarget): Promise<void> {
  const from = cursor();
  const { places } = from === null ? { places: [] } : await ctx.ask(placesMessage, { ...from, target });
  const choices = toChoices(places);
  const placeHolder = l10n.t('There are several: where to?');
  const chosen = choices.length > 1 ? await window.showQuickPick(choices, { placeHolder }) : choices[0];
  if (chosen !== undefined) await showPlace(chosen.place);
  else if (choices.length === 0) window.setStatusBarMessage(nowhere(target, l10n.t), 4000);
}

/** Where the user is; of files too large for extensions only the last jump is known. */
function cursor(): Pick<PlacesParams, 'uri' | 'line'> | null {
  const editor = window.activeTextEditor;
  if (editor !== undefined) return { uri: editor.document.uri.toString(), line: editor.selection.active.line };
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputText)) return null;
  const uri = input.uri.toString();
  return { uri, line: lastPlace(uri) };
}
