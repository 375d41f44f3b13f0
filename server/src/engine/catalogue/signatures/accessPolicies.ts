/** What SELinux, AppArmor and seccomp forbid, and labels and profiles that a container cannot get. */
import type { Signature } from '../signature';

export const accessPolicySignatures: readonly Signature[] = [
  {
    id: 'selinux-denied',
    title: { en: 'SELinux forbade a process an access', zh: 'SELinux 拒绝了进程的访问' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel', 'any'],
    wordings: [
      {
        literal: ' scontext=',
        regex:
          /avc: {1,2}denied {1,2}\{ (?<access>[^}\n]{1,80}) \} for {1,2}[^\n]{0,600}? scontext=\S{1,200} tcontext=(?<resource>\S{1,200}) tclass=\w{1,40}\b(?! permissive=1)/,
        versions: 'Linux 2.6-6.12',
      },
      {
        literal: 'SELinux is preventing ',
        regex: /SELinux is preventing (?<process>\S{1,200}) from [\w ,]{1,120} (?:access|capability|capabilities)\b/,
        versions: 'setroubleshoot 3.3',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The policy does not let a process of this label do that to a thing of that label; the process was told "permission denied".',
      zh: '策略不允许该标签的进程对该标签的对象执行此操作；进程得到的是 “permission denied”。',
    },
    usualCauses: {
      en: 'Files with a wrong label (moved instead of copied, made while SELinux was off), a missing or old policy package of the runtime, a host path in a pod without a container label.',
      zh: '文件标签错误（移动而非复制、SELinux 关闭时创建）、缺少或过旧的运行时策略包、Pod 使用了没有容器标签的主机路径。',
    },
    firstCheck: {
      en: '`ausearch -m avc -ts recent`; `ls -Z` of the path; the version of `container-selinux`.',
      zh: '执行 `ausearch -m avc -ts recent`；对路径执行 `ls -Z`；查看 `container-selinux` 的版本。',
    },
    remedy: {
      en: "`restorecon -R` on the path, the policy package that fits the runtime, the right label in the pod's `seLinuxOptions`.",
      zh: '对路径执行 `restorecon -R`，安装与运行时匹配的策略包，在 Pod 的 `seLinuxOptions` 中设置正确标签。',
    },
    source: ['torvalds/linux:security/selinux/avc.c'],
    matches: [
      'audit: type=1400 audit(1667892215.599:201711): avc:  denied  { relabelfrom } for  pid=1543 comm="containerd" name="layer" dev="nvme1n1p1" ino=135068 scontext=system_u:system_r:control_t:s0 tcontext=system_u:object_r:local_t:s0 tclass=file permissive=0',
      'type=AVC msg=audit(1507507505.965:641110): avc:  denied  { read } for  pid=30493 comm="iptables" name="xtables.lock" dev="tmpfs" ino=18107 scontext=system_u:system_r:iptables_t:s0 tcontext=system_u:object_r:container_var_run_t:s0 tclass=file',
      'setroubleshoot[18030]: SELinux is preventing /usr/bin/runc from setattr access on the fifo_file exec.fifo. For complete SELinux messages run: sealert -l 6a68b561',
    ],
    mustNotMatch: [
      'audit: type=1400 audit(1618571675.758:5100): avc:  denied  { open } for  pid=54978 comm="grep" path="/var/log/pods/x/0.log" dev="sda4" ino=58879108 scontext=system_u:system_r:container_t:s0 tcontext=system_u:object_r:container_log_t:s0 tclass=file permissive=1',
      "type=USER_AVC msg=audit(1528290513.755:2941): pid=1 uid=0 subj=system_u:system_r:init_t:s0 msg='avc:  received policyload notice (seqno=2)'",
    ],
  },
  {
    id: 'apparmor-denied',
    title: { en: 'AppArmor forbade a process an access', zh: 'AppArmor 拒绝了进程的访问' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel', 'any'],
    wordings: [
      {
        literal: ' denied_mask=',
        regex:
          /apparmor=\\*"DENIED\\*" operation=\\*"(?<access>[\w-]{1,40})\\*"(?![^\n]{0,200}? profile=\\*"(?:snap\.(?!docker|microk8s|k8s|kube)|\/snap\/|\/usr\/lib\/snapd|ubuntu_pro|\/usr\/sbin\/(?:cups|chronyd|ntpd|rsyslogd|named)|rsyslogd|chronyd))[^\n]{0,600}? denied_mask=/,
        versions: 'Linux 4.4-6.12',
      },
      {
        literal: 'change_onexec',
        regex: /apparmor=\\*"DENIED\\*" operation=\\*"(?<access>change_onexec)\\*"/,
        versions: 'Linux 4.4-6.12',
      },
      {
        literal: ' capname=',
        regex:
          /apparmor=\\*"DENIED\\*" operation=\\*"(?<access>capable)\\*"(?![^\n]{0,200}? profile=\\*"(?:snap\.(?!docker|microk8s|k8s|kube)|\/snap\/|\/usr\/lib\/snapd|ubuntu_pro|\/usr\/sbin\/(?:cups|chronyd|ntpd|rsyslogd|named)|rsyslogd|chronyd))[^\n]{0,600}? capname=/,
        versions: 'Linux 4.4-6.12',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The profile that confines a process does not allow this; the process was told "permission denied".',
      zh: '限制该进程的配置文件不允许此操作；进程得到的是 “permission denied”。',
    },
    usualCauses: {
      en: 'A profile of its own for a runtime or a container that is too strict, a runtime or kubelet in a snap, a newer kernel that checks more than the profile knows.',
      zh: '运行时或容器的配置文件过于严格、运行时或 kubelet 运行在 snap 中、新内核检查了配置文件未涉及的操作。',
    },
    firstCheck: {
      en: 'The `profile`, `operation` and `comm` of the line; `aa-status`.',
      zh: '查看该行的 `profile`、`operation` 和 `comm`；执行 `aa-status`。',
    },
    remedy: {
      en: 'Correct and reload the profile (`apparmor_parser -r`), or give the container another one.',
      zh: '修正并重新加载配置文件（`apparmor_parser -r`），或为容器指定其他配置文件。',
    },
    source: ['torvalds/linux:security/apparmor/audit.c'],
    matches: [
      'audit: type=1400 audit(1602564380.386:31): apparmor="DENIED" operation="change_onexec" profile="/usr/bin/dockerd" pid=19306 comm="runc:[2:INIT]" target="docker-default"',
      'Log: apparmor="DENIED" operation="ptrace" profile="docker-default" pid=1666 comm="loopback" requested_mask="tracedby" denied_mask="tracedby" peer="snap.edge.kubelet"',
      'audit: type=1400 audit(1602564380.386:32): apparmor="DENIED" operation="capable" profile="cri-containerd.apparmor.d" pid=1930 comm="mount" capability=21  capname="sys_admin"',
    ],
    mustNotMatch: [
      'audit: type=1400 audit(1602564380.386:33): apparmor="DENIED" operation="open" profile="snap.firefox.firefox" name="/proc/pressure/memory" pid=2211 comm="firefox" requested_mask="r" denied_mask="r" fsuid=1000 ouid=0',
      'audit: type=1400 audit(1602564380.386:34): apparmor="ALLOWED" operation="open" profile="docker-default" name="/etc/x" pid=2211 comm="x" requested_mask="r" denied_mask="r"',
    ],
  },
  {
    id: 'security-label-refused',
    title: { en: 'A container cannot get its security label', zh: '容器无法获得安全标签' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['runc', 'dockerd', 'containerd', 'cri-o', 'kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'apparmor failed to apply profile',
        regex: /apparmor failed to apply profile: write [^\n"\\]{1,120}?: (?<reason>[^\n":\\]{1,80})/,
        versions: 'runc 1.0 and later',
      },
      {
        literal: '/attr/keycreate: ',
        regex:
          /write \/proc\/(?:self|thread-self)\/attr\/keycreate: (?<reason>permission denied|invalid argument|operation not permitted)/,
        versions: 'runc 1.0 and later',
      },
      {
        literal: 'SELinux relabeling of ',
        regex: /SELinux relabeling of (?<path>[^\s"\\]{1,400}) is not allowed: /,
        versions: 'docker 1.10 and later',
      },
      {
        literal: 'failed: lsetxattr ',
        regex: /relabel \\*"(?<path>[^"\\\n]{1,400})\\*" with \\*"[^"\\\n]{1,200}\\*" failed: lsetxattr /,
        versions: 'containerd 1.6 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Before its program starts, a container gets a profile of AppArmor or labels of SELinux; kernel or file system refused them.',
      zh: '容器程序启动前要应用 AppArmor 配置文件或 SELinux 标签；内核或文件系统拒绝了。',
    },
    usualCauses: {
      en: 'A profile that is not loaded, AppArmor without its tools, an old policy of SELinux, a file system without labels (NFS, FUSE), a runtime that is confined itself.',
      zh: '配置文件未加载、AppArmor 缺少工具、SELinux 策略过旧、文件系统不支持标签（NFS、FUSE）、运行时自身受限。',
    },
    firstCheck: {
      en: '`aa-status` or `getenforce`, denials in `dmesg`, the file system of the named path.',
      zh: '执行 `aa-status` 或 `getenforce`，查看 `dmesg` 中的拒绝记录和所示路径的文件系统。',
    },
    remedy: {
      en: 'Install and load the profile or the policy package; mount with `context=` where labels cannot be set.',
      zh: '安装并加载配置文件或策略包；无法设置标签的文件系统使用 `context=` 挂载。',
    },
    source: [
      'opencontainers/runc:libcontainer/apparmor/apparmor_linux.go',
      'opencontainers/selinux:go-selinux/label/label_linux.go',
    ],
    matches: [
      'docker: Error response from daemon: OCI runtime create failed: container_linux.go:349: starting container process caused "process_linux.go:449: container init caused \\"apply apparmor profile: apparmor failed to apply profile: write /proc/self/attr/exec: permission denied\\"": unknown.',
      'runc create failed: unable to start container process: error during container init: unable to apply apparmor profile: apparmor failed to apply profile: write fsmount:fscontext:proc/thread-self/attr/apparmor/exec: no such file or directory',
      'container init caused: failed to set /proc/self/attr/keycreate on procfs: write /proc/self/attr/keycreate: invalid argument"',
      'Error response from daemon: {"message":"SELinux relabeling of /var/lib/kubelet/pods/3d1c7109/volumes/fq~store/data is not allowed: \\"operation not supported\\""}',
      'failed to apply OCI options: relabel \\"/var/lib/kubelet/pods/6fbd9ec1/volumes/kubernetes.io~csi/pv-1/mount\\" with \\"system_u:object_r:data_t:s0:c105,c296\\" failed: lsetxattr /var/lib/kubelet/pods/6fbd9ec1/volumes/kubernetes.io~csi/pv-1/mount/x: operation not supported',
    ],
    mustNotMatch: ['profile "docker-default" is loaded', 'lsetxattr /data/x: operation not supported'],
  },
  {
    id: 'bpf-memory-used-up',
    title: { en: 'The kernel has no memory left for BPF filters', zh: '内核用于 BPF 过滤器的内存已用尽' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['runc', 'dockerd', 'containerd', 'cri-o', 'kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'seccomp filter: errno 524',
        regex: /(?:error loading seccomp filter into kernel: )?error loading seccomp filter: errno 524/,
        versions: 'runc 1.0 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Each container gets a system call filter that the kernel compiles; what the kernel grants for all of them together (`net.core.bpf_jit_limit`) is used up.',
      zh: '每个容器都有一个由内核编译的系统调用过滤器；内核为其提供的总内存（`net.core.bpf_jit_limit`）已用尽。',
    },
    usualCauses: {
      en: 'A kernel that does not give the memory of ended containers back, or very many containers and BPF programs on one node.',
      zh: '内核缺陷导致已退出容器的内存未归还，或节点上容器与 BPF 程序过多。',
    },
    firstCheck: {
      en: "`sysctl net.core.bpf_jit_limit`; `grep bpf_jit /proc/vmallocinfo | awk '{s+=$2} END {print s}'`; `uname -r`.",
      zh: "执行 `sysctl net.core.bpf_jit_limit`、`grep bpf_jit /proc/vmallocinfo | awk '{s+=$2} END {print s}'` 与 `uname -r`。",
    },
    remedy: {
      en: 'Raise `net.core.bpf_jit_limit` for now; a kernel without the leak; reboot the node.',
      zh: '临时调大 `net.core.bpf_jit_limit`；换用无此泄漏的内核；重启节点。',
    },
    source: ['torvalds/linux:kernel/bpf/core.c', 'opencontainers/runc:libcontainer/seccomp'],
    matches: [
      'runc create failed: unable to start container process: unable to init seccomp: error loading seccomp filter into kernel: error loading seccomp filter: errno 524: unknown',
    ],
    mustNotMatch: [
      'unable to init seccomp: error loading seccomp filter into kernel: error loading seccomp filter: errno 22',
    ],
  },
  {
    id: 'security-profile-unusable',
    title: { en: 'A seccomp or AppArmor profile cannot be used', zh: 'seccomp 或 AppArmor 配置文件无法使用' },
    category: 'pod-failure',
    severity: 'error',
    role: 'problem',
    emitters: ['runc', 'dockerd', 'containerd', 'cri-o', 'kubelet', 'event', 'any'],
    wordings: [
      {
        literal: 'cannot load seccomp profile',
        regex: /cannot load seccomp profile\s{1,40}\\*"(?<path>[^"\\\n]{1,300})/,
        versions: 'kubelet 1.4-1.18, containerd 1.2 and later',
      },
      {
        literal: 'failed to generate seccomp spec',
        regex: /failed to generate seccomp spec opts: (?!cannot load)(?<reason>[^\n"\\]{1,120})/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'failed to generate apparmor spec',
        regex: /failed to generate apparmor spec opts: (?<reason>[^\n"\\]{1,120})/,
        versions: 'containerd 1.2 and later',
      },
      {
        literal: 'error adding seccomp ',
        regex: /error adding seccomp (?:filter )?rule for syscall (?<resource>\w{1,40}): /,
        versions: 'runc 1.0 and later',
      },
      {
        literal: 'error loading seccomp filter',
        regex: /error loading seccomp filter(?: into kernel)?: (?![^\n]{0,60}errno 524)(?<reason>[^\n"\\]{1,100})/,
        versions: 'runc 1.0 and later',
      },
      {
        literal: 'Cannot enforce AppArmor: ',
        regex: /Cannot enforce AppArmor: (?<reason>[^\n]{1,200})/,
        versions: 'kubelet 1.4 and later',
      },
      {
        literal: 'get apparmor_parser version',
        regex: /get apparmor_parser version: (?:exec|fork)/,
        versions: 'containerd 1.3-1.7',
      },
      {
        literal: 'load apparmor profile ',
        regex: /load apparmor profile (?<path>[^\s:]{1,160}): parser error/,
        versions: 'containerd 1.3 and later',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A container asks for a profile of system calls or of accesses that the node does not have or that its kernel, library or parser does not take.',
      zh: '容器要求的系统调用或访问配置文件在节点上不存在，或内核、库、解析器不接受。',
    },
    usualCauses: {
      en: "The profile's file is not on this node, AppArmor is on in the kernel but its tools are missing, a runtime built without seccomp, versions of runc and libseccomp that do not fit.",
      zh: '节点上没有该配置文件、内核启用了 AppArmor 但缺少工具、运行时未编译 seccomp 支持、runc 与 libseccomp 版本不匹配。',
    },
    firstCheck: {
      en: 'Whether the named file exists below `/var/lib/kubelet/seccomp`; `aa-status`; `apparmor_parser --version`; `runc --version`.',
      zh: '确认所示文件位于 `/var/lib/kubelet/seccomp` 下；执行 `aa-status`、`apparmor_parser --version`、`runc --version`。',
    },
    remedy: {
      en: 'Bring the profile to every node, install the `apparmor` package or switch AppArmor off at boot, update runc with its libseccomp.',
      zh: '将配置文件分发到每个节点，安装 `apparmor` 软件包或在启动参数中关闭 AppArmor，同时更新 runc 与 libseccomp。',
    },
    source: [
      'containerd/containerd:internal/cri/server/container_create.go',
      'kubernetes/kubernetes:pkg/kubelet/lifecycle/handlers.go',
    ],
    matches: [
      'Error: failed to create containerd container: cannot load seccomp profile "/var/lib/kubelet/seccomp/profiles/strict.json": open /var/lib/kubelet/seccomp/profiles/strict.json: no such file or directory',
      'level=error msg="RunPodSandbox for &PodSandboxMetadata{Name:web-0,Uid:9be8,Namespace:shop,Attempt:0,} failed, error" error="failed to generate seccomp spec opts: seccomp is not supported"',
      'Error: failed to generate apparmor spec opts: apparmor is not supported',
      'starting container process caused: error adding seccomp rule for syscall socket: permission denied',
      'starting container process caused: error loading seccomp filter into kernel: loading seccomp filter: invalid argument: unknown',
      'Message:        Cannot enforce AppArmor: profile "strict-write" is not loaded',
      'failed to create containerd container: get apparmor_parser version: exec: "apparmor_parser": executable file not found in $PATH',
      'failed to create containerd container: load apparmor profile /tmp/cri-containerd.apparmor.d3636700873: parser error("Permission denied"): exit status 1',
    ],
    mustNotMatch: [
      'seccomp: Profile: builtin',
      'level=info msg="loading plugin \\"io.containerd.runtime.v1.linux\\"..."',
      'AppArmor parser loaded profile cri-containerd.apparmor.d',
    ],
  },
];
