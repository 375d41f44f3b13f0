/**
 * Errors of container runtimes that no signature knows by name: dockerd, containerd and CRI-O write thousands of them, each release
 * others. That one was written, and what it is about, is told where nothing else in the record is recognised.
 */
import type { Localized } from '../../model/localized';
import type { Signature, Wording } from '../signature';

/** Programs that are container runtimes, as syslog and the journal name them. */
const runtimes = '(?:dockerd(?:-current)?|docker(?:-containerd)?|containerd|crio|cri-o|cri-dockerd|buildkitd|podman)';

/** Words of container runtimes, for lines that do not say whose they are. */
const ownWords = String.raw`\b(?:[Cc]ontainers?|[Ss]andbox(?:es)?|[Ss]hims?|[Tt]asks?|runc|containerd|docker|CRI|libcontainerd|libnetwork|graphdriver|[Ll]ayers?|[Ii]mages?|[Ss]napshots?|[Ss]napshotter)\b`;

/** Fields that other programs with the same log format write, and answers to a caller who asked for what is gone or had left: every day's. */
const others = String.raw`(?![^\n]{0,2000}?(?:\b(?:subsys|caller|component|controller|logger)=|\bstatus(?:Code)?=4\d\d|\b[Nn]o such (?:container|image|network|volume|exec|id)|: not found|NotFound|[Cc]ontext canceled|code = Canceled|already closed|closed fifo|closed pipe))`;

/** What an error can be about, most telling first. */
const topics = {
  cgroup: String.raw`\b[Cc]groups?\b|\.slice\b|OOM monitor`,
  network: String.raw`[Nn]etwork|[Ee]ndpoint|\bCNI\b|\bcni\b|netns|\bbridge\b|iptables|\bveth|netlink|gossip|[Rr]esolver|\bDNS\b|IPAM`,
  pull: String.raw`\b[Pp]ull(?:ing|ed)?\b|PullImage|[Rr]egistry|[Mm]anifest|[Dd]ownload`,
  storage: String.raw`[Mm]ount|[Ss]napshot|\b[Ll]ayers?\b|overlay|devmapper|devicemapper|[Tt]hin pool|graphdriver|[Vv]olume|file ?system|\bdisk\b|rootfs`,
} as const;

/** Looks ahead in the line for one topic and for none of those before it. */
function about(topic: string | null, before: readonly string[]): string {
  const not = before.length === 0 ? '' : String.raw`(?![^\n]{0,400}?(?:${before.join('|')}))`;
  return topic === null ? not : String.raw`${not}(?=[^\n]{0,400}?(?:${topic}))`;
}

/** A runtime's line of that level, in the forms of logrus: fields, or letters in front when it writes to a terminal. */
function errorsAbout(topic: string | null, before: readonly string[]): readonly Wording[] {
  const what = others + about(topic, before);
  const fields = ['error', 'fatal'].map((level) => ({
    literal: `level=${level} msg=`,
    regex: new RegExp(
      String.raw`(?:\b${runtimes}(?:\[\d{1,8}\])?: [^\n]{0,60}?level=${level} msg=|level=${level} msg=(?=[^\n]{0,300}?${ownWords}))${what}`,
    ),
    versions: 'logrus',
  }));
  const letters = ['ERRO[000', 'ERRO[001', 'ERRO[202', 'FATA[000', 'FATA[202'].map((literal) => ({
    literal,
    regex: new RegExp(String.raw`${literal.replace('[', '\\[')}[\dT:.+Z-]{1,36}\] (?=[^\n]{0,300}?${ownWords})${what}`),
    versions: 'logrus on a terminal',
  }));
  return [...fields, ...letters];
}

const meaning: Localized = {
  en: 'A container runtime wrote an error that has no name here; read its text.',
  zh: '容器运行时写下了此处未命名的错误；请阅读原文。',
};
const usualCauses: Localized = { en: 'What the text says.', zh: '以文本所述为准。' };
const firstCheck: Localized = {
  en: 'The lines around it with the same container or sandbox.',
  zh: '查看同一容器或沙箱的前后日志。',
};
const remedy: Localized = {
  en: 'See the text; a rule of your own gives it a name.',
  zh: '按文本处理；可用自定义规则为其命名。',
};
const source = ['sirupsen/logrus:text_formatter.go', 'containerd/log:context.go'];

