/** Command outputs collected beside the logs: the process list, docker's description of itself, the clock. */

import type { Random } from './random';
import { joinLines } from './text';

/** A process: state, CPU share, memory in KiB (virtual, resident), name. */
type Process = readonly [state: 'R' | 'S', cpu: number, virtual: number, resident: number, name: string];

const sickProcesses: readonly Process[] = [
  ['R', 100, 412_884, 361_204, 'kube-proxy'],
  ['R', 52.9, 96_120, 88_412, 'iptables-restor'],
  ['S', 37.4, 6_812_440, 1_912_336, 'dockerd'],
  ['S', 22.1, 9_702_116, 4_113_020, 'java'],
  ['S', 18.9, 3_144_908, 402_116, 'kubelet'],
  ['S', 11.6, 9_688_004, 3_870_112, 'java'],
  ['R', 5.9, 162_308, 2_904, 'top'],
  ['S', 2, 1_904_112, 61_220, 'docker-containe'],
  ['S', 0.7, 44_608, 8_120, 'systemd'],
  ['S', 0.3, 418_220, 41_336, 'rsyslogd'],
  ['S', 0, 27_156, 16_880, 'iptables'],
  ['S', 0, 27_156, 16_884, 'iptables'],
  ['S', 0, 27_156, 16_880, 'iptables'],
  ['S', 0, 105_996, 4_120, 'sshd'],
];

const healthyProcesses: readonly Process[] = [
  ['S', 8.4, 9_702_116, 4_113_020, 'java'],
  ['S', 4.6, 2_904_116, 176_204, 'kubelet'],
  ['S', 3.3, 4_120_880, 612_904, 'dockerd'],
  ['S', 2.6, 51_204, 33_116, 'kube-proxy'],
  ['R', 0.7, 162_012, 2_412, 'top'],
  ['S', 0.7, 44_480, 7_964, 'systemd'],
  ['S', 0.3, 398_112, 22_904, 'rsyslogd'],
  ['S', 0, 105_996, 4_116, 'sshd'],
];

/** `top -b -n 1`. */
export function top(random: Random, sick: boolean): string {
  const load = sick ? [29.4, 28.1, 23.9] : [1.12, 1.3, 1.27];
  const [one, five, fifteen] = load.map((value) => (value + random.between(0, 90) / 100).toFixed(2));
  const tasks = (sick ? 1_380 : 396) + random.between(0, 40);
  const running = sick ? 9 : 2;
  return joinLines([
    `top - 11:40:52 up 212 days, 18:03,  2 users,  load average: ${one}, ${five}, ${fifteen}`,
    `Tasks: ${String(tasks).padStart(3)} total, ${String(running).padStart(3)} running, ${tasks - running} sleeping,   0 stopped,   0 zombie`,
    sick
      ? '%Cpu(s): 11.4 us, 38.9 sy,  0.0 ni, 48.8 id,  0.1 wa,  0.0 hi,  0.8 si,  0.0 st'
      : '%Cpu(s):  3.9 us,  1.8 sy,  0.0 ni, 94.1 id,  0.1 wa,  0.0 hi,  0.1 si,  0.0 st',
    'KiB Mem : 13174607+total, 31873412 free, 74120988 used, 25751672 buff/cache',
    'KiB Swap:        0 total,        0 free,        0 used. 52114312 avail Mem ',
    '',
    '   PID USER      PR  NI    VIRT    RES    SHR S  %CPU %MEM     TIME+ COMMAND',
    ...(sick ? sickProcesses : healthyProcesses).map((process) => processRow(random, process)),
  ]);
}

function processRow(random: Random, [state, cpu, virtual, resident, name]: Process): string {
  const pid = String(random.between(900, 64_000)).padStart(6);
  const brief = name.startsWith('iptables') || name === 'top';
  const minutes = brief ? 0 : random.between(11, 900);
  const time = `${minutes}:${String(random.between(0, 59)).padStart(2, '0')}.${random.between(10, 99)}`;
  const sizes = `${String(virtual).padStart(7)} ${String(resident).padStart(6)} ${String(Math.round(resident / 9)).padStart(6)}`;
  const memory = ((resident / 131_746_072) * 100).toFixed(1);
  return `${pid} root      20   0 ${sizes} ${state} ${cpu.toFixed(1).padStart(5)} ${memory.padStart(4)} ${time.padStart(9)} ${name}`;
}

/** `docker info` of Docker 1.12 on CentOS 7: two containers for every pod. */
export function dockerInfo(random: Random, host: string, pods: number): string {
  const stopped = random.between(18, 60);
  return joinLines([
    `Containers: ${pods * 2 + stopped}`,
    ` Running: ${pods * 2}`,
    ' Paused: 0',
    ` Stopped: ${stopped}`,
    `Images: ${random.between(90, 140)}`,
    'Server Version: 1.12.6',
    'Storage Driver: overlay',
    ' Backing Filesystem: extfs',
    'Logging Driver: json-file',
    'Cgroup Driver: cgroupfs',
    'Plugins:',
    ' Volume: local',
    ' Network: bridge null host overlay',
    'Swarm: inactive',
    'Runtimes: runc',
    'Default Runtime: runc',
    'Security Options: seccomp',
    'Kernel Version: 3.10.0-693.el7.x86_64',
    'Operating System: CentOS Linux 7 (Core)',
    'OSType: linux',
    'Architecture: x86_64',
    'CPUs: 32',
    'Total Memory: 125.6 GiB',
    `Name: ${host}`,
    'Docker Root Dir: /var/lib/docker',
    'Debug Mode (client): false',
    'Debug Mode (server): false',
    'Registry: https://registry.pool.example/v1/',
    'Insecure Registries:',
    ' registry.pool.example',
    ' 127.0.0.0/8',
  ]);
}

/** `timedatectl`. */
export function timedatectl(): string {
  return joinLines([
    '      Local time: Fri 2022-05-13 11:41:00 CST',
    '  Universal time: Fri 2022-05-13 03:41:00 UTC',
    '        RTC time: Fri 2022-05-13 03:41:00',
    '       Time zone: Asia/Shanghai (CST, +0800)',
    '     NTP enabled: yes',
    'NTP synchronized: yes',
    ' RTC in local TZ: no',
    '      DST active: n/a',
  ]);
}
