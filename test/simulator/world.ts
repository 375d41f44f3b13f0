/** The pretended cluster: its releases, its nodes and pods, and everything its programs say, each line with the truth about it. */
import { Random } from './random';

/** Who runs the containers. */
export type Runtime = 'docker' | 'containerd' | 'cri-o';

/** Programs that write logs; each layout decides into which file. */
export type Program =
  | 'kubelet'
  | 'kube-proxy'
  | 'dockerd'
  | 'containerd'
  | 'crio'
  | 'kernel'
  | 'systemd'
  | 'systemd-journald'
  | 'dbus'
  | 'chronyd'
  | 'dhclient'
  | 'CRON'
  | 'apt.systemd.daily'
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'event';

/** Severity letter of a line where its format has one. */
export type Letter = 'F' | 'E' | 'W' | 'I';

/** One line somebody wrote, before it has a format. */
export interface Said {
  /** True time in ms. */
  readonly at: number;
  readonly node: string;
  readonly program: Program;
  readonly letter: Letter;
  /** Source file and line for klog. */
  readonly site: string;
  readonly message: string;
  /** Step of the true chain it belongs to; `null` for noise. */
  readonly step: string | null;
  /** For events: what it is about, its reason and how often it happened. */
  readonly event?: { readonly reason: string; readonly object: string; readonly count: number };
}

/** A pod with all its names. */
export interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly container: string;
  readonly sandbox: string;
}

/** What was running. */
export interface Releases {
  /** Minor release of Kubernetes. */
  readonly kubernetes: number;
  readonly runtime: Runtime;
}

const second = 1000;

/** One incident as it is told: where, when, and by whom. Times are seconds from its beginning. */
export class World {
  readonly said: Said[] = [];
  readonly parents = new Map<string, readonly string[]>();
  readonly random: Random;
  readonly node: string;
  readonly startMs: number;

  constructor(
    seed: number,
    readonly releases: Releases,
    /** For a further node of the same cluster: when the first one's story began, and how much later it begins here. */
    neighbour?: { readonly startMs: number; readonly laterSeconds: number },
  ) {
    this.random = new Random(seed);
    this.node = `${this.random.pick(['worker', 'node', 'ip-10-4-7', 'pool-a'])}-${this.random.between(11, 999)}`;
    const own = Date.UTC(
      2023,
      this.random.between(0, 11),
      this.random.between(1, 27),
      this.random.between(1, 21),
      12,
      5,
    );
    this.startMs = neighbour === undefined ? own : neighbour.startMs + neighbour.laterSeconds * second;
  }

  /** A step of the true chain on this node and what brought it about. */
  step(name: string, ...causes: readonly string[]): string {
    const full = `${this.node}: ${name}`;
    this.parents.set(full, causes);
    return full;
  }

  /** A step of the control plane, which all nodes of the cluster have in common. */
  sharedStep(name: string, ...causes: readonly string[]): string {
    const full = `control-1: ${name}`;
    this.parents.set(full, causes);
    return full;
  }

  /** The wording of structured logging where the release has it, else the older one. */
  worded(old: string, structured: string): string {
    return this.releases.kubernetes >= 21 ? structured : old;
  }

  pod(name = this.random.pick(['order-api', 'billing', 'search-web', 'session-store', 'report-job'])): Pod {
    return {
      namespace: this.random.pick(['shop', 'default', 'platform']),
      name: `${name}-${this.random.hex(9)}-${this.random.suffix(5)}`,
      uid: this.random.uid(),
      container: this.random.hex(64),
      sandbox: this.random.hex(64),
    };
  }

  /** Says something once. */
  say(step: string | null, at: number, program: Program, message: string, details: Partial<Said> = {}): void {
    this.said.push({
      at: this.startMs + at * second + this.random.between(0, 900),
      node: this.node,
      program,
      letter: 'I',
      site: 'server.go:417',
      message,
      step,
      ...details,
    });
  }

  kubelet(step: string | null, at: number, letter: Letter, site: string, message: string): void {
    this.say(step, at, 'kubelet', message, { letter, site });
  }

  kernel(step: string | null, at: number, message: string): void {
    this.say(step, at, 'kernel', message);
  }

  systemd(step: string | null, at: number, message: string): void {
    this.say(step, at, 'systemd', message);
  }

  event(step: string | null, at: number, reason: string, object: string, message: string, count = 1): void {
    const letter = /^(?:Scheduled|Pulled|Created|Started|Killing|NodeReady|SandboxChanged)$/.test(reason) ? 'I' : 'W';
    this.say(step, at, 'event', message, { letter, event: { reason, object, count } });
  }

  /** Calls `tell` at regular times from `from` up to `to`. */
  every(interval: number, from: number, to: number, tell: (at: number) => void): void {
    for (let at = from; at < to; at += interval) tell(at);
  }

  /** `3m14.52s` as Go writes it. */
  goDuration(seconds: number): string {
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    const rest = `${Math.floor(seconds % 60)}.${this.random.between(100_000_000, 999_999_999)}s`;
    if (hours > 0) return `${hours}h${minutes % 60}m${rest}`;
    return minutes > 0 ? `${minutes}m${rest}` : rest;
  }
}
