/** Shows in the status bar how far reading is and how many chains were found. */
import { l10n, StatusBarAlignment, window } from 'vscode';
import type { ClientContext } from '../context';
import { statusText } from './statusItemModel';

export function activate(ctx: ClientContext): void {
  const item = window.createStatusBarItem('causeline.status', StatusBarAlignment.Left, 10);
  item.name = 'Causeline';
  const show = (): void => {
    Object.assign(item, statusText(ctx.status, l10n.t));
    item.show();
  };
  ctx.own(item, ctx.onStatus(show));
  show();
}
