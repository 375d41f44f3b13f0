/** The sidebar's view of sources: format, node, span, gaps and clock of each, and the commands that correct what was inferred wrongly. */
import type { QuickPickItem, TreeDataProvider } from 'vscode';
import { commands, EventEmitter, l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window } from 'vscode';
import type { CorrectParams } from '../../../server/src/protocol/messages';
import { correctMessage, noSources, sourcesMessage } from '../../../server/src/protocol/messages';
import type { WireSource, WireSources } from '../../../server/src/protocol/wireTypes';
import type { ClientContext } from '../context';
import { showPlace } from '../showPlace';
import type { SourceRow } from './sourcesViewModel';
import { placeOf, toSourceRows } from './sourcesViewModel';

type Change = CorrectParams['change'];

const openStates = {
  expanded: TreeItemCollapsibleState.Expanded,
  collapsed: TreeItemCollapsibleState.Collapsed,
  none: TreeItemCollapsibleState.None,
} as const;

export function activate(ctx: ClientContext): void {
  const tree = new SourceTree(ctx);
  const view = window.createTreeView('causeline.sources', { treeDataProvider: tree, showCollapseAll: true });
  const correcting = (ask: (source: WireSource, tree: SourceTree) => Promise<Change | undefined>) =>
    ctx.userCommand(async (row: unknown) => {
      const source = tree.sourceOf(row) ?? (await pickSource(tree));
      const change = source === undefined ? undefined : await ask(source, tree);
      if (source !== undefined && change !== undefined) await correct(ctx, source.id, change);
    });
  ctx.own(
    view,
    ctx.onReport(() => tree.refresh()),
    commands.registerCommand(
      'causeline.openSource',
      ctx.userCommand((id: unknown) => tree.open(id)),
    ),
    commands.registerCommand('causeline.correctZone', correcting(askZone)),
    commands.registerCommand('causeline.correctYear', correcting(askYear)),
    commands.registerCommand('causeline.correctSkew', correcting(askSkew)),
    commands.registerCommand('causeline.correctNode', correcting(askNode)),
    commands.registerCommand('causeline.correctFormat', correcting(askFormat)),
    commands.registerCommand('causeline.forgetCorrections', correcting(forget)),
  );
}

/** Notes a decision; what is wrong with it is said. */
async function correct(ctx: ClientContext, source: string, change: Change): Promise<void> {
  const { problem } = await ctx.ask(correctMessage, { source, change });
  if (problem !== '') await window.showErrorMessage(problem);
}

async function pickSource(tree: SourceTree): Promise<WireSource | undefined> {
  const items = (await tree.sources()).map((source) => ({
    label: source.name,
    description: source.node,
    detail: source.where === source.name ? source.clock : `${source.where} · ${source.clock}`,
    source,
  }));
  return (
    await window.showQuickPick(items, {
      placeHolder: l10n.t('Which source?'),
      matchOnDescription: true,
      matchOnDetail: true,
    })
  )?.source;
}

async function askText(prompt: string, value: string): Promise<string | null | undefined> {
  const text = await window.showInputBox({ prompt, value });
  return text?.trim() === '' ? null : text?.trim();
}

async function askZone(source: WireSource): Promise<Change | undefined> {
  const zone = await askText(
    l10n.t(
      'Zone of stamps in {0} that state none, such as +08:00 or Asia/Shanghai; empty leaves it to inference',
      source.name,
    ),
    source.zone,
  );
  return zone === undefined ? undefined : { zone };
}

async function askYear(source: WireSource): Promise<Change | undefined> {
  const text = await askText(
    l10n.t('Year of the first record of {0}; empty leaves it to inference', source.name),
    String(source.year ?? ''),
  );
  if (text === undefined) return undefined;
  return { year: text === null ? null : Number(text) };
}

async function askSkew(source: WireSource): Promise<Change | undefined> {
  const skew = await askText(
    l10n.t('What to add to the times of {0}, such as +1.5s or -1m34s; empty leaves it to inference', source.name),
    source.skew,
  );
  return skew === undefined ? undefined : { skew };
}

async function askNode(source: WireSource): Promise<Change | undefined> {
  const node = await askText(
    l10n.t('Node that {0} was collected on; empty leaves it to inference', source.name),
    source.node,
  );
  return node === undefined ? undefined : { node };
}

async function askFormat(source: WireSource, tree: SourceTree): Promise<Change | undefined> {
  const inferred: QuickPickItem & { readonly format: string | null } = {
    label: l10n.t('By content'),
    description: source.formatReason,
    format: null,
  };
  const choices = (await tree.formats()).map(({ id, title }) => ({ label: title, description: id, format: id }));
  const picked = await window.showQuickPick([inferred, ...choices], {
    placeHolder: l10n.t('Format of the records in {0}', source.name),
    matchOnDescription: true,
  });
  return picked === undefined ? undefined : { format: picked.format };
}

function forget(): Promise<Change> {
  return Promise.resolve({ format: null, node: null, zone: null, year: null, skew: null, note: null });
}

class SourceTree implements TreeDataProvider<SourceRow> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private current: Promise<WireSources> | undefined;
  /** Rows on show by id: commands carry the id alone. */
  private readonly shown = new Map<string, SourceRow>();

  constructor(private readonly ctx: ClientContext) {
    ctx.own(this.changed);
  }

  refresh(): void {
    this.current = undefined;
    this.shown.clear();
    this.changed.fire(undefined);
  }

  async sources(): Promise<readonly WireSource[]> {
    return (await this.answer()).sources;
  }

  async formats(): Promise<WireSources['formats']> {
    return (await this.answer()).formats;
  }

  /** The source of a row that a menu hands over. */
  sourceOf(row: unknown): WireSource | undefined {
    if (typeof row !== 'object' || row === null || !('id' in row) || typeof row.id !== 'string') return undefined;
    return this.shown.get(row.id)?.source ?? undefined;
  }

  async open(id: unknown): Promise<void> {
    const row = typeof id === 'string' ? this.shown.get(id) : undefined;
    const place = row === undefined ? null : placeOf(row);
    if (place !== null) await showPlace(place, { preserveFocus: true });
  }

  getTreeItem(row: SourceRow): TreeItem {
    const item = new TreeItem(row.label, openStates[row.open]);
    item.id = row.id;
    item.description = row.description;
    item.tooltip = row.tooltip.join('\n\n');
    item.contextValue = row.source !== null && row.source.decided.length > 0 ? `${row.kind}-corrected` : row.kind;
    item.iconPath = new ThemeIcon(row.icon);
    item.accessibilityInformation = { label: [row.label, row.description].filter((part) => part !== '').join(', ') };
    // The editor's own marks of the file (errors, changes) belong to it here too.
    if (row.kind === 'source' && row.source?.uri != null) item.resourceUri = Uri.parse(row.source.uri);
    if (placeOf(row) !== null)
      item.command = { command: 'causeline.openSource', title: l10n.t('Show the source'), arguments: [row.id] };
    return item;
  }

  async getChildren(row?: SourceRow): Promise<SourceRow[]> {
    try {
      const rows = row === undefined ? toSourceRows(await this.answer(), l10n.t) : [...row.children];
      for (const child of rows) this.shown.set(child.id, child);
      return rows;
    } catch (error) {
      this.ctx.failed(error);
      return [];
    }
  }

  private answer(): Promise<WireSources> {
    if (this.ctx.status.revision === 0) return Promise.resolve(noSources);
    this.current ??= this.ctx.ask(sourcesMessage, {});
    return this.current;
  }
}
