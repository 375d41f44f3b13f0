/** Commands that read the folder again, stop a reading, and show what the extension has to say about itself. */
import { commands, window } from 'vscode';
import { analyzeMessage, stopMessage } from '../../../server/src/protocol/messages';
import type { ClientContext } from '../context';

export function activate(ctx: ClientContext): void {
  const analyze = async (): Promise<void> => {
    await window.withProgress({ location: { viewId: 'causeline.chains' } }, () => ctx.ask(analyzeMessage, {}));
  };
  ctx.own(
    commands.registerCommand('causeline.analyze', ctx.userCommand(analyze)),
    commands.registerCommand(
      'causeline.stop',
      ctx.userCommand(() => ctx.tell(stopMessage, {})),
    ),
    commands.registerCommand('causeline.showOutput', () => ctx.log.show()),
  );
}
