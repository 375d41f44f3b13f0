/** Storage drivers with loggers of their own: democratic-csi, Longhorn, Trident, vSphere, DigitalOcean, and the sidecars beside them. */
import type { Signature } from '../signature';

export const driverLoggerSignatures: readonly Signature[] = [
  {
    id: 'storage-driver-call-failed',
    title: { en: 'A storage driver could not do what it was asked', zh: '存储驱动未能完成请求' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'handler error - driver:',
        regex: /handler error - driver: (?<driver>\w{3,60}) method: (?<call>\w{3,60}) error:/,
        versions: 'democratic-csi 1.x',
      },
      {
        literal: 'waiting for device node to appear',
        regex: /hit timeout waiting for device node to appear: (?<device>\/dev\/\S{1,200})/,
        versions: 'democratic-csi 1.x',
      },
      {
        literal: 'method failed',
        regex: /msg=\\*"method failed\\*"[^\n]{0,800} method=(?<call>\w{3,60})/,
        versions: 'csi-digitalocean, hcloud-csi 1.x',
      },
      { literal: 'PublishVolume: err:', regex: /PublishVolume: err: rpc error:/, versions: 'longhorn 1.x' },
      { literal: 'StageVolume: err:', regex: /StageVolume: err: rpc error:/, versions: 'longhorn 1.x' },
      { literal: 'GRPC error', regex: /GRPC error\\*" (?:err|error)=/, versions: 'aws-ebs-csi-driver 1.x' },
      {
        literal: ' logLayer=csi_frontend',
        regex: /level=(?:error|fatal) msg=[^\n]{1,600} logLayer=csi_frontend/,
        versions: 'trident 20-24',
      },
      {
        literal: 'Trident is initializing, please',
        regex: /Trident is initializing, please try again later/,
        versions: 'trident 20-24',
      },
      {
        literal: 'ServerFaultCode:',
        regex: /ServerFaultCode: (?<reason>[^\n"\\]{3,160})/,
        versions: 'vsphere-csi-driver 2-3',
      },
      {
        literal: 'Empty List of Node VMs',
        regex: /Empty List of Node VMs returned from nodeManager/,
        versions: 'vsphere-csi-driver 2-3',
      },
      { literal: 'failed to stage volume', regex: /failed to (?:un)?(?:stage|publish) volume\b/ },
      {
        literal: 'Saved attach error to',
        regex: /Saved attach error to/,
        versions: 'external-attacher 1-4',
      },
      { literal: 'Saved detach error to', regex: /Saved detach error to/, versions: 'external-attacher 1-4' },
      {
        literal: 'volumePath=',
        regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} \w{2,40}\.go:\d{1,5}\] [^\n]{1,300}volumePath=/,
        versions: 'juicefs-csi 0.2x',
      },
      {
        literal: ': could not create volume',
        regex: /(?:lvm|zfs): could not (?:create|destroy|resize) volume (?<volume>\S{3,160})/,
        versions: 'openebs lvm-localpv, zfs-localpv',
      },
      {
        literal: 'replicas are not yet connected',
        regex: /replicas are not yet connected to target/,
        versions: 'openebs cstor-csi',
      },
      { literal: 'VolumeFailedDelete', regex: /\bVolumeFailedDelete\b/, versions: 'external-provisioner 1-5' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A volume is not made, attached, mounted or let go; the pod that needs it waits.',
      zh: '卷未创建、未附加、未挂载或未释放；需要它的 Pod 在等待。',
    },
    usualCauses: {
      en: 'The storage behind the driver refuses or is out of reach, a device that does not appear, leftovers of an earlier call.',
      zh: '驱动背后的存储拒绝或不可达、设备未出现、先前调用的残留。',
    },
    firstCheck: {
      en: "The error that the line quotes; the driver's log on the node of the pod.",
      zh: '该行引用的错误；Pod 所在节点的驱动日志。',
    },
    remedy: {
      en: 'Cure what the error names; the call is repeated by itself.',
      zh: '解决错误所指问题；调用会自动重试。',
    },
    source: ['democratic-csi/democratic-csi:bin/democratic-csi', 'longhorn/longhorn-manager:csi/node_server.go'],
    matches: [
      '{"host":"node-1","level":"error","message":"handler error - driver: FreeNASSshDriver method: NodeStageVolume error: {\\"name\\":\\"GrpcError\\",\\"code\\":2}","service":"democratic-csi"}',
      '{"host":"node-1","level":"warn","message":"hit timeout waiting for device node to appear: /dev/disk/by-path/ip-10.20.0.11:3260-iscsi-iqn.2005-10.org.example:disk-lun-0","service":"democratic-csi"}',
      'time="2023-05-13T10:31:02Z" level=error msg="method failed" error="rpc error: code = Internal desc = could not mount" method=node_stage_volume',
      'time="2023-05-13T10:31:02Z" level=error msg="NodePublishVolume: err: rpc error: code = InvalidArgument desc = volume pvc-7f2a hasn\'t been attached yet"',
      'time="2023-05-13T10:31:02Z" level=error msg="NodeStageVolume: err: rpc error: code = Internal desc = mount failed"',
      'E0513 10:31:02.118001       1 driver.go:106] "GRPC error" err="rpc error: code = Internal desc = Failed to find device path"',
      'time="2023-05-13T10:31:02Z" level=error msg="Trident-CSI: unable to mount: iSCSI login failed" logLayer=csi_frontend',
      'time="2023-05-13T10:31:02Z" level=error msg="Trident is initializing, please try again later"',
      '{"error":"failed to detach disk: 7f2a with err: ServerFaultCode: The operation is not allowed in the current state.","caller":"volume/manager.go:900"}',
      'failed to get shared datastores in kubernetes cluster. Error: Empty List of Node VMs returned from nodeManager',
      '{"level":"error","time":"2023-05-13T10:31:02Z","caller":"node/driver_node.go:200","msg":"failed to stage volume: device not found"}',
      'I0513 10:31:02.118001       1 csi_handler.go:612] Saved attach error to "csi-7f2a"',
      'I0513 10:31:02.118001       1 csi_handler.go:612] Saved detach error to "csi-7f2a"',
      'E0513 10:31:02.118001       7 node.go:394] "check volume path" err="function timeout" logger="NodeGetVolumeStats" volumePath="/var/lib/kubelet/pods/7f2a/volumes/kubernetes.io~csi/static/mount"',
      'E0513 10:31:02.118001       1 lvm_util.go:100] lvm: could not create volume lvmvg/pvc-7f2a cmd [lvcreate] error: Insufficient free space',
      'rpc error: code = Internal desc = volume pvc-7f2a: replicas are not yet connected to target',
      '5s          Warning   VolumeFailedDelete   persistentvolume/pvc-7f2a   rpc error: code = Internal desc = volume is still attached',
    ],
    mustNotMatch: [
      '{"host":"node-1","level":"info","message":"new response - driver: FreeNASSshDriver method: Probe response: {\\"ready\\":{\\"value\\":true}}","service":"democratic-csi"}',
      'retry - failed condition, not trying again',
    ],
  },
  {
    id: 'csi-sidecar-cut-off',
    title: { en: 'A sidecar does not reach its storage driver', zh: 'Sidecar 无法连接其存储驱动' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'error connecting to CSI driver',
        regex: /error connecting to CSI driver/,
        versions: 'node-driver-registrar 1-2',
      },
      {
        literal: 'egistration process failed',
        regex: /[Rr]egistration process failed with error: (?<reason>[^\n]{1,160})/,
        versions: 'node-driver-registrar 1-2',
      },
      {
        literal: 'could not dial plugin socket',
        regex: /could not dial plugin socket: (?<reason>[^\n]{1,200})/,
        versions: 'kubelet 1.13-1.18',
      },
      { literal: ' waiting for CSI driver ', regex: /[Ff]ailed (?:while )?waiting for CSI driver/ },
      { literal: 'failed to check if the driver is ready', regex: /failed to check if the driver is ready/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: "The driver's process is not up or its socket is gone; until then the node has no such storage.",
      zh: '驱动进程未启动或套接字消失；在此之前节点没有该存储。',
    },
    usualCauses: {
      en: "The driver container crashes or waits; a socket path that differs; the node's disk.",
      zh: '驱动容器崩溃或等待、套接字路径不一致、节点磁盘问题。',
    },
    firstCheck: {
      en: "`kubectl get pod -o wide` of the driver, its first container's log",
      zh: '驱动 Pod 及其首个容器的日志',
    },
    remedy: {
      en: "Cure the driver's container; make both use the same socket path.",
      zh: '修复驱动容器；让双方使用同一套接字路径。',
    },
    source: ['kubernetes-csi/node-driver-registrar:cmd/csi-node-driver-registrar/main.go'],
    matches: [
      'E0513 10:31:02.118001       1 main.go:130] "error connecting to CSI driver" err="context deadline exceeded"',
      'E0513 10:31:02.118001       1 main.go:102] Registration process failed with error: plugin registration failed, restarting registration container',
      'E0513 10:31:02.118001    1234 plugin_watcher.go:120] error could not dial plugin socket: failed to dial socket /var/lib/kubelet/plugins_registry/ebs.csi.aws.com-reg.sock',
      'E0513 10:31:02.118001       1 main.go:90] Failed waiting for CSI driver to be ready: context deadline exceeded',
      'E0513 10:31:02.118001       1 main.go:90] failed to check if the driver is ready: rpc error: code = DeadlineExceeded',
    ],
    mustNotMatch: ['I0513 10:31:02.118001       1 main.go:120] CSI driver name: "ebs.csi.aws.com"'],
  },
  {
    id: 'longhorn-volume-faulted',
    title: { en: 'Longhorn lost an engine or has no place for a replica', zh: 'Longhorn 失去引擎或副本无处安放' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: 'auto salvage volume', regex: /failed to auto salvage volume/, versions: 'longhorn 1.x' },
      {
        literal: 'Robustness to faulted',
        regex: /dead unexpectedly[^\n]{0,60}Robustness to faulted/,
        versions: 'longhorn 1.x',
      },
      {
        literal: 'dead unexpectedly',
        regex: /(?:[Ee]ngine|[Ii]nstance)[^\n]{0,80} dead unexpectedly/,
        versions: 'longhorn 1.x',
      },
      {
        literal: 'marked as ERR',
        regex:
          /(?:backend|[Rr]eplica|Setting replica) (?<address>tcp:\/\/[\w.:-]{3,80})[^\n]{0,60}(?:marked as|to|as) ERR/,
        versions: 'longhorn 0.8-1.x',
      },
      { literal: 'Failed to rebuild replica', regex: /[Ff]ailed to rebuild replica/, versions: 'longhorn 1.x' },
      {
        literal: 'no available disk for replica',
        regex: /no available disk for replica (?<replica>[\w-]{3,120})/,
        versions: 'longhorn 1.x',
      },
      {
        literal: 'Error syncing Longhorn',
        regex: /[Ee]rror syncing Longhorn (?<kind>\w{3,30}) (?<name>\S{3,160})/,
        versions: 'longhorn 0.8-1.x',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A volume has no engine or too few good replicas: pods on it get I/O errors or do not start.',
      zh: '卷没有引擎或良好副本过少：其上的 Pod 出现 I/O 错误或无法启动。',
    },
    usualCauses: {
      en: 'An instance manager that ended, nodes that are down, full disks, a slow network.',
      zh: '实例管理器终止、节点宕机、磁盘已满、网络缓慢。',
    },
    firstCheck: {
      en: '`kubectl -n longhorn-system get volumes,replicas,engines`',
      zh: '执行 `kubectl -n longhorn-system get volumes,replicas,engines`',
    },
    remedy: {
      en: 'Bring nodes and disks back; salvage the volume from its best replica.',
      zh: '恢复节点与磁盘；用最好的副本抢救卷。',
    },
    source: ['longhorn/longhorn-manager:controller/volume_controller.go'],
    matches: [
      'time="2023-05-13T10:31:02Z" level=error msg="failed to auto salvage volume: no data exists" volume=pvc-7f2a',
      'time="2023-05-13T10:31:02Z" level=warning msg="Engine of volume dead unexpectedly, setting v.Status.Robustness to faulted"',
      'time="2023-05-13T10:31:02Z" level=warning msg="Engine of volume dead unexpectedly, reattach the volume" volume=pvc-7f2a',
      '[pvc-7f2a-e-0] time="2023-05-13T10:31:02Z" level=warning msg="backend tcp://10.42.1.7:10000 marked as ERR, reason: failed to write"',
      '[pvc-7f2a-e-0] time="2023-05-13T10:31:02Z" level=error msg="Failed to rebuild replica tcp://10.42.1.7:10000"',
      'time="2023-05-13T10:31:02Z" level=error msg="There\'s no available disk for replica pvc-7f2a-r-1, size 10737418240"',
      'time="2023-05-13T10:31:02Z" level=warning msg="Error syncing Longhorn volume longhorn-system/pvc-7f2a" controller=longhorn-volume',
    ],
    mustNotMatch: ['time="2023-05-13T10:31:02Z" level=info msg="Schedule replica to node node-1" volume=pvc-7f2a'],
  },
];
