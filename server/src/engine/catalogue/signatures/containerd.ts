/** What containerd says: requests that failed, exits it could not handle, shims that are gone or leaked. */
import type { Signature } from '../signature';

export const containerdSignatures: readonly Signature[] = [
  {
    id: 'containerd-request-failed',
    title: { en: 'containerd could not fulfil a request', zh: 'containerd 请求失败' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    symptomOnly: true,
    envelope: true,
    emitters: ['containerd'],
    wordings: [
      {
        literal: ',} failed, error',
        regex:
          /RunPodSandbox for &PodSandboxMetadata\{Name:(?<pod>[a-z0-9.-]{1,253}),Uid:(?<uid>[0-9a-f-]{32,36}),Namespace:(?<namespace>[a-z0-9-]{1,63}),Attempt:(?<attempt>\d{1,9}),\} failed, error/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'PodSandbox for ',
        regex: /\b(?<method>StopPodSandbox|RemovePodSandbox) for \\*"(?<sandbox>[0-9a-f]{12,64})\\*" failed\b/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'CreateContainer within sandbox',
        regex: /\bCreateContainer within sandbox \\*"(?<sandbox>[0-9a-f]{12,64})\\*"[^\n]{0,300}? failed\b/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'Container for ',
        regex:
          /\b(?<method>StartContainer|StopContainer|RemoveContainer) for \\*"(?<container>[0-9a-f]{12,64})\\*" failed\b/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'ExecSync for ',
        regex: /\bExecSync for \\*"(?<container>[0-9a-f]{12,64})\\*"[^\n]{0,300}? failed\b/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: ' failed, error: ',
        regex:
          /\b(?<method>(?:List|Run|Stop|Remove|Create|Start)(?:PodSandbox|Container)s?|(?:Container|PodSandbox)Status) failed, error: /,
        versions: 'cri-containerd 1.0',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'One CRI request of kubelet failed on the side of containerd. The line that announced the request tells how long it took.',
      zh: 'kubelet 的一次 CRI 请求在 containerd 端失败。对照该请求的开始日志可知耗时。',
    },
    usualCauses: { en: 'What the `error=` field says.', zh: '见 `error=` 字段。' },
    firstCheck: { en: 'The `error=` field.', zh: '看 `error=` 字段。' },
    remedy: { en: 'By the error.', zh: '按错误处理。' },
    source: ['containerd/containerd:internal/cri/instrument/instrumented_service.go'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="RunPodSandbox for &PodSandboxMetadata{Name:api-0,Uid:5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa,Namespace:shop,Attempt:0,} failed, error" error="boom"',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="StopPodSandbox for \\"9b3f4f1f0a2d9b3f4f1f0a2d9b3f4f1f0a2d9b3f4f1f0a2d9b3f4f1f0a2d9b3f\\" failed" error="boom"',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="StopContainer for \\"0d8b2f7c53ea\\" failed" error="boom"',
      'E0513 02:27:57.004211    1929 instrumented_service.go:52] ListPodSandbox failed, error: failed to list sandbox containers: boom',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="ExecSync for \\"0d8b2f7c53ea\\" failed" error="boom"',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="CreateContainer within sandbox \\"9b3f4f1f0a2d\\" for &ContainerMetadata{Name:api,Attempt:0,} failed" error="boom"',
    ],
    mustNotMatch: [
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="RunPodSandbox for &PodSandboxMetadata{Name:api-0,Uid:5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa,Namespace:shop,Attempt:0,}"',
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="StopPodSandbox for \\"9b3f4f1f0a2d\\" returns successfully"',
    ],
  },
  {
    id: 'containerd-task-state-unknown',
    title: { en: 'containerd cannot learn the state of a task', zh: 'containerd 无法得知任务状态' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'converting task to protobuf',
        regex: /\bconverting task to protobuf\\*" error=\\*"context (?:canceled|deadline exceeded)/,
        versions: 'containerd 1.2-1.7',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'While containerd listed its tasks one shim did not say how its task is until the caller had left.',
      zh: 'containerd 列出任务时，某个 shim 直到调用方离开仍未应答。',
    },
    usualCauses: {
      en: 'A shim that is stuck on its runc, on a pipe nobody reads, or on the disk.',
      zh: '该 shim 卡在 runc、无人读取的管道或磁盘上。',
    },
    firstCheck: {
      en: '`ctr -n k8s.io task ls` with a stop watch; the shim of the task named by `id=`',
      zh: '计时执行 `ctr -n k8s.io task ls`；查看 `id=` 所指任务的 shim',
    },
    remedy: { en: 'End that shim; update containerd.', zh: '结束该 shim；升级 containerd。' },
    source: ['containerd/containerd:services/tasks/local.go'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="converting task to protobuf" error="context canceled: unknown" id=0d8b2f7c53ea',
    ],
    mustNotMatch: [
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="converting task to protobuf" error="boom: unknown" id=0d8b2f7c53ea',
    ],
  },
  {
    id: 'containerd-taskexit-failed',
    title: { en: "containerd could not handle a container's exit", zh: 'containerd 无法处理容器退出' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'failed to handle ',
        regex:
          /failed to handle (?:container|sandbox) TaskExit event(?:[^\n]{0,60}?(?:container_id|ContainerID):\\*"?(?<container>[0-9a-f]{12,64}))?/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'ANDBOX_UNKNOWN',
        regex:
          /failed to stop sandbox(?: container)? \\*"(?<sandbox>[0-9a-f]{12,64})\\*" in \\*"SANDBOX_UNKNOWN|marking sandbox state as SANDBOX_UNKNOWN/,
        versions: 'containerd 1.2 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The container has ended and its clean-up hangs: the pod looks running or Terminating for ever. containerd tries again with growing delays.',
      zh: '容器已退出但清理卡住，Pod 会一直显示运行中或 Terminating。containerd 会以递增间隔重试。',
    },
    usualCauses: {
      en: 'An unmount that hangs, a stuck shim, or a process that cannot die.',
      zh: '卸载挂死、shim 卡住，或进程杀不死。',
    },
    firstCheck: {
      en: "`ps -eo pid,stat,wchan:30,cmd | grep ' D'`; the error field.",
      zh: "执行 `ps -eo pid,stat,wchan:30,cmd | grep ' D'`；看 error 字段。",
    },
    remedy: { en: 'Cure the hang; restart containerd.', zh: '解除卡死；重启 containerd。' },
    source: ['containerd/containerd:internal/cri/server/events.go'],
    matches: [
      'failed to stop sandbox container "9b3f4f1f0a2d" in "SANDBOX_UNKNOWN" state: boom',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed to handle container TaskExit event container_id:\\"0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b\\" id:\\"0d8b2f7c53ea\\" pid:31011 exit_status:137" error="failed to stop container: context deadline exceeded: unknown"',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed to handle sandbox TaskExit event &TaskExit{ContainerID:9b3f4f1f0a2d,ID:9b3f4f1f0a2d,Pid:3,ExitStatus:0,}" error="boom"',
    ],
    mustNotMatch: [
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="TaskExit event &TaskExit{ContainerID:9b3f4f1f0a2d,ID:9b3f4f1f0a2d,Pid:3,ExitStatus:0,}"',
    ],
  },
  {
    id: 'containerd-kill-wait',
    title: { en: 'A killed container has not ended', zh: '容器被杀后仍未退出' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: 'an error occurs during waiting for container',
        regex:
          /an error occurs during waiting for container \\*"(?<container>[0-9a-f]{12,64})\\*" (?:init process )?to be killed/,
        versions: 'containerd 1.2 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 90_000 },
    meaning: {
      en: 'SIGKILL was sent and no exit came within the request: a process cannot die, or the shim does not report.',
      zh: '已发送 SIGKILL，但请求期间未收到退出：进程杀不死，或 shim 未上报。',
    },
    usualCauses: {
      en: 'A process in uninterruptible sleep (disk, NFS), a frozen cgroup, or a dead shim.',
      zh: '进程处于不可中断睡眠（磁盘、NFS）、cgroup 被冻结，或 shim 已死。',
    },
    firstCheck: {
      en: "`ps -eo pid,stat,wchan:30,cmd | grep ' D'`; is its containerd-shim alive?",
      zh: "执行 `ps -eo pid,stat,wchan:30,cmd | grep ' D'`；其 containerd-shim 是否存活？",
    },
    remedy: { en: 'Cure what the process waits for; otherwise reboot.', zh: '解决进程所等待的对象；否则重启节点。' },
    source: ['containerd/containerd:internal/cri/server/container_stop.go'],
    matches: [
      'rpc error: code = Unknown desc = an error occurs during waiting for container "0d8b2f7c53ea" init process to be killed: wait container "0d8b2f7c53ea" stop timeout',

      'time="2022-05-13T02:27:57.004211000Z" level=error msg="StopContainer for \\"0d8b2f7c53ea\\" failed" error="rpc error: code = DeadlineExceeded desc = an error occurs during waiting for container \\"0d8b2f7c53ea\\" to be killed: wait container \\"0d8b2f7c53ea\\": context deadline exceeded"',
    ],
    mustNotMatch: ['time="2022-05-13T02:27:57.004211000Z" level=info msg="Kill container \\"0d8b2f7c53ea\\""'],
  },
  {
    id: 'containerd-shim-disconnected',
    title: { en: 'A containerd shim ended', zh: 'containerd shim 已结束' },
    category: 'runtime-unresponsive',
    severity: 'info',
    role: 'context',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'shim disconnected',
        regex: /(?:^|msg=\\*"|"msg":")shim disconnected\b(?:[^\n]{0,20}? id=(?<container>[0-9a-f]{12,64}))?/,
        versions: 'containerd 1.3 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The process that watches one container is gone. Right after the end of the container this is normal; otherwise the shim was killed or crashed.',
      zh: '看护某容器的进程已不在。紧随容器退出属正常，否则是 shim 被杀或崩溃。',
    },
    usualCauses: {
      en: 'The container ended, or the shim was killed (memory, process limit).',
      zh: '容器已退出，或 shim 被杀（内存、进程数上限）。',
    },
    firstCheck: {
      en: 'The kernel log at that second; did the container end first?',
      zh: '看当时内核日志；容器是否先退出？',
    },
    remedy: { en: 'None after a normal end.', zh: '正常退出则无需处理。' },
    source: ['containerd/containerd:core/runtime/v2/shim.go'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="shim disconnected" id=0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b namespace=k8s.io',
    ],
    mustNotMatch: [
      'time="2022-05-13T02:27:57.004211000Z" level=warning msg="cleaning up after shim disconnected" id=0d8b2f7c53ea namespace=k8s.io',
    ],
  },
  {
    id: 'containerd-shim-cleanup',
    title: { en: 'containerd clears up after a shim', zh: 'containerd 清理已结束的 shim' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['containerd', 'dockerd'],
    wordings: [
      {
        literal: 'cleaning up after shim disconnected',
        regex: /cleaning up after shim disconnected\b/,
        versions: 'containerd 1.3 and later',
      },
      { literal: 'cleaning up dead shim', regex: /cleaning up dead shim\b/, versions: 'containerd 1.3 and later' },
      {
        literal: 'failed to remove runc container',
        regex: /cleanup warnings time=[^\n]{0,120}?failed to remove runc container\b/,
        versions: 'containerd 1.4 and later',
      },
      {
        literal: 'cleanup warnings time',
        regex: /cleanup warnings time=[^\n]{0,200}/,
        versions: 'containerd 1.3 and later',
      },
      { literal: 'shim reaped', regex: /(?:^|msg=\\*"|"msg":")shim reaped\b/, versions: 'containerd 1.2-1.7' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The routine clearing up after every container that has ended.',
      zh: '每个容器结束后的例行清理。',
    },
    usualCauses: { en: 'A container ended.', zh: '容器已退出。' },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['containerd/containerd:core/runtime/v2/shim.go', 'containerd/containerd:core/runtime/v2/binary.go'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=warning msg="cleaning up after shim disconnected" id=0d8b2f7c53ea namespace=k8s.io',
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="cleaning up dead shim"',
      'time="2022-05-13T02:27:57.004211000Z" level=warning msg="cleanup warnings time=\\"2022-05-13T02:27:57Z\\" level=warning msg=\\"failed to remove runc container\\" error=\\"runc did not terminate successfully: exit status 255: \\" runtime=io.containerd.runc.v2\\n"',
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="shim reaped" id=0d8b2f7c53ea',
    ],
    mustNotMatch: [
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="shim disconnected" id=0d8b2f7c53ea namespace=k8s.io',
    ],
  },
  {
    id: 'containerd-shim-leaked',
    title: { en: 'A shim did not answer and may be left over', zh: 'shim 无应答，可能残留' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd'],
    wordings: [
      {
        literal: 'the shim might be leaked',
        regex: /failed to shutdown shim task and the shim might be leaked/,
        versions: 'containerd 1.6 and later',
      },
      {
        literal: 'failed to delete ',
        regex:
          /(?:^|msg=\\*"|"msg":")failed to delete (?:task|shim|dead shim)\\*"(?:[^\n]{0,400}? id=(?<container>[0-9a-f]{12,64}))?/,
        versions: 'containerd 1.3 and later',
      },
      {
        literal: 'failed to clean up after shim disconnected',
        regex: /failed to clean up after shim disconnected\b/,
        versions: 'containerd 1.3 and later',
      },
      {
        literal: 'failed to delete',
        regex: /(?:^|msg=\\*"|"msg":")failed to delete\\*" cmd=\\*"[^"\n]{0,40}containerd-shim/,
        versions: 'containerd 1.4 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The shim of a container did not do what it was told; its process or its mounts may stay.',
      zh: '容器的 shim 未执行指令，其进程或挂载可能残留。',
    },
    usualCauses: {
      en: 'A process that cannot die, a busy mount, or an overloaded machine.',
      zh: '进程杀不死、挂载占用，或机器过载。',
    },
    firstCheck: {
      en: '`ps -ef | grep containerd-shim`; the children of that shim.',
      zh: '执行 `ps -ef | grep containerd-shim`，查看该 shim 的子进程。',
    },
    remedy: { en: 'Kill the shim after a look at its children.', zh: '确认子进程后结束该 shim。' },
    source: ['containerd/containerd:core/runtime/v2/shim.go'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=warning msg="failed to clean up after shim disconnected" error="signal: killed: " id=0d8b2f7c53ea namespace=k8s.io',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed to delete" cmd="/usr/bin/containerd-shim-runc-v2 -namespace k8s.io -id 0d8b2f7c53ea delete" error="signal: killed" namespace=k8s.io',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed to shutdown shim task and the shim might be leaked" error="context deadline exceeded" id=0d8b2f7c53ea',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed to delete task" error="context deadline exceeded" id=0d8b2f7c53ea',
    ],
    mustNotMatch: ['failed to delete task from the job queue'],
  },
  {
    id: 'containerd-ttrpc-closed',
    title: { en: 'The connection to a shim is gone', zh: '与 shim 的连接已断开' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'kubelet', 'event'],
    wordings: [
      { literal: 'ttrpc: closed', regex: /\bttrpc: closed\b/, versions: 'containerd 1.2 and later' },
      {
        literal: 'ttrpc connection closed',
        regex: /[Ss]him ttrpc connection closed when stopping container \\*"(?<container>[0-9a-f]{12,64})/,
        versions: 'containerd 2.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'containerd cannot speak to the shim of this container: the shim has ended or was killed.',
      zh: 'containerd 无法与该容器的 shim 通信：shim 已结束或被杀。',
    },
    usualCauses: { en: 'The shim was killed for memory or crashed.', zh: 'shim 因内存被杀或崩溃。' },
    firstCheck: { en: 'The kernel log at that second.', zh: '看当时的内核日志。' },
    remedy: { en: 'Delete the pod; give the node more memory.', zh: '删除该 Pod；为节点增加内存。' },
    source: ['containerd/ttrpc:errors.go', 'containerd/containerd:internal/cri/server/container_stop.go'],
    matches: [
      'rpc error: code = Unknown desc = failed to exec in container: failed to create exec "9f": ttrpc: closed: unknown',
      'time="2025-05-13T02:27:57.004211000Z" level=warning msg="Shim ttrpc connection closed when stopping container \\"0d8b2f7c53ea\\", retry after 1s"',
    ],
    mustNotMatch: ['ttrpc: received message on inactive stream'],
  },
  {
    id: 'containerd-execsync-timeout',
    title: { en: 'A command in a container ran out of time', zh: '容器内命令执行超时' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['containerd', 'kubelet', 'event'],
    wordings: [
      {
        literal: ' exceeded: context deadline exceeded',
        regex: /failed to exec in container: timeout (?<limit>[0-9hmsµu.n]{2,20}) exceeded: context deadline exceeded/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'failed to drain exec process',
        regex:
          /failed to drain exec process \\*"[0-9a-f]{12,64}\\*" io in (?<limit>[0-9hmsµu.n]{2,20}) because io is still held/,
        versions: 'containerd 1.7 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'limit', unit: 'go' },
    meaning: {
      en: 'A probe or another command inside a container did not end within its timeout.',
      zh: '探针或容器内其他命令未在时限内结束。',
    },
    usualCauses: {
      en: 'A slow command or throttled CPU; in many containers at once: an overloaded node.',
      zh: '命令慢或 CPU 被限流；多个容器同时出现则为节点过载。',
    },
    firstCheck: { en: 'One container or many?', zh: '看是单个容器还是多个。' },
    remedy: {
      en: 'A longer timeout or a cheaper command; relieve the node.',
      zh: '延长时限或简化命令；减轻节点负载。',
    },
    source: ['containerd/containerd:internal/cri/server/container_execsync.go'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="ExecSync for \\"0d8b2f7c53ea\\" failed" error="rpc error: code = DeadlineExceeded desc = failed to exec in container: timeout 1s exceeded: context deadline exceeded"',
      'time="2024-05-13T02:27:57.004211000Z" level=error msg="failed to drain exec process \\"9f3f4f1f0a2d\\" io in 15s because io is still held by other processes"',
    ],
    mustNotMatch: ['operation timeout: context deadline exceeded'],
  },
  {
    id: 'containerd-shim-start-failed',
    title: { en: 'The shim of a container did not start', zh: '容器的 shim 启动失败' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'kubelet', 'event'],
    wordings: [
      { literal: 'failed to start shim', regex: /failed to start shim\b/, versions: 'containerd 1.6 and later' },
      {
        literal: 'containerd-shim not installed',
        regex: /containerd-shim not installed on system\b/,
        versions: 'containerd 1.2-1.7',
      },
      {
        literal: 'runtime io.containerd.',
        regex: /runtime io\.containerd\.\S{1,40} binary not installed \\*"(?<path>[^"\n\\]{1,100})\\*"/,
        versions: 'containerd 1.3 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The helper process that runs a container could not be started or did not report in time.',
      zh: '运行容器的辅助进程无法启动或未及时就绪。',
    },
    usualCauses: {
      en: 'A starved machine, no processes or memory left, a full /run, or a missing binary.',
      zh: '机器资源耗尽、进程数或内存用尽、/run 写满，或程序缺失。',
    },
    firstCheck: {
      en: '`df -h /run`, `free -m`, `ps -e | wc -l`',
      zh: '执行 `df -h /run`、`free -m`、`ps -e | wc -l`。',
    },
    remedy: { en: 'Free what ran out; install the runtime.', zh: '释放耗尽的资源；安装对应运行时。' },
    source: [
      'containerd/containerd:core/runtime/v2/task_manager.go',
      'containerd/containerd:core/runtime/v2/shim_manager.go',
    ],
    matches: [
      'rpc error: code = Unknown desc = failed to create containerd task: failed to start shim: context deadline exceeded: unknown',
      'failed to create task for container: containerd-shim not installed on system: unknown',
      'failed to create containerd task: runtime io.containerd.kata.v2 binary not installed "containerd-shim-kata-v2": file does not exist: unknown',
    ],
    mustNotMatch: ['time="2022-05-13T02:27:47Z" level=info msg="starting signal loop" namespace=k8s.io'],
  },
];
