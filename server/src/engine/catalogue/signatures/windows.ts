/** Windows nodes: containers that the host compute service does not run, endpoints that the host network service refuses. */
import type { Signature } from '../signature';

export const windowsSignatures: readonly Signature[] = [
  {
    id: 'windows-hcs-timeout',
    title: { en: 'The Windows host compute service does not answer in time', zh: 'Windows 主机计算服务响应超时' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: '::System::',
        regex:
          /\bhcs(?:shim)?::System::(?<call>\w{3,30})(?: [\w.-]{1,80})?: \s?(?:context deadline exceeded|(?:hcsshim: )?timeout waiting for notification)/,
        versions: 'docker 17.06-28, containerd 1.3 and later on Windows',
      },
      {
        literal: 'Syscall did not complete within',
        regex: /Syscall did not complete within operation timeout/,
        versions: 'containerd-shim-runhcs-v1',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Windows was asked to create, start or stop a container and did not report the result within four minutes.',
      zh: '已请求 Windows 创建、启动或停止容器，但四分钟内没有得到结果。',
    },
    usualCauses: {
      en: 'Many containers that start at once, a slow disk, an antivirus that scans the layers, a vmcompute that hangs.',
      zh: '大量容器同时启动、磁盘慢、杀毒软件扫描镜像层，或 vmcompute 卡住。',
    },
    firstCheck: {
      en: '`hcsdiag list`; `Get-Service vmcompute`.',
      zh: '执行 `hcsdiag list` 与 `Get-Service vmcompute`。',
    },
    remedy: {
      en: 'Exclude the layers from the scanner, start fewer pods at once; restart vmcompute, or the node.',
      zh: '在杀毒软件中排除镜像层目录，减少同时启动的 Pod；重启 vmcompute 或节点。',
    },
    source: [
      'microsoft/hcsshim:internal/hcs/errors.go',
      'https://github.com/kubernetes/kubernetes/issues/107561',
      'https://github.com/microsoft/hcsshim/issues/1751',
    ],
    matches: [
      'time="2022-01-05T01:57:17Z" level=warning msg="Syscall did not complete within operation timeout. This may indicate a platform issue."',

      'time="2022-05-13T02:27:57Z" level=error msg="failed to start" error="hcs::System::Start f9b676f74a5d: context deadline exceeded"',
      'Error: failed to start containerd task "web": hcs::System::Start web: hcsshim: timeout waiting for notification: unknown',
      'container 0478bf2852be encountered an error during hcsshim::System::Start: context deadline exceeded',
    ],
    mustNotMatch: [
      'hcs::System::Start f9b676f74a5d: begin',
      'encountered an error during hcsshim::System::Start: failure in a Windows system call: Access is denied. (0x5)',
    ],
  },
  {
    id: 'windows-hcs-failed',
    title: { en: 'Windows could not create or run a container', zh: 'Windows 无法创建或运行容器' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'dockerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'failure in a Windows system call',
        regex:
          /encountered an error during (?:hcsshim::)?[\w:]{3,60}: failure in a Windows system call: (?<reason>[^\n(]{1,200}\((?!0xc0370110)0x[0-9a-f]{1,8}\))/,
        versions: 'docker 1.12 and later on Windows',
      },
      {
        literal: 'hcs::CreateComputeSystem',
        regex:
          /hcs::CreateComputeSystem \S{1,100}: (?<reason>[^\n]{1,160})|hcs::CreateComputeSystem: (?<text>[^\n]{1,160})/,
        versions: 'containerd 1.3 and later on Windows',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The host compute service refused or lost the container; the text of Windows says why.',
      zh: '主机计算服务拒绝或丢失了该容器，原因见 Windows 给出的文字。',
    },
    usualCauses: {
      en: 'An image for another Windows build, a path that does not exist, too little memory, a process that exited at once.',
      zh: '镜像与 Windows 版本不匹配、路径不存在、内存不足，或进程立即退出。',
    },
    firstCheck: {
      en: 'The code in brackets; the build of the host against that of the image.',
      zh: '括号内的错误码；主机与镜像的 Windows 版本。',
    },
    remedy: { en: 'By that text.', zh: '按该文字处理。' },
    source: ['microsoft/hcsshim:internal/hcs/errors.go', 'https://github.com/microsoft/hcsshim/issues/917'],
    matches: [
      'container 2b8bdb47d92e encountered an error during hcsshim::System::CreateProcess: failure in a Windows system call: The remote procedure call failed. (0x6be)',
      'Error: failed to create containerd task: failed to create shim task: hcs::CreateComputeSystem web: The directory name is invalid.: unknown',
    ],
    mustNotMatch: [
      'container 010af8198237 encountered an error during hcsshim::System::waitBackground: failure in a Windows system call: The virtual machine or container with the specified identifier is not running. (0xc0370110)',
    ],
  },
  {
    id: 'windows-hns-failed',
    title: { en: 'The Windows host network service refused an endpoint', zh: 'Windows 主机网络服务拒绝创建端点' },
    category: 'cni',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet', 'containerd', 'dockerd', 'event', 'any'],
    wordings: [
      {
        literal: 'ailed in Win32: ',
        regex: /\bh(?:ns|cn)\w{3,40} [Ff]ailed in Win32: (?<reason>[^\n{]{1,160})/,
        versions: 'hcsshim',
      },
      {
        literal: 'HNS failed with error',
        regex: /HNS failed with error ?: (?<reason>[^\n]{1,160})/,
        versions: 'docker 1.13 and later on Windows, azure-vnet, win-bridge',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The network of a pod on a Windows node was not made; what HNS remembers differs from what the plug-in asks for.',
      zh: 'Windows 节点上的 Pod 网络没有建立；HNS 记录的状态与插件的请求不一致。',
    },
    usualCauses: {
      en: 'Endpoints left over from dead pods, a network of that name that exists already, an interface that was renamed or lost after a restart.',
      zh: '已退出 Pod 残留的端点、同名网络已存在，或重启后网卡改名、丢失。',
    },
    firstCheck: { en: '`Get-HnsNetwork`; `Get-HnsEndpoint`.', zh: '执行 `Get-HnsNetwork` 与 `Get-HnsEndpoint`。' },
    remedy: {
      en: 'Remove leftover endpoints, restart the hns service and the CNI agent of the node.',
      zh: '删除残留端点，重启 hns 服务与节点上的 CNI 代理。',
    },
    source: ['microsoft/hcsshim:internal/hns', 'https://github.com/kubernetes/kubernetes/issues/74766'],
    matches: [
      'failed to create the new HNSEndpoint: hnsCall failed in Win32: The object already exists. (0x1392)',
      'failed to setup network for sandbox "5116e17bcca6": hcnCreateNetwork failed in Win32: A network with this name already exists. (0x803b0010)',
      'NetworkPlugin cni failed to set up pod "api-0_shop" network: Failed to create endpoint: HNS failed with error : Element not found.',
    ],
    mustNotMatch: ['hnsCall finished', 'the call failed in Win32: boom'],
  },
];
