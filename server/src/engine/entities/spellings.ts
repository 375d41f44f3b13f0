/** The ways in which node logs write pods, containers, sandboxes and interfaces; each names what its groups are. */
import type { EntityKind } from '../model/entity';

/** One spelling. Named groups are entity kinds. The first spelling that names a kind wins. */
export interface Spelling {
  /** One of them stands in every text that has this spelling: the cheap question before the pattern. */
  readonly literals: readonly string[];
  /** So does this. */
  readonly also: string;
  /** Where no literal tells: the place at which the first one begins, or -1. */
  readonly beginsAt?: (text: string) => number;
  readonly pattern: RegExp;
  /** What its groups are. */
  readonly kinds: readonly EntityKind[];
}

/** As the API server makes them, or, of a pod that kubelet starts from a file, the hash of that file. */
const uid = '(?<uid>[0-9a-f]{8}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{12}|[0-9a-f]{32}(?![0-9a-f]))';
const label = '[a-z0-9][a-z0-9-]{0,62}';
const podName = '(?<pod>[a-z0-9][a-z0-9.-]{0,252})';
const namespace = `(?<namespace>${label})`;
const id = '[0-9a-f]{64}';

function spelling(literal: string | readonly string[], source: string, also = ''): Spelling {
  const kinds = [...source.matchAll(/\(\?<(\w+)>/g)].map(([, kind]) => kind as EntityKind);
  return { literals: typeof literal === 'string' ? [literal] : literal, also, pattern: new RegExp(source), kinds };
}

const idDigits = 64;

/**
 * Where sixty-four hexadecimal digits begin that have none beside them. One character in sixty-four is looked at, where the
 * pattern would try each; every record that names something is asked this.
 */
function bareIdAt(text: string): number {
  for (let at = idDigits - 1; at < text.length; at += idDigits) {
    if (!isHexAt(text, at)) continue;
    let start = at;
    while (start > 0 && isHexAt(text, start - 1)) start--;
    while (isHexAt(text, at)) at++;
    if (at - start === idDigits) return start;
  }
  return -1;
}

function isHexAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66);
}

/** All spellings, the most telling first. */
export const spellings: readonly Spelling[] = [
  // order-gateway-3491766510-x7k2p_prod-core(0f0f3b1e-d261-11ec-9d64-0242ac120002)
  spelling('(', `\\b${podName}_${namespace}\\(${uid}\\)`, '_'),
  // k8s_POD_order-gateway-3491766510-x7k2p_prod-core_0f0f3b1e-d261-11ec-9d64-0242ac120002_0
  spelling('k8s_', `\\bk8s_[^_\\s]{1,63}_${podName}_${namespace}_${uid}_\\d`),
  // &PodSandboxMetadata{Name:coredns-5d78c9869d-abcde,Uid:0f0f3b1e-d261-11ec-9d64-0242ac120002,Namespace:kube-system,
  spelling('PodSandboxMetadata', `PodSandboxMetadata\\{Name:${podName},Uid:${uid},Namespace:${namespace},`),
  // name "coredns-5d78c9869d-abcde_kube-system_0f0f3b1e-d261-11ec-9d64-0242ac120002_0"
  spelling('_', `["\\s\\\\]${podName}_${namespace}_${uid}_\\d`),
  // Error adding kube-system_coredns-5d78c9869d-abcde/9f86d081884c... to network
  spelling('_', `\\b${namespace}_${podName}/(?<sandbox>${id})`),
  // pod="kube-system/coredns-5d78c9869d-abcde"
  spelling('pod', `\\bpods?="?${namespace}/${podName}"`),
  // Ran pod sandbox 9f86d081884c... with infra container: kube-system/coredns-5d78c9869d-abcde/POD
  spelling('container', `\\bcontainer(?: ${id})?: ${namespace}/${podName}/[A-Za-z0-9]`),
  // Started container" PID=4711 containerID=9f86d081884c... description=kube-system/coredns-5d78c9869d-abcde/coredns
  spelling('description=', `\\bdescription=\\\\*"?${namespace}/${podName}/[A-Za-z0-9]`),
  // event=&{ID:0f0f3b1e-d261-11ec-9d64-0242ac120002 Type:ContainerStarted Data:9f86d081884c...}
  spelling('Type', `[{"]ID\\\\*"?: ?\\\\*"?${uid}[\\\\", ]{1,4}Type\\b`),
  // pod "coredns-5d78c9869d-abcde_kube-system" network
  spelling('pod ', `\\bpod \\\\*"${podName}_${namespace}\\\\*"`),
  // kubepods-burstable-podca963772_c0c2_4849_b358_c55513adbf6a.slice, /pods/<uid>/volumes, podUID=<uid>
  spelling('pod', `(?:\\bpod|/pods/|podUID=\\\\*"?)${uid}`),
  // Warning  FailedMount  pod/coredns-5d78c9869d-abcde  message
  spelling('od/', `(?:^|\\s)[Pp]od/${podName}(?=\\s|$)`),
  // node/worker-3
  spelling('ode/', '(?:^|\\s)[Nn]ode/(?<node>[a-z0-9][a-z0-9.-]{0,252})(?=\\s|$)'),
  // podSandboxID="9f86d081884c...", sandbox "9f86d081884c...", PodSandboxId:9f86d081884c...
  spelling('andbox', `[Ss]andbox(?:ID|Id|ID=|Id:| id)?(?: container)?[=: ]{0,2}\\\\*"?(?<sandbox>${id})(?![0-9a-f])`),
  // CreateContainer within sandbox "..." for &ContainerMetadata{...} returns container id "9f86d081884c..."
  spelling('ontainer', `[Cc]ontainer(?:ID|Id| id)[=: ]{1,2}\\\\*"?(?:[a-z-]{1,20}://)?(?<container>${id})(?![0-9a-f])`),
  // docker://9f86d081884c..., containerd://..., cri-containerd-9f86d081884c....scope, id=9f86d081884c...
  { ...spelling('', `(?:^|[^0-9a-f])(?<container>${id})(?![0-9a-f])`), beginsAt: bareIdAt },
  // /run/netns/cni-0f0f3b1e-d261-11ec-9d64-0242ac120002
  spelling('run/netns/', '(?<path>/(?:var/)?run/netns/[\\w.-]{1,80})'),
  // docker0: port 3(veth1a2b3c4) entered disabled state
  spelling(['veth', 'cali', 'lxc', 'eni'], '\\b(?<interface>(?:veth|cali|lxc)[0-9a-f]{5,13}|eni[0-9a-f]{11})\\b'),
];
