/** Follows what stands at the cursor (a pod, a container, an image ...) through all sources, and lists every line about it in a view of its own. */
import type { TreeDataProvider, TreeView } from 'vscode';
import {
  commands,
  EventEmitter,
  l10n,
  ProgressLocation,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { FollowParams } from '../../../server/src/protocol/messages';
import { followMessage } from '../../../server/src/protocol/messages';
import type { WireFollowed } from '../../../server/src/protocol/wireTypes';
import type { ClientContext } from '../context';
import { showPlace } from '../showPlace';
import type { FollowRow } from './followViewModel';
import { toFollowRows, withMore } from './followViewModel';

/** As many lines as a screen has: they are shown while the others are searched for. */
const firstLines = 30;
/** More are asked for when they are wanted. */
const pageLines = 300;

export function activate(ctx: ClientContext): void {
  const tree = new FollowTree();
  const view = window.createTreeView('causeline.following', { treeDataProvider: tree, showCollapseAll: true });
  ctx.own(
    tree,
    view,
    commands.registerCommand(
      'causeline.follow',
      ctx.userCommand((name: unknown) => follow(ctx, tree, view, name)),
    ),
    commands.registerCommand(
      'causeline.openMention',
      ctx.userCommand((id: unknown) => tree.open(id)),
    ),
    commands.registerCommand(
      'causeline.moreMentions',
      ctx.userCommand(() => showMore(ctx, tree)),
    ),
  );
}

async function follow(ctx: ClientContext, tree: FollowTree, view: TreeView<FollowRow>, name: unknown): Promise<void> {
  const asked = typeof name === 'string' ? { name } : (atCursor() ?? (await askName()));
  if (asked === undefined) return;
  const followed = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Causeline: searching all sources'), cancellable: true },
    async (_progress, token) => {
      try {
        const first = await ctx.ask(followMessage, { ...asked, first: firstLines }, token);
        if (first.isWhole) return first;
        if (first.mentions.length > 0) await show(tree, view, asked, first);
        return await ctx.ask(followMessage, { ...asked, most: pageLines }, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    },
  );
  if (followed === undefined) return;
  if (followed.kind === '') {
    window.setStatusBarMessage(l10n.t('There is nothing to follow here.'), 4000);
    return;
  }
  await show(tree, view, asked, followed);
}

async function show(
  tree: FollowTree,
  view: TreeView<FollowRow>,
  asked: FollowParams,
  followed: WireFollowed,
): Promise<void> {
  await commands.executeCommand('setContext', 'causeline.following', true);
  const row = tree.show(asked, followed);
  view.description = followed.name;
  await view.reveal(row, { select: false, focus: false, expand: false });
}

/** Shows the next lines behind those that are shown. */
async function showMore(ctx: ClientContext, tree: FollowTree): Promise<void> {
  const { shown } = tree;
  if (shown === null) return;
  const { asked, followed } = shown;
  const more = await window.withProgress({ location: { viewId: 'causeline.following' } }, () =>
    ctx.ask(followMessage, { ...asked, from: followed.mentions.length, most: pageLines }),
  );
  // Something else may be followed by now.
  if (tree.shown === shown && more.kind !== '') tree.show(asked, withMore(followed, more));
}

function atCursor(): FollowParams | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  if (!selection.isEmpty && selection.isSingleLine) return { name: document.getText(selection).slice(0, 300) };
  return { text: document.lineAt(selection.active.line).text.slice(0, 20_000), character: selection.active.character };
}

async function askName(): Promise<FollowParams | undefined> {
  const prompt = l10n.t('A pod (namespace/name), the id of a container or pod, an image, a unit, or any text');
  const name = (await window.showInputBox({ prompt }))?.trim() ?? '';
  return name === '' ? undefined : { name };
}

class FollowTree implements TreeDataProvider<FollowRow> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private rows: readonly FollowRow[] = [];
  /** Rows by id: commands carry the id alone. */
  private byId = new Map<string, FollowRow>();
  /** What is shown, and what was asked for it. */
  shown: { readonly asked: FollowParams; readonly followed: WireFollowed } | null = null;

  dispose(): void {
    this.changed.dispose();
  }

  /** Shows what was found; the first row. */
  show(asked: FollowParams, followed: WireFollowed): FollowRow {
    const rows = toFollowRows(followed, l10n.t);
    this.shown = { asked, followed };
    this.rows = rows;
    this.byId = new Map(rows.map((row) => [row.id, row]));
    this.changed.fire(undefined);
    return rows[0] as FollowRow;
  }

  async open(id: unknown): Promise<void> {
    const place = typeof id === 'string' ? this.byId.get(id)?.place : null;
    if (place) await showPlace(place, { preserveFocus: true });
  }

  getTreeItem(row: FollowRow): TreeItem {
    const { None, Collapsed } = TreeItemCollapsibleState;
    const item = new TreeItem(row.label, row.children.length > 0 ? Collapsed : None);
    item.id = row.id;
    item.description = row.description;
    item.tooltip = row.tooltip;
    item.contextValue = row.kind;
    if (row.icon !== '') item.iconPath = new ThemeIcon(row.icon);
    item.accessibilityInformation = { label: [row.label, row.description].filter((part) => part !== '').join(', ') };
    if (row.place !== null)
      item.command = { command: 'causeline.openMention', title: l10n.t('Show the line'), arguments: [row.id] };
    if (row.kind === 'more')
      item.command = { command: 'causeline.moreMentions', title: l10n.t('Show more lines'), arguments: [] };
    return item;
  }

  getChildren(row?: FollowRow): FollowRow[] {
    return [...(row === undefined ? this.rows : row.children)];
  }

  getParent(row: FollowRow): FollowRow | undefined {
    return this.rows.find(({ children }) => children.includes(row));
  }
}
