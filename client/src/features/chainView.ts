/** The sidebar view: chains, steps and their evidence; selecting a row shows its line in the file. */
import type { TreeDataProvider, TreeView } from 'vscode';
import {
  commands,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from 'vscode';
import { chainsMessage, evidenceMessage } from '../../../server/src/protocol/messages';
import { setting } from '../config';
import type { ClientContext } from '../context';
import { showPlace } from '../showPlace';
import type { ChainRow } from './chainViewModel';
import { evidenceRows, toRows } from './chainViewModel';

/** Lines of one step shown in the tree. */
const maxEvidence = 200;

const openStates = {
  expanded: TreeItemCollapsibleState.Expanded,
  collapsed: TreeItemCollapsibleState.Collapsed,
  none: TreeItemCollapsibleState.None,
} as const;

export function activate(ctx: ClientContext): void {
  const provider = new ChainTree(ctx);
  const view = window.createTreeView('causeline.chains', { treeDataProvider: provider, showCollapseAll: true });
  ctx.own(
    view,
    ctx.onReport(({ chains, partial, state }) => {
      provider.refresh();
      view.message = partial && state === 'indexing' ? l10n.t('Still reading: this is what was read so far.') : '';
      view.badge =
        chains === 0
          ? undefined
          : { value: chains, tooltip: chains === 1 ? l10n.t('1 cause chain') : l10n.t('{0} cause chains', chains) };
      if (chains > 0 && !partial) revealOnce(ctx, view, provider).catch(ctx.failed);
    }),
    ctx.onStatus(({ state, files }) => {
      setContext('causeline.state', state, ctx);
      setContext('causeline.hasFiles', files > 0, ctx);
    }),
    workspace.onDidChangeWorkspaceFolders(() => provider.refresh()),
    commands.registerCommand(
      'causeline.openRow',
      ctx.userCommand((id: unknown) => provider.openRow(id)),
    ),
  );
  setContext('causeline.state', ctx.status.state, ctx);
}

/** Brings the view up when chains are found in a folder for the first time; the user's focus stays where it is. */
async function revealOnce(ctx: ClientContext, view: TreeView<ChainRow>, provider: ChainTree): Promise<void> {
  const memory = 'chainsRevealed';
  if (!setting('causeline.chains.reveal') || ctx.workspaceMemory.get<boolean>(memory) === true) return;
  await ctx.workspaceMemory.update(memory, true);
  const [first] = await provider.getChildren();
  if (first !== undefined) await view.reveal(first, { select: false, focus: false });
}

function setContext(key: string, value: string | boolean, ctx: ClientContext): void {
  commands.executeCommand('setContext', key, value).then(undefined, ctx.failed);
}

class ChainTree implements TreeDataProvider<ChainRow> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** Rows on show by id: commands carry the id alone. */
  private readonly shown = new Map<string, ChainRow>();

  constructor(private readonly ctx: ClientContext) {
    ctx.own(this.changed);
  }

  refresh(): void {
    this.shown.clear();
    this.changed.fire(undefined);
  }

  async openRow(id: unknown): Promise<void> {
    const place = typeof id === 'string' ? this.shown.get(id)?.place : null;
    if (place) await showPlace(place, { preserveFocus: true });
  }

  getTreeItem(row: ChainRow): TreeItem {
    const item = new TreeItem(row.label, openStates[row.open]);
    item.id = row.id;
    item.description = row.description;
    item.tooltip = row.tooltip.join('\n');
    item.contextValue = row.kind;
    if (row.icon !== '') item.iconPath = new ThemeIcon(row.icon, colorOf(row));
    item.accessibilityInformation = { label: [row.label, row.description].filter((part) => part !== '').join(', ') };
    if (row.place !== null)
      item.command = { command: 'causeline.openRow', title: l10n.t('Show the line'), arguments: [row.id] };
    return item;
  }

  /** Only rows of the first level are ever revealed. */
  getParent(): undefined {
    return undefined;
  }

  async getChildren(row?: ChainRow): Promise<ChainRow[]> {
    try {
      const rows = row === undefined ? await this.roots() : [...row.children, ...(await this.evidence(row))];
      for (const child of rows) this.shown.set(child.id, child);
      return rows;
    } catch (error) {
      this.ctx.failed(error);
      // An empty view must not say that all is well.
      if (row === undefined) setContext('causeline.state', 'failed', this.ctx);
      return [];
    }
  }

  private async roots(): Promise<ChainRow[]> {
    if (this.ctx.status.revision === 0) return [];
    return toRows(await this.ctx.ask(chainsMessage, {}), l10n.t);
  }

  private async evidence(row: ChainRow): Promise<ChainRow[]> {
    if (row.evidenceOf === null) return [];
    const { lines, total } = await this.ctx.ask(evidenceMessage, { episode: row.evidenceOf, limit: maxEvidence });
    return evidenceRows(row.id, lines, total, l10n.t);
  }
}

/** What needs action is coloured; the two kinds that are marked in the text have the same colour here. */
function colorOf(row: ChainRow): ThemeColor | undefined {
  if (row.kind !== 'step') return undefined;
  if (row.icon === 'lock') return new ThemeColor('causeline.lockWaitForeground');
  return row.icon === 'trash' ? new ThemeColor('causeline.gcFailureForeground') : undefined;
}
