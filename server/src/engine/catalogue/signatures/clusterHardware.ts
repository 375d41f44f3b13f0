/** What machines for computing add: the Lustre client, GPUs in containers; and images and answers of a kind that is not taken. */
import type { Signature } from '../signature';

export const clusterHardwareSignatures: readonly Signature[] = [
  {
    id: 'lustre-client-fault',
    title: { en: 'The Lustre client has lost a server', zh: 'Lustre 客户端失去服务器' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'any'],
    wordings: [
      {
        literal: ' was lost; in progress operations',
        regex:
          /Connection to (?<service>[\w.-]{1,80}) \(at (?<address>[^\s)]{1,80})\) was lost; in progress operations/,
        versions: 'Lustre 2.1 and later',
      },
      {
        literal: 'This client was evicted by ',
        regex: /This client was evicted by (?<service>[\w.-]{1,80})/,
        versions: 'Lustre 1.8 and later',
      },
      {
        literal: 'LustreError: ',
        regex: /LustreError: [^\n]{0,200}?operation \w{1,40} to node (?<address>\S{1,80}) failed: rc = -\d{1,4}/,
        versions: 'Lustre 2.1 and later',
      },
      {
        literal: 'mount.lustre: mount ',
        regex: /mount\.lustre: mount (?<volume>\S{1,200}) at (?<path>\S{1,400}) failed: /,
        versions: 'Lustre 1.8 and later',
      },
      {
        literal: '_check_conns()) Timed out ',
        regex:
          /LNet(?:Error)?: [^\n]{0,80}?k\w{3,12}_check_conns\(\)\) Timed out (?:tx for|RDMA with) (?<address>\S{3,80})/,
        versions: 'Lustre 2.1 and later',
      },
      {
        literal: 'ptlrpc_expire_one_request()) @@@',
        regex:
          /Lustre: [^\n]{0,80}?ptlrpc_expire_one_request\(\)\) @@@ Request sent has (?:failed due to network error|timed out)/,
        versions: 'Lustre 2.1 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Reads and writes on the file system wait for a server that does not answer, or fail because it gave up this client.',
      zh: '对该文件系统的读写在等待无应答的服务器，或因服务器已驱逐本客户端而失败。',
    },
    usualCauses: {
      en: 'A server that is down or overloaded, a network (LNet) that drops messages, a client too busy to answer a lock callback.',
      zh: '服务器宕机或过载、网络（LNet）丢消息、客户端过忙未响应锁回调。',
    },
    firstCheck: {
      en: '`lctl ping` of the address, `lfs check servers`; the logs of the named target.',
      zh: '对该地址执行 `lctl ping`，执行 `lfs check servers`；查看所示目标的日志。',
    },
    remedy: {
      en: 'Bring back server or network; the client reconnects by itself, evicted programs have to start anew.',
      zh: '恢复服务器或网络；客户端会自动重连，被驱逐的程序需要重启。',
    },
    source: ['lustre/lustre-release:lustre/ptlrpc/import.c'],
    matches: [
      'Lustre: data-OST0003-osc-ffff9c2f: Connection to data-OST0003 (at 10.0.0.7@tcp) was lost; in progress operations using this service will wait for recovery to complete',
      'LustreError: 167-0: data-OST0003-osc-ffff9c2f: This client was evicted by data-OST0003; in progress operations using this service will fail.',
      'LustreError: 11-0: data-OST0003-osc-ffff9c2f: operation ost_statfs to node 10.0.0.7@tcp failed: rc = -107',
      'Output: mount.lustre: mount 10.0.0.6@tcp:/data at /var/lib/kubelet/plugins/kubernetes.io/csi/globalmount failed: Input/output error',
      'LNet: 3110:0:(o2iblnd_cb.c:3174:kiblnd_check_conns()) Timed out tx for 10.20.0.7@o2ib: 61 seconds',
      'Lustre: 3110:0:(client.c:2141:ptlrpc_expire_one_request()) @@@ Request sent has failed due to network error: [sent 1683973862/real 1683973872]  req@ffff880e x15/t0(0) o250->MGC10.20.0.7@o2ib@10.20.0.7@o2ib:26/25',
    ],
    mustNotMatch: [
      'Lustre: data-OST0003-osc-ffff9c2f: Connection restored to 10.0.0.7@tcp (at 10.0.0.7@tcp)',
      'Lustre: Mounted data-client',
      'Lustre: 3110:0:(client.c:2141:ptlrpc_expire_one_request()) Skipped 23 previous similar messages',
    ],
  },
  {
    id: 'amd-gpu-fault',
    title: { en: 'An AMD GPU hangs and is reset', zh: 'AMD GPU 挂起并被复位' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: ' timeout, signaled seq=',
        regex: /\bring (?<device>[\w.]{1,40}) timeout, signaled seq=\d{1,12}, emitted seq=/,
        versions: 'amdgpu, Linux 4.19 and later',
      },
      {
        literal: 'GPU reset begin!',
        regex: /amdgpu [\da-f:.]{7,12}: (?:amdgpu: )?GPU reset begin!/,
        versions: 'amdgpu, Linux 4.19 and later',
      },
      {
        literal: ' reset failed',
        regex: /amdgpu [\da-f:.]{7,12}: (?:amdgpu: )?Ring (?<device>[\w.]{1,40}) reset failed/,
        versions: 'amdgpu, Linux 6.10 and later',
      },
      {
        literal: 'MES failed to respond to msg=',
        regex: /MES failed to respond to msg=/,
        versions: 'amdgpu, Linux 6.1 and later',
      },
      {
        literal: 'not done with your previous command',
        regex: /SMU: I'm not done with your previous command/,
        versions: 'amdgpu, Linux 5.10 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A job on the GPU did not end; the driver resets the queue or the whole card, and programs on it lose their work.',
      zh: 'GPU 上的任务没有结束；驱动复位队列或整卡，其上的程序会丢失工作。',
    },
    usualCauses: {
      en: 'A fault of the program, firmware or driver, power or heat.',
      zh: '程序、固件或驱动错误，供电或过热。',
    },
    firstCheck: { en: 'The program in the next line; `rocm-smi`.', zh: '查看下一行的程序；执行 `rocm-smi`。' },
    remedy: {
      en: 'Newer firmware and kernel; drain the node and reboot it when the reset fails.',
      zh: '更新固件和内核；复位失败时排空节点并重启。',
    },
    source: ['torvalds/linux:drivers/gpu/drm/amd/amdgpu/amdgpu_job.c'],
    matches: [
      'amdgpu 0000:c5:00.0: amdgpu: ring gfx_0.0.0 timeout, signaled seq=2662395, emitted seq=2662397',
      'amdgpu 0000:c5:00.0: amdgpu: GPU reset begin!',
      'amdgpu 0000:c5:00.0: amdgpu: Ring gfx_0.0.0 reset failed',
      'amdgpu 0000:c5:00.0: amdgpu: MES failed to respond to msg=REMOVE_QUEUE',
      "amdgpu 0000:0d:00.0: amdgpu: SMU: I'm not done with your previous command: SMN_C2PMSG_66:0x00000007 SMN_C2PMSG_82:0x00000001",
    ],
    mustNotMatch: ['amdgpu 0000:c5:00.0: amdgpu: ring gfx_0.0.0 uses VM inv eng 0 on hub 0'],
  },
  {
    id: 'gpu-not-given-to-container',
    title: { en: 'A container gets no GPU', zh: '容器无法获得 GPU' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['runc', 'dockerd', 'containerd', 'cri-o', 'kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'nvidia-container-cli',
        regex:
          /nvidia-container-cli(?:\.real)?: (?<reason>(?:initialization|mount|requirement|device|ldcache|detection|input|container|permission|driver) error[^\n]{0,160})/,
        versions: 'libnvidia-container 1.0 and later',
      },
      {
        literal: 'error calling nvml.Init',
        regex: /error calling nvml\.Init: (?<reason>[^\n,]{1,100})/,
        versions: 'nvidia-device-plugin 0.13 and later',
      },
      {
        literal: 'no runtime for ',
        regex: /no runtime for \\*"(?<resource>[\w.-]{1,80})\\*" is configured/,
        versions: 'containerd 1.2 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The hook or the runtime that gives a GPU to a container found no working driver, or the runtime does not know the class.',
      zh: '将 GPU 交给容器的钩子或运行时找不到可用的驱动，或运行时不认识该类别。',
    },
    usualCauses: {
      en: 'The driver is not loaded or does not fit to its library, a card that has failed, the toolkit not yet set up on a new node, a runtime without the handler in its configuration.',
      zh: '驱动未加载或与库版本不符、显卡故障、新节点上工具包尚未就绪、运行时配置中没有该处理程序。',
    },
    firstCheck: {
      en: '`nvidia-smi` on the node; `dmesg | grep -i nvrm`; the runtimes in the configuration of containerd.',
      zh: '在节点上执行 `nvidia-smi`；`dmesg | grep -i nvrm`；查看 containerd 配置中的运行时。',
    },
    remedy: {
      en: 'Load the driver that fits (after an update: reboot), let the toolkit write the handler and restart the runtime.',
      zh: '加载匹配的驱动（更新后需重启），让工具包写入处理程序并重启运行时。',
    },
    source: ['NVIDIA/libnvidia-container:src/cli/main.c', 'containerd/containerd:internal/cri/config/config.go'],
    matches: [
      'stderr: nvidia-container-cli: initialization error: driver rpc error: failed to process request: unknown',
      'stderr: nvidia-container-cli.real: mount error: file creation failed: /var/lib/x: file exists',
      'unable to get device link information: error calling nvml.Init: Unknown Error, which is unexpected',
      'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox runtime: no runtime for "nvidia" is configured',
    ],
    mustNotMatch: [
      'I0913 11:52:12.170416 4764 nvc.c:376] initializing library context (version=1.10.0)',
      'nvidia-container-cli -k -d /dev/tty info',
    ],
  },
  {
    id: 'image-format-refused',
    title: { en: 'An image has a format that is no longer taken', zh: '镜像格式已不再支持' },
    category: 'image-pull',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'dockerd', 'cri-o', 'kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'Pulling Schema 1 images',
        regex: /Pulling Schema 1 images ha(?:s|ve) been deprecated and disabled/,
        versions: 'containerd 2.0',
      },
      {
        literal: 'manifest.v1+prettyjws',
        regex:
          /(?:unsupported|not supported|unknown)[^\n]{0,60}manifest\.v1\+prettyjws|manifest\.v1\+prettyjws\S{0,2} (?:is )?(?:not supported|unsupported)/i,
        versions: 'containerd 2.0 and later, docker 23 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The registry gives a manifest of schema 1 (before 2016), which newer runtimes do not pull.',
      zh: '镜像仓库返回的是 schema 1 清单（2016 年之前），新的运行时不再拉取。',
    },
    usualCauses: {
      en: 'A very old image, a registry that converts manifests; seen after an update of the runtime or of the node.',
      zh: '非常旧的镜像，或仓库会转换清单；常见于更新运行时或节点之后。',
    },
    firstCheck: {
      en: '`docker manifest inspect` or `skopeo inspect --raw` of the image: `schemaVersion`.',
      zh: '对镜像执行 `docker manifest inspect` 或 `skopeo inspect --raw`，查看 `schemaVersion`。',
    },
    remedy: {
      en: 'Another tag, or pull and push the image again with a current tool.',
      zh: '换用其他标签，或用当前工具重新拉取并推送镜像。',
    },
    source: ['containerd/containerd:client/pull.go'],
    matches: [
      'failed to get converter for "registry.example.org/tool:latest": Pulling Schema 1 images have been deprecated and disabled by default since containerd v2.0.',
      'Error response from daemon: application/vnd.docker.distribution.manifest.v1+prettyjws not supported',
      'unsupported MediaType: "application/vnd.docker.distribution.manifest.v1+prettyjws", see the documentation',
    ],
    mustNotMatch: [
      'level=debug msg="resolved" mediatype=application/vnd.docker.distribution.manifest.v1+prettyjws',
      'Image uses schema 1 manifests (deprecated)',
    ],
  },
  {
    id: 'api-object-too-large',
    title: { en: 'An object or a list is too large for etcd', zh: '对象或列表超出 etcd 限制' },
    category: 'api-unreachable',
    severity: 'error',
    role: 'problem',
    emitters: ['kube-apiserver', 'any'],
    wordings: [
      {
        literal: 'etcdserver: request is too large',
        regex: /etcdserver: request is too large/,
        versions: 'etcd 3.0 and later',
      },
      {
        literal: 'not an metav1.Status: ',
        regex:
          /not an metav1\.Status: [^\n]{0,200}?grpc: (?:message too large|(?:trying to send|received) message larger than max)/,
        versions: 'apiserver 1.8 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'etcd takes requests up to 1.5 MiB, and messages between it and the API server have a limit too; what is larger cannot be written or listed.',
      zh: 'etcd 接受的请求最大 1.5 MiB，它与 API server 之间的消息也有上限；超出者无法写入或列出。',
    },
    usualCauses: {
      en: 'A ConfigMap, Secret or custom resource that grows, Endpoints of a very large service, lists of very many objects without pages.',
      zh: '不断增长的 ConfigMap、Secret 或自定义资源，超大服务的 Endpoints，不分页列出大量对象。',
    },
    firstCheck: {
      en: 'The path and the user agent of the requests before it.',
      zh: '查看此前请求的路径和 user agent。',
    },
    remedy: {
      en: 'Make the object smaller or split it; EndpointSlices instead of Endpoints; lists with a limit.',
      zh: '缩小或拆分对象；使用 EndpointSlice 代替 Endpoints；列表使用 limit 分页。',
    },
    source: ['etcd-io/etcd:server/etcdserver/v3_server.go', 'kubernetes/kubernetes:staging/src/k8s.io/apiserver'],
    matches: [
      'E0823 15:46:51.402217 12 status.go:71] apiserver received an error that is not an metav1.Status: rpctypes.EtcdError{code:0x3, desc:"etcdserver: request is too large"}: etcdserver: request is too large',
      'E1128 14:10:33.554607       8 status.go:64] apiserver received an error that is not an metav1.Status: &status.statusError{Code:8, Message:"grpc: trying to send message larger than max (9497431 vs. 2097152)", Details:[]*any.Any(nil)}',
    ],
    mustNotMatch: [
      'apiserver received an error that is not an metav1.Status: context canceled',
      'etcdserver: request timed out',
    ],
  },
  {
    id: 'sandbox-machine-failed',
    title: { en: "A pod's virtual machine does not start", zh: 'Pod 的虚拟机无法启动' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'cri-o', 'kubelet', 'event', 'any'],
    wordings: [
      {
        literal: '/dev/vhost-vsock: ',
        regex: /open \/dev\/vhost-vsock: (?<reason>no such device|no such file or directory|permission denied)/,
        versions: 'kata-containers 2.0 and later',
      },
      {
        literal: 'timed out connecting to vsock ',
        regex: /timed out connecting to vsock (?<address>[\d:]{1,40})/,
        versions: 'kata-containers 1.5 and later',
      },
      {
        literal: 'failed to launch cloud-hypervisor',
        regex: /failed to launch cloud-hypervisor: /,
        versions: 'kata-containers 2.0 and later',
      },
      {
        literal: 'failed to launch qemu: ',
        regex: /failed to launch qemu: (?<reason>[^\n"\\]{1,160})/,
        versions: 'kata-containers 1.5 and later',
      },
      {
        literal: 'negotiate QMP Capabilities',
        regex: /Failed to negotiate QMP Capabilities/,
        versions: 'kata-containers 2.0 and later',
      },
      {
        literal: 'if grpc server is working',
        regex: /[Ff]ailed to [Cc]heck if grpc server is working/,
        versions: 'kata-containers 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The runtime runs each pod in a small virtual machine; the hypervisor or the agent within did not come up.',
      zh: '该运行时将每个 Pod 放在小型虚拟机中；虚拟机管理程序或其中的代理没有启动。',
    },
    usualCauses: {
      en: 'A kernel without vhost_vsock or KVM, nested virtualisation switched off, too little memory for the machine within the cgroup of the pod.',
      zh: '内核没有 vhost_vsock 或 KVM、未开启嵌套虚拟化、Pod 的 cgroup 内存不足以启动虚拟机。',
    },
    firstCheck: {
      en: '`kata-runtime check`; `ls /dev/kvm /dev/vhost-vsock`; the log of the shim.',
      zh: '执行 `kata-runtime check`；`ls /dev/kvm /dev/vhost-vsock`；查看 shim 日志。',
    },
    remedy: {
      en: 'Load `vhost_vsock`, switch on virtualisation, raise the overhead of the runtime class.',
      zh: '加载 `vhost_vsock`，开启虚拟化，提高 RuntimeClass 的 overhead。',
    },
    source: ['kata-containers/kata-containers:src/runtime/virtcontainers/qemu.go'],
    matches: [
      'failed to create containerd task: failed to create shim: open /dev/vhost-vsock: no such device: unknown',
      'CreateContainer failed: Failed to check if grpc server is working: rpc error: code = DeadlineExceeded desc = timed out connecting to vsock 1217660058:1024: unknown',
      'failed to create shim task: failed to launch cloud-hypervisor: "Failed to connect to API (timeout 10s)": unknown',
      'failed to create shim task: failed to launch qemu: exit status 1, error messages from qemu log: boom: unknown',
      'level=error msg="Failed to negotiate QMP Capabilities" error="exitting QMP loop, command cancelled" name=containerd-shim-v2',
      'time="2023-05-13T10:31:02.118001000Z" level=error msg="RunPodSandbox for &PodSandboxMetadata{Name:web-1,Uid:aa,Namespace:shop,Attempt:0,} failed, error" error="failed to create containerd task: failed to create shim task: Failed to Check if grpc server is working: context deadline exceeded: unknown"',
    ],
    mustNotMatch: ['connected to vsock 1217660058:1024', 'level=info msg="launching cloud-hypervisor"'],
  },
  {
    id: 'gpu-driver-mismatch',
    title: { en: "A GPU's driver and its library differ in version", zh: 'GPU 驱动与其库版本不一致' },
    category: 'kernel',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel', 'any'],
    wordings: [
      {
        literal: 'NVRM: API mismatch: ',
        regex: /NVRM: API mismatch: the client\b/,
        versions: 'NVIDIA driver',
      },
      {
        literal: 'Driver/library version mismatch',
        regex: /Failed to initialize NVML: Driver\/library version mismatch/,
        versions: 'nvidia-smi',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The kernel module that is loaded is of another release than the programs that use it, so no program gets a GPU.',
      zh: '已加载的内核模块与使用它的程序版本不同，任何程序都无法使用 GPU。',
    },
    usualCauses: {
      en: 'The driver was updated by the package manager and the machine not started again since.',
      zh: '包管理器更新了驱动，而机器此后未重启。',
    },
    firstCheck: {
      en: '`nvidia-smi`; `cat /proc/driver/nvidia/version`.',
      zh: '执行 `nvidia-smi`；`cat /proc/driver/nvidia/version`。',
    },
    remedy: {
      en: 'Drain and reboot the node; hold back unattended updates of the driver.',
      zh: '排空并重启节点；禁止自动更新驱动。',
    },
    source: ['NVIDIA/open-gpu-kernel-modules:kernel-open/nvidia/nv.c'],
    matches: [
      'Jun 02 07:40:55 gpu-b2 kernel: NVRM: API mismatch: the client has the version 550.90.07, but',
      'Failed to initialize NVML: Driver/library version mismatch',
    ],
    mustNotMatch: ['NVRM: loading NVIDIA UNIX x86_64 Kernel Module  550.90.07'],
  },
  {
    id: 'gvisor-sandbox-failed',
    title: { en: 'gVisor does not start a sandbox', zh: 'gVisor 无法启动沙箱' },
    category: 'runtime-unresponsive',
    severity: 'error',
    role: 'problem',
    emitters: ['containerd', 'dockerd', 'kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'waiting for sandbox to start: ',
        regex: /cannot read client sync file: waiting for sandbox to start: /,
        versions: 'runsc 2019 and later',
      },
      {
        literal: 'annot create gofer process: ',
        regex: /cannot create gofer process: (?<reason>[^\n"\\]{1,160})/,
        versions: 'runsc 2021 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The kernel in user space, or the process that serves its files, ended before the container could start.',
      zh: '用户态内核或为其提供文件的进程在容器启动前退出。',
    },
    usualCauses: {
      en: 'A platform that the machine does not offer (KVM), seccomp or AppArmor, a mount whose source is missing, too little memory.',
      zh: '机器不提供所需平台（KVM）、seccomp 或 AppArmor 限制、挂载源缺失，或内存不足。',
    },
    firstCheck: {
      en: 'The debug log of runsc (`runsc --debug --debug-log=/tmp/runsc/`).',
      zh: '查看 runsc 的调试日志（`runsc --debug --debug-log=/tmp/runsc/`）。',
    },
    remedy: {
      en: 'Choose another platform (`systrap`), or cure what the debug log names.',
      zh: '改用其他平台（`systrap`），或按调试日志处理。',
    },
    source: ['google/gvisor:runsc/container/container.go', 'google/gvisor:runsc/sandbox/sandbox.go'],
    matches: [
      'failed to create shim task: OCI runtime create failed: creating container: cannot create sandbox: cannot read client sync file: waiting for sandbox to start: EOF: unknown',
      'running container: creating container: cannot create gofer process: gofer: fork/exec /proc/self/exe: permission denied',
    ],
    mustNotMatch: ['waiting for sandbox to start: done'],
  },
  {
    id: 'sandbox-stop-lacks-network',
    title: { en: 'A sandbox cannot be stopped for its network', zh: '因网络未能清理，沙箱无法停止' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    symptomOnly: true,
    // The pod has ended; only what is left of it stays.
    impact: 1,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: 'StopPodSandbox',
        regex:
          /StopPodSandbox (?:\\*"(?<sandbox>[0-9a-f]{12,64})\\*" )?from runtime service failed(?=[^\n]{0,300}(?:for|from) (?:sandbox|network))/,
        versions: 'kubelet 1.8 and later',
      },
      {
        literal: 'ailed to stop sandbox',
        regex: /[Ff]ailed to stop sandbox\\*" podSandboxID=/,
        versions: 'kubelet 1.22 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The runtime answers, but the network plug-in fails when the pod is to leave the network; the pod stays in Terminating.',
      zh: '运行时有应答，但网络插件在移除 Pod 时失败；Pod 停留在 Terminating。',
    },
    usualCauses: {
      en: "The plug-in's agent or the API server does not answer it, or its credentials are not accepted.",
      zh: '插件的代理或 API Server 不应答，或其凭据不被接受。',
    },
    firstCheck: {
      en: "Whether the plug-in's configuration and state are still there: `ls /etc/cni/net.d /var/lib/cni`.",
      zh: '插件的配置与状态是否还在：`ls /etc/cni/net.d /var/lib/cni`。',
    },
    remedy: {
      en: 'Cure the network plug-in; kubelet tries again by itself.',
      zh: '修复网络插件；kubelet 会自行重试。',
    },
    source: ['kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_manager.go'],
    matches: [
      'E0117 19:22:01.440021    1530 log.go:32] "StopPodSandbox from runtime service failed" err="rpc error: code = Unknown desc = failed to destroy network for sandbox \\"b1f04c7be2b4\\": boom" podSandboxID="b1f04c7be2b4"',
      'E0117 19:22:01.440140    1530 kuberuntime_manager.go:1479] "Failed to stop sandbox" podSandboxID={"Type":"containerd","ID":"b1f04c7be2b4"}',
    ],
    mustNotMatch: [
      'E0513 10:31:02.118020    2211 remote_runtime.go:128] StopPodSandbox "f3b13040ed13" from runtime service failed: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    ],
  },
  {
    id: 'gpu-program-fault',
    title: { en: 'A program made a fault on a GPU', zh: '程序在 GPU 上出错' },
    category: 'kernel',
    severity: 'info',
    role: 'problem',
    impact: 0,
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'NVRM: Xid (',
        regex: /NVRM: Xid \((?:PCI:)?(?<device>[\da-f:.]{4,16})\): (?<code>13|31|43|45|68)\b/,
        versions: 'NVIDIA driver',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Of the numbers that the driver prints, 13, 31, 43, 45 and 68 say that a program did something wrong or was ended; the GPU is healthy.',
      zh: '驱动所给编号中，13、31、43、45、68 表示程序出错或被终止；GPU 本身正常。',
    },
    usualCauses: { en: 'A bug in the program, such as a wrong address.', zh: '程序缺陷，例如错误的地址。' },
    firstCheck: { en: 'The log of the process that the line names.', zh: '查看该行所示进程的日志。' },
    remedy: { en: 'Repair the program; nothing to do on the node.', zh: '修复程序；节点无需处理。' },
    source: ['https://docs.nvidia.com/deploy/xid-errors/index.html', 'NVIDIA/k8s-device-plugin:internal/rm/health.go'],
    matches: [
      'kernel: NVRM: Xid (PCI:0000:86:00): 31, pid=9911, name=python3, Ch 00000008, intr 00000000. MMU Fault: ENGINE GRAPHICS faulted',
    ],
    mustNotMatch: ['kernel: NVRM: Xid (PCI:0000:3b:00): 79, pid=2110, GPU has fallen off the bus.'],
  },
];
