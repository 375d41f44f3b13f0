/** Everything collected from the pool: three machines and what kubectl said. */
import { gzipSync } from 'node:zlib';
import { at, syslogStamp } from './clock';
import { describeNode, eventTable } from './cluster';
import { dockerInfo, iptablesSave, top } from './commands';
import { LogFile } from './logFile';
import { writeNoise } from './noise';
import type { Pod } from './pods';
import { makePods } from './pods';
import { Random } from './random';
import type { SickPlan } from './sickNode';
import { writeSickness } from './sickNode';

/** Contents by path. */
export type Bundle = ReadonlyMap<string, string | Uint8Array>;

const sickNodes: readonly { readonly host: string; readonly plan: SickPlan; readonly statesZone: boolean }[] = [
  {
    host: 'paas-10-239-40-157',
    statesZone: true,
    plan: {
      wave: at(10, 19),
      waits: at(10, 22, 10),
      timeouts: at(10, 26, 40),
      pleg: at(10, 30, 50),
      notReady: at(10, 31, 4),
      relief: at(12, 30),
    },
  },
  {
    host: 'paas-10-239-40-161',
    statesZone: false,
    plan: {
      wave: at(10, 19, 40),
      waits: at(10, 24, 5),
      timeouts: at(10, 29, 12),
      pleg: at(10, 33, 30),
      notReady: at(10, 33, 41),
      relief: at(11, 20),
    },
  },
];

/** The whole folder. */
export function makeBundle(): Bundle {
  const files = new Map<string, string | Uint8Array>();
  sickNodes.forEach(({ host, plan, statesZone }, index) => {
    addSickNode(files, host, plan, statesZone, index);
  });
  addHealthyNode(files, 'paas-10-239-40-163');
  files.set('cluster/events.txt', eventTable(sickNodes.map((node) => node.host)));
  for (const { host, plan } of sickNodes) files.set(`cluster/describe-node-${host}.txt`, describeNode(host, plan));
  return files;
}

function addSickNode(
  files: Map<string, string | Uint8Array>,
  host: string,
  plan: SickPlan,
  statesZone: boolean,
  index: number,
): void {
  const random = new Random(20_220_513 + index);
  const pods = [...makePods(random, 180, 'prod', index), ...makePods(random, 60, 'env2', index)];
  const messages = new LogFile(host, random);
  const proxy = new LogFile(host, random);
  writeProxyStart(proxy);
  writeNoise(messages, random, pods);
  writeDockerNoise(messages, random, pods);
  writeSickness(messages, proxy, random, pods, plan);
  const text = messages.text();
  // Somebody grepped dockerd's lines out of the file before the rest was collected: the file name stands before each.
  const docker = text.split('\n').filter((line) => line.includes(' dockerd: '));
  if (index === 0) {
    files.set(`${host}/message-docker.txt`, `${docker.map((line) => `message.txt:${line}`).join('\n')}\n`);
    files.set(
      `${host}/messages`,
      `${text
        .split('\n')
        .filter((line) => !line.includes(' dockerd: ') && line !== '')
        .join('\n')}\n`,
    );
  } else files.set(`${host}/messages`, text);
  files.set(`${host}/kube-proxy.log`, proxy.text());
  addCommands(files, host, random, pods, { services: 3_900, cpu: 100.3 });
  if (statesZone) files.set(`${host}/timedatectl.txt`, timedatectl());
}

function addHealthyNode(files: Map<string, string | Uint8Array>, host: string): void {
  const random = new Random(163);
  const pods = makePods(random, 40, 'prod', 3);
  const messages = new LogFile(host, random);
  const proxy = new LogFile(host, random);
  writeProxyStart(proxy);
  writeNoise(messages, random, pods);
  writeDockerNoise(messages, random, pods);
  messages.klogInSyslog(
    at(9, 21, 3),
    'kubelet',
    'E',
    14_207,
    'kubelet.go:1234',
    'Image garbage collection failed once. Stats initialization may not have completed yet: unable to find data for container /',
  );
  for (let ms = at(9, 30); ms < at(11, 40); ms += 30_000)
    proxy.klog(
      ms,
      'I',
      1,
      'proxier.go:984',
      `syncProxyRules took ${random.between(48, 140)}.${random.between(100, 999)}ms`,
    );
  files.set(`${host}/messages`, messages.text());
  files.set(`${host}/kube-proxy.log`, proxy.text());
  addCommands(files, host, random, pods, { services: 260, cpu: 2.6 });
}

function addCommands(
  files: Map<string, string | Uint8Array>,
  host: string,
  random: Random,
  pods: readonly Pod[],
  size: { readonly services: number; readonly cpu: number },
): void {
  const rules = gzipSync(iptablesSave(random, pods, size.services), { level: 9 });
  rules[9] = 3; // The system that gzip writes into its header, the same on every machine.
  files.set(`${host}/iptables-save.txt.gz`, rules);
  files.set(`${host}/top.txt`, top(random, size.cpu));
  files.set(`${host}/docker-info.txt`, dockerInfo(host, pods.length));
}

function writeProxyStart(log: LogFile): void {
  log.klog(at(9, 20), 'I', 1, 'flags.go:52', 'FLAG: --iptables-min-sync-period="0s"');
  log.klog(at(9, 20), 'I', 1, 'flags.go:52', 'FLAG: --iptables-sync-period="2h0m0s"');
  log.klog(at(9, 20), 'I', 1, 'flags.go:52', 'FLAG: --proxy-mode="iptables"');
  log.klog(at(9, 20, 1), 'I', 1, 'server_others.go:117', 'Using iptables Proxier.');
}

/** dockerd's ordinary talk, with its UTC stamps beside syslog's local ones. */
function writeDockerNoise(log: LogFile, random: Random, pods: readonly Pod[]): void {
  for (let ms = at(9, 20, 30); ms < at(11, 40); ms += random.between(30_000, 150_000)) {
    const pod = random.pick(pods);
    const text = random.pick([
      `Container ${pod.container} failed to exit within 30 seconds of signal 15 - using the force`,
      'Firewalld running: false',
      `No non-localhost DNS nameservers are left in resolv.conf. Using default external servers : [nameserver 10.239.40.2 nameserver 10.239.40.3]`,
    ]);
    log.dockerd(ms, 'info', text);
  }
}

function timedatectl(): string {
  return [
    `      Local time: Fri ${syslogStamp(at(11, 41)).slice(7)} CST`.replace('Fri ', 'Fri 2022-05-13 '),
    '  Universal time: Fri 2022-05-13 03:41:00 UTC',
    '        RTC time: Fri 2022-05-13 03:41:00',
    '       Time zone: Asia/Shanghai (CST, +0800)',
    '     NTP enabled: yes',
    'NTP synchronized: yes',
    ' RTC in local TZ: no',
    '      DST active: n/a',
    '',
  ].join('\n');
}
