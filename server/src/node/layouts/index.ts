/** All layouts, and which one a path belongs to. */
import { clusterInfoDump } from './clusterInfoDump';
import { eksLogCollector } from './eksLogCollector';
import { kindLogs } from './kindLogs';
import type { Layout } from './layout';
import { mustGather } from './mustGather';
import { nodeFolders } from './nodeFolders';
import { sosreport } from './sosreport';
import { troubleshoot } from './troubleshoot';

/** Layouts; the first whose pattern fits counts: surer ones first. */
export const layouts: readonly Layout[] = [
  sosreport,
  eksLogCollector,
  mustGather,
  troubleshoot,
  kindLogs,
  nodeFolders,
  clusterInfoDump,
];

/** What a layout says of a file. */
export interface LayoutPlace {
  readonly layout: string;
  /** The node's name. */
  readonly node?: string;
  /** A name of the machine, if nothing else names it. */
  readonly guess?: string;
  /** The part of the path that all files of one machine share. */
  readonly machine?: string;
}

/** The place of a file by its id; `null` when no known collector made the path. */
export function placeOf(id: string): LayoutPlace | null {
  for (const { id: layout, paths } of layouts) {
    for (const path of paths) {
      const match = path.exec(id);
      if (match === null) continue;
      const { node, guess, machine } = match.groups ?? {};
      return {
        layout,
        ...(node === undefined ? {} : { node }),
        ...(guess === undefined ? {} : { guess }),
        ...(machine === undefined ? {} : { machine }),
      };
    }
  }
  return null;
}
