/** Which programs' logs were collected on which node, so that "not seen" is not said of logs that nobody has. */
import type { Emitter } from '../catalogue/signature';

/** The layers of one source's records, each with how many records have exactly these. */
export interface SourceLayers {
  readonly node: string | null;
  readonly layers: readonly { readonly ids: readonly string[]; readonly count: number }[];
}

/** Record formats by who writes them; what is not listed tells nothing. */
const writers: readonly { readonly format: RegExp; readonly emitters: readonly Emitter[] }[] = [
  { format: /^(?:kernel|dmesg)/, emitters: ['kernel'] },
  { format: /^klog$/, emitters: ['kubelet'] },
  { format: /^logrus/, emitters: ['dockerd', 'containerd', 'cri-o', 'runc'] },
  { format: /event/, emitters: ['event'] },
];
/** A system log holds lines of programs without a format of their own; so many of them show that it is one. */
const systemLogRecords = 3;
const systemLog = /^(?:syslog|journal)/;
const inSystemLogs: readonly Emitter[] = [
  'kernel',
  'systemd',
  'journald',
  'kubelet',
  'dockerd',
  'containerd',
  'cri-o',
  'runc',
  'cni',
  'iptables',
  'ntp',
  'package-manager',
];

/** What was collected. */
export class Collected {
  private readonly byNode = new Map<string | null, Set<Emitter>>();

  constructor(sources: readonly SourceLayers[]) {
    for (const source of sources) {
      const known = this.byNode.get(source.node) ?? new Set<Emitter>();
      this.byNode.set(source.node, known);
      for (const { ids, count } of source.layers) for (const emitter of emittersOf(ids, count)) known.add(emitter);
    }
  }

  /** Whether logs of one of the programs were collected on the node. */
  has(node: string | null, emitters: readonly Emitter[]): boolean {
    const known = [this.byNode.get(node), this.byNode.get(null)];
    return emitters.some((emitter) => emitter === 'any' || known.some((set) => set?.has(emitter) === true));
  }
}

function emittersOf(ids: readonly string[], count: number): readonly Emitter[] {
  const innermost = ids[ids.length - 1] ?? '';
  if (systemLog.test(innermost)) return count >= systemLogRecords ? inSystemLogs : [];
  return writers.filter((writer) => writer.format.test(innermost)).flatMap((writer) => writer.emitters);
}
