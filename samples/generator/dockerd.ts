/** What dockerd 1.12 says: its ordinary talk, and the waits for the xtables lock when ports are published. */
import { at, logrusStamp } from './clock';
import { lastingNode, logsEnd, logsFrom, type SickPlan, troubleEnd } from './plan';
import type { Pod } from './pods';
import type { Random } from './random';
import type { Syslog } from './syslog';

/** Where the journal's reader breaks a long line of a daemon: at the last space before this many bytes. */
const lineBytes = 2_060;

/** No call waits longer than this on these nodes. */
const longestWait = 89;

/** The levels dockerd writes. */
export type LogrusLevel = 'info' | 'warning' | 'error';

/** dockerd of one machine, in syslog, with its own UTC stamps. */
export class Dockerd {
  constructor(
    private readonly syslog: Syslog,
    private readonly random: Random,
  ) {}

  /** One logrus line; a long one is broken in pieces, of which only the first has a stamp of dockerd. */
  write(ms: number, level: LogrusLevel, message: string): void {
    const quoted = message.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
    const stamp = logrusStamp(ms, this.random.between(0, 999_999));
    let rest = `time="${stamp}" level=${level} msg="${quoted}"`;
    while (rest.length > lineBytes) {
      const cut = rest.lastIndexOf(' ', lineBytes);
      this.raw(ms, rest.slice(0, cut));
      rest = rest.slice(cut + 1);
    }
    this.raw(ms, rest);
  }

  /** A line as a child of dockerd wrote it. */
  raw(ms: number, line: string): void {
    this.syslog.write(ms, 'dockerd', line);
  }
}

/** dockerd on an ordinary day. */
export function writeDockerTalk(dockerd: Dockerd, random: Random, pods: readonly Pod[]): void {
  for (const ms of random.moments(logsFrom + 30_000, logsEnd, 30_000, 140_000)) {
    const pod = random.pick(pods);
    const missing = random.hex(64);
    const [level, message] = random.pick<readonly [LogrusLevel, string]>([
      ['info', 'Firewalld running: false'],
      ['info', `Container ${pod.container} failed to exit within 30 seconds of signal 15 - using the force`],
      ['info', `{Action=exec, ID=${pod.container}, LoginUID=4294967295, PID=14207}`],
      ['error', `Handler for GET /v1.24/containers/${missing}/json returned error: No such container: ${missing}`],
      ['warning', 'Your kernel does not support swap limit capabilities, memory limited without swap.'],
    ]);
    dockerd.write(ms, level, message);
  }
}

/** Publishing a port waits for the lock, longer and longer; iptables' complaints come back as the error. */
export function writeLockWaits(
  syslog: Syslog,
  dockerd: Dockerd,
  random: Random,
  pods: readonly Pod[],
  host: string,
  plan: SickPlan,
): void {
  const ramp = 340_000;
  for (const ms of random.moments(plan.waits, troubleEnd(plan), 24_000, 44_000)) {
    const grown = Math.min(1, (ms - plan.waits) / ramp);
    const most = 5 + Math.round(grown * 60) + random.between(0, 8) + (grown === 1 ? random.between(0, 14) : 0);
    dockerd.write(ms, 'warning', portFailure(random, pods, Math.min(most, longestWait)));
  }
  if (plan.relief < logsEnd) {
    for (const [offset, seconds] of [
      [9_000, 21],
      [26_000, 9],
      [51_000, 3],
    ] as const) {
      dockerd.write(plan.relief + offset, 'warning', portFailure(random, pods, seconds));
    }
  }
  if (host === lastingNode.host) writeLoneTail(syslog);
}

/** The tail of one message, all that the journal kept of it. */
function writeLoneTail(syslog: Syslog): void {
  const tail = waits(47, 57).slice('Another app '.length);
  syslog.write(at(10, 27, 47), 'dockerd', `${tail.replaceAll('\n', '\\n')}"`);
}

function portFailure(random: Random, pods: readonly Pod[], seconds: number): string {
  const port = random.pick(random.pick(pods).ports);
  return `Failed to allocate and map port ${port.host}: Error iptables FORWARD: ${waits(1, seconds)}`;
}

/** iptables complains at every second attempt, and tries once a second. */
function waits(from: number, to: number): string {
  let text = '';
  for (let seconds = from; seconds <= to; seconds += 2) {
    text += `Another app is currently holding the xtables lock; waiting (${seconds}s) for it to exit...\n`;
  }
  return text;
}

/** dockerd answers at last, and nobody listens any more. */
export function writeLateAnswers(dockerd: Dockerd, pods: readonly Pod[], plan: SickPlan): void {
  const pipe = 'write unix /var/run/docker.sock->@: write: broken pipe';
  pods.slice(0, 24).forEach((pod, index) => {
    const path = `/v1.24/containers/${index % 3 === 0 ? pod.sandbox : pod.container}/json`;
    dockerd.write(plan.relief + 1_500 + index * 37, 'error', `Handler for GET ${path} returned error: ${pipe}`);
  });
}
