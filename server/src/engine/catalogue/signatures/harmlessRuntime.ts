/** What container runtimes write with the letters of an error although nothing went wrong: copies that end with their container, clean-up of what is gone. */
import type { Signature } from '../signature';

export const harmlessRuntimeSignatures: readonly Signature[] = [
  {
    id: 'runtime-stream-ended',
    title: { en: 'A copy of output ended with its container', zh: '输出复制随容器结束' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['dockerd', 'containerd', 'cri-o'],
    wordings: [
      {
        literal: 'copy shim log',
        regex:
          /copy shim log\\*" error=\\*"[^\n]{0,200}?(?:file already closed|closed (?:pipe|file)|no such file or directory|bad file descriptor)/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'for container attach',
        regex: /Failed to pipe (?:stdin|stdout|stderr|tty)\b[^\n]{0,40} for container attach [^\n]{0,300}/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'broken pipe',
        regex: /msg=\\*"attach(?: failed with error)?: (?:std(?:in|out|err): )?write unix [^\n]{0,80}broken pipe/,
        versions: 'docker 1.10 and later',
      },
      {
        literal: 'failed sending message on channel',
        regex: /failed sending message on channel\\*" error=\\*"write unix [^\n]{0,120}(?:broken pipe|closed)/,
        versions: 'ttrpc in containerd 1.2 and later',
      },
      {
        literal: 'superfluous response.WriteHeader',
        regex: /http: superfluous response\.WriteHeader call from [^\n]{1,200}/,
        versions: 'Go 1.11 and later',
      },
      {
        literal: 'multiple response.WriteHeader calls',
        regex: /http: multiple response\.WriteHeader calls/,
        versions: 'Go before 1.11',
      },
      {
        literal: 'Error closing logger: invalid argument',
        regex: /Error closing logger: invalid argument/,
        versions: 'docker 1.10-17.06',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The other end of a stream was closed because the container or the client had ended.',
      zh: '容器或客户端已结束，流的另一端随之关闭。',
    },
    usualCauses: { en: 'Normal operation.', zh: '正常运行。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: [
      'containerd/containerd:core/runtime/v2/shim.go',
      'moby/moby:daemon/attach.go',
      'containerd/ttrpc:server.go',
    ],
    matches: [
      'time="2017-03-14T08:12:45Z" level=error msg="Error closing logger: invalid argument"',

      'time="2021-09-14T21:41:19Z" level=error msg="copy shim log" error="read /proc/self/fd/40: file already closed"',
      'time="2021-09-14T21:41:19Z" level=error msg="Failed to pipe stdout for container attach \\"3c7ca4d2bc77\\"" error="io: read/write on closed pipe"',
      'time="2021-09-14T21:41:19Z" level=error msg="attach failed with error: write unix /var/run/docker.sock->@: write: broken pipe"',
      'time="2021-09-14T21:41:19Z" level=error msg="attach: stderr: write unix /var/run/docker.sock->@: write: broken pipe" container=3c7ca4d2bc77',
      'time="2021-09-14T21:41:19Z" level=error msg="failed sending message on channel" error="write unix /run/containerd/s/ab12->@: write: broken pipe"',
      'dockerd[4325]: http: superfluous response.WriteHeader call from github.com/docker/docker/api/server/httputils.WriteJSON (httputils_write_json.go:11)',
      'docker[911]: 2017/05/13 10:27:47 http: multiple response.WriteHeader calls',
    ],
    mustNotMatch: [
      'level=error msg="Handler for GET /v1.25/containers/json returned error: write unix /var/run/docker.sock->@: write: broken pipe"',
      'level=error msg="copy shim log" error="write /dev/stdout: no space left on device"',
    ],
  },
  {
    id: 'runtime-cleanup-of-gone',
    title: { en: 'A runtime cleaned up what was gone already', zh: '运行时清理已不存在的对象' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['dockerd', 'containerd', 'cri-o'],
    wordings: [
      {
        literal: 'error locating sandbox id',
        regex: /error locating sandbox id [0-9a-f]{12,64}: sandbox [0-9a-f]{12,64} not found/,
        versions: 'docker 1.9-24',
      },
      {
        literal: 'rror unmounting container ',
        regex: /[Ee]rror unmounting container [0-9a-f]{12,64}: not mounted/,
        versions: 'docker 1.9-20.10',
      },
      {
        literal: 'Failed to get usage ',
        regex: /Failed to get usage (?:of|for) snapshot [^\n]{1,200}not found/,
        versions: 'containerd 1.2-1.7',
      },
      {
        literal: 'Ignoring Exit Event, no such exec',
        regex: /Ignoring Exit Event, no such exec command found/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: 'collecting stats for ',
        regex:
          /collecting stats for (?:container )?\S{1,300}: (?:container not running|no metrics received|context canceled)/,
        versions: 'docker 17.06 and later',
      },
      {
        literal: 'forward event',
        regex: /msg=\\*"forward event\\*" error=\\*"context canceled/,
        versions: 'containerd 1.2-1.7',
      },
      {
        literal: 'reading the kernel parameter net.',
        regex: /error reading the kernel parameter net\.[^\n]{1,160}no such file or directory/,
        versions: 'docker 18.06 and later',
      },
      {
        literal: 'containerd: unable to save ',
        regex: /containerd: unable to save [0-9a-f:]{12,140} starttime: /,
        versions: 'docker 1.11-1.13',
      },
      {
        literal: 'when try to find sandbox',
        regex:
          /(?:StopPodSandbox|RemovePodSandbox|PodSandboxStatus) for [^\n]{1,300}? failed\\*" error=\\*"[^\n]{0,120}when try to find sandbox [^\n]{1,120}not found/,
        versions: 'containerd 1.2 and later',
      },
      { literal: 'cgroups: cgroup deleted', regex: /cgroups: cgroup deleted/, versions: 'containerd 1.2 and later' },
      {
        literal: 'container does not exist',
        regex: /Failed to update container state for [0-9a-f]{4,64}: [^\n]{0,300}container does not exist[^\n]{0,40}/,
        versions: 'CRI-O 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The object had ended or been removed by somebody else a moment before; nothing is left behind.',
      zh: '对象片刻之前已结束或被移除；没有遗留。',
    },
    usualCauses: {
      en: 'Short-lived containers, or the start of a runtime after a stop.',
      zh: '短生命周期容器，或运行时停止后重新启动。',
    },
    firstCheck: { en: 'Nothing, unless one id repeats for minutes', zh: '除非同一 id 持续数分钟，否则无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: [
      'moby/moby:libnetwork/controller.go',
      'moby/moby:daemon/monitor.go',
      'containerd/containerd:internal/cri/server/sandbox_stop.go',
    ],
    matches: [
      'time="2024-05-21 06:00:55.118Z" level=error msg="Failed to update container state for f1e2a0b1c2d3: `/usr/bin/runc --root /run/runc state f1e2a0b1c2d3` failed: container does not exist"',
      'time="2016-04-27T20:19:50Z" level=error msg="error locating sandbox id 3c7ca4d2bc77: sandbox 3c7ca4d2bc77 not found"',
      'time="2016-04-27T20:19:50Z" level=error msg="Error unmounting container 3c7ca4d2bc77: not mounted"',
      'time="2021-09-14T21:41:19Z" level=error msg="Failed to get usage of snapshot \\"3c7ca4d2bc77\\"" error="snapshot 3c7ca4d2bc77 does not exist: not found"',
      'time="2021-09-14T21:41:19Z" level=error msg="Ignoring Exit Event, no such exec command found" container=3c7ca4d2bc77 exec-id=ab exec-pid=12',
      'time="2021-09-14T21:41:19Z" level=error msg="collecting stats for 3c7ca4d2bc77: container not running"',
      'time="2021-09-14T21:41:19Z" level=error msg="forward event" error="context canceled"',
      'time="2021-09-14T21:41:19Z" level=error msg="error reading the kernel parameter net.ipv4.neigh.default.gc_thresh1" error="open /proc/sys/net/ipv4/neigh/default/gc_thresh1: no such file or directory"',
      'containerd: unable to save 3c7ca4d2bc77:0b66dc587173 starttime: open /proc/69658/stat: no such file or directory',
      'time="2021-09-14T21:41:19Z" level=error msg="StopPodSandbox for \\"3c7ca4d2bc77\\" failed" error="an error occurred when try to find sandbox \\"3c7ca4d2bc77\\": not found"',
      'time="2023-05-13T10:31:02.118001000+08:00" level=error msg="failed to cleanup the resource controllers" error="cgroups: cgroup deleted" name=containerd-shim-v2 pid=12462 sandbox=fb56113e source=virtcontainers subsystem=sandbox',
    ],
    mustNotMatch: [
      'level=error msg="Error unmounting container 3c7ca4d2bc77: device or resource busy"',
      'level=error msg="StopPodSandbox for \\"3c7ca4d2bc77\\" failed" error="failed to destroy network for sandbox \\"3c7ca4d2bc77\\": boom"',
    ],
  },
  {
    id: 'containers-outlive-runtime',
    title: { en: 'Containers outlive a restart of their runtime', zh: '容器在运行时重启后继续运行' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['systemd'],
    wordings: [
      {
        literal: 'left-over process',
        regex:
          /\b(?:containerd|docker|crio|k3s|k3s-agent|k0s\w{0,20}|rke2-server|rke2-agent|snap\.microk8s\.[\w.-]{1,60})\.service: Found left-over process \d{1,8} \((?!dockerd\)|containerd\)|crio\)|kubelet\)|k3s-server\))[^)\n]{1,32}\) in control group while starting unit/,
        versions: 'systemd 240-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Units of container runtimes are told to leave the processes of containers alone; systemd notes each at the next start.',
      zh: '容器运行时的单元设置为不结束容器进程；systemd 在下次启动时逐一记录。',
    },
    usualCauses: { en: '`KillMode=process`, as these units come.', zh: '这些单元默认 `KillMode=process`。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: ['containerd/containerd:containerd.service', 'systemd/systemd:src/core/unit.c'],
    matches: [
      'Jan 03 19:54:41 node-1 systemd[1]: containerd.service: Found left-over process 166921 (pause) in control group while starting unit. Ignoring.',
    ],
    mustNotMatch: [
      'systemd[1]: docker.service: Found left-over process 4711 (dockerd) in control group while starting unit. Ignoring.',
      'systemd[1]: nginx.service: Found left-over process 4711 (nginx) in control group while starting unit. Ignoring.',
    ],
  },
  {
    id: 'registry-host-skipped',
    title: { en: 'containerd goes on to the next registry host', zh: 'containerd 改用下一个镜像仓库主机' },
    category: 'image-pull',
    severity: 'info',
    role: 'benign',
    emitters: ['containerd', 'dockerd'],
    wordings: [
      {
        literal: 'trying next host',
        regex: /\btrying next host\b[^\n]{0,1200}/,
        versions: 'containerd 1.3 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A mirror did not have the image or did not answer, and the next host is asked. If none has it, another line says so.',
      zh: '某个镜像站没有该镜像或无应答，改问下一个主机。若都没有，会另有日志说明。',
    },
    usualCauses: { en: 'A mirror that is slow or does not mirror everything.', zh: '镜像站较慢或未同步全部镜像。' },
    firstCheck: { en: 'Nothing, unless pulls are slow: then the mirror.', zh: '无需检查；若拉取缓慢，检查镜像站。' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: ['containerd/containerd:core/remotes/docker/resolver.go'],
    matches: [
      'time="2025-01-20T08:31:52.201928311Z" level=info msg="trying next host" error="failed to do request: Head \\"https://mirror.corp.example/v2/library/nginx/manifests/1.27?ns=docker.io\\": dial tcp 10.9.9.9:443: i/o timeout" host=mirror.corp.example',
      'time="2025-01-20T08:31:52.201928311Z" level=info msg="trying next host - response was http.StatusNotFound" host=mirror.corp.example',
    ],
    mustNotMatch: [
      'failed to pull and unpack image "docker.io/library/nginx:1.27": failed to resolve reference: dial tcp 10.9.9.9:443: i/o timeout',
    ],
  },
  {
    id: 'controller-met-stale-cache',
    title: { en: 'A controller met an object that is gone or not yet seen', zh: '控制器遇到已删除或尚未同步的对象' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kube-controller-manager'],
    wordings: [
      {
        literal: 'error syncing item ',
        regex: /error syncing item &garbagecollector\.node\{[^\n]{1,800}? not found/,
        versions: 'kube-controller-manager 1.6 and later',
      },
      {
        literal: 'EndpointSlice informer cache is out of date',
        regex:
          /(?:[Ee]rror syncing endpoint slices for service[^\n]{0,200})?EndpointSlice informer cache is out of date/,
        versions: 'kube-controller-manager 1.20 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'What the controller has in its memory is a moment behind; it tries again and succeeds.',
      zh: '控制器内存中的内容稍有滞后；它会重试并成功。',
    },
    usualCauses: { en: 'Many changes in a short time, such as a rollout.', zh: '短时间内变更较多，例如滚动更新。' },
    firstCheck: { en: 'Nothing', zh: '无需检查' },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
    source: [
      'kubernetes/kubernetes:pkg/controller/garbagecollector/garbagecollector.go',
      'kubernetes/kubernetes:staging/src/k8s.io/endpointslice/reconciler.go',
    ],
    matches: [
      'E0912 10:00:12.118420       1 garbagecollector.go:360] "Unhandled Error" err="error syncing item &garbagecollector.node{identity:garbagecollector.objectReference{OwnerReference:v1.OwnerReference{Kind:\\"Pod\\", Name:\\"web-1\\"}, Namespace:\\"web\\"}}: pods \\"web-1\\" not found"',
      'E0912 10:00:14.118420       1 endpointslice_controller.go:353] "Error syncing endpoint slices for service, retrying" err="EndpointSlice informer cache is out of date" key="web/front"',
    ],
    mustNotMatch: [
      'E0912 10:00:12.118420       1 garbagecollector.go:360] error syncing item &garbagecollector.node{identity:x}: pods "web-1" is forbidden: boom',
    ],
  },
];
