/** Which lines of a large source are shown together, so that a file over an editor's limits is looked at in parts with all that a log has. */
import type { SourceReport } from '../engine/index';
import type { LineWindow } from '../protocol/memberUri';
import type { Settings } from '../protocol/settings';

/** Editors get no more of one document. */
export const maxDocumentBytes = 40 * 1024 * 1024;

/** What one part should have in bytes at most, as far as lines are of ordinary length. */
const windowBytes = 4 * 1024 * 1024;
const fewestLines = 100;
const megabyte = 1024 * 1024;

/** Whether lines of a source are shown in parts. `isFile`: the editor could open all of it instead. */
export function isShownInParts({ bytes }: SourceReport, isFile: boolean, settings: Settings): boolean {
  const limit = settings['causeline.bigFiles.megabytes'] * megabyte;
  return isFile
    ? settings['causeline.bigFiles.open'] !== 'raw' && bytes > limit
    : bytes > Math.min(limit, maxDocumentBytes);
}

/** The part that shows a line (1-based), with at least a quarter of its lines before and behind it; neighbours overlap by half. */
export function windowAround(source: SourceReport, line: number, settings: Settings): LineWindow {
  const half = halfOf(source, settings);
  return windowAt(source, half, Math.max(0, Math.floor((line - 1 - half / 2) / half)));
}

/** The part half a part further; `null` at an end of the source. */
export function nextWindow(
  source: SourceReport,
  { first, last }: LineWindow,
  direction: 'before' | 'after',
  settings: Settings,
): LineWindow | null {
  if (direction === 'before' ? first <= 1 : last >= source.lines) return null;
  const half = halfOf(source, settings);
  const step = Math.floor((first - 1) / half);
  return windowAt(source, half, direction === 'after' ? step + 1 : (first - 1) % half === 0 ? step - 1 : step);
}

function windowAt({ lines }: SourceReport, half: number, step: number): LineWindow {
  const last = Math.min(Math.max(lines, 1), (step + 2) * half);
  return { first: Math.min(step * half + 1, last), last };
}

function halfOf({ bytes, lines }: SourceReport, settings: Settings): number {
  const wanted = Math.max(fewestLines, settings['causeline.bigFiles.windowLines']);
  const ofBytes = Math.floor((windowBytes * Math.max(1, lines)) / Math.max(1, bytes));
  return Math.ceil(Math.max(fewestLines, Math.min(wanted, ofBytes)) / 2);
}
