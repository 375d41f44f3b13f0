/** Writes the logs of two invented nodes for measurements, as large as asked for, every byte decided by the generator alone. */
import { closeSync, mkdirSync, openSync, utimesSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One line in this many tells of trouble. */
const quietLines = 2000;
const flushBytes = 4 * 1024 * 1024;
const startMs = Date.UTC(2023, 2, 14, 2, 0, 0);

/** A source of numbers that is the same on every machine (xorshift32). */
class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 1;
  }

  below(limit: number): number {
    let value = this.state;
    value ^= value << 13;
    value ^= value >>> 17;
    value ^= value << 5;
    this.state = value;
    return (value >>> 0) % limit;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += (this.below(0x10000000) + 0x10000000).toString(16).slice(1);
    return text.slice(0, digits);
  }
}

const letters = 'bcdfghjklmnpqrstvwxz2456789';
const workloads = ['web', 'cart', 'search-indexer', 'billing-worker', 'sessions', 'image-resizer', 'mailer', 'gateway'];
const spaces = ['shop', 'shop-staging', 'kube-system', 'monitoring', 'payments'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Pod {
  readonly name: string;
  readonly space: string;
  readonly uid: string;
  readonly container: string;
}

function suffix(dice: Dice, length: number): string {
  let text = '';
  while (text.length < length) text += letters.charAt(dice.below(letters.length));
  return text;
}

function makePods(dice: Dice, count: number): Pod[] {
  return Array.from({ length: count }, () => ({
    name: `${dice.pick(workloads)}-${dice.hex(9)}-${suffix(dice, 5)}`,
    space: dice.pick(spaces),
    uid: `${dice.hex(8)}-${dice.hex(4)}-4${dice.hex(3)}-a${dice.hex(3)}-${dice.hex(12)}`,
    container: dice.hex(64),
  }));
}

/** The clock of one file. */
class Clock {
  ms = startMs;
  private dayText = '';
  private day = -1;

  constructor(
    private readonly dice: Dice,
    private readonly stepMs: number,
  ) {}

  step(): void {
    this.ms += this.dice.below(this.stepMs * 2);
  }

  private time(ms: number): string {
    const inDay = ms % 86_400_000;
    const part = (unit: number, base: number): string => String(Math.floor(inDay / unit) % base).padStart(2, '0');
    return `${part(3_600_000, 24)}:${part(60_000, 60)}:${part(1000, 60)}`;
  }

  /** `yyyy-mm-dd` of UTC. */
  private date(ms: number): string {
    const day = Math.floor(ms / 86_400_000);
    if (day !== this.day) {
      this.day = day;
      this.dayText = new Date(ms).toISOString().slice(0, 10);
    }
    return this.dayText;
  }

  micros(): string {
    return `${String(this.ms % 1000).padStart(3, '0')}${String(this.dice.below(1000)).padStart(3, '0')}`;
  }

  klog(): string {
    const date = this.date(this.ms);
    return `${date.slice(5, 7)}${date.slice(8)} ${this.time(this.ms)}.${this.micros()}`;
  }

  iso(): string {
    return `${this.date(this.ms)}T${this.time(this.ms)}.${this.micros()}${String(this.dice.below(1000)).padStart(3, '0')}Z`;
  }

  isoZone(): string {
    return `${this.date(this.ms)}T${this.time(this.ms)}+0000`;
  }

  syslog(): string {
    const date = this.date(this.ms);
    const day = String(Number(date.slice(8))).padStart(2, ' ');
    return `${months[Number(date.slice(5, 7)) - 1]} ${day} ${this.time(this.ms)}`;
  }

  boot(): string {
    const micros = (this.ms - startMs + 86_412_345) * 1000 + this.dice.below(1000);
    return `${String(Math.floor(micros / 1e6)).padStart(5, ' ')}.${String(micros % 1e6).padStart(6, '0')}`;
  }
}

type Message = (dice: Dice, pod: Pod) => string;

/** What kubelet says all day, by severity letter and place. */
const kubeletOrdinary: readonly (readonly [string, string, Message])[] = [
  [
    'I',
    'reconciler.go:254',
    (dice, pod) =>
      `"operationExecutor.MountVolume started for volume \\"kube-api-access-${suffix(dice, 5)}\\" (UniqueName: \\"kubernetes.io/projected/${pod.uid}-kube-api-access-${suffix(dice, 5)}\\") pod \\"${pod.name}\\" (UID: \\"${pod.uid}\\") " pod="${pod.space}/${pod.name}"`,
  ],
  [
    'I',
    'operation_generator.go:756',
    (dice, pod) =>
      `MountVolume.SetUp succeeded for volume "config-${suffix(dice, 6)}" (UniqueName: "kubernetes.io/configmap/${pod.uid}-config-${suffix(dice, 6)}") pod "${pod.name}" (UID: "${pod.uid}")`,
  ],
  [
    'I',
    'kubelet.go:2130',
    (dice, pod) =>
      `"SyncLoop (PLEG): event for pod" pod="${pod.space}/${pod.name}" event=&{ID:${pod.uid} Type:ContainerStarted Data:${dice.hex(64)}}`,
  ],
  [
    'I',
    'kubelet.go:2096',
    (_dice, pod) => `"SyncLoop UPDATE" source="api" pods="[${pod.space}/${pod.name}(${pod.uid})]"`,
  ],
  [
    'I',
    'prober.go:117',
    (dice, pod) =>
      `"Probe succeeded" probeType="Readiness" pod="${pod.space}/${pod.name}" podUID="${pod.uid}" containerName="${dice.pick(workloads)}" latency="${dice.below(90)}.${dice.below(999)}ms"`,
  ],
  [
    'I',
    'setters.go:77',
    (dice) =>
      `Using node IP: "10.${dice.below(200)}.${dice.below(250)}.${dice.below(250)}" with ${dice.below(200)} addresses of the cloud provider; node status is unchanged for ${dice.below(300)} s`,
  ],
  [
    'I',
    'manager.go:1025',
    (dice, pod) =>
      `Added container: "/kubepods/burstable/pod${pod.uid}/${pod.container}" (aliases: [k8s_app_${pod.name}_${pod.space}_${pod.uid}_${dice.below(4)} ${pod.container}], namespace: "docker")`,
  ],
  [
    'I',
    'kubelet_getters.go:176',
    (dice, pod) =>
      `"Pod status updated" pod="${pod.space}/${pod.name}" status=Running podUID="${pod.uid}" containerID="docker://${pod.container}" generation=${dice.below(99)}`,
  ],
  ['I', 'generic.go:155', (_dice, pod) => `GenericPLEG: ${pod.uid}/${pod.container}: running -> running`],
];

const kubeletTrouble: readonly (readonly [string, string, Message])[] = [
  ['E', 'kubelet.go:1302', () => 'Container garbage collection failed: operation timeout: context deadline exceeded'],
  [
    'I',
    'kubelet.go:1856',
    (dice) =>
      `skipping pod synchronization - [PLEG is not healthy: pleg was last seen active ${3 + dice.below(9)}m${dice.below(60)}.${dice.below(999)}s ago; threshold is 3m0s]`,
  ],
  [
    'E',
    'remote_runtime.go:243',
    (_dice, pod) =>
      `ContainerStatus "${pod.container}" from runtime service failed: rpc error: code = DeadlineExceeded desc = context deadline exceeded`,
  ],
  [
    'E',
    'pod_workers.go:190',
    (dice, pod) =>
      `Error syncing pod ${pod.uid} ("${pod.name}_${pod.space}(${pod.uid})"), skipping: failed to "StartContainer" for "app" with CrashLoopBackOff: "back-off ${dice.pick(['10s', '40s', '5m0s'])} restarting failed container=app pod=${pod.name}_${pod.space}(${pod.uid})"`,
  ],
];

const dockerOrdinary: readonly Message[] = [
  (_dice, pod) =>
    `level=info msg="Container ${pod.container} did not exit within 30 seconds of signal 15 - the runtime is asked for its state again before the container is named in the next listing"`,
  (dice, pod) =>
    `level=debug msg="Calling GET /v1.24/containers/${pod.container}/json" spanID=${dice.hex(16)} traceID=${dice.hex(32)}`,
  (dice) =>
    `level=debug msg="event published" ns=moby topic=/tasks/exec-added type=containerd.events.TaskExecAdded container=${dice.hex(64)}`,
  (_dice, pod) => `level=info msg="Attached stream of container ${pod.container}" module=daemon`,
];

const dockerTrouble: readonly Message[] = [
  (_dice, pod) =>
    `level=error msg="Handler for GET /v1.24/containers/${pod.container}/json returned error: write unix /var/run/docker.sock->@: write: broken pipe"`,
];

function firewallLine(dice: Dice): string {
  return `IN=eth0 OUT= MAC=${dice.hex(12)} SRC=10.0.${dice.below(250)}.${dice.below(250)} DST=10.0.1.7 LEN=60 TOS=0x00 PREC=0x00 TTL=63 ID=${dice.below(65_536)} DF PROTO=TCP SPT=${dice.below(65_536)} DPT=8080 WINDOW=29200 RES=0x00 SYN URGP=0`;
}

const kernelOrdinary: readonly Message[] = [
  (dice) => `eth0: renamed from veth${dice.hex(7)}`,
  (dice) => `device veth${dice.hex(7)} left promiscuous mode`,
  firewallLine,
  firewallLine,
  firewallLine,
  firewallLine,
  firewallLine,
];

const kernelTrouble: readonly Message[] = [
  (dice) =>
    `Out of memory: Killed process ${dice.below(32_768)} (java) total-vm:${dice.below(9_999_999)}kB, anon-rss:${dice.below(999_999)}kB, file-rss:0kB, shmem-rss:0kB`,
  (dice) => `INFO: task dockerd:${dice.below(32_768)} blocked for more than 120 seconds.`,
];

const otherOrdinary: readonly (readonly [string, Message])[] = [
  ['systemd', (_dice, pod) => `Started libcontainer container ${pod.container}.`],
  ['systemd', (_dice, pod) => `run-docker-runtime\\x2drunc-moby-${pod.container}-runc.mount: Succeeded.`],
  ['sshd', (dice) => `Connection closed by 10.0.0.${dice.below(250)} port ${dice.below(65_536)} [preauth]`],
  ['crond', (dice) => `(root) CMD (/usr/lib64/sa/sa1 1 1) run number ${dice.below(100_000)}`],
];

/** What one file holds: a line for each step of its clock. */
type Writer = (dice: Dice, clock: Clock, pod: Pod, trouble: boolean) => string;

function klogLine(dice: Dice, clock: Clock, pod: Pod, trouble: boolean): string {
  const [letter, place, message] = dice.pick(trouble ? kubeletTrouble : kubeletOrdinary);
  return `${letter}${clock.klog()}   ${14_200 + dice.below(9)} ${place}] ${message(dice, pod)}`;
}

const writers: Readonly<Record<string, Writer>> = {
  syslog(dice, clock, pod, trouble) {
    const kind = dice.below(20);
    const head = `${clock.syslog()} worker-7`;
    if (kind < 12) return `${head} kubelet: ${klogLine(dice, clock, pod, trouble)}`;
    if (kind < 16)
      return `${head} dockerd: time="${clock.iso()}" ${dice.pick(trouble ? dockerTrouble : dockerOrdinary)(dice, pod)}`;
    if (kind < 18)
      return `${head} kernel: [${clock.boot()}] ${dice.pick(trouble ? kernelTrouble : kernelOrdinary)(dice, pod)}`;
    const [unit, message] = dice.pick(otherOrdinary);
    return `${head} ${unit}[${1 + dice.below(9000)}]: ${message(dice, pod)}`;
  },
  klog: klogLine,
  journal(dice, clock, pod, trouble) {
    return `${clock.isoZone()} worker-8 kubelet[1893]: ${klogLine(dice, clock, pod, trouble)}`;
  },
  cri(dice, clock, pod, trouble) {
    return `${clock.iso()} stderr F ${klogLine(dice, clock, pod, trouble)}`;
  },
  dockerJson(dice, clock, pod, trouble) {
    const log = klogLine(dice, clock, pod, trouble).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
    return `{"log":"${log}\\n","stream":"stderr","time":"${clock.iso()}"}`;
  },
  kernel(dice, clock, pod, trouble) {
    return `[${clock.boot()}] ${dice.pick(trouble ? kernelTrouble : kernelOrdinary)(dice, pod)}`;
  },
};

interface Share {
  readonly path: string;
  readonly writer: string;
  /** Of the whole, in percent. */
  readonly percent: number;
  readonly stepMs: number;
}

const shares: readonly Share[] = [
  { path: 'worker-7/var/log/messages', writer: 'syslog', percent: 40, stepMs: 50 },
  { path: 'worker-7/var/log/kubelet.log', writer: 'klog', percent: 20, stepMs: 100 },
  { path: 'worker-8/journal.log', writer: 'journal', percent: 15, stepMs: 130 },
  { path: 'worker-8/var/log/pods/kube-system_kube-proxy/kube-proxy/0.log', writer: 'cri', percent: 12, stepMs: 150 },
  { path: 'worker-8/var/lib/docker/containers/app/app-json.log', writer: 'dockerJson', percent: 10, stepMs: 200 },
  { path: 'worker-8/dmesg.log', writer: 'kernel', percent: 3, stepMs: 200 },
];

/** What was written. */
export interface NodeLogs {
  readonly files: readonly string[];
  readonly bytes: number;
  readonly lines: number;
}

/** Writes about `bytes` bytes below `folder`. */
export function writeNodeLogs(folder: string, bytes: number): NodeLogs {
  let lines = 0;
  let written = 0;
  const files = shares.map((share, index) => {
    const file = join(folder, share.path);
    const result = writeShare(file, share, Math.floor((bytes * share.percent) / 100), 7919 * (index + 1));
    lines += result.lines;
    written += result.bytes;
    return file;
  });
  return { files, bytes: written, lines };
}

function writeShare(file: string, share: Share, bytes: number, seed: number): { bytes: number; lines: number } {
  const dice = new Dice(seed);
  const clock = new Clock(dice, share.stepMs);
  const write = writers[share.writer] as Writer;
  const pods = makePods(dice, 120);
  const buffer = Buffer.alloc(flushBytes + 65_536);
  let filled = 0;
  let total = 0;
  let lines = 0;
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'w');
  while (total + filled < bytes) {
    clock.step();
    if (dice.below(200) === 0) pods[dice.below(pods.length)] = makePods(dice, 1)[0] as Pod;
    const line = write(dice, clock, dice.pick(pods), dice.below(quietLines) === 0);
    filled += buffer.write(`${line}\n`, filled, 'latin1');
    lines++;
    if (filled >= flushBytes) {
      total += writeSync(handle, buffer, 0, filled);
      filled = 0;
    }
  }
  total += writeSync(handle, buffer, 0, filled);
  closeSync(handle);
  // Whole seconds, which every way of setting them keeps.
  const seconds = Math.floor(clock.ms / 1000);
  utimesSync(file, seconds, seconds);
  return { bytes: total, lines };
}
