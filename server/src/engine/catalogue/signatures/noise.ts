/** Lines that look bad and are not: every healthy node writes them, most of all around starts and ends of containers. */
import type { Signature } from '../signature';

export const noiseSignatures: readonly Signature[] = [
  {
    id: 'container-already-gone',
    title: { en: 'A container was asked for that is gone already', zh: '查询的容器已不存在' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kubelet', 'containerd', 'cri-o'],
    wordings: [
      {
        literal: ' when try to find container',
        regex:
          /(?:(?:ContainerStatus|StopContainer|RemoveContainer)\b[^\n]{0,300}?)?(?:rpc error: code = NotFound desc = )?an error occurred when try to find container \\*"[0-9a-f]{12,64}\\*": (?:not found|does not exist)/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'could not find container',
        regex:
          /(?:(?:ContainerStatus|StopContainer|RemoveContainer)\b[^\n]{0,300}?)?(?:rpc error: code = NotFound desc = )?could not find container \\*"[0-9a-f]{12,64}\\*"/,
        versions: 'CRI-O 1.18 and later',
      },
      {
        literal: 'Error: No such container',
        regex:
          /(?:(?:ContainerStatus|StopContainer|RemoveContainer)\b[^\n]{0,300}?)?Error: No such container: [0-9a-f]{12,64}/,
        versions: 'docker 1.12 and later',
      },
      {
        literal: 'No such container: ',
        regex: /Handler for [A-Z]{3,7} \S{1,300} returned error: No such container: /,
        versions: 'docker 1.12 and later',
      },
      {
        literal: 'eleteContainer returned error',
        regex: /[Dd]eleteContainer returned error\b[^\n]{0,600}/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: 'ailed to get container status',
        regex: /[Ff]ailed to get container status \{?[^\n]{0,200}?(?:NotFound|No such container|not found)/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: "not found in pod's containers",
        regex: /[Cc]ontainer (?:\\*"[0-9a-f]{12,64}\\*" )?not found in pod's containers/,
        versions: 'kubelet 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Two clean-ups met: the one that came second found nothing left to do.',
      zh: '两次清理相遇，后到者发现已无可清理。',
    },
    usualCauses: { en: 'A container ended a moment ago.', zh: '容器刚刚结束。' },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/pod_container_deletor.go',
      'containerd/containerd:internal/cri/server/container_status.go',
    ],
    matches: [
      'E0513 10:31:02.004211   14207 remote_runtime.go:432] "ContainerStatus from runtime service failed" err="rpc error: code = NotFound desc = an error occurred when try to find container \\"0d8b2f7c53ea\\": not found" containerID="0d8b2f7c53ea"',
      'E0513 10:31:02.004211   14207 remote_runtime.go:432] "ContainerStatus from runtime service failed" err="rpc error: code = NotFound desc = could not find container \\"0d8b2f7c53ea\\": container with ID starting with 0d8b2f7c53ea not found" containerID="0d8b2f7c53ea"',
      'ContainerStatus "0d8b2f7c53ea" from runtime service failed: rpc error: code = Unknown desc = Error: No such container: 0d8b2f7c53ea',
      'time="2022-05-13T02:27:47Z" level=error msg="Handler for GET /v1.31/containers/0d8b2f7c53ea/json returned error: No such container: 0d8b2f7c53ea"',
      'I0513 10:31:02.004211   14207 pod_container_deletor.go:53] "DeleteContainer returned error" containerID={"Type":"containerd","ID":"0d8b2f7c53ea"} err="boom"',
      'E0513 10:31:02.004211   14207 kuberuntime_gc.go:150] Failed to get container status {"docker" "0d8b2f7c53ea"}: rpc error: code = Unknown desc = Error: No such container: 0d8b2f7c53ea',
      'W0513 10:31:02.004211   14207 pod_container_deletor.go:77] Container "0d8b2f7c53ea" not found in pod\'s containers',
    ],
    mustNotMatch: [
      'StopPodSandbox "9b3f4f1f0a2d" from runtime service failed: rpc error: code = NotFound desc = an error occurred when try to find sandbox "9b3f4f1f0a2d": not found',
    ],
  },
  {
    id: 'kubelet-start-noise',
    title: { en: 'kubelet misses what a first start does not have', zh: 'kubelet 首次启动缺少的内容' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'ailed to read data from checkpoint',
        regex: /[Ff]ailed to read data from checkpoint\b[^\n]{0,200}/,
        versions: 'kubelet 1.10 and later',
      },
      {
        literal: 'checkpoint is not found',
        regex: /checkpoint is not found/,
        versions: 'kubelet 1.10 and later',
      },
      {
        literal: ' does not exist',
        regex: /Path \\*"\/var\/lib\/kubelet\/pods\/[^"\n]{1,200}\\*" does not exist/,
        versions: 'kubelet 1.8-1.20',
      },
      {
        literal: 'Path does not exist',
        regex: /Path does not exist\\*" path=\\*"\/var\/lib\/kubelet\/pods\/[^"\n]{1,200}/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: 'ccounting not enabled for',
        regex: /(?:CPU|Memory)Accounting not enabled for p(?:id|rocess)[^\n]{0,60}/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'system container stats',
        regex: /Failed to get system container stats\b[^\n]{0,600}/,
        versions: 'kubelet 1.7 and later',
      },
      {
        literal: 'unable to find data in memory cache',
        regex:
          /Partial failure issuing cadvisor\.ContainerInfoV2[^\n]{0,800}?unable to find data in memory cache[^\n]{0,80}/,
        versions: 'kubelet 1.22 and later',
      },
      {
        literal: 'Unable to get Process Stats',
        regex: /Unable to get Process Stats: [^\n]{0,400}/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
      {
        literal: 'Unable to get network stats from pid',
        regex: /Unable to get network stats from pid [^\n]{0,300}/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
      {
        literal: 'work out if we can handle',
        regex: /Error trying to work out if we can handle [^\n]{0,400}/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
      {
        literal: 'rror while reading ',
        regex: /[Ee]rror while reading (?:\\*"\/proc\/\d{1,8}\/fd\/\d{1,8}\\*" link|product_name)[^\n]{0,200}/,
        versions: 'cAdvisor in kubelet 1.14 and later',
      },
      {
        literal: 'ailed to create existing container',
        regex: /[Ff]ailed to create existing container: [^\n]{0,800}/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
      {
        literal: 'ontainer factory failed',
        regex: /Registration of the [a-z-]{3,20} container factory failed[^\n]{0,400}/,
        versions: 'cAdvisor in kubelet 1.12 and later',
      },
      {
        literal: 'error opening pid file',
        regex: /error opening pid file \/run\/docker\/[^\n]{0,300}/,
        versions: 'kubelet 1.6-1.16',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'State of an earlier run is not there, or a statistic is not collected; kubelet goes on without it.',
      zh: '缺少上次运行的状态，或某项统计未采集；kubelet 会继续运行。',
    },
    usualCauses: {
      en: 'A first start, or systemd units that kubelet was not told about.',
      zh: '首次启动，或未告知 kubelet 的 systemd 单元。',
    },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: {
      en: 'None; `--runtime-cgroups` and `--kubelet-cgroups` stop the complaints about statistics.',
      zh: '无需处理；设置 `--runtime-cgroups` 与 `--kubelet-cgroups` 可消除统计类告警。',
    },
    source: [
      'kubernetes/kubernetes:pkg/kubelet/cm/devicemanager/manager.go',
      'kubernetes/kubernetes:pkg/kubelet/server/stats/summary_sys_containers.go',
    ],
    matches: [
      'E0513 10:31:02.004211   14207 manager.go:1123] Failed to create existing container: /kubepods.slice/kubepods-burstable.slice/crio-0d8b2f7c53ea.scope: Error finding container 0d8b2f7c53ea: Status 404 returned error',
      'I0513 10:31:02.004211   14207 factory.go:221] Registration of the crio container factory failed: Get "http://%2Fvar%2Frun%2Fcrio%2Fcrio.sock/info": dial unix /var/run/crio/crio.sock: connect: no such file or directory',
      'E0513 10:31:02.004211   14207 container_manager_linux.go:625] error opening pid file /run/docker/libcontainerd/docker-containerd.pid: open /run/docker/libcontainerd/docker-containerd.pid: no such file or directory',
      "I0513 10:31:02.004211   14207 handler.go:179] Unable to get Process Stats: couldn't open cpu cgroup procs file /sys/fs/cgroup/cpu/kubepods/pod1/cgroup.procs : open /sys/fs/cgroup/cpu/kubepods/pod1/cgroup.procs: no such file or directory",
      "I0513 10:31:02.004211   14207 handler.go:160] Unable to get network stats from pid 31011: couldn't read network stats: failure opening /proc/31011/net/dev: open /proc/31011/net/dev: no such file or directory",
      'I0513 10:31:02.004211   14207 factory.go:251] Error trying to work out if we can handle /kubepods/pod1/0d8b: failed to load container: container "0d8b2f7c53ea" in namespace "k8s.io": not found',
      'I0513 10:31:02.004211   14207 handler.go:295] error while reading "/proc/4390/fd/37" link: readlink /proc/4390/fd/37: no such file or directory',
      'E0513 10:31:02.004211   14207 manager.go:513] "Failed to read data from checkpoint" checkpoint="kubelet_internal_checkpoint" err="checkpoint is not found"',
      'W0513 10:31:02.004211   14207 kubelet_getters.go:300] Path "/var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes" does not exist',
      'I0513 10:31:02.004211   14207 kubelet_getters.go:306] "Path does not exist" path="/var/lib/kubelet/pods/5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa/volumes"',
      'W0513 10:31:02.004211   14207 container_manager_linux.go:892] CPUAccounting not enabled for pid: 1211',
      'E0513 10:31:02.004211   14207 summary_sys_containers.go:47] Failed to get system container stats for "/system.slice/docker.service": failed to get cgroup stats for "/system.slice/docker.service": failed to get container info for "/system.slice/docker.service": unknown container "/system.slice/docker.service"',
      'E0513 10:31:02.004211   14207 cadvisor_stats_provider.go:415] "Partial failure issuing cadvisor.ContainerInfoV2" err="partial failures: [\\"/kubepods.slice\\": RecentStats: unable to find data in memory cache]"',
    ],
    mustNotMatch: ['Path does not exist on the registry', 'Failed to get pod stats'],
  },
  {
    id: 'stream-closed-noise',
    title: { en: 'A stream was closed by its reader', zh: '流被读取方关闭' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['dockerd', 'containerd', 'kubelet'],
    wordings: [
      {
        literal: 'reading from a closed fifo',
        regex:
          /(?:stream copy error: |error copying \S{1,20}: |Error running exec [^\n]{0,160}?)?reading from a closed fifo/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: '.WriteHeader call',
        regex: /http: (?:multiple|superfluous) response\.WriteHeader calls?/,
        versions: 'Go 1',
      },
      {
        literal: 'collecting metrics for ',
        regex:
          /collecting metrics for [0-9a-f]{12,64}\b[^\n]{0,300}?(?:cgroup deleted|ttrpc: closed|not found|no such process|cgroups: cgroup)/,
        versions: 'containerd 1.0 and later',
      },
      {
        literal: 'ignoring event',
        regex: /(?:^|msg=\\*"|"msg":")ignoring event\b/,
        versions: 'docker 17.12 and later',
      },
      {
        literal: 'ttrpc: received message on inactive stream',
        regex: /ttrpc: received message on inactive stream\b/,
        versions: 'containerd 1.7 and later',
      },
      {
        literal: 'continuing to push stats',
        regex: /Failed to update stats for container [^\n]{0,600}?continuing to push stats/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
      {
        literal: 'failed to collect filesystem stats',
        regex: /failed to collect filesystem stats\b[^\n]{0,800}?no such file or directory[^\n]{0,80}/,
        versions: 'cAdvisor in kubelet 1.5 and later',
      },
      {
        literal: 'Error while processing event',
        regex: /Error while processing event \([^\n]{0,600}?no such file or directory/,
        versions: 'cAdvisor in kubelet 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Somebody went away before everything was written, or a container ended while it was measured.',
      zh: '对方在写完之前离开，或容器在统计时结束。',
    },
    usualCauses: {
      en: 'The end of an exec, an attach, a log follower or a container.',
      zh: 'exec、attach、日志跟随或容器的结束。',
    },
    firstCheck: { en: 'Nothing.', zh: '无需检查。' },
    remedy: { en: 'None.', zh: '无需处理。' },
    source: ['moby/moby:daemon/internal/stream/streams.go', 'golang/go:src/net/http/server.go'],
    matches: [
      'time="2024-05-13T02:27:47.004211000Z" level=error msg="ttrpc: received message on inactive stream" stream=51',
      'W0513 10:31:02.004211   14207 container.go:507] Failed to update stats for container "/system.slice/systemd-journald.service": failed to parse memory.usage_in_bytes - read /sys/fs/cgroup/memory/system.slice/systemd-journald.service/memory.usage_in_bytes: no such device, continuing to push stats',
      'E0513 10:31:02.004211   14207 fsHandler.go:118] failed to collect filesystem stats - rootDiskErr: could not stat "/var/lib/docker/overlay2/0d8b/diff" to get inode usage: stat /var/lib/docker/overlay2/0d8b/diff: no such file or directory, extraDiskErr: boom',
      'W0513 10:31:02.004211   14207 watcher.go:87] Error while processing event ("/sys/fs/cgroup/memory/system.slice/run-1.scope": 0x40000100 == IN_CREATE|IN_ISDIR): inotify_add_watch /sys/fs/cgroup/memory/system.slice/run-1.scope: no such file or directory',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="stream copy error: reading from a closed fifo"',
      'May 13 10:31:02 node-a dockerd[1672]: http: superfluous response.WriteHeader call from main.go:12',
      'time="2022-05-13T02:27:47.004211000Z" level=error msg="collecting metrics for 0d8b2f7c53ea" error="cgroups: cgroup deleted: unknown"',
      'time="2022-05-13T02:27:47.004211000Z" level=info msg="ignoring event" module=libcontainerd namespace=moby topic=/tasks/delete type="*events.TaskDelete"',
    ],
    mustNotMatch: ['collecting metrics for the fair', 'stream copy error: no space left on device'],
  },
];
