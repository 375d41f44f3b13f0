/** Shows a place in its file, also in files too large to be given to extensions. */
import { commands, l10n, Range, Uri, window } from 'vscode';
import type { WirePlace } from '../../server/src/protocol/wireTypes';
import { rememberPlace } from './lastPlace';

/** Lines may be longer: the end of a range is moved to where the line ends. */
const endOfLine = 100_000;

/** The words of a place, the beginning of its line, or all lines that belong to it. */
export function rangeOf({ line, start, end, lastLine = line }: WirePlace): Range {
  return lastLine > line ? new Range(line, 0, lastLine, endOfLine) : new Range(line, start, line, Math.max(start, end));
}

/** Opens the file at the place. */
export async function showPlace(place: WirePlace, options: { readonly preserveFocus?: boolean } = {}): Promise<void> {
  if (place.uri === null) {
    await window.showInformationMessage(l10n.t('The file of {0} is not there any more.', place.where));
    return;
  }
  const uri = Uri.parse(place.uri, true);
  rememberPlace(uri.toString(), place.line);
  // Documents over 50 MB are no documents for extensions, yet this command opens them at the line.
  await commands.executeCommand('vscode.open', uri, { selection: rangeOf(place), preview: true, ...options });
}
