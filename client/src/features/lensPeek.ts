/** What a click on a lens does: a peek at all places the lens speaks of. */
import { commands, Location, l10n, Uri, window } from 'vscode';
import { nearbyMessage, showPlacesCommand } from '../../../server/src/protocol/messages';
import type { WirePlace } from '../../../server/src/protocol/wireTypes';
import type { ClientContext } from '../context';
import { rangeOf, showPlace } from '../showPlace';
import { readLensArguments } from './lensPeekModel';

export function activate(ctx: ClientContext): void {
  const show = async (event: unknown, kind: unknown): Promise<void> => {
    const asked = readLensArguments(event, kind);
    if (asked === null) return;
    const { places, from } = await ctx.ask(nearbyMessage, {
      ...asked,
      uri: window.activeTextEditor?.document.uri.toString() ?? '',
    });
    await peek(places, from);
  };
  ctx.own(commands.registerCommand(showPlacesCommand, ctx.userCommand(show)));
}

/** Opens the peek below the lens, wherever the cursor is. */
async function peek(places: readonly WirePlace[], from: WirePlace | null): Promise<void> {
  const locations = places.flatMap((place) =>
    place.uri === null ? [] : [new Location(Uri.parse(place.uri, true), rangeOf(place))],
  );
  const editor = window.activeTextEditor;
  const [first] = places;
  if (editor !== undefined && locations.length > 0) {
    const isHere = from?.uri != null && Uri.parse(from.uri, true).toString() === editor.document.uri.toString();
    const position = isHere ? rangeOf(from).start : editor.selection.active;
    await commands.executeCommand('editor.action.peekLocations', editor.document.uri, position, locations, 'peek');
  } else if (first === undefined) {
    await window.showInformationMessage(l10n.t('Nothing was found at that time.'));
  } else await showPlace(first);
}
