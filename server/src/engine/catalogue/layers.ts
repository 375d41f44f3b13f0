/** What kind of trouble usually brings about what other kind: the last resort where no named mechanism links two findings. */
import type { Category } from '../model/category';
import type { Localized } from '../model/localized';

/** From one category of trouble to those it reaches, the nearest first. Data only. */
export interface Layer {
  readonly from: Category;
  readonly to: readonly Category[];
  /** Completes "no mechanism is known for exactly these two; ...". */
  readonly mechanism: Localized;
}

/** All layers. What is not listed is never linked without a named mechanism. */
export const layers: readonly Layer[] = [
  {
    from: 'clock',
    to: ['cert', 'api-unreachable', 'network'],
    mechanism: {
      en: 'A clock that is wrong or jumps makes certificates, leases and time limits fail.',
      zh: '时钟错误或跳变会使证书、租约和各种时限失效。',
    },
  },
  {
    from: 'kernel',
    to: ['storage', 'network', 'runtime-unresponsive', 'systemd', 'pleg-unhealthy', 'node-notready', 'pod-failure'],
    mechanism: {
      en: 'What the kernel cannot do for them, daemons and containers wait for or fail at.',
      zh: '内核做不到的事，守护进程和容器只能等待或失败。',
    },
  },
  {
    from: 'storage',
    to: [
      'kernel',
      'runtime-unresponsive',
      'disk-pressure',
      'api-unreachable',
      'systemd',
      'gc-failure',
      'pleg-unhealthy',
      'pod-failure',
      'node-notready',
    ],
    mechanism: {
      en: 'Whoever reads or writes a disk or mount in trouble waits for it or fails.',
      zh: '读写有问题的磁盘或挂载点的程序只能等待或失败。',
    },
  },
  {
    from: 'resource-exhaustion',
    to: [
      'oom',
      'kernel',
      'network',
      'runtime-unresponsive',
      'cni',
      'cgroup',
      'systemd',
      'pod-failure',
      'pleg-unhealthy',
      'node-notready',
    ],
    mechanism: {
      en: 'Where processes, memory, files or table entries are used up, whoever needs one more fails.',
      zh: '进程、内存、文件或表项耗尽时，再需要一个的程序就会失败。',
    },
  },
  {
    from: 'lock-wait',
    to: ['network', 'cni', 'systemd', 'runtime-unresponsive', 'storage', 'pod-failure', 'node-notready'],
    mechanism: {
      en: 'Who waits for a lock is late, and whoever waits for that one is late too.',
      zh: '等锁者会延误，等待它的人也随之延误。',
    },
  },
  {
    from: 'oom',
    to: ['systemd', 'runtime-unresponsive', 'api-unreachable', 'pod-failure', 'pleg-unhealthy', 'node-notready'],
    mechanism: {
      en: 'What was killed for memory no longer does its work, and the rest of the node was short of memory too.',
      zh: '因内存被杀死的进程不再工作，节点其余部分也缺内存。',
    },
  },
  {
    from: 'cgroup',
    to: ['runtime-unresponsive', 'pod-failure', 'systemd', 'node-notready'],
    mechanism: {
      en: 'Without its cgroup neither a container nor a unit can start.',
      zh: '没有 cgroup，容器和单元都无法启动。',
    },
  },
  {
    from: 'systemd',
    to: [
      'cgroup',
      'runtime-unresponsive',
      'network',
      'api-unreachable',
      'pleg-unhealthy',
      'pod-failure',
      'node-notready',
    ],
    mechanism: {
      en: 'A unit that is down or a manager that does not answer fails those who depend on it.',
      zh: '单元停止或管理器不应答，依赖它的都会失败。',
    },
  },
  {
    from: 'network',
    to: ['api-unreachable', 'storage', 'image-pull', 'cni', 'pod-failure', 'node-notready', 'systemd'],
    mechanism: {
      en: 'Lost packets and broken links are felt by everything that talks over them.',
      zh: '丢包和断链会影响所有经由其通信的对象。',
    },
  },
  {
    from: 'cert',
    to: ['api-unreachable', 'image-pull', 'cni', 'systemd', 'pod-failure', 'node-notready'],
    mechanism: {
      en: 'Whoever shows or meets a certificate that is not accepted is refused.',
      zh: '证书不被接受的一方会被拒绝。',
    },
  },
  {
    from: 'runtime-unresponsive',
    to: ['pleg-unhealthy', 'gc-failure', 'pod-failure', 'image-pull', 'api-unreachable', 'storage', 'node-notready'],
    mechanism: {
      en: 'Everything kubelet asks of a container runtime that does not answer fails.',
      zh: '容器运行时不应答时，kubelet 的各种请求都会失败。',
    },
  },
  {
    from: 'image-pull',
    to: ['cni', 'pod-failure'],
    mechanism: {
      en: 'Without its image a container does not start, and what it provides is missing.',
      zh: '没有镜像容器就无法启动，其所提供的功能也随之缺失。',
    },
  },
  {
    from: 'cni',
    to: ['pod-failure', 'node-notready'],
    mechanism: {
      en: 'Without its network a pod does not start, and without a plug-in the node is not ready.',
      zh: '没有网络 pod 无法启动；没有插件节点就不会就绪。',
    },
  },
  {
    from: 'disk-pressure',
    to: ['gc-failure', 'image-pull', 'runtime-unresponsive', 'pod-failure', 'systemd', 'node-notready'],
    mechanism: {
      en: 'On a full disk nothing new can be written, and pods are evicted or refused.',
      zh: '磁盘写满后无法写入新内容，pod 会被驱逐或拒绝。',
    },
  },
  {
    from: 'gc-failure',
    to: ['disk-pressure', 'pod-failure', 'node-notready'],
    mechanism: {
      en: 'What garbage collection does not free keeps filling the disk.',
      zh: '垃圾回收没有释放的内容会继续占满磁盘。',
    },
  },
  {
    from: 'api-unreachable',
    to: ['node-notready', 'cni', 'pod-failure', 'image-pull', 'systemd'],
    mechanism: {
      en: 'Without the API server neither heartbeats arrive nor pods learn what they need.',
      zh: '连不上 API server，心跳送不到，pod 也得不到所需信息。',
    },
  },
  {
    from: 'pleg-unhealthy',
    to: ['node-notready', 'pod-failure'],
    mechanism: {
      en: 'While PLEG is unhealthy kubelet syncs no pod and reports itself not ready.',
      zh: 'PLEG 不健康期间，kubelet 不同步 pod 并报告未就绪。',
    },
  },
  {
    from: 'node-notready',
    to: ['pod-failure'],
    mechanism: {
      en: 'Pods of a node that is not ready are marked, evicted or cannot be reached.',
      zh: '未就绪节点上的 pod 会被标记、驱逐或无法访问。',
    },
  },
  {
    from: 'pod-failure',
    to: ['network', 'api-unreachable', 'cni'],
    mechanism: {
      en: 'What a failed pod provided is missing to those who use it.',
      zh: '失败的 pod 所提供的功能，使用者会缺失。',
    },
  },
];
