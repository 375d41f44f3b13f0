/** What dockerd says about itself and its containers: answers that come too late, restarts, containers that will not end. */
import type { Signature } from '../signature';

export const dockerSignatures: readonly Signature[] = [
  {
    id: 'docker-api-error',
    title: { en: 'Docker answered after its client had left', zh: 'Docker 应答时客户端已离开' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'returned error: write unix',
        regex: /Handler for [A-Z]+ (?<path>\S+) returned error: write unix [^\n]{0,80}broken pipe/,
        versions: 'docker 1.12-28.5',
      },
      {
        literal: ' returned error',
        regex:
          /Handler for [A-Z]{3,7} (?<path>\S{1,300}) returned error\b[^\n]{0,400}?write unix [^\n]{0,80}broken pipe/,
        versions: 'docker after 28.5',
      },
      {
        literal: 'rror streaming',
        regex: /[Ee]rror streaming [^\n]{0,120}?write unix [^\n]{0,80}broken pipe/,
        versions: 'docker 1.12 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'dockerd finished a request whose client had given up: it had taken longer than the client waits.',
      zh: 'dockerd 完成请求时客户端已放弃：耗时超过了客户端的等待时间。',
    },
    usualCauses: {
      en: 'dockerd was stuck; this burst is often the end of the hang.',
      zh: 'dockerd 曾经卡住；成批出现通常意味着卡顿刚结束。',
    },
    firstCheck: { en: 'What dockerd waited for in the minutes before.', zh: '查看此前几分钟 dockerd 在等待什么。' },
    remedy: { en: 'As for the hang.', zh: '按卡顿的原因处理。' },
    source: ['moby/moby:daemon/server/server.go', 'https://github.com/awslabs/amazon-eks-ami/issues/195'],
    matches: [
      'time="2019-02-20T14:08:41.455014979Z" level=error msg="Handler for GET /v1.25/containers/json returned error: write unix /var/run/docker.sock->@: write: broken pipe"',
      'time="2026-02-20T14:08:41.455014979Z" level=error msg="Handler for GET /v{version:[0-9.]+}/containers/json returned error" error-response="write unix /run/docker.sock->@: write: broken pipe" method=GET module=api status=500',
      'time="2022-02-20T14:08:41.455014979Z" level=error msg="error streaming logs: write unix /run/docker.sock->@: write: broken pipe" module=daemon',
    ],
    mustNotMatch: ['Handler for GET /v1.25/images/x/json returned error: No such image: x'],
  },
  {
    id: 'docker-request-refused',
    title: { en: 'Docker refused a request', zh: 'Docker 拒绝了一个请求' },
    category: 'runtime-unresponsive',
    severity: 'info',
    role: 'context',
    envelope: true,
    emitters: ['dockerd'],
    wordings: [
      {
        literal: ' returned error: ',
        regex: /Handler for (?<method>[A-Z]{3,7}) (?<path>\S{1,300}) returned error: (?!write unix)/,
        versions: 'docker 1.12-28.5',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'An API call ended with an error on the side of dockerd; for a missing image or container that is daily business.',
      zh: 'API 调用在 dockerd 端以错误结束；对不存在的镜像或容器而言属日常现象。',
    },
    usualCauses: { en: 'What the text behind it says.', zh: '见其后的文字。' },
    firstCheck: {
      en: '`docker ps -a` and `docker inspect` for the container that the text names.',
      zh: '对文字所指的容器执行 `docker ps -a` 和 `docker inspect`。',
    },
    remedy: { en: 'None for "No such ...".', zh: '对 No such ... 无需处理。' },
    source: ['moby/moby:api/server/server.go'],
    matches: [
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="Handler for POST /v1.40/containers/0d8b2f7c53ea/start returned error: boom"',
    ],
    mustNotMatch: [
      'Handler for GET /v1.25/containers/json returned error: write unix /var/run/docker.sock->@: write: broken pipe',
    ],
  },
  {
    id: 'docker-stop-timeout',
    title: { en: 'A container ignored its stop signal', zh: '容器未响应停止信号' },
    category: 'other',
    severity: 'info',
    role: 'context',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'failed to exit within',
        regex:
          /Container (?:(?<container>[0-9a-f]{12,64}) )?failed to exit within (?<waited>[0-9hmsµu.n]{1,20})(?: seconds)? of signal(?: (?<signal>\S{1,20}) - using the force|\s{0,4}$)/,
        versions: 'docker 1.12 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'waited', unit: 's' },
    meaning: {
      en: 'The grace period passed and dockerd kills the container. Normal by itself.',
      zh: '宽限期已过，dockerd 强制结束容器。单独出现属正常。',
    },
    usualCauses: { en: 'An application that does not handle SIGTERM.', zh: '应用没有处理 SIGTERM。' },
    firstCheck: { en: 'Whether the kill succeeds.', zh: '看随后的 kill 是否成功。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['moby/moby:daemon/stop.go'],
    matches: [
      'time="2019-05-13T02:27:47.004211000Z" level=info msg="Container 0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b failed to exit within 30 seconds of signal 15 - using the force"',
      'time="2022-05-13T02:27:47.004211000Z" level=info msg="Container failed to exit within 30s of signal 15 - using the force" container=0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b',
    ],
    mustNotMatch: ['Container 0d8b2f7c53ea failed to exit within 10 seconds of kill - trying direct SIGKILL'],
  },
  {
    id: 'docker-kill-timeout',
    title: { en: 'A container survived SIGKILL', zh: '容器收到 SIGKILL 后仍未退出' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'of kill - trying direct SIGKILL',
        regex:
          /Container (?:(?<container>[0-9a-f]{12,64}) )?failed to exit within (?<waited>[0-9hmsµu.n]{1,20})(?: seconds)? of kill - trying direct SIGKILL/i,
        versions: 'docker 1.12 and later',
      },
      {
        literal: 'did not receive an exit event',
        regex: /tried to kill container, but did not receive an exit event/,
        versions: 'docker 20.10 and later',
      },
      {
        literal: ' is zombie and can not be killed',
        regex: /PID (?<pid>\d{1,8}) is zombie and can not be killed/,
        versions: 'docker 20.10 and later',
      },
      {
        literal: 'ailed to SIGKILL container',
        regex: /Failed to SIGKILL container\b/,
        versions: 'docker 18.09 and later',
      },
      {
        literal: 'rror sending stop (signal',
        regex: /Error sending stop \(signal -?\d{1,3}\) to container\b/,
        versions: 'docker 20.10 and later',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'waited', unit: 's', fixedMs: 10_000 },
    meaning: {
      en: 'Ten seconds after the kill the container has not ended: a process cannot die, or its end is not reported.',
      zh: 'kill 十秒后容器仍未结束：进程杀不死，或退出未被上报。',
    },
    usualCauses: {
      en: 'A process in uninterruptible sleep (NFS, disk), or containerd or the shim is stuck.',
      zh: '进程处于不可中断睡眠（NFS、磁盘），或 containerd、shim 卡住。',
    },
    firstCheck: {
      en: "`ps -eo pid,stat,wchan:30,cmd | grep ' D'`; is the shim alive?",
      zh: "执行 `ps -eo pid,stat,wchan:30,cmd | grep ' D'`；shim 是否还在？",
    },
    remedy: {
      en: 'Cure what the process waits for; otherwise reboot the node.',
      zh: '解决进程所等待的对象；否则重启节点。',
    },
    source: ['moby/moby:daemon/kill.go', 'https://github.com/moby/moby/issues/37818'],
    matches: [
      'time="2023-05-13T02:27:57.004211000Z" level=error msg="Failed to SIGKILL container 0d8b2f7c53ea" error="boom"',
      'time="2023-05-13T02:27:57.004211000Z" level=error msg="Error sending stop (signal 15) to container" container=0d8b2f7c53ea error="boom"',

      'Error response from daemon: cannot stop container: 0d8b2f7c53ea: tried to kill container, but did not receive an exit event',
      'cannot kill container: 0d8b2f7c53ea: container 0d8b2f7c53ea PID 31011 is zombie and can not be killed. Use the --init option when creating containers',
      'time="2019-05-13T02:27:57.004211000Z" level=info msg="Container 0d8b2f7c53ea failed to exit within 10 seconds of kill - trying direct SIGKILL"',
      'time="2023-05-13T02:27:57.004211000Z" level=warning msg="Container failed to exit within 10s of kill - trying direct SIGKILL" container=0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b error="context deadline exceeded"',
    ],
    mustNotMatch: ['Container 0d8b2f7c53ea failed to exit within 30 seconds of signal 15 - using the force'],
  },
  {
    id: 'docker-containerd-lost',
    title: { en: 'dockerd lost its containerd', zh: 'dockerd 失去 containerd' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'failed to receive event from containerd',
        regex: /libcontainerd: failed to receive event from containerd: /,
        versions: 'docker 1.12-17.06',
      },
      {
        literal: 'killing and restarting containerd',
        regex: /killing and restarting containerd/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: 'failed connecting to containerd',
        regex: /failed connecting to containerd\b/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: 'failed restarting containerd',
        regex: /failed restarting containerd\b/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: 'containerd did not exit successfully',
        regex: /containerd did not exit successfully/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: 'ailed to get event',
        regex: /[Ff]ailed to get event\\*"[^\n]{0,40} error=\\*"rpc error: code = Unavailable/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: 'failed to dial ',
        regex: /failed to dial \\*"[^"\n]{0,120}containerd[^"\n]{0,40}\.sock\\*"/,
        versions: 'docker 18.09 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The daemon that runs the containers for dockerd ended or does not answer its health check.',
      zh: '为 dockerd 运行容器的守护进程已结束，或未通过健康检查。',
    },
    usualCauses: {
      en: 'containerd was killed (memory), could not create threads, was restarted by hand, or the disk stalls.',
      zh: 'containerd 被杀（内存）、无法创建线程、被人工重启，或磁盘停滞。',
    },
    firstCheck: {
      en: "containerd's last lines and the kernel log at that time.",
      zh: '看 containerd 最后的日志与当时内核日志。',
    },
    remedy: { en: 'Cure what ended containerd.', zh: '解决 containerd 终止的原因。' },
    source: ['moby/moby:daemon/internal/containerd/server/supervisor/remote_daemon.go'],
    matches: [
      'failed to dial "/run/containerd/containerd.sock": context deadline exceeded',

      'time="2017-05-13T02:27:57.004211000Z" level=error msg="libcontainerd: failed to receive event from containerd: rpc error: code = 13 desc = transport is closing"',
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="killing and restarting containerd" module=libcontainerd pid=1873',
      'time="2022-05-13T02:27:57.004211000Z" level=warning msg="failed connecting to containerd" error="boom"',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed restarting containerd" error="boom"',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="containerd did not exit successfully" error="exit status 2" module=libcontainerd',
      'time="2022-05-13T02:27:57.004211000Z" level=error msg="failed to get event" error="rpc error: code = Unavailable desc = transport is closing" module=libcontainerd namespace=moby',
    ],
    mustNotMatch: ['time="2022-05-13T02:27:57.004211000Z" level=info msg="containerd successfully booted in 0.052s"'],
  },
  {
    id: 'docker-start-timeout',
    title: { en: 'A container did not start within two minutes', zh: '容器两分钟内未能启动' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'containerd'],
    wordings: [
      {
        literal: 'did not start before the specified timeout',
        regex: /container did not start before the specified timeout/,
        versions: 'docker 1.11-17.10',
      },
      {
        literal: 'UnixHTTPConnectionPool',
        regex: /UnixHTTPConnectionPool\([^\n)]{1,80}\): Read timed out/,
        versions: 'docker-compose 1.x',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 120_000 },
    meaning: {
      en: 'runc did not finish the start of the container within the limit of containerd.',
      zh: 'runc 未在 containerd 的时限内完成容器启动。',
    },
    usualCauses: {
      en: 'A slow disk, cgroups, a hook, or a lock in the kernel (network namespaces).',
      zh: '磁盘慢、cgroup、钩子，或内核锁（网络命名空间）。',
    },
    firstCheck: {
      en: '`ps -eo pid,stat,wchan:30,cmd | grep runc`',
      zh: '执行 `ps -eo pid,stat,wchan:30,cmd | grep runc` 查看卡在何处。',
    },
    remedy: { en: 'Cure what runc waits for.', zh: '解决 runc 所等待的对象。' },
    source: ['containerd/containerd:runtime/runtime.go', 'https://github.com/kubernetes/kubernetes/issues/52323'],
    matches: [
      "ERROR: for web  UnixHTTPConnectionPool(host='localhost', port=None): Read timed out. (read timeout=120)",

      'time="2017-05-13T02:27:57.004211000Z" level=error msg="Create container failed with error: containerd: container did not start before the specified timeout"',
    ],
    mustNotMatch: ['service did not start before the deadline'],
  },
  {
    id: 'docker-restart',
    title: { en: 'dockerd was started', zh: 'dockerd 启动' },
    category: 'other',
    severity: 'info',
    role: 'context',
    marksStart: true,
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'Loading containers: ',
        regex: /Loading containers: (?:start|done)\./,
        versions: 'docker 1.12 and later',
      },
      {
        literal: 'Daemon has completed initialization',
        regex: /Daemon has completed initialization/,
        versions: 'docker 1.7 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'dockerd begins to work. Without live-restore all its containers were stopped; until "API listen on" it answers nobody.',
      zh: 'dockerd 开始工作。未启用 live-restore 时所有容器都被停止过；在 API listen on 之前不应答任何请求。',
    },
    usualCauses: { en: 'A boot, a crash, an upgrade, or an operator.', zh: '开机、崩溃、升级，或人工操作。' },
    firstCheck: { en: 'The lines before: a crash or a shutdown signal?', zh: '看之前的日志：崩溃还是收到停止信号？' },
    remedy: { en: 'None for a wanted start.', zh: '若为计划内启动则无需处理。' },
    source: ['moby/moby:daemon/daemon.go', 'moby/moby:cmd/dockerd'],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="Loading containers: start."',
      'time="2022-05-13T02:28:03.004211000Z" level=info msg="Daemon has completed initialization"',
    ],
    mustNotMatch: ['time="2022-05-13T02:28:03.004211000Z" level=info msg="Loading plugins: start."'],
  },
  {
    id: 'docker-shutdown-signal',
    title: { en: 'dockerd was asked to stop', zh: 'dockerd 收到停止信号' },
    category: 'other',
    severity: 'info',
    role: 'context',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'Processing signal ',
        regex: /Processing signal '(?<signal>terminated|interrupt|quit)'/,
        versions: 'docker 1.12 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Somebody stopped dockerd on purpose: systemd, an operator, a package upgrade.',
      zh: 'dockerd 被主动停止：systemd、人工操作或软件包升级。',
    },
    usualCauses: {
      en: '`systemctl restart docker`, unattended upgrades, a shutdown.',
      zh: '`systemctl restart docker`、自动升级、关机。',
    },
    firstCheck: { en: 'Who acted just before, in the journal.', zh: '在 journal 中查看此前谁做了操作。' },
    remedy: { en: 'None; hold back the upgrade of docker on nodes.', zh: '无需处理；可在节点上锁定 docker 升级。' },
    source: ['moby/moby:daemon/command/trap/trap.go'],
    matches: ['time="2022-05-13T02:27:57.004211000Z" level=info msg="Processing signal \'terminated\'"'],
    mustNotMatch: ["Processing signal 'hangup'"],
  },
  {
    id: 'docker-rootfs-busy',
    title: { en: "A dead container's layers cannot be removed", zh: '已退出容器的镜像层无法删除' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd', 'kubelet'],
    wordings: [
      {
        literal: 'failed to remove root filesystem',
        regex:
          /[Dd]river \\*"?(?<driver>[a-z0-9]{2,20})\\*"? failed to remove root filesystem (?:for )?(?<container>[0-9a-f]{12,64})/,
        versions: 'docker 1.12-24',
      },
      {
        literal: 'nable to remove filesystem',
        regex: /[Uu]nable to remove filesystem(?: for (?<container>[0-9a-f]{12,64}))?/,
        versions: 'docker 17.06 and later',
      },
      {
        literal: 'rror removing mounted layer',
        regex: /Error removing mounted layer (?<container>[0-9a-f]{12,64}):/,
        versions: 'docker 1.10-17.04',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file system of a dead container is still mounted somewhere, so it cannot be deleted.',
      zh: '已退出容器的文件系统仍在某处挂载，因而无法删除。',
    },
    usualCauses: {
      en: 'The mount leaked into the mount namespace of another process that was started meanwhile.',
      zh: '挂载泄漏到其间启动的其他进程的挂载命名空间。',
    },
    firstCheck: {
      en: '`grep -l $ID /proc/[0-9]*/mountinfo` finds the holder.',
      zh: '执行 `grep -l $ID /proc/[0-9]*/mountinfo` 找出占用者。',
    },
    remedy: {
      en: 'Restart the holder; do not mount /var/lib/docker into containers; a newer kernel.',
      zh: '重启占用者；不要把 /var/lib/docker 挂进容器；升级内核。',
    },
    source: ['moby/moby:daemon/delete.go'],
    matches: [
      'time="2017-05-13T02:27:57.004211000Z" level=error msg="Error removing mounted layer 0d8b2f7c53ea0d8b2f7c53ea: remove /var/lib/docker/devicemapper/mnt/0d8b2f7c53ea: device or resource busy"',

      'time="2017-05-13T02:27:57.004211000Z" level=error msg="Handler for DELETE /v1.24/containers/0d8b2f7c53ea returned error: Driver devicemapper failed to remove root filesystem 0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b: Device is Busy"',
      'driver "overlay2" failed to remove root filesystem for 0d8b2f7c53ea0d8b: remove /var/lib/docker/overlay2/81/merged: device or resource busy',
      'unable to remove filesystem for 0d8b2f7c53ea0d8b2f7c53ea: remove /var/lib/docker/containers/0d8b/shm: device or resource busy',
    ],
    mustNotMatch: ['removed root filesystem of the container'],
  },
  {
    id: 'docker-pull-aborted',
    title: { en: 'Docker had trouble pulling an image', zh: 'Docker 拉取镜像受阻' },
    category: 'image-pull',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'ot continuing with pull after error',
        regex: /[Nn]ot continuing with pull after error\b/,
        versions: 'docker 1.9 and later',
      },
      {
        literal: 'ttempting next endpoint for pull after error',
        regex: /[Aa]ttempting next endpoint for pull after error\b/,
        versions: 'docker 1.9 and later',
      },
      {
        literal: 'ownload failed, retrying',
        regex: /[Dd]ownload failed, retrying(?: \(\d{1,2}\/\d{1,2}\))?: /,
        versions: 'docker 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A pull failed or is tried again.',
      zh: '拉取失败或正在重试。',
    },
    usualCauses: {
      en: 'Registry or network trouble, missing credentials, or a full disk.',
      zh: '镜像仓库或网络问题、缺少凭据，或磁盘已满。',
    },
    firstCheck: {
      en: '`docker pull` of the same image by hand; the inner error names the registry, the network or the disk.',
      zh: '手动 `docker pull` 同一镜像；内层错误会指明是镜像仓库、网络还是磁盘。',
    },
    remedy: { en: 'By the inner error.', zh: '按内层错误处理。' },
    source: [
      'moby/moby:daemon/internal/distribution/pull.go',
      'moby/moby:daemon/internal/distribution/xfer/download.go',
    ],
    matches: [
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="Not continuing with pull after error: context canceled"',
      'time="2022-05-13T02:27:57.004211000Z" level=warning msg="Attempting next endpoint for pull after error: boom"',
      'time="2022-05-13T02:27:57.004211000Z" level=info msg="Download failed, retrying (1/5): unexpected EOF"',
    ],
    mustNotMatch: ['upload failed, retrying: boom'],
  },
  {
    id: 'docker-pull-no-progress',
    title: { en: 'kubelet cancelled an image pull that stood still', zh: '镜像拉取停滞，被 kubelet 取消' },
    category: 'image-pull',
    severity: 'error',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'because of no progress for',
        regex:
          /Cancel pulling image "(?<image>[^"\s]{1,256})" because of no progress for (?<waited>[0-9hmsµu.n]{2,20})/,
        versions: 'kubelet 1.8-1.20',
      },
      {
        literal: 'because of exceed image pull deadline',
        regex:
          /Cancel pulling image because of exceed image pull deadline, record latest progress\\*" image=\\*"(?<image>[^"\s\\]{1,256})\\*" deadline=\\*"(?<waited>[0-9hmsµu.n]{2,20})/,
        versions: 'kubelet 1.22-1.23, cri-dockerd',
      },
    ],
    time: { kind: 'interval', anchor: 'end', capture: 'waited', unit: 'go' },
    meaning: {
      en: 'The pull showed no progress for this long. Unpacking a large layer on a slow disk looks like that too.',
      zh: '拉取在所示时长内没有进展。在慢盘上解压大镜像层也会如此。',
    },
    usualCauses: { en: 'A slow disk, a slow registry, or a dead connection.', zh: '磁盘慢、仓库慢，或连接已断。' },
    firstCheck: {
      en: '`iostat -x 5` during a pull; the registry from this node.',
      zh: '拉取期间执行 `iostat -x 5`；从本节点测试仓库。',
    },
    remedy: {
      en: 'Faster disk, smaller layers, a longer image-pull-progress-deadline.',
      zh: '换更快磁盘、减小镜像层，或调大 image-pull-progress-deadline。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/dockershim/libdocker/kube_docker_client.go'],
    matches: [
      'E0513 10:31:02.004211   14207 kube_docker_client.go:348] Cancel pulling image "registry.example/shop/api:1.4" because of no progress for 1m0s, latest progress: "0d8b2f7c53ea: Extracting [==>  ]"',
      'E0513 10:31:02.004211   14207 kube_docker_client.go:365] "Cancel pulling image because of exceed image pull deadline, record latest progress" image="registry.example/shop/api:1.4" deadline="1m0s" progress="0d8b2f7c53ea: Extracting"',
    ],
    mustNotMatch: ['Pulling image "registry.example/shop/api:1.4": "0d8b2f7c53ea: Downloading"'],
  },
  {
    id: 'docker-cgroup-driver-mismatch',
    title: { en: 'kubelet and docker use different cgroup drivers', zh: 'kubelet 与 docker 的 cgroup 驱动不一致' },
    category: 'cgroup',
    severity: 'fatal',
    role: 'problem',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'is different from docker cgroup driver',
        regex:
          /kubelet cgroup driver: \\*"(?<driver>[a-z]{3,20})\\*" is different from docker cgroup driver: \\*"(?<other>[a-z]{3,20})/,
        versions: 'kubelet 1.8-1.23',
      },
      {
        literal: 'cgroup-parent for systemd cgroup',
        regex: /cgroup-parent for systemd cgroup should be a valid slice named as/,
        versions: 'docker 1.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'kubelet refuses to start, or docker its containers, because containers would end up in other cgroups than it expects.',
      zh: 'kubelet 拒绝启动，或 docker 拒绝其容器，因为容器会落入与预期不同的 cgroup。',
    },
    usualCauses: {
      en: 'docker was installed or upgraded with another default (cgroupfs, systemd).',
      zh: 'docker 安装或升级后默认驱动不同（cgroupfs、systemd）。',
    },
    firstCheck: {
      en: '`docker info | grep -i cgroup`; cgroupDriver of kubelet.',
      zh: '执行 `docker info | grep -i cgroup`；查看 kubelet 的 cgroupDriver。',
    },
    remedy: { en: 'Set both to systemd.', zh: '两者都设为 systemd。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/dockershim/docker_service.go'],
    matches: [
      'F0513 09:21:02.000001   14207 server.go:262] failed to run Kubelet: failed to create kubelet: misconfiguration: kubelet cgroup driver: "systemd" is different from docker cgroup driver: "cgroupfs"',
      'failed to create a sandbox for pod "api-0": Error response from daemon: cgroup-parent for systemd cgroup should be a valid slice named as "xxx.slice"',
    ],
    mustNotMatch: ['Docker cgroup driver: systemd'],
  },
  {
    id: 'docker-healthcheck-failed',
    title: { en: "Docker could not run a container's health check", zh: 'Docker 无法执行容器健康检查' },
    category: 'pod-failure',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'Health check for container ',
        regex: /Health check for container (?<container>[0-9a-f]{12,64}) error: /,
        versions: 'docker 1.12 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The command of the health check could not be run or did not end in time.',
      zh: '健康检查命令无法执行或未及时结束。',
    },
    usualCauses: {
      en: 'The container hangs or is short of memory; for many containers at once: dockerd or the machine is overloaded.',
      zh: '容器卡住或内存不足；多个容器同时出现则为 dockerd 或机器过载。',
    },
    firstCheck: {
      en: '`docker inspect --format "{{json .State.Health}}" $ID`',
      zh: '执行 `docker inspect --format "{{json .State.Health}}" $ID`。',
    },
    remedy: { en: 'Cure the container; relieve the machine.', zh: '修复容器；减轻机器负载。' },
    source: ['moby/moby:daemon/health.go'],
    matches: [
      'time="2022-05-13T02:27:47.004211000Z" level=warning msg="Health check for container 0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b error: context deadline exceeded"',
    ],
    mustNotMatch: ['Running health check for container 0d8b2f7c53ea ...'],
  },
  {
    id: 'swarm-task-failed',
    title: { en: 'A task of a swarm failed', zh: 'Swarm 任务失败' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['dockerd'],
    wordings: [
      {
        literal: 'fatal task error',
        regex: /\bfatal task error\\*" error=\\*"(?<reason>[^"\n]{1,200})/,
        versions: 'docker 1.12 and later, as a swarm',
      },
      {
        literal: 'task: non-zero exit (',
        regex: /\btask: non-zero exit \((?<code>\d{1,3})\)/,
        versions: 'docker 1.12 and later, as a swarm',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The container of a service ended with an error, was found unhealthy, or could not be started; the swarm will try another.',
      zh: '服务的容器异常退出、被判为不健康或无法启动；Swarm 会另起一个。',
    },
    usualCauses: {
      en: 'The program itself, its health check, a missing image, mount or network.',
      zh: '程序自身、健康检查，或缺少镜像、挂载、网络。',
    },
    firstCheck: { en: '`docker service ps --no-trunc $SERVICE`', zh: '执行 `docker service ps --no-trunc $SERVICE`。' },
    remedy: { en: 'Cure what the error names.', zh: '按错误信息修复。' },
    source: ['moby/swarmkit:agent/exec/controller.go', 'moby/moby:daemon/cluster/executor/container/errors.go'],
    matches: [
      'time="2019-03-14T08:12:45.412705113Z" level=error msg="fatal task error" error="task: non-zero exit (1)" module=node/agent/taskmanager node.id=q3v7 task.id=x81k',
      'time="2019-03-14T08:12:45.412705113Z" level=error msg="fatal task error" error="starting container failed: Address already in use" module=node/agent/taskmanager task.id=x81k',
      'shop_api.1  registry/api:7  node-2  Shutdown  Failed 12 seconds ago  "task: non-zero exit (137): dockerexec: unhealthy container"',
    ],
    mustNotMatch: [
      'level=warning msg="task updates not yet supported" module=node/agent/taskmanager',
      'task: zero exit',
    ],
  },
  {
    id: 'docker-container-lost',
    title: { en: 'dockerd and containerd disagree about a container', zh: 'dockerd 与 containerd 的容器状态不一致' },
    category: 'runtime-unresponsive',
    severity: 'warning',
    role: 'problem',
    emitters: ['dockerd', 'containerd'],
    wordings: [
      {
        literal: 'container kill failed because of',
        regex:
          /container kill failed because of 'container not found' or 'no such process': Cannot kill container:? (?<container>[0-9a-f]{12,64})/,
        versions: 'docker 1.12-18.06',
      },
      {
        literal: 'containerd: process has not exited',
        regex: /containerd: process has not exited/,
        versions: 'docker 1.11-17.10',
      },
      {
        literal: 'containerd: container not found',
        regex: /containerd: container not found/,
        versions: 'docker 1.11-17.10',
      },
      {
        literal: 'error waiting for container',
        regex: /error waiting for container: (?!context canceled)(?<reason>[^\n]{1,200})/,
        versions: 'docker 17.06 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'dockerd takes a container for running that containerd no longer has: it can be neither stopped nor removed.',
      zh: 'dockerd 认为容器在运行，而 containerd 已没有它：既无法停止也无法删除。',
    },
    usualCauses: {
      en: 'An exit event was lost: containerd was restarted, or the daemon was blocked when the container ended.',
      zh: '退出事件丢失：containerd 重启过，或容器结束时守护进程被阻塞。',
    },
    firstCheck: {
      en: '`docker inspect` of that id against the process list.',
      zh: '对比该 id 的 `docker inspect` 与进程列表。',
    },
    remedy: { en: 'Restart dockerd.', zh: '重启 dockerd。' },
    source: ['https://github.com/moby/moby/issues/31768', 'moby/moby:daemon/kill.go'],
    matches: [
      "ERRO[0041] error waiting for container: invalid character 'u' looking for beginning of value",

      'time="2018-01-20T13:30:28.099574225Z" level=warning msg="container kill failed because of \'container not found\' or \'no such process\': Cannot kill container 0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b2f7c53ea0d8b: rpc error: code = 2 desc = no such process"',
      'time="2018-01-20T13:30:28.099574225Z" level=error msg="containerd: get exit status" error="containerd: process has not exited" id=0d8b2f7c53ea pid=6e9b64203251 systemPid=11646',
      'Cannot kill container 0d8b2f7c53ea: rpc error: code = 2 desc = containerd: container not found',
    ],
    mustNotMatch: ['error waiting for container: context canceled', 'Error: No such container: 0d8b2f7c53ea'],
  },
];
