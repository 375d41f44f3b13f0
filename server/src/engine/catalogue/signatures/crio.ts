/** What CRI-O says about its containers: starts and stops that take too long, conmon that is gone, storage that was wiped. */
import type { Signature } from '../signature';

export const crioSignatures: readonly Signature[] = [
  {
    id: 'crio-create-timeout',
    title: { en: 'CRI-O gave up the creation of a container', zh: 'CRI-O 创建容器超时' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['cri-o', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'ontainer creation timeout',
        regex: /[Cc]ontainer creation timeout \((?<waited>[0-9hmsµu.n]{2,20})\)/,
        versions: 'CRI-O 1.12 and later',
      },
      {
        literal: 'CreateCtr: context was either',
        regex: /CreateCtr: context was either canceled or the deadline was exceeded/,
        versions: 'CRI-O 1.21 and later',
      },
      {
        literal: 'create container timeout',
        regex: /create container timeout\b/,
        versions: 'CRI-O 1.12 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'waited', unit: 'go', fixedMs: 240_000 },
    meaning: {
      en: 'conmon and the low-level runtime did not report a started container in time.',
      zh: 'conmon 与底层运行时未在时限内报告容器启动。',
    },
    usualCauses: {
      en: 'A slow disk, a starved machine, a slow hook, systemd that does not answer.',
      zh: '磁盘慢、机器资源耗尽、钩子慢，或 systemd 无应答。',
    },
    firstCheck: {
      en: '`ps -eo pid,stat,wchan:30,cmd | grep -E "conmon|runc|crun"`',
      zh: '执行 `ps -eo pid,stat,wchan:30,cmd | grep -E "conmon|runc|crun"`。',
    },
    remedy: { en: 'Relieve disk and machine.', zh: '减轻磁盘与机器负载。' },
    source: ['cri-o/cri-o:internal/oci/runtime_oci.go'],
    matches: [
      'time="2023-05-13 02:27:47.004211000Z" level=error msg="Container creation timeout (4m0s)" id=1f0d',
      'Error: create container timeout',
      'time="2023-05-13 02:27:47.004211000Z" level=info msg="CreateCtr: context was either canceled or the deadline was exceeded: context deadline exceeded" id=1f0d',
    ],
    mustNotMatch: ['Container creation took 4s'],
  },
  {
    id: 'crio-stop-timeout',
    title: { en: 'A container ignored its stop signal (CRI-O)', zh: '容器未响应停止信号（CRI-O）' },
    category: 'other',
    severity: 'info',
    role: 'context',
    emitters: ['cri-o'],
    wordings: [
      {
        literal: ' timed out. Killing',
        regex:
          /Stopping container (?<container>[0-9a-f]{12,64}) with stop signal ?\((?<signal>\S{1,12})\) timed out\. Killing/,
        versions: 'CRI-O 1.12 and later',
      },
      {
        literal: 'with stop signal timed out',
        regex: /Stopping container with stop signal timed out\b/,
        versions: 'CRI-O 1.31 and later',
      },
      {
        literal: 'with stop signal timed out',
        regex: /Stopping container (?<container>[0-9a-f]{12,64}) with stop signal timed out\b/,
        versions: 'CRI-O 1.24-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The grace period passed and CRI-O kills the container. Normal by itself.',
      zh: '宽限期已过，CRI-O 强制结束容器。单独出现属正常。',
    },
    usualCauses: { en: 'An application that does not handle SIGTERM.', zh: '应用没有处理 SIGTERM。' },
    firstCheck: { en: 'Whether the kill succeeds.', zh: '看随后的 kill 是否成功。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['cri-o/cri-o:internal/oci/runtime_oci.go'],
    matches: [
      'time="2023-05-13 02:27:47.004211000Z" level=warning msg="Stopping container 0d8b2f7c53ea with stop signal timed out: timeout reached after 30 seconds waiting for container process to exit"',

      'time="2025-05-13 02:27:47.004211000Z" level=warning msg="Stopping container with stop signal timed out: timeout reached after 30 seconds waiting for container process to exit" id=1f0d name=/runtime.v1.RuntimeService/StopContainer',
      'time="2023-05-13 02:27:47.004211000Z" level=warning msg="Stopping container 0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b with stop signal(15) timed out. Killing..."',
    ],
    mustNotMatch: ['Stopping container api'],
  },
  {
    id: 'crio-kill-failed',
    title: { en: 'CRI-O cannot end a container', zh: 'CRI-O 无法结束容器' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['cri-o', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'Killing container ',
        regex: /Killing container (?<container>[0-9a-f]{12,64}) failed: /,
        versions: 'CRI-O 1.20 and later',
      },
      {
        literal: 'failed to stop container ',
        regex:
          /failed to stop container \\*"?(?<container>[0-9a-f]{12,64})\\*"?[^\n]{0,120}(?:context deadline exceeded|timeout reached|context canceled|failed to find process)/i,
        versions: 'CRI-O 1.12 and later',
      },
      {
        literal: ' is stopped, although the container is running',
        regex: /Conmon for container (?<container>[0-9a-f]{12,64}) is stopped, although the container is running/,
        versions: 'CRI-O 1.23 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The container could not be killed, or its monitor process is gone, so its end will not be noticed.',
      zh: '容器无法终止，或其监控进程已不在，退出将不会被察觉。',
    },
    usualCauses: {
      en: 'A process in uninterruptible sleep, or conmon that was killed for memory.',
      zh: '进程处于不可中断睡眠，或 conmon 因内存被杀。',
    },
    firstCheck: {
      en: "`ps -eo pid,stat,wchan:30,cmd | grep ' D'`; the kernel log.",
      zh: "执行 `ps -eo pid,stat,wchan:30,cmd | grep ' D'`；看内核日志。",
    },
    remedy: { en: 'Cure what the process waits for; otherwise reboot.', zh: '解决进程所等待的对象；否则重启节点。' },
    source: ['cri-o/cri-o:internal/oci/runtime_oci.go'],
    matches: [
      'time="2023-05-13 02:27:47.004211000Z" level=error msg="Killing container 0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b failed: `/usr/bin/runc kill` failed: container not running : exit status 1"',
      'rpc error: code = Unknown desc = failed to stop container 0d8b2f7c53ea0d8b2f7c53ea: context deadline exceeded',
      'time="2024-05-13 02:27:47.004211000Z" level=error msg="Conmon for container 0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b is stopped, although the container is running"',
    ],
    mustNotMatch: ['Killing container with id docker://api:Need to kill Pod', 'failed to stop container of the ship'],
  },
  {
    id: 'crio-storage-wiped',
    title: { en: 'CRI-O checks or wipes its storage after a crash', zh: '异常关机后 CRI-O 检查或清空存储' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['cri-o'],
    wordings: [
      {
        literal: ' because of unclean shutdown',
        regex:
          /(?:Wiping|Checking|Attempting to repair) storage directory (?<path>\S{1,200})[^\n"]{0,40} because of unclean shutdown/,
        versions: 'CRI-O 1.20 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The node did not shut down cleanly, so the image store is not trusted; images may have to be pulled again.',
      zh: '节点未正常关机，镜像存储不可信；可能需要重新拉取镜像。',
    },
    usualCauses: { en: 'A power loss, a kernel panic, a hard reset.', zh: '断电、内核崩溃或强制重启。' },
    firstCheck: { en: '`last -x`; the end of the boot before.', zh: '执行 `last -x`；看上次启动的末尾日志。' },
    remedy: {
      en: 'None by itself; find out what ended the boot before.',
      zh: '本身无需处理；查明上次异常终止的原因。',
    },
    source: ['cri-o/cri-o:internal/lib/container_server.go'],
    matches: [
      'time="2023-05-13 02:27:47.004211000Z" level=warning msg="Wiping storage directory /var/lib/containers/storage because of unclean shutdown"',
    ],
    mustNotMatch: ['Wiping storage directory on request'],
  },
  {
    id: 'crio-unhealthy',
    title: { en: 'CRI-O says that it is unhealthy', zh: 'CRI-O 报告自身不健康' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['cri-o'],
    wordings: [
      {
        literal: 'because CRI-O is unhealthy',
        regex: /Will not notify watchdog because CRI-O is unhealthy: /,
        versions: 'CRI-O 1.31 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'CRI-O does not answer its own calls; systemd will restart it.',
      zh: 'CRI-O 对自身调用无应答，systemd 将重启它。',
    },
    usualCauses: {
      en: 'A slow disk, a stuck storage lock, an overloaded machine.',
      zh: '磁盘慢、存储锁卡住，或机器过载。',
    },
    firstCheck: { en: 'The error behind it; `iostat -x 5`.', zh: '看其后的错误；执行 `iostat -x 5`。' },
    remedy: { en: 'Relieve the disk.', zh: '减轻磁盘负载。' },
    source: ['cri-o/cri-o:internal/watchdog/watchdog.go'],
    matches: [
      'time="2025-05-13 02:27:47.004211000Z" level=error msg="Will not notify watchdog because CRI-O is unhealthy: boom"',
    ],
    mustNotMatch: ['CRI-O is healthy'],
  },
  {
    id: 'crio-creation-pending',
    title: { en: 'CRI-O is still busy with an earlier request', zh: 'CRI-O 仍在处理先前的请求' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['cri-o'],
    wordings: [
      {
        literal: ' not yet finished. ',
        regex:
          /Creation of (?:container|sandbox) (?<name>\S{1,300}) not yet finished\. (?:Currently at stage (?<stage>[a-z A-Z]{3,60})\. )?Waiting up to /,
        versions: 'CRI-O 1.23 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet asked again while the first request was not done; the stage tells where it stands still.',
      zh: '前一请求未完成时 kubelet 再次请求；stage 指出停在哪一步。',
    },
    usualCauses: {
      en: 'A slow disk (storage creation), a slow relabelling of a large volume, a slow network plug-in, or the low-level runtime.',
      zh: '磁盘慢（创建存储）、大卷重打标签慢、网络插件慢，或底层运行时慢。',
    },
    firstCheck: { en: 'The stage; `iostat -x 5`.', zh: '看 stage；执行 `iostat -x 5`。' },
    remedy: { en: 'Relieve what the stage names.', zh: '针对该阶段缓解压力。' },
    source: ['cri-o/cri-o:server/utils.go', 'https://github.com/cri-o/cri-o/issues/7010'],
    matches: [
      'time="2025-05-13T02:27:47.004211000Z" level=info msg="Creation of container k8s_api_api-0_shop_5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa_5 not yet finished. Currently at stage container creating. Waiting up to 5m59.997059992s for it to finish" id=562794f7 name=/runtime.v1.RuntimeService/CreateContainer',
    ],
    mustNotMatch: ['Creation of the report is not yet finished'],
  },
];
