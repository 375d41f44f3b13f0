/** What node-problem-detector's published monitors look for, as lines of the programs that write them: one for each reason, with invented names. */

/** A reason of the detector and a line that its pattern matches. */
export interface DetectorLine {
  readonly monitor: string;
  readonly reason: string;
  readonly line: string;
}

const kernel = (text: string): string => `May 13 10:27:47 node-a kernel: [ 4211.204511] ${text}`;
const systemd = (text: string): string => `May 13 10:27:47 node-a systemd[1]: ${text}`;
const docker = (text: string): string => `time="2022-05-13T02:27:47.120345678Z" level=error msg="${text}"`;

/** Linux monitors that read logs. */
export const detectorLines: readonly DetectorLine[] = [
  {
    monitor: 'kernel-monitor',
    reason: 'OOMKilling',
    line: kernel('Killed process 14207 (java) total-vm:8123456kB, anon-rss:4194304kB, file-rss:1024kB, shmem-rss:0kB'),
  },
  {
    monitor: 'kernel-monitor',
    reason: 'TaskHung',
    line: kernel('INFO: task jbd2/sda1-8:311 blocked for more than 120 seconds.'),
  },
  {
    monitor: 'kernel-monitor',
    reason: 'UnregisterNetDevice',
    line: kernel('unregister_netdevice: waiting for lo to become free. Usage count = 1'),
  },
  {
    monitor: 'kernel-monitor',
    reason: 'KernelOops',
    line: kernel('BUG: unable to handle kernel NULL pointer dereference at 0000000000000050'),
  },
  { monitor: 'kernel-monitor', reason: 'KernelOops', line: kernel('divide error: 0000 [#1] SMP') },
  {
    monitor: 'kernel-monitor',
    reason: 'Ext4Error',
    line: kernel(
      'EXT4-fs error (device sdb1): ext4_lookup:1602: inode #131073: comm dockerd: deleted inode referenced: 131080',
    ),
  },
  {
    monitor: 'kernel-monitor',
    reason: 'Ext4Warning',
    line: kernel(
      'EXT4-fs warning (device sdb1): ext4_end_bio:323: I/O error 10 writing to inode 131080 (offset 0 size 4096 starting block 33024)',
    ),
  },
  {
    monitor: 'kernel-monitor',
    reason: 'IOError',
    line: kernel('Buffer I/O error on dev sdb1, logical block 33024, lost async page write'),
  },
  {
    monitor: 'kernel-monitor',
    reason: 'XfsHasShutdown',
    line: kernel('XFS (sdb1): Log I/O Error Detected. Shutting down filesystem'),
  },
  {
    monitor: 'kernel-monitor',
    reason: 'MemoryReadError',
    line: kernel(
      'EDAC MC0: 1 CE memory read error on CPU_SrcID#0_Ha#0_Chan#1_DIMM#0 (channel:1 slot:0 page:0x1f2a3 offset:0x0 grain:32)',
    ),
  },
  {
    monitor: 'kernel-monitor',
    reason: 'CperHardwareErrorFatal',
    line: kernel('{1}[Hardware Error]: event severity: fatal'),
  },
  {
    monitor: 'kernel-monitor',
    reason: 'DockerHung',
    line: kernel('INFO: task docker:2214 blocked for more than 120 seconds.'),
  },
  {
    monitor: 'readonly-monitor',
    reason: 'FilesystemIsReadOnly',
    line: kernel('EXT4-fs (sdb1): Remounting filesystem read-only'),
  },
  {
    monitor: 'docker-monitor',
    reason: 'CorruptDockerImage',
    line: docker(
      'Error trying v2 registry: failed to register layer: rename /var/lib/docker/image/overlay2/layerdb/tmp/write-set-131 /var/lib/docker/image/overlay2/layerdb/sha256/77ab: directory not empty',
    ),
  },
  {
    monitor: 'docker-monitor',
    reason: 'CorruptDockerOverlay2',
    line: docker(
      'Handler for POST /v1.40/containers/create returned error: readlink /var/lib/docker/overlay2/l/K2J7: invalid argument',
    ),
  },
  {
    monitor: 'docker-monitor',
    reason: 'DockerContainerStartupFailure',
    line: docker('OCI runtime start failed: container process is already dead: unknown'),
  },
  { monitor: 'systemd-monitor', reason: 'KubeletStart', line: systemd('Started Kubernetes kubelet.') },
  {
    monitor: 'systemd-monitor',
    reason: 'DockerStart',
    line: systemd('Starting Docker Application Container Engine...'),
  },
  { monitor: 'systemd-monitor', reason: 'ContainerdStart', line: systemd('Starting containerd container runtime...') },
];
