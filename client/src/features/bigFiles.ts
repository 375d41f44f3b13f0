/** Commands on large files: the part around a line instead of the file, the file instead of the part, the lines before and after. */
import { commands, l10n, window } from 'vscode';
import type { WindowParams } from '../../../server/src/protocol/messages';
import { showMoreCommand, windowMessage } from '../../../server/src/protocol/messages';
import type { ClientContext } from '../context';
import { cursor } from '../cursor';
import { showPlace } from '../showPlace';

export function activate(ctx: ClientContext): void {
  const show = (what: WindowParams['show']) =>
    ctx.userCommand(async (row: unknown) => {
      // A row of the sidebar is shown first; its line is then the cursor's.
      if (typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string')
        await commands.executeCommand('causeline.openRow', row.id);
      await showPart(ctx, what);
    });
  ctx.own(
    commands.registerCommand('causeline.openPart', show('part')),
    commands.registerCommand('causeline.openWholeFile', show('file')),
    commands.registerCommand('causeline.showLinesBefore', show('before')),
    commands.registerCommand('causeline.showLinesAfter', show('after')),
    commands.registerCommand(
      showMoreCommand,
      ctx.userCommand(async (direction: unknown) => {
        if (direction === 'before' || direction === 'after') await showPart(ctx, direction);
      }),
    ),
  );
}

async function showPart(ctx: ClientContext, show: WindowParams['show']): Promise<void> {
  const from = cursor();
  const { place } = from === null ? { place: null } : await ctx.ask(windowMessage, { ...from, show });
  if (place === null) window.setStatusBarMessage(l10n.t('There is nothing more to show here.'), 4000);
  else await showPlace(place);
}
