/** Opens what all sources say around a line, merged by time, and leads to other parts of it. */
import { commands, l10n, ProgressLocation, window } from 'vscode';
import type { TimelineChange, TimelineParams } from '../../../server/src/protocol/messages';
import { changeTimelineCommand, timelineMessage } from '../../../server/src/protocol/messages';
import type { WirePlace } from '../../../server/src/protocol/wireTypes';
import type { ClientContext } from '../context';
import { cursor } from '../cursor';
import { showPlace } from '../showPlace';

const changes: readonly TimelineChange[] = [
  'earlier',
  'later',
  'wider',
  'narrower',
  'events',
  'lines',
  'node',
  'nodes',
];

export function activate(ctx: ClientContext): void {
  const change = (to: TimelineChange) => ctx.userCommand(() => show(ctx, to));
  ctx.own(
    commands.registerCommand('causeline.timelineEarlier', change('earlier')),
    commands.registerCommand('causeline.timelineLater', change('later')),
    commands.registerCommand('causeline.timelineWider', change('wider')),
    commands.registerCommand('causeline.timelineNarrower', change('narrower')),
    commands.registerCommand(
      'causeline.timeline',
      ctx.userCommand(async (row: unknown) => {
        // A row of the sidebar is shown first; its line is then the cursor's.
        if (typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string')
          await commands.executeCommand('causeline.openRow', row.id);
        await show(ctx, undefined);
      }),
    ),
    commands.registerCommand(
      changeTimelineCommand,
      ctx.userCommand(async (asked: unknown) => {
        const wanted = changes.find((one) => one === asked);
        if (wanted !== undefined) await show(ctx, wanted);
      }),
    ),
  );
}

async function show(ctx: ClientContext, change: TimelineChange | undefined): Promise<void> {
  const from = cursor();
  const place = from === null ? null : await find(ctx, { ...from, ...(change === undefined ? {} : { change }) });
  if (place !== null) await showPlace(place);
  else window.setStatusBarMessage(l10n.t('This line has no time: no timeline can be shown around it.'), 4000);
}

/** Packed sources are read from their beginning, which takes a while where they are large. */
async function find(ctx: ClientContext, asked: TimelineParams): Promise<WirePlace | null> {
  const title = l10n.t('Causeline: merging sources');
  const { place } = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
    ctx.ask(timelineMessage, asked),
  );
  return place;
}
