/**
 * "These two lines are the same moment": the first call remembers the line at the cursor, the second one, in another file, asks which
 * clock to move and notes the skew.
 */
import type { TextEditor } from 'vscode';
import { commands, l10n, window } from 'vscode';
import type { MomentLine } from '../../../server/src/protocol/messages';
import { correctMessage, sameMomentMessage } from '../../../server/src/protocol/messages';
import type { ClientContext } from '../context';

export function activate(ctx: ClientContext): void {
  let first: MomentLine | undefined;
  ctx.own(
    commands.registerCommand(
      'causeline.sameMoment',
      ctx.userCommand(async () => {
        const here = lineAtCursor(window.activeTextEditor);
        if (here === undefined) {
          await window.showInformationMessage(l10n.t('Open a log and put the cursor on a line with a time.'));
          return;
        }
        if (first === undefined || first.uri === here.uri) {
          first = here;
          window.setStatusBarMessage(
            l10n.t('Now put the cursor on the line of another file that is the same moment, and run this again.'),
            10_000,
          );
          return;
        }
        const before = first;
        first = undefined;
        await settle(ctx, before, here);
      }),
    ),
  );
}

function lineAtCursor(editor: TextEditor | undefined): MomentLine | undefined {
  if (editor === undefined) return undefined;
  const { active } = editor.selection;
  return { uri: editor.document.uri.toString(), line: active.line, text: editor.document.lineAt(active).text };
}

async function settle(ctx: ClientContext, first: MomentLine, second: MomentLine): Promise<void> {
  const { problem, choices = [] } = await ctx.ask(sameMomentMessage, { first, second });
  if (problem !== '') {
    await window.showErrorMessage(problem);
    return;
  }
  // The file that was chosen last is the one that is being fitted to the other.
  const items = [...choices].reverse().map((choice) => ({
    label: l10n.t('Move {0} by {1}', choice.name, choice.moved),
    description: choice.source,
    choice,
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which clock is wrong?') });
  if (picked === undefined) return;
  const { source, skew, note } = picked.choice;
  const result = await ctx.ask(correctMessage, { source, change: { skew, note } });
  if (result.problem !== '') await window.showErrorMessage(result.problem);
}
