/** The list of fact formats; the first that knows a source reads it. */
import { date } from './date';
import { describeNode } from './describeNode';
import { df } from './df';
import { dockerInfo } from './dockerInfo';
import { dockerVersion } from './dockerVersion';
import type { FactFormat } from './factFormat';
import { free } from './free';
import { hostname } from './hostname';
import { iptablesList } from './iptablesList';
import { iptablesSave } from './iptablesSave';
import { kubeletVersion } from './kubeletVersion';
import { nodeTable } from './nodeTable';
import { nodeYaml } from './nodeYaml';
import { osRelease } from './osRelease';
import { ps } from './ps';
import { sysctl } from './sysctl';
import { timedatectl } from './timedatectl';
import { top } from './top';
import { uname } from './uname';

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
];
