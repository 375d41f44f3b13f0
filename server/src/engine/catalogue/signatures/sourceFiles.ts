/**
 * What the name of a source file tells when nothing else does: klog writes which file of Kubernetes a line comes from, and that file
 * has one job. Evidence of its part of the system, told where no more exact signature knows the line; no finding by itself.
 */
import type { Signature } from '../signature';

export const sourceFileSignatures: readonly Signature[] = [
  {
    id: 'cni-code-error',
    title: { en: "kubelet's network plug-in code reports an error", zh: 'kubelet 的网络插件代码报告错误' },
    category: 'cni',
    severity: 'info',
    role: 'context',
    lastResort: true,
    emitters: ['kubelet'],
    wordings: [
      { literal: ' cni.go:', regex: /\b[EFW]\d{4} [\d:.]{8,18} +\d{1,10} cni\.go:\d{1,6}\]/, versions: 'klog' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file that wrote the line calls the network plug-in; which failure it is, no more exact signature knows.',
      zh: '写下此行的源文件负责调用网络插件；具体是何故障，没有更精确的特征可知。',
    },
    usualCauses: {
      en: 'A plug-in that is not installed, not configured or not running.',
      zh: '插件未安装、未配置或未运行。',
    },
    firstCheck: {
      en: 'The text of the line; `ls /etc/cni/net.d /opt/cni/bin`',
      zh: '查看该行内容；执行 `ls /etc/cni/net.d /opt/cni/bin`',
    },
    remedy: { en: 'Cure what the line names.', zh: '处理该行指出的问题。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/dockershim/network/cni/cni.go', 'kubernetes/klog:klog.go'],
    matches: [
      'E0312 09:14:01.204113    1873 cni.go:188] Something was not as expected in step 3',
      'W0312 09:14:01.204113    1873 cni.go:188] Something about plugin %s was not as expected',
    ],
    mustNotMatch: ['I0312 09:14:01.204113    1873 cni.go:157] Using CNI configuration file'],
  },
  {
    id: 'volume-code-error',
    title: { en: "Kubernetes' volume code reports an error", zh: 'Kubernetes 的卷代码报告错误' },
    category: 'storage',
    severity: 'info',
    role: 'context',
    lastResort: true,
    emitters: ['kubelet', 'kube-controller-manager'],
    wordings: [
      {
        literal: ' csi_attacher.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} csi_attacher\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' csi_mounter.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} csi_mounter\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' csi_client.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} csi_client\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' csi_plugin.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} csi_plugin\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' mount_linux.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} mount_linux\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' nestedpendingoperations.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} nestedpendingoperations\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' desired_state_of_world_populator.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} desired_state_of_world_populator\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' actual_state_of_world.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} actual_state_of_world\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' pv_controller.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} pv_controller\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' thin_pool_watcher.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} thin_pool_watcher\.go:\d{1,6}\]/,
        versions: 'klog',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file that wrote the line attaches and mounts volumes; which failure it is, no more exact signature knows.',
      zh: '写下此行的源文件负责挂接和挂载卷；具体是何故障，没有更精确的特征可知。',
    },
    usualCauses: {
      en: 'A driver, a device or a volume that is not as Kubernetes expects it.',
      zh: '驱动、设备或卷与 Kubernetes 预期不符。',
    },
    firstCheck: {
      en: 'The text of the line; `kubectl describe pod` of a waiting pod; `kubectl get volumeattachment`',
      zh: '查看该行内容；对等待中的 Pod 执行 `kubectl describe pod`；`kubectl get volumeattachment`',
    },
    remedy: { en: 'Cure what the line names.', zh: '处理该行指出的问题。' },
    source: ['kubernetes/kubernetes:pkg/volume', 'kubernetes/klog:klog.go'],
    matches: [
      'E0312 09:14:01.204113    1873 csi_attacher.go:188] Something was not as expected in step 3',
      'E0312 09:14:01.204113    1873 csi_mounter.go:188] Something was not as expected in step 4',
      'E0312 09:14:01.204113    1873 csi_client.go:188] Something was not as expected in step 5',
      'E0312 09:14:01.204113    1873 csi_plugin.go:188] Something was not as expected in step 6',
      'E0312 09:14:01.204113    1873 mount_linux.go:188] Something was not as expected in step 7',
      'E0312 09:14:01.204113    1873 nestedpendingoperations.go:188] Something was not as expected in step 8',
      'E0312 09:14:01.204113    1873 desired_state_of_world_populator.go:188] Something was not as expected in step 9',
      'E0312 09:14:01.204113    1873 actual_state_of_world.go:188] Something was not as expected in step 10',
      'E0312 09:14:01.204113    1873 pv_controller.go:188] Something was not as expected in step 11',
      'E0312 09:14:01.204113    1873 thin_pool_watcher.go:188] Something was not as expected in step 12',
    ],
    mustNotMatch: [
      'I0312 09:14:01.204113    1873 csi_plugin.go:99] Trying to validate a new CSI Driver with name: disk.example.com',
    ],
  },
  {
    id: 'pod-code-error',
    title: { en: "kubelet's pod code reports an error", zh: 'kubelet 的 Pod 代码报告错误' },
    category: 'pod-failure',
    severity: 'info',
    role: 'context',
    lastResort: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: ' pod_workers.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} pod_workers\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' kuberuntime_manager.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} kuberuntime_manager\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' kuberuntime_sandbox.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} kuberuntime_sandbox\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' kuberuntime_container.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} kuberuntime_container\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' kubelet_pods.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} kubelet_pods\.go:\d{1,6}\]/,
        versions: 'klog',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file that wrote the line starts, stops and syncs pods; which failure it is, no more exact signature knows.',
      zh: '写下此行的源文件负责启动、停止和同步 Pod；具体是何故障，没有更精确的特征可知。',
    },
    usualCauses: {
      en: 'The text of the line tells the reason, or the lines of the runtime at that time do.',
      zh: '原因见该行内容，或见当时运行时的日志。',
    },
    firstCheck: { en: 'The text of the line; `kubectl describe pod`', zh: '查看该行内容；执行 `kubectl describe pod`' },
    remedy: { en: 'Cure what the line names.', zh: '处理该行指出的问题。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kuberuntime', 'kubernetes/klog:klog.go'],
    matches: [
      'E0312 09:14:01.204113    1873 pod_workers.go:188] Something was not as expected in step 3',
      'E0312 09:14:01.204113    1873 kuberuntime_manager.go:188] Something was not as expected in step 4',
      'E0312 09:14:01.204113    1873 kuberuntime_sandbox.go:188] Something was not as expected in step 5',
      'E0312 09:14:01.204113    1873 kuberuntime_container.go:188] Something was not as expected in step 6',
      'E0312 09:14:01.204113    1873 kubelet_pods.go:188] Something was not as expected in step 7',
    ],
    mustNotMatch: ['I0312 09:14:01.204113    1873 kuberuntime_manager.go:513] Container {Name:web} is dead'],
  },
  {
    id: 'image-code-error',
    title: { en: "kubelet's image code reports an error", zh: 'kubelet 的镜像代码报告错误' },
    category: 'image-pull',
    severity: 'info',
    role: 'context',
    lastResort: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: ' kuberuntime_image.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} kuberuntime_image\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' remote_image.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} remote_image\.go:\d{1,6}\]/,
        versions: 'klog',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file that wrote the line asks the runtime for images; which failure it is, no more exact signature knows.',
      zh: '写下此行的源文件负责向运行时请求镜像；具体是何故障，没有更精确的特征可知。',
    },
    usualCauses: {
      en: 'A registry that refuses or cannot be reached, an image that is damaged, or a runtime that does not answer.',
      zh: '镜像仓库拒绝或不可达、镜像损坏，或运行时无响应。',
    },
    firstCheck: { en: 'The text of the line; `crictl pull IMAGE`', zh: '查看该行内容；执行 `crictl pull IMAGE`' },
    remedy: { en: 'Cure what the line names.', zh: '处理该行指出的问题。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_image.go', 'kubernetes/klog:klog.go'],
    matches: [
      'E0312 09:14:01.204113    1873 kuberuntime_image.go:188] Something was not as expected in step 3',
      'E0312 09:14:01.204113    1873 remote_image.go:188] Something was not as expected in step 4',
    ],
    mustNotMatch: ['I0312 09:14:01.204113    1873 kuberuntime_image.go:51] pulling image without credentials'],
  },
  {
    id: 'gc-code-error',
    title: { en: "kubelet's garbage collection reports an error", zh: 'kubelet 的垃圾回收报告错误' },
    category: 'gc-failure',
    severity: 'info',
    role: 'context',
    lastResort: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: ' image_gc_manager.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} image_gc_manager\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' kuberuntime_gc.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} kuberuntime_gc\.go:\d{1,6}\]/,
        versions: 'klog',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file that wrote the line removes dead containers and unused images; which failure it is, no more exact signature knows.',
      zh: '写下此行的源文件负责清理已死容器和未用镜像；具体是何故障，没有更精确的特征可知。',
    },
    usualCauses: {
      en: 'A runtime that does not answer, or containers that still use what is to be removed.',
      zh: '运行时无响应，或待清理内容仍被容器使用。',
    },
    firstCheck: { en: 'The text of the line; `crictl imagefsinfo`', zh: '查看该行内容；执行 `crictl imagefsinfo`' },
    remedy: { en: 'Cure what the line names.', zh: '处理该行指出的问题。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/images/image_gc_manager.go', 'kubernetes/klog:klog.go'],
    matches: [
      'E0312 09:14:01.204113    1873 image_gc_manager.go:188] Something was not as expected in step 3',
      'E0312 09:14:01.204113    1873 kuberuntime_gc.go:188] Something was not as expected in step 4',
    ],
    mustNotMatch: [
      'I0312 09:14:01.204113    1873 image_gc_manager.go:300] [imageGCManager]: Disk usage on image filesystem is at 86% which is over the high threshold',
    ],
  },
  {
    id: 'cgroup-code-error',
    title: { en: "kubelet's cgroup code reports an error", zh: 'kubelet 的 cgroup 代码报告错误' },
    category: 'cgroup',
    severity: 'info',
    role: 'context',
    lastResort: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: ' qos_container_manager_linux.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} qos_container_manager_linux\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' cgroup_manager_linux.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} cgroup_manager_linux\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' pod_container_manager_linux.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} pod_container_manager_linux\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' container_manager_linux.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} container_manager_linux\.go:\d{1,6}\]/,
        versions: 'klog',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file that wrote the line makes, changes and removes cgroups; which failure it is, no more exact signature knows.',
      zh: '写下此行的源文件负责创建、修改和删除 cgroup；具体是何故障，没有更精确的特征可知。',
    },
    usualCauses: {
      en: 'Two cgroup drivers, a controller that is not mounted, or systemd that does not answer.',
      zh: 'cgroup 驱动不一致、控制器未挂载，或 systemd 无响应。',
    },
    firstCheck: {
      en: 'The text of the line; `stat -fc %T /sys/fs/cgroup`',
      zh: '查看该行内容；执行 `stat -fc %T /sys/fs/cgroup`',
    },
    remedy: { en: 'Cure what the line names.', zh: '处理该行指出的问题。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/cm', 'kubernetes/klog:klog.go'],
    matches: [
      'E0312 09:14:01.204113    1873 qos_container_manager_linux.go:188] Something was not as expected in step 3',
      'E0312 09:14:01.204113    1873 cgroup_manager_linux.go:188] Something was not as expected in step 4',
      'E0312 09:14:01.204113    1873 pod_container_manager_linux.go:188] Something was not as expected in step 5',
      'E0312 09:14:01.204113    1873 container_manager_linux.go:188] Something was not as expected in step 6',
    ],
    mustNotMatch: ['I0312 09:14:01.204113    1873 container_manager_linux.go:272] Creating Container Manager object'],
  },
  {
    id: 'certificate-code-error',
    title: { en: "kubelet's certificate code reports an error", zh: 'kubelet 的证书代码报告错误' },
    category: 'cert',
    severity: 'info',
    role: 'context',
    lastResort: true,
    emitters: ['kubelet'],
    wordings: [
      {
        literal: ' certificate_manager.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} certificate_manager\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' certificate_store.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} certificate_store\.go:\d{1,6}\]/,
        versions: 'klog',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file that wrote the line asks for certificates and renews them; which failure it is, no more exact signature knows.',
      zh: '写下此行的源文件负责申请和续签证书；具体是何故障，没有更精确的特征可知。',
    },
    usualCauses: {
      en: 'A signing request that nobody approves, or an API server that cannot be reached.',
      zh: '签发请求无人批准，或 API server 不可达。',
    },
    firstCheck: {
      en: '`kubectl get csr`; `openssl x509 -enddate -noout -in /var/lib/kubelet/pki/kubelet-client-current.pem`',
      zh: '执行 `kubectl get csr`；`openssl x509 -enddate -noout -in /var/lib/kubelet/pki/kubelet-client-current.pem`',
    },
    remedy: { en: 'Cure what the line names.', zh: '处理该行指出的问题。' },
    source: [
      'kubernetes/kubernetes:staging/src/k8s.io/client-go/util/certificate/certificate_manager.go',
      'kubernetes/klog:klog.go',
    ],
    matches: [
      'E0312 09:14:01.204113    1873 certificate_manager.go:188] Something was not as expected in step 3',
      'E0312 09:14:01.204113    1873 certificate_store.go:188] Something was not as expected in step 4',
    ],
    mustNotMatch: ['I0312 09:14:01.204113    1873 certificate_manager.go:361] Rotating certificates'],
  },
  {
    id: 'api-client-code-error',
    title: { en: 'A client of the API server reports an error', zh: 'API server 的客户端报告错误' },
    category: 'api-unreachable',
    severity: 'info',
    role: 'context',
    lastResort: true,
    emitters: ['any'],
    wordings: [
      {
        literal: ' reflector.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} reflector\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' leaderelection.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} leaderelection\.go:\d{1,6}\]/,
        versions: 'klog',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file that wrote the line lists and watches objects of the API server or holds a lease there; which failure it is, no more exact signature knows.',
      zh: '写下此行的源文件负责列出、监视 API server 的对象或持有其租约；具体是何故障，没有更精确的特征可知。',
    },
    usualCauses: {
      en: 'An API server that is away or slow, or one that refuses the client.',
      zh: 'API server 不可用、缓慢，或拒绝该客户端。',
    },
    firstCheck: {
      en: 'The text of the line; `kubectl get --raw /readyz?verbose`',
      zh: '查看该行内容；执行 `kubectl get --raw /readyz?verbose`',
    },
    remedy: { en: 'Cure what the line names.', zh: '处理该行指出的问题。' },
    source: ['kubernetes/kubernetes:staging/src/k8s.io/client-go/tools/cache/reflector.go', 'kubernetes/klog:klog.go'],
    matches: [
      'E0312 09:14:01.204113    1873 reflector.go:188] Something was not as expected in step 3',
      'E0312 09:14:01.204113    1873 leaderelection.go:188] Something was not as expected in step 4',
    ],
    mustNotMatch: [
      'W0312 09:14:01.204113    1873 reflector.go:341] watch of *v1.ConfigMap ended with: too old resource version: 812 (901)',
    ],
  },
  {
    id: 'node-status-code-error',
    title: { en: "The code that reports a node's state reports an error", zh: '上报节点状态的代码报告错误' },
    category: 'node-notready',
    severity: 'info',
    role: 'context',
    lastResort: true,
    emitters: ['kubelet', 'kube-controller-manager'],
    wordings: [
      {
        literal: ' kubelet_node_status.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} kubelet_node_status\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' node_lifecycle_controller.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} node_lifecycle_controller\.go:\d{1,6}\]/,
        versions: 'klog',
      },
      {
        literal: ' kubelet_getters.go:',
        regex: /\b[EF]\d{4} [\d:.]{8,18} +\d{1,10} kubelet_getters\.go:\d{1,6}\]/,
        versions: 'klog',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The file that wrote the line tells or judges whether the node is there and ready; which failure it is, no more exact signature knows.',
      zh: '写下此行的源文件负责上报或判断节点是否存在且就绪；具体是何故障，没有更精确的特征可知。',
    },
    usualCauses: {
      en: 'A node that is not registered, or an API server that cannot be reached.',
      zh: '节点未注册，或 API server 不可达。',
    },
    firstCheck: {
      en: 'The text of the line; `kubectl describe node`',
      zh: '查看该行内容；执行 `kubectl describe node`',
    },
    remedy: { en: 'Cure what the line names.', zh: '处理该行指出的问题。' },
    source: ['kubernetes/kubernetes:pkg/kubelet/kubelet_node_status.go', 'kubernetes/klog:klog.go'],
    matches: [
      'E0312 09:14:01.204113    1873 kubelet_node_status.go:188] Something was not as expected in step 3',
      'E0312 09:14:01.204113    1873 node_lifecycle_controller.go:188] Something was not as expected in step 4',
      'E0312 09:14:01.204113    1873 kubelet_getters.go:188] Something was not as expected in step 5',
    ],
    mustNotMatch: ['I0312 09:14:01.204113    1873 kubelet_node_status.go:73] Successfully registered node node-a'],
  },
];
