/** kube-proxy 1.8.6: the flags it starts with, its rule syncs, and the failed ones while others hold the xtables lock. */
import { at, goDuration } from './clock';
import type { Klog } from './klog';
import { logsEnd, type SickPlan, troubleEnd } from './plan';
import type { Random } from './random';

const flags: readonly (readonly [string, string])[] = [
  ['bind-address', '0.0.0.0'],
  ['cleanup-iptables', 'false'],
  ['cluster-cidr', ''],
  ['config-sync-period', '15m0s'],
  ['conntrack-max-per-core', '32768'],
  ['iptables-masquerade-bit', '14'],
  ['iptables-min-sync-period', '0s'],
  ['iptables-sync-period', '2h0m0s'],
  ['kubeconfig', '/etc/kubernetes/kube-proxy.conf'],
  ['masquerade-all', 'false'],
  ['metrics-bind-address', '127.0.0.1:10249'],
  ['proxy-mode', 'iptables'],
  ['v', '4'],
];

const stoppedSync = 'Another app is currently holding the xtables lock. Perhaps you want to use the -w option?';

/** How long a sync takes on an ordinary day, in milliseconds. */
export interface SyncCost {
  readonly least: number;
  readonly most: number;
}

/** The start after the night's upgrade, and the syncs of the morning: one for every change of a Service. */
export function writeProxyTalk(proxy: Klog, random: Random, cost: SyncCost, until: number, from = at(2, 14, 7)): void {
  if (from === at(2, 14, 7)) writeStart(proxy, from);
  for (const ms of random.moments(from + 1_400, at(9, 20), 300_000, 900_000)) writeSync(proxy, random, ms, cost);
  for (const ms of random.moments(Math.max(from, at(9, 20, 3)), until, 18_000, 46_000))
    writeSync(proxy, random, ms, cost);
}

function writeStart(proxy: Klog, ms: number): void {
  for (const [flag, value] of flags) proxy.write(ms, 'I', 'flags.go:52', `FLAG: --${flag}="${value}"`);
  proxy.write(ms + 140, 'I', 'server_others.go:117', 'Using iptables Proxier.');
  proxy.write(ms + 190, 'I', 'server_others.go:152', 'Tearing down inactive rules.');
  proxy.write(ms + 420, 'I', 'conntrack.go:98', "Set sysctl 'net/netfilter/nf_conntrack_max' to 1048576");
  proxy.write(ms + 424, 'I', 'config.go:202', 'Starting service config controller');
  proxy.write(ms + 424, 'I', 'config.go:102', 'Starting endpoints config controller');
}

function writeSync(proxy: Klog, random: Random, ms: number, cost: SyncCost): void {
  const took = goDuration(random.between(cost.least, cost.most), random.between(100_000, 999_999));
  proxy.write(ms, 'I', 'proxier.go:984', `syncProxyRules took ${took}`);
}

/** One sync after the other, most of them for nothing: somebody else holds the lock. */
export function writeProxyTrouble(proxy: Klog, random: Random, plan: SickPlan): void {
  const end = troubleEnd(plan);
  let ms = plan.waits + 4_000;
  while (ms < end) {
    const took = random.between(6_000, 19_000);
    ms += took;
    const fate = random.next();
    if (fate < 0.55)
      writeFailedRestore(proxy, ms - 3, 'failed to acquire old iptables lock: timed out waiting for the condition');
    else if (fate < 0.8) writeFailedRestore(proxy, ms - 3, `exit status 4 (${stoppedSync}\n)`);
    else if (fate < 0.9) writeFailedChain(proxy, ms - 3);
    const total = fate < 0.9 ? took : took + random.between(9_000, 31_000);
    if (fate >= 0.9) ms += total - took;
    proxy.write(ms, 'I', 'proxier.go:984', `syncProxyRules took ${goDuration(total, random.between(0, 999_999))}`);
    ms += random.between(40, 700);
  }
  if (plan.relief < logsEnd) {
    writeProxyTalk(proxy, random, { least: 1_100, most: 2_900 }, logsEnd, plan.relief + 60_000);
  }
}

function writeFailedRestore(proxy: Klog, ms: number, cause: string): void {
  proxy.write(ms, 'E', 'proxier.go:1667', `Failed to execute iptables-restore: ${cause}`);
}

function writeFailedChain(proxy: Klog, ms: number): void {
  const failure = `error creating chain "KUBE-SERVICES": exit status 4: ${stoppedSync}`;
  proxy.write(ms, 'E', 'proxier.go:1073', `Failed to ensure that nat chain KUBE-SERVICES exists: ${failure}`);
}
