/** What a machine says all day whether it is well or not, the red herring of systemd and cgroup messages among it. */
import { at } from './clock';
import type { LogFile } from './logFile';
import type { Pod } from './pods';
import type { Random } from './random';

const from = at(9, 20);
const to = at(11, 40);

/** Ordinary noise of /var/log/messages. */
export function writeNoise(log: LogFile, random: Random, pods: readonly Pod[]): void {
  let session = random.between(20_000, 60_000);
  for (let ms = from; ms < to; ms += 60_000) {
    log.syslog(ms + 1_000, 'systemd', `Started Session ${++session} of user root.`);
    log.syslog(ms + 1_100, 'systemd', `Starting Session ${session} of user root.`);
    if (random.next() < 0.3)
      log.syslog(
        ms + random.between(2_000, 50_000),
        `CROND[${random.between(2_000, 60_000)}]`,
        '(root) CMD (/usr/lib64/sa/sa1 1 1)',
      );
    if (random.next() < 0.12)
      log.syslog(
        ms + random.between(2_000, 50_000),
        `ntpd[${random.between(700, 900)}]`,
        `${random.pick(['kernel time sync status change 2001', 'offset 0.000412 sec freq 11.290 ppm error 0.000311 poll 10'])}`,
      );
  }
  writeHerring(log, random);
  for (let ms = from; ms < to; ms += random.between(20_000, 60_000))
    writeVolumeLine(log, random, ms, random.pick(pods));
  for (let ms = from; ms < to; ms += random.between(90_000, 240_000)) {
    const veth = `veth${random.hex(7)}`;
    log.syslog(ms, 'kernel', `docker0: port ${random.between(2, 90)}(${veth}) entered forwarding state`);
  }
}

/** systemd probing for cgroup support looks like the culprit; it happens all day, and the nodes use cgroupfs. */
function writeHerring(log: LogFile, random: Random): void {
  for (let ms = from; ms < to; ms += random.between(25_000, 110_000)) {
    const number = random.between(2_000, 64_000);
    log.syslog(ms, 'systemd', `Created slice libcontainer_${number}_systemd_test_default.slice.`);
    log.syslog(ms + 20, 'systemd', `Starting libcontainer_${number}_systemd_test_default.slice.`);
    log.syslog(
      ms + 60,
      'systemd',
      `Scope libcontainer-${number}-systemd-test-default-dependency.scope has no PIDs. Refusing.`,
    );
    log.syslog(ms + 90, 'systemd', `Removed slice libcontainer_${number}_systemd_test_default.slice.`);
    log.syslog(ms + 91, 'systemd', `Stopping libcontainer_${number}_systemd_test_default.slice.`);
  }
}

function writeVolumeLine(log: LogFile, random: Random, ms: number, pod: Pod): void {
  const token = `default-token-${random.suffix()}`;
  log.klogInSyslog(
    ms,
    'kubelet',
    'I',
    14_207,
    'operation_generator.go:484',
    `MountVolume.SetUp succeeded for volume "kubernetes.io/secret/${pod.uid}-${token}" (spec.Name: "${token}") pod "${pod.uid}" (UID: "${pod.uid}")`,
  );
}
