/** What a machine says all day whether it is well or not, the red herring of systemd and cgroup messages among it. */

import type { Klog } from './klog';
import { logsEnd, logsFrom, type Standstill } from './plan';
import type { Pod } from './pods';
import type { Random } from './random';
import type { Syslog } from './syslog';

/** Ordinary messages of the system. */
export function writeSystemNoise(syslog: Syslog, random: Random): void {
  writeSessions(syslog, random);
  writeHerring(syslog, random);
  for (const ms of random.moments(logsFrom + 7_000, logsEnd, 60_000, 240_000)) {
    const port = `docker0: port ${random.between(2, 90)}(veth${random.hex(7)})`;
    syslog.write(ms, 'kernel', `${port} entered forwarding state`);
  }
  for (const ms of random.moments(logsFrom + 200_000, logsEnd, 900_000, 1_500_000)) {
    syslog.write(ms, `ntpd[${862}]`, '0.0.0.0 c614 04 freq_mode');
    syslog.write(ms + 2, `ntpd[${862}]`, '0.0.0.0 c618 08 no_sys_peer');
  }
}

function writeSessions(syslog: Syslog, random: Random): void {
  let session = random.between(20_000, 60_000);
  let pid = random.between(2_000, 20_000);
  for (let ms = logsFrom; ms < logsEnd; ms += 60_000) {
    session++;
    pid += random.between(40, 300);
    const minute = (ms / 60_000) % 60;
    syslog.write(ms + 1_000, 'systemd', `Started Session ${session} of user root.`);
    syslog.write(ms + 1_010, 'systemd', `Starting Session ${session} of user root.`);
    if (minute % 10 === 0) syslog.write(ms + 1_040, `CROND[${pid}]`, '(root) CMD (/usr/lib64/sa/sa1 1 1)');
    if (minute % 5 === 0) syslog.write(ms + 1_045, `CROND[${pid + 1}]`, '(root) CMD (/opt/pool/bin/collect-metrics)');
    if (minute === 1) syslog.write(ms + 1_050, `CROND[${pid + 2}]`, '(root) CMD (run-parts /etc/cron.hourly)');
    if (minute === 1) syslog.write(ms + 1_300, `run-parts(/etc/cron.hourly)[${pid + 3}]`, 'starting 0anacron');
    if (random.chance(0.05)) writeLogin(syslog, ms + random.between(5_000, 50_000), pid + 7);
  }
}

function writeLogin(syslog: Syslog, ms: number, pid: number): void {
  syslog.write(
    ms,
    `sshd[${pid}]`,
    `Accepted publickey for operator from 10.239.40.12 port ${40_000 + (pid % 9_000)} ssh2`,
  );
  syslog.write(ms + 40, 'systemd-logind', `New session ${60_000 + (pid % 5_000)} of user operator.`);
}

/** systemd and cgroup messages look like the culprit; they come all day, and the nodes use cgroupfs. */
function writeHerring(syslog: Syslog, random: Random): void {
  for (const ms of random.moments(logsFrom + 3_000, logsEnd, 22_000, 95_000)) {
    const number = random.between(2_000, 64_000);
    const slice = `libcontainer_${number}_systemd_test_default.slice`;
    syslog.write(ms, 'systemd', `Created slice ${slice}.`);
    syslog.write(ms + 20, 'systemd', `Starting ${slice}.`);
    const scope = `libcontainer-${number}-systemd-test-default-dependency.scope`;
    syslog.write(ms + 60, 'systemd', `Scope ${scope} has no PIDs. Refusing.`);
    syslog.write(ms + 90, 'systemd', `Removed slice ${slice}.`);
    syslog.write(ms + 91, 'systemd', `Stopping ${slice}.`);
  }
  for (const ms of random.moments(logsFrom + 90_000, logsEnd, 500_000, 1_400_000)) {
    const advice = 'Please remove executable permission bits. Proceeding anyway.';
    syslog.write(
      ms,
      'systemd',
      `Configuration file /usr/lib/systemd/system/kubelet.service is marked executable. ${advice}`,
    );
    syslog.write(ms + 300, 'systemd', 'Reloading.');
  }
}

/** kubelet on an ordinary day; it mounts nothing while it stands still. */
export function writeKubeletTalk(kubelet: Klog, random: Random, pods: readonly Pod[], still?: Standstill): void {
  const tokens = new Map(pods.map((pod) => [pod.uid, `default-token-${random.suffix()}`]));
  for (const ms of random.moments(logsFrom + 4_000, logsEnd, 4_000, 13_000)) {
    if (still !== undefined && ms >= still.from && ms < still.to) continue;
    const pod = random.pick(pods);
    const token = tokens.get(pod.uid) ?? '';
    const volume = `volume "${token}" (UniqueName: "kubernetes.io/secret/${pod.uid}-${token}")`;
    const target = `pod "${pod.name}" (UID: "${pod.uid}")`;
    kubelet.write(ms, 'I', 'operation_generator.go:484', `MountVolume.SetUp succeeded for ${volume} ${target}`);
  }
  for (const ms of random.moments(logsFrom + 14_000, logsEnd, 60_000, 60_000)) {
    kubelet.write(
      ms,
      'I',
      'qos_container_manager_linux.go:320',
      '[ContainerManager]: Updated QoS cgroup configuration',
    );
  }
  for (const ms of random.moments(logsFrom + 41_000, logsEnd, 300_000, 300_000)) {
    const place = 'container_manager_linux.go:427';
    kubelet.write(ms, 'I', place, '[ContainerManager]: Discovered runtime cgroups name: /system.slice/docker.service');
  }
  for (const ms of random.moments(logsFrom + 9_000, logsEnd, 14_000, 16_000)) {
    const took = `${random.between(4, 88)}.${random.between(100_000, 999_999)}ms`;
    const client = `[[Go-http-client/1.1] 10.239.40.12:${random.between(33_000, 60_000)}]`;
    kubelet.write(ms, 'I', 'server.go:796', `GET /metrics/cadvisor: (${took}) 200 ${client}`);
  }
}
