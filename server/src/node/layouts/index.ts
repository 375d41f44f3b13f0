/** All layouts, and which one a path belongs to. */

import { bottlerocketLogdog } from './bottlerocketLogdog';
import { cloudNodes } from './cloudNodes';
import { clusterApi } from './clusterApi';
import { clusterInfoDump } from './clusterInfoDump';
import { crashd } from './crashd';
import { eksLogCollector } from './eksLogCollector';
import { kindLogs } from './kindLogs';
import type { Layout } from './layout';
import { mustGather } from './mustGather';
import { nodeFolders } from './nodeFolders';
import { rancher } from './rancher';
import { sosreport } from './sosreport';
import { supportconfig } from './supportconfig';
import { talosSupport } from './talosSupport';
import { troubleshoot } from './troubleshoot';
import { varLog } from './varLog';

/** Layouts; the first whose pattern fits counts: surer ones first. */
export const layouts: readonly Layout[] = [
  sosreport,
  supportconfig,
  rancher,
  eksLogCollector,
  bottlerocketLogdog,
  mustGather,
  troubleshoot,
  clusterApi,
  crashd,
  cloudNodes,
  kindLogs,
  nodeFolders,
  talosSupport,
  varLog,
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
