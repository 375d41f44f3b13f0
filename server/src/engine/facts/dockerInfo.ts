/** `docker info`: version, drivers, and how many containers the daemon keeps. */
import type { FactFormat } from './factFormat';
import { collectLines, readLabels } from './factFormat';

const labels: ReadonlyMap<string, string> = new Map([
  ['Server Version', 'docker.version'],
  ['Storage Driver', 'docker.storageDriver'],
  ['Cgroup Driver', 'docker.cgroupDriver'],
  ['Containers', 'docker.containers'],
  ['Running', 'docker.containersRunning'],
  ['Images', 'docker.images'],
  ['Kernel Version', 'kernel.version'],
  ['Operating System', 'os.name'],
  ['Name', 'node.name'],
]);

/** `Label: value` lines. */
export const dockerInfo: FactFormat = {
  id: 'docker-info',
  title: 'docker info',
  specification: 'https://docs.docker.com/reference/cli/docker/system/info/',
  names: [...labels.values()],
  looksLikeMine(firstLines) {
    const has = (label: string): boolean => firstLines.some((line) => line.trim().startsWith(label));
    return has('Containers: ') && (has('Server Version: ') || has('Storage Driver: '));
  },
  createCollector: () => collectLines(readLabels(labels, ':')),
};
