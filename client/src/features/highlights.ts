/** Marks lock waits and failed garbage collections in the text, each in a way of its own that needs no colour to be told apart. */
import type { DecorationRenderOptions, TextEditor, TextEditorDecorationType } from 'vscode';
import { OverviewRulerLane, Range, ThemeColor, window, workspace } from 'vscode';
import { memberScheme } from '../../../server/src/protocol/memberUri';
import { highlightsMessage } from '../../../server/src/protocol/messages';
import { setting } from '../config';
import type { ClientContext } from '../context';
import type { Mark } from './highlightsModel';
import { marksByKind } from './highlightsModel';

const logSchemes = ['file', memberScheme];

export function activate(ctx: ClientContext): void {
  const lockWait = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('causeline.lockWaitBackground'),
    // A dashed box with a padlock.
    border: '1px dashed',
    borderColor: new ThemeColor('causeline.lockWaitForeground'),
    overviewRulerColor: new ThemeColor('causeline.lockWaitRuler'),
    overviewRulerLane: OverviewRulerLane.Left,
    ...gutter(ctx, 'lockWait'),
  });
  const gcFailure = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('causeline.gcFailureBackground'),
    // Bold and doubly underlined, with a bin.
    fontWeight: 'bold',
    textDecoration: 'underline double',
    overviewRulerColor: new ThemeColor('causeline.gcFailureRuler'),
    overviewRulerLane: OverviewRulerLane.Right,
    ...gutter(ctx, 'gcFailure'),
  });
  const painter = new Painter(ctx, lockWait, gcFailure);
  const paintAll = (): void => painter.paint(window.visibleTextEditors);
  ctx.own(
    lockWait,
    gcFailure,
    ctx.onReport(paintAll),
    window.onDidChangeVisibleTextEditors((editors) => painter.paint(editors)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('causeline.highlights')) paintAll();
    }),
  );
}

function gutter(ctx: ClientContext, name: string): DecorationRenderOptions {
  return {
    gutterIconSize: 'contain',
    light: { gutterIconPath: ctx.media(`${name}Light.svg`) },
    dark: { gutterIconPath: ctx.media(`${name}Dark.svg`) },
  };
}

class Painter {
  constructor(
    private readonly ctx: ClientContext,
    private readonly lockWait: TextEditorDecorationType,
    private readonly gcFailure: TextEditorDecorationType,
  ) {}

  paint(editors: readonly TextEditor[]): void {
    for (const editor of editors) {
      if (logSchemes.includes(editor.document.uri.scheme)) this.paintOne(editor).catch(this.ctx.failed);
    }
  }

  private async paintOne(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const isOn = setting('causeline.highlights.enabled') && this.ctx.status.revision > 0;
    const { highlights } = isOn
      ? await this.ctx.ask(highlightsMessage, { uri: document.uri.toString() })
      : { highlights: [] };
    const marks = marksByKind(highlights, (line) =>
      line < document.lineCount ? document.lineAt(line).text.length : undefined,
    );
    editor.setDecorations(this.lockWait, marks['lock-wait'].map(toRange));
    editor.setDecorations(this.gcFailure, marks['gc-failure'].map(toRange));
  }
}

function toRange({ line, start, end }: Mark): Range {
  return new Range(line, start, line, end);
}
