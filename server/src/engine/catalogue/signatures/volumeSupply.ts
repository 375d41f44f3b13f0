/** Volumes that are not made or not attached, by drivers, by clouds, by the scheduler. */
import type { Signature } from '../signature';

export const volumeSupplySignatures: readonly Signature[] = [
  {
    id: 'csi-attach-unfinished',
    title: { en: 'A volume is not attached by its driver', zh: '驱动未完成卷的挂接' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'timed out waiting for external-attacher',
        regex: /timed out waiting for external-attacher(?: of (?<driver>\S{1,120}) CSI driver)?/,
        versions: 'kubelet 1.20-1.30',
      },
      {
        literal: 'attachment timeout for volume',
        regex: /attachment timeout for volume (?<volume>[\w.-]{1,200})/,
        versions: 'kube-controller-manager 1.10-1.20',
      },
      {
        literal: ': failed to attach:',
        regex: /Error processing \\*"?(?<attachment>[\w-]{3,120})\\*"?: failed to attach:/,
        versions: 'external-attacher',
      },
      {
        literal: ': failed to detach:',
        regex: /Error processing \\*"?(?<attachment>[\w-]{3,120})\\*"?: failed to detach:/,
        versions: 'external-attacher',
      },
      {
        literal: 'expected device to be attached',
        regex: /expected device to be attached but was (?<state>\w{3,20})/,
        versions: 'ebs driver',
      },
      {
        literal: 'is already attached to',
        regex: /\b(?<volume>(?:vol|disk|pvc)-[\w.-]{3,120}) is already attached to /,
        versions: 'aws',
      },
      { literal: 'AttachDiskWhileBeingDetached', regex: /\bAttachDiskWhileBeingDetached\b/, versions: 'azure' },
      { literal: 'IN_USE_BY_ANOTHER_RESOURCE', regex: /RESOURCE_IN_USE_BY_ANOTHER_RESOURCE/, versions: 'gce' },
      { literal: 'isk attach limit exceeded', regex: /[Dd]isk attach limit exceeded/, versions: 'azure' },
      { literal: 'max volume count', regex: /exceed max volume count/, versions: 'kube-scheduler 1.10-1.30' },
      { literal: 'VolumeInUse: vol-', regex: /VolumeInUse: (?<volume>vol-\w{3,40})/, versions: 'aws' },
      {
        literal: 'azure attach failed',
        regex: /azure attach failed, err:/,
        versions: 'kube-controller-manager 1.4-1.7',
      },
      {
        literal: 'number of data disks allowed',
        regex: /maximum number of data disks allowed to be attached to a VM of this size is (?<most>\d{1,3})/,
        versions: 'azure',
      },
      { literal: 'isk at LUN', regex: /A disk at LUN \d{1,3} already exists/, versions: 'azure' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The volume should be attached to the node and is not: it still hangs on another one, or the cloud does not finish.',
      zh: '卷应挂接到该节点却没有：仍挂在另一节点上，或云平台未完成。',
    },
    usualCauses: {
      en: 'A node that died with the volume, a device name that is stuck, too many volumes on the machine, an overloaded cloud interface.',
      zh: '带着该卷宕机的节点、卡住的设备名、机器上卷过多，或云接口过载。',
    },
    firstCheck: {
      en: "`kubectl get volumeattachment`; the volume's state in the cloud.",
      zh: '`kubectl get volumeattachment`；云平台上卷的状态。',
    },
    remedy: {
      en: 'Detach it from the old node (force it only when that node is down); spread volumes over more nodes.',
      zh: '从旧节点分离（仅在其宕机时强制）；把卷分散到更多节点。',
    },
    source: [
      'kubernetes/kubernetes:pkg/volume/csi/csi_attacher.go',
      'kubernetes-csi/external-attacher:pkg/controller/csi_handler.go',
    ],
    matches: [
      'attachment for vol-0a1b2c3d failed: timed out waiting for external-attacher of ebs.csi.aws.com CSI driver to attach volume vol-0a1b2c3d',
      'AttachVolume.Attach failed for volume "pvc-0a1b2c3d" : attachment timeout for volume vol-0a1b2c3d',
      'I0513 10:31:02.118001       1 csi_handler.go:234] Error processing "csi-0a1b2c3d": failed to attach: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
      'I0513 10:31:02.118001       1 csi_handler.go:234] Error processing "csi-0a1b2c3d": failed to detach: rpc error: code = Internal desc = x',
      'attachment of disk "vol-0a1b2c3d" failed, expected device to be attached but was attaching',
      'VolumeInUse: vol-0a1b2c3d is already attached to an instance',
      'azureDisk - Error attaching disk: StatusCode=409 Code="AttachDiskWhileBeingDetached"',
      'googleapi: Error 400: RESOURCE_IN_USE_BY_ANOTHER_RESOURCE - The disk resource is already being used',
      'rpc error: code = ResourceExhausted desc = disk attach limit exceeded',
      '0/3 nodes are available: 3 node(s) exceed max volume count.',
      'VolumeInUse: vol-0a1b2c3d4e5f is already attached to an instance',
      'E0513 10:31:02.118001       1 azure_storage.go:65] azure attach failed, err: compute.VirtualMachinesClient#CreateOrUpdate: Failure sending request',
      'The maximum number of data disks allowed to be attached to a VM of this size is 16.',
      'Attach volume "disk-a" failed: Message="A disk at LUN 3 already exists."',
    ],
    mustNotMatch: ['AttachVolume.Attach succeeded for volume "pvc-0a1b2c3d"'],
  },
  {
    id: 'volume-provision-failed',
    title: { en: 'A volume cannot be created', zh: '卷无法创建' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'failed to provision volume with',
        regex: /failed to provision volume with StorageClass \\*"(?<class>[\w.-]{1,120})\\*"/,
        versions: 'external-provisioner',
      },
      { literal: 'ProvisioningFailed', regex: /\bProvisioningFailed\b/, versions: 'event' },
      { literal: 'VolumeResizeFailed', regex: /\bVolumeResizeFailed\b/, versions: 'external-resizer' },
      {
        literal: 'waiting for a volume to be created',
        regex: /waiting for a volume to be created, either by external provisioner/,
      },
      {
        literal: 'unbound immediate PersistentVolumeClaims',
        regex: /unbound immediate PersistentVolumeClaims/,
        versions: 'kube-scheduler 1.14-1.30',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'What a pod claims as storage does not exist, so the pod waits.',
      zh: 'Pod 所申请的存储不存在，因此 Pod 等待。',
    },
    usualCauses: {
      en: 'A wrong storage class, missing rights or quota in the cloud, a provisioner that is not running.',
      zh: '存储类错误、云端权限或配额不足、供应器未运行。',
    },
    firstCheck: {
      en: '`kubectl describe pvc`; the log of the provisioner.',
      zh: '`kubectl describe pvc`；供应器日志。',
    },
    remedy: { en: 'See the reason in the text.', zh: '按文本中的原因处理。' },
    source: ['kubernetes-sigs/sig-storage-lib-external-provisioner:controller/controller.go'],
    matches: [
      'failed to provision volume with StorageClass "gp3": rpc error: code = Internal desc = Could not create volume "pvc-0a1b2c3d": UnauthorizedOperation',
      'Warning  ProvisioningFailed  10s (x3 over 20s)  persistentvolume-controller  storageclass.storage.k8s.io "fast" not found',
      'Warning  VolumeResizeFailed  12s  external-resizer ebs.csi.aws.com  resize volume "pvc-0a1b2c3d" by resizer "ebs.csi.aws.com" failed: rpc error',
      'Normal  ExternalProvisioning  8s (x5 over 60s)  persistentvolume-controller  waiting for a volume to be created, either by external provisioner "nfs.csi.k8s.io" or manually created by system administrator',
      '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
    ],
    mustNotMatch: ['ProvisioningSucceeded Successfully provisioned volume pvc-0a1b2c3d'],
  },
];
