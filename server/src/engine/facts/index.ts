/** The list of fact formats; the first that knows a source reads it. */
import { conntrackStatistics } from './conntrackStatistics';
import { containerTable } from './containerTable';
import { date } from './date';
import { describeNode } from './describeNode';
import { df } from './df';
import { dockerInfo } from './dockerInfo';
import { dockerVersion } from './dockerVersion';
import type { FactFormat } from './factFormat';
import { failedUnits } from './failedUnits';
import { free } from './free';
import { hostname } from './hostname';
import { iostat } from './iostat';
import { iptablesList } from './iptablesList';
import { iptablesSave } from './iptablesSave';
import { kubeletVersion } from './kubeletVersion';
import { links } from './links';
import { nodeTable } from './nodeTable';
import { nodeUsage } from './nodeUsage';
import { nodeYaml } from './nodeYaml';
import { osRelease } from './osRelease';
import { podTable } from './podTable';
import { ps } from './ps';
import { sockets } from './sockets';
import { sysctl } from './sysctl';
import { timedatectl } from './timedatectl';
import { top } from './top';
import { uname } from './uname';
import { vmstat } from './vmstat';

/** No output is known by two of them. */
export const factFormats: readonly FactFormat[] = [
  iptablesSave,
  iptablesList,
  top,
  ps,
  df,
  free,
  dockerInfo,
  dockerVersion,
  timedatectl,
  date,
  hostname,
  osRelease,
  uname,
  kubeletVersion,
  sysctl,
  nodeTable,
  nodeYaml,
  describeNode,
  podTable,
  containerTable,
  links,
  nodeUsage,
  failedUnits,
  vmstat,
  iostat,
  sockets,
  conntrackStatistics,
];
