/** Which file of which machine holds what. */
import { gzipSync } from 'node:zlib';
import { at, slashStamp } from './clock';
import { describeNode, eventTable } from './cluster';
import { Dockerd, writeDockerTalk, writeLateAnswers, writeLockWaits } from './dockerd';
import { dockerInfo, timedatectl, top } from './hostCommands';
import { iptablesSave, type StaleRules } from './iptablesSave';
import { type Klog, klogHead, klogInFile, klogInSyslog } from './klog';
import { writeKubeletTrouble } from './kubelet';
import { writeProxyTalk, writeProxyTrouble } from './kubeProxy';
import { LogFile } from './logFile';
import { nodeList } from './nodeList';
import { writeKubeletTalk, writeSystemNoise } from './noise';
import { healthyHost, lastingNode, logsEnd, logsFrom, recoveringNode, type SickNode, standstill } from './plan';
import { makePods, type Pod } from './pods';
import { Random } from './random';
import { Syslog } from './syslog';
import { joinLines } from './text';

/** Contents by path. */
export type Bundle = ReadonlyMap<string, string | Uint8Array>;

type Files = Map<string, string | Uint8Array>;

const kubeletThread = 14_207;

/** The logs of one machine while they are written. */
interface Machine {
  readonly host: string;
  readonly random: Random;
  readonly pods: readonly Pod[];
  readonly messages: LogFile;
  readonly syslog: Syslog;
  readonly dockerd: Dockerd;
  readonly proxyFile: LogFile;
  readonly proxy: Klog;
}

/** The whole folder. */
export function makeBundle(): Bundle {
  const files: Files = new Map();
  const lasting = openMachine(lastingNode.host, 157, { prod: 74, env2: 34, network: 1 });
  const recovering = openMachine(recoveringNode.host, 161, { prod: 71, env2: 31, network: 1 });
  addLastingNode(files, lasting);
  addRecoveringNode(files, recovering);
  addHealthyNode(files, openMachine(healthyHost, 163, { prod: 22, env2: 6, network: 1 }));
  const podsOf = new Map([lasting, recovering].map((machine) => [machine.host, machine.pods]));
  files.set('cluster/nodes.txt', nodeList());
  files.set('cluster/events.txt', eventTable(new Random(41), podsOf));
  for (const node of [lastingNode, recoveringNode])
    files.set(`cluster/describe-node-${node.host}.txt`, describeNode(node));
  return files;
}

function openMachine(host: string, seed: number, podPlan: Parameters<typeof makePods>[1]): Machine {
  const random = new Random(20_220_513 + seed);
  const messages = new LogFile(host);
  const syslog = new Syslog(messages);
  const proxyFile = new LogFile(host);
  return {
    host,
    random,
    pods: makePods(random, podPlan),
    messages,
    syslog,
    dockerd: new Dockerd(syslog, random),
    proxyFile,
    proxy: klogInFile(proxyFile, random, 1),
  };
}

/** The node that stays sick; its dockerd lines were grepped out of the file, whose name stands before each. */
function addLastingNode(files: Files, machine: Machine): void {
  const { host, random, messages, syslog } = machine;
  writeSickness(machine, lastingNode, klogInSyslog(syslog, 'kubelet', random, kubeletThread));
  const lines = messages.sorted();
  const isDocker = (line: string): boolean => line.includes(`${host} dockerd: `);
  const grepped = lines.filter(isDocker).map((line) => `message.txt:${line}`);
  files.set(`${host}/messages`, joinLines(lines.filter((line) => !isDocker(line))));
  files.set(`${host}/message-docker.txt`, joinLines(grepped));
  files.set(`${host}/timedatectl.txt`, timedatectl());
  addCommands(files, machine, { endpoints: 20, containers: 800 });
}

/** The node that recovers; its kubelet writes a file of its own, and only dockerd's stamps tell the zone. */
function addRecoveringNode(files: Files, machine: Machine): void {
  const { host, random, messages } = machine;
  const kubeletFile = new LogFile(host, klogHead(host, slashStamp(logsFrom)));
  writeSickness(machine, recoveringNode, klogInFile(kubeletFile, random, kubeletThread));
  files.set(`${host}/messages`, messages.text());
  files.set(`${host}/kubelet.log`, kubeletFile.text());
  addCommands(files, machine, { endpoints: 20, containers: 790 });
}

function writeSickness(machine: Machine, node: SickNode, kubelet: Klog): void {
  const { random, pods, syslog, dockerd, proxy } = machine;
  writeSystemNoise(syslog, random);
  writeKubeletTalk(kubelet, random, pods, standstill(node.plan));
  writeDockerTalk(dockerd, random, pods);
  writeLockWaits(syslog, dockerd, random, pods, node.host, node.plan);
  writeKubeletTrouble(kubelet, random, pods, node);
  if (node.plan.relief < logsEnd) writeLateAnswers(dockerd, pods, node.plan);
  writeProxyTalk(proxy, random, { least: 1_100, most: 2_900 }, node.plan.waits);
  writeProxyTrouble(proxy, random, node.plan);
}

/** The healthy node: the same noise, the same red herring, a few oddities that harm nobody. */
function addHealthyNode(files: Files, machine: Machine): void {
  const { host, random, pods, messages, syslog, dockerd, proxy } = machine;
  const kubelet = klogInSyslog(syslog, 'kubelet', random, kubeletThread);
  writeSystemNoise(syslog, random);
  writeKubeletTalk(kubelet, random, pods);
  writeDockerTalk(dockerd, random, pods);
  const stats = 'Stats initialization may not have completed yet: unable to find data for container /';
  kubelet.write(at(9, 21, 3), 'E', 'kubelet.go:1234', `Image garbage collection failed once. ${stats}`);
  const wait = 'Another app is currently holding the xtables lock; waiting (1s) for it to exit...';
  for (const ms of [at(9, 48, 12), at(10, 20, 33)]) dockerd.raw(ms, wait);
  writeProxyTalk(proxy, random, { least: 160, most: 420 }, logsEnd);
  files.set(`${host}/messages`, messages.text());
  addCommands(files, machine, { endpoints: 0, containers: 0 });
}

function addCommands(files: Files, machine: Machine, stale: StaleRules): void {
  const { host, random, pods, proxyFile } = machine;
  const rules = gzipSync(iptablesSave(pods, stale), { level: 9 });
  rules.fill(0, 4, 8); // No modification time, and one system for all machines: the same bytes every time.
  rules[9] = 3;
  files.set(`${host}/iptables-save.txt.gz`, rules);
  files.set(`${host}/kube-proxy.log`, proxyFile.text());
  files.set(`${host}/top.txt`, top(random, stale.containers > 0));
  files.set(`${host}/docker-info.txt`, dockerInfo(random, host, pods.length));
}