export const runtimeTroubleSignatures: readonly Signature[] = [
  {
    id: 'runtime-error-unnamed',
    title: { en: 'The container runtime reports an error', zh: '容器运行时报告错误' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    lastResort: true,
    saysNotWhy: true,
    emitters: ['dockerd', 'containerd', 'cri-o'],
    wordings: errorsAbout(null, [topics.cgroup, topics.network, topics.pull, topics.storage]),
    time: { kind: 'instant' },
    meaning,
    usualCauses,
    firstCheck,
    remedy,
    source,
    matches: [
      'May 13 10:27:47 node-1 dockerd[911]: time="2022-05-13T10:27:47.004211000Z" level=error msg="Something went wrong in step 3"',
      'May 13 10:27:47 node-1 crio[911]: time="2022-05-13 10:27:47.004211000Z" level=fatal msg="Something went wrong in step 3"',
      'time="2022-05-13T10:27:47.004211000Z" level=error msg="the shim is late" id=3c7ca4d2bc77',
      'ERRO[0003] the shim is late                              id=3c7ca4d2bc77',
      'ERRO[0013] the shim is late                              id=3c7ca4d2bc77',
      'ERRO[2022-05-13T10:27:47.004211000+08:00] the shim is late                              id=3c7ca4d2bc77',
      'FATA[0003] the shim is late',
      'FATA[2022-05-13T10:27:47.004211000+08:00] the shim is late',
    ],
    mustNotMatch: [
      'time="2022-05-13T10:27:47Z" level=error msg="Something went wrong in step 3"',
      'level=error msg="container policy is late" subsys=endpoint',
      'time="2016-05-13T10:27:47.004211000Z" level=error msg="HTTP Error" err="No such image: api:1" statusCode=404',
      'time="2022-05-13T10:27:47.004211000Z" level=error msg="failed to look at the task" error="task 3c7ca4d2bc77: not found"',
      'May 13 10:27:47 node-1 dockerd[911]: time="2022-05-13T10:27:47Z" level=warning msg="Something went wrong in step 3"',
    ],
  },
  {
    id: 'runtime-cgroup-error-unnamed',
    title: { en: 'The container runtime reports an error with cgroups', zh: '容器运行时报告 cgroup 错误' },
    category: 'cgroup',
    severity: 'warning',
    role: 'problem',
    lastResort: true,
    saysNotWhy: true,
    emitters: ['dockerd', 'containerd', 'cri-o'],
    wordings: errorsAbout(topics.cgroup, []),
    time: { kind: 'instant' },
    meaning,
    usualCauses,
    firstCheck,
    remedy,
    source,
    matches: [
      'May 13 10:27:47 node-1 containerd[911]: time="2022-05-13T10:27:47.004211000Z" level=error msg="the cgroup is late"',
      'May 13 10:27:47 node-1 containerd[911]: time="2022-05-13T10:27:47.004211000Z" level=fatal msg="the cgroup is late"',
      'ERRO[0003] the cgroup of the container is late',
      'ERRO[0013] the cgroup of the container is late',
      'ERRO[2022-05-13T10:27:47.004211000+08:00] the cgroup of the container is late',
      'FATA[0003] the cgroup of the container is late',
      'FATA[2022-05-13T10:27:47.004211000+08:00] the cgroup of the container is late',
    ],
    mustNotMatch: ['time="2022-05-13T10:27:47Z" level=error msg="the cgroup is late"'],
  },
  {
    id: 'runtime-network-error-unnamed',
    title: { en: 'The container runtime reports a network error', zh: '容器运行时报告网络错误' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    lastResort: true,
    saysNotWhy: true,
    emitters: ['dockerd', 'containerd', 'cri-o'],
    wordings: errorsAbout(topics.network, [topics.cgroup]),
    time: { kind: 'instant' },
    meaning,
    usualCauses,
    firstCheck,
    remedy,
    source,
    matches: [
      'May 13 10:27:47 node-1 dockerd[911]: time="2022-05-13T10:27:47.004211000Z" level=error msg="the endpoint is late"',
      'May 13 10:27:47 node-1 dockerd[911]: time="2022-05-13T10:27:47.004211000Z" level=fatal msg="the endpoint is late"',
      'ERRO[0003] the endpoint of the container is late',
      'ERRO[0013] the endpoint of the container is late',
      'ERRO[2022-05-13T10:27:47.004211000+08:00] the endpoint of the container is late',
      'FATA[0003] the endpoint of the container is late',
      'FATA[2022-05-13T10:27:47.004211000+08:00] the endpoint of the container is late',
    ],
    mustNotMatch: ['time="2022-05-13T10:27:47Z" level=error msg="the endpoint is late"'],
  },
  {
    id: 'runtime-pull-error-unnamed',
    title: { en: 'The container runtime reports an error with an image', zh: '容器运行时报告镜像错误' },
    category: 'image-pull',
    severity: 'warning',
    role: 'problem',
    lastResort: true,
    saysNotWhy: true,
    emitters: ['dockerd', 'containerd', 'cri-o'],
    wordings: errorsAbout(topics.pull, [topics.cgroup, topics.network]),
    time: { kind: 'instant' },
    meaning,
    usualCauses,
    firstCheck,
    remedy,
    source,
    matches: [
      'May 13 10:27:47 node-1 dockerd[911]: time="2022-05-13T10:27:47.004211000Z" level=error msg="the manifest is late"',
      'May 13 10:27:47 node-1 dockerd[911]: time="2022-05-13T10:27:47.004211000Z" level=fatal msg="the manifest is late"',
      'ERRO[0003] the manifest of the image is late',
      'ERRO[0013] the manifest of the image is late',
      'ERRO[2022-05-13T10:27:47.004211000+08:00] the manifest of the image is late',
      'FATA[0003] the manifest of the image is late',
      'FATA[2022-05-13T10:27:47.004211000+08:00] the manifest of the image is late',
    ],
    mustNotMatch: ['time="2022-05-13T10:27:47Z" level=error msg="the manifest is late"'],
  },
  {
    id: 'runtime-storage-error-unnamed',
    title: { en: 'The container runtime reports a storage error', zh: '容器运行时报告存储错误' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    lastResort: true,
    saysNotWhy: true,
    emitters: ['dockerd', 'containerd', 'cri-o'],
    wordings: errorsAbout(topics.storage, [topics.cgroup, topics.network, topics.pull]),
    time: { kind: 'instant' },
    meaning,
    usualCauses,
    firstCheck,
    remedy,
    source,
    matches: [
      'May 13 10:27:47 node-1 dockerd[911]: time="2022-05-13T10:27:47.004211000Z" level=error msg="the volume is late"',
      'May 13 10:27:47 node-1 dockerd[911]: time="2022-05-13T10:27:47.004211000Z" level=fatal msg="the volume is late"',
      'ERRO[0003] the layer is late',
      'ERRO[0013] the layer is late',
      'ERRO[2022-05-13T10:27:47.004211000+08:00] the layer is late',
      'FATA[0003] the layer is late',
      'FATA[2022-05-13T10:27:47.004211000+08:00] the layer is late',
    ],
    mustNotMatch: ['time="2022-05-13T10:27:47Z" level=error msg="the volume is late"'],
  },
  {
    id: 'runtime-answer-unnamed',
    title: { en: 'The container runtime answered with an error', zh: '容器运行时返回错误' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    lastResort: true,
    saysNotWhy: true,
    emitters: ['kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'rpc error: code =',
        regex:
          /(?<!\b(?:CSI|csi|[Vv]olume|etcd)\b[^\n]{0,300})rpc error: code = (?!OK\b|AlreadyExists\b|NotFound\b|Canceled\b)(?<code>\w{1,20}) desc = (?![^\n]{0,600}?(?:\bCSI\b|\bcsi\b|[Vv]olume|etcd|not found|[Cc]anceled))(?=[^\n]{0,600}?\b(?:[Cc]ontainers?|[Ss]andbox(?:es)?|[Ss]him|runc|OCI|containerd|docker|[Rr]untime|crio|[Pp]ods?)\b)/,
        versions: 'gRPC',
      },
      {
        literal: 'Error response from daemon: ',
        regex:
          /Error response from daemon: (?![^\n]{0,300}?(?:[Nn]o such (?:container|image|network|volume|exec|node|service|id)|not found|[Cc]onflict|already|not running|is not paused|swarm|unauthorized|denied))(?<reason>[^\n]{1,200})/,
        versions: 'docker 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning,
    usualCauses,
    firstCheck,
    remedy,
    source: ['grpc/grpc-go:internal/status/status.go', 'moby/moby:client/request.go'],
    matches: ['rpc error: code = Unknown desc = the container is late', 'Error response from daemon: boom'],
    mustNotMatch: [
      'rpc error: code = Unavailable desc = etcd is late',
      'Error response from daemon: No such container: web',
      'rpc error: code = NotFound desc = no such container',
    ],
  },
  {
    id: 'pod-event-unnamed',
    title: { en: 'kubelet tells of a failure of a pod', zh: 'kubelet 报告 Pod 失败' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    lastResort: true,
    saysNotWhy: true,
    emitters: ['event'],
    wordings: [
      {
        literal: 'Warning  ',
        regex: /\bWarning {2,24}(?<reason>Failed|InspectFailed|Err\w{2,40}|Failed\w{2,40}) {2,}/,
        versions: 'kubectl describe, kubectl get events',
      },
      {
        literal: 'Warning Failed',
        regex: /\bWarning (?<reason>Failed\w{0,40}) (?:\d{1,4}[smhd]|<)/,
        versions: 'the same, copied from a page',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'An Event of kind Warning says that something with a pod failed; what, has no name here.',
      zh: '一条 Warning 事件表明 Pod 的某项操作失败；具体原因此处未命名。',
    },
    usualCauses,
    firstCheck: {
      en: '`kubectl describe pod`; the text of the event.',
      zh: '执行 `kubectl describe pod`；查看事件内容。',
    },
    remedy,
    source: ['kubernetes/kubernetes:pkg/kubelet/events/event.go'],
    matches: [
      '  Warning  Failed  88m  kubelet  Error: boom',
      'Warning Failed 5m22s (x53 over 3h33m) kubelet Error: boom',
    ],
    mustNotMatch: [
      '  Normal  Created  88m  kubelet  Created container web',
      '  Warning  DNSConfigForming  3s  kubelet  boom',
    ],
  },
];
