/** Commands that jump from event to event: within the file, along a chain across files, to a cause, to an effect. */
import { commands, l10n, window } from 'vscode';
import type { JumpTarget } from '../../../server/src/protocol/messages';
import { placesMessage } from '../../../server/src/protocol/messages';
import type { ClientContext } from '../context';
import { cursor } from '../cursor';
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
  if (from === null) {
    window.setStatusBarMessage(l10n.t('Open a log first: jumps start at the line of the cursor.'), 4000);
    return;
  }
  const { places } = await ctx.ask(placesMessage, { ...from, target });
  const choices = toChoices(places);
  const placeHolder = l10n.t('There are several: where to?');
  const chosen = choices.length > 1 ? await window.showQuickPick(choices, { placeHolder }) : choices[0];
  if (chosen !== undefined) await showPlace(chosen.place);
  else if (choices.length === 0) window.setStatusBarMessage(nowhere(target, l10n.t), 4000);
}
