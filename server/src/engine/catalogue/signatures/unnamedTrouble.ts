/** Errors that no signature knows by name, but whose place tells the area: a driver, a daemon, a source file that does one thing. Told only where nothing else is recognised. */
import type { Signature } from '../signature';

export const unnamedTroubleSignatures: readonly Signature[] = [
  {
    id: 'storage-trouble-unnamed',
    title: { en: 'The storage layer reports an error', zh: '存储层报告错误' },
    category: 'storage',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: ' csi_handler.go:', regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} csi_handler\.go:\d{1,5}\] / },
      {
        literal: 'driver-call.go:',
        regex:
          /\b[EW]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} driver-call\.go:\d{1,5}\] (?![^\n]{0,300}args: \[init\]|Failed to unmarshal)/,
      },
      {
        literal: ' controllerserver.go:',
        regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} controllerserver\.go:\d{1,5}\] /,
      },
      { literal: ' nodeserver.go:', regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} nodeserver\.go:\d{1,5}\] / },
      { literal: ' azure_storage.go:', regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} azure_storage\.go:\d{1,5}\] / },
      {
        literal: ' azure_controller_common.go:',
        regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} azure_controller_common\.go:\d{1,5}\] /,
      },
      {
        literal: 'azure_armclient.go:',
        regex: /\b[EWI]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} azure_armclient\.go:\d{1,5}\] [^\n]{0,40}error/,
      },
      { literal: ' rbd_util.go:', regex: /\b[EW]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} rbd_util\.go:\d{1,5}\] / },
      { literal: ' iscsi_util.go:', regex: /\b[EW]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} iscsi_util\.go:\d{1,5}\] / },
      { literal: ' glusterfs.go:', regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} glusterfs\.go:\d{1,5}\] / },
      {
        literal: ' attach_detach_controller.go:',
        regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} attach_detach_controller\.go:\d{1,5}\] /,
      },
      { literal: ' volume_manager.go:', regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} volume_manager\.go:\d{1,5}\] / },
      { literal: ' subpath_linux.go:', regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} subpath_linux\.go:\d{1,5}\] / },
      { literal: ' goroutinemap.go:', regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} goroutinemap\.go:\d{1,5}\] / },
      {
        literal: 'libceph: ',
        regex:
          /\blibceph: (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'nvme nvme',
        regex:
          /\bnvme nvme\d{1,3}: (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'device-mapper: ',
        regex:
          /\bdevice-mapper: (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'megaraid_sas ',
        regex:
          /\bmegaraid_sas (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'qla2xxx [',
        regex:
          /\bqla2xxx \[(?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'lpfc 0000:',
        regex:
          /\blpfc [\da-f:.]{7,12}: (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'mpt3sas_cm',
        regex:
          /\bmpt3sas_cm\d{1,2}: (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'overlayfs: ',
        regex:
          /\boverlayfs: (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'EXT4-fs (',
        regex:
          /\bEXT4-fs \([\w.-]{1,40}\): (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'XFS (dm-',
        regex:
          /\bXFS \(dm-\d{1,4}\): (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'XFS (nvme',
        regex:
          /\bXFS \(nvme\w{1,12}\): (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'XFS (rbd',
        regex:
          /\bXFS \(rbd\d{1,5}\): (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'hv_storvsc ',
        regex:
          /\bhv_storvsc (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      { literal: ' cephcsi.go:', regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} cephcsi\.go:\d{1,5}\] / },
      { literal: ' rbd_attach.go:', regex: /\b[EW]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} rbd_attach\.go:\d{1,5}\] / },
      {
        literal: ' omap.go:',
        regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} omap\.go:\d{1,5}\] /,
      },
      { literal: ' rbd_healer.go:', regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} rbd_healer\.go:\d{1,5}\] / },
      { literal: ' volumemounter.go:', regex: /\b[EW]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} volumemounter\.go:\d{1,5}\] / },
    ],
    time: { kind: 'instant' },
    lastResort: true,
    meaning: {
      en: 'A driver or a part of kubelet that only handles storage wrote an error that has no name here; read its text.',
      zh: '只负责存储的驱动或 kubelet 组件写下了此处未命名的错误；请阅读原文。',
    },
    usualCauses: { en: 'What the text says.', zh: '以文本所述为准。' },
    firstCheck: { en: 'The lines around it; the object that the text names.', zh: '查看前后日志及文本所指对象。' },
    remedy: { en: 'See the text; a rule of your own gives it a name.', zh: '按文本处理；可用自定义规则为其命名。' },
    source: [
      'kubernetes/kubernetes:pkg/volume/util/nestedpendingoperations/nestedpendingoperations.go',
      'torvalds/linux:drivers/nvme/host/core.c',
    ],
    matches: [
      'E0513 10:27:47.118001    2211 csi_handler.go:211] x is late',
      'E0513 10:27:47.118001    2211 driver-call.go:211] FlexVolume: driver call failed: executable: /opt/driver, args: [mount /data]',
      'E0513 10:27:47.118001    2211 controllerserver.go:211] x is late',
      'E0513 10:27:47.118001    2211 nodeserver.go:211] x is late',
      'E0513 10:27:47.118001    2211 azure_storage.go:211] azure attach failed',
      'E0513 10:27:47.118001    2211 azure_controller_common.go:211] x is late',
      'E0513 10:27:47.118001    2211 azure_armclient.go:211] Received error in sendAsync.send: HTTPStatusCode: 409',
      'E0513 10:27:47.118001    2211 rbd_util.go:211] x is late',
      'E0513 10:27:47.118001    2211 iscsi_util.go:211] x is late',
      'E0513 10:27:47.118001    2211 glusterfs.go:211] x is late',
      'E0513 10:27:47.118001    2211 attach_detach_controller.go:211] x is late',
      'E0513 10:27:47.118001    2211 volume_manager.go:211] x is late',
      'E0513 10:27:47.118001    2211 subpath_linux.go:211] x is late',
      'E0513 10:27:47.118001    2211 goroutinemap.go:211] x is late',
      'May 13 10:27:47 node-1 kernel: libceph: mon0 10.20.0.11:6789 protocol version mismatch, lost',
      'May 13 10:27:47 node-1 kernel: nvme nvme1: Identify Controller failed (16641)',
      'May 13 10:27:47 node-1 kernel: device-mapper: cache: you have lost data',
      'May 13 10:27:47 node-1 kernel: megaraid_sas 0000:02:00.0: Failed from megasas_init_fw',
      'May 13 10:27:47 node-1 kernel: qla2xxx [0000:0a:00.0]-8038:1: Cable is unplugged, link lost',
      'May 13 10:27:47 node-1 kernel: lpfc 0000:04:00.0: 0:0330 IOCB wake not allowed, failed',
      'May 13 10:27:47 node-1 kernel: mpt3sas_cm0: failure at mpt3sas_base',
      'May 13 10:27:47 node-1 kernel: overlayfs: failed to verify origin',
      'May 13 10:27:47 node-1 kernel: EXT4-fs (sdb): group descriptors corrupted!',
      'May 13 10:27:47 node-1 kernel: XFS (dm-3): failed to read root inode',
      'May 13 10:27:47 node-1 kernel: XFS (nvme1n1): failed to read root inode',
      'May 13 10:27:47 node-1 kernel: XFS (rbd3): failed to read root inode',
      'May 13 10:27:47 node-1 kernel: hv_storvsc 000d3a4b-4c00-000d-3a4b-4c00000d3a4b: request failed',
      'E0513 10:27:47.118001    2211 cephcsi.go:196] x is late',
      'W0513 10:27:47.118001    2211 rbd_attach.go:211] x is late',
      'E0513 10:27:47.118001    2211 omap.go:79] x is late',
      'E0513 10:27:47.118001    2211 rbd_healer.go:79] x is late',
      'E0513 10:27:47.118001    2211 volumemounter.go:79] x is late',
    ],
    mustNotMatch: [
      'May 13 10:27:47 node-1 kernel: EXT4-fs (sda1): mounted filesystem with ordered data mode. Opts: errors=remount-ro',
      'May 13 10:27:47 node-1 kernel: nvme nvme0: Shutdown timeout set to 8 seconds',
      'W0513 10:27:47.118001    2211 driver-call.go:149] FlexVolume: driver call failed: executable: /usr/libexec/kubernetes/kubelet-plugins/volume/exec/nodeagent~uds/uds, args: [init], error: executable file not found in $PATH',
    ],
  },
  {
    id: 'network-trouble-unnamed',
    title: { en: 'The network layer reports an error', zh: '网络层报告错误' },
    category: 'network',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: '[ERROR][',
        regex:
          /\[ERROR\]\[\d{1,8}(?:\/\d{1,20})?\] (?:felix\/|calico\.felix|\w{1,20}_?table\.go|ipsets?\.go|int_dataplane\.go|route_)/,
      },
      { literal: '[PANIC][', regex: /\[PANIC\]\[\d{1,8}(?:\/\d{1,20})?\] / },
      {
        literal: '[WARNING][',
        regex: /\[WARNING\]\[\d{1,8}(?:\/\d{1,20})?\] felix\/[\w./]{3,40} \d{1,5}: [^\n]{0,80}(?:failed|Failed)/,
      },
      { literal: ' proxier.go:', regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} proxier\.go:\d{1,5}\] / },
      { literal: ' ipset.go:', regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} ipset\.go:\d{1,5}\] / },
      { literal: ' iptables.go:', regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} iptables\.go:\d{1,5}\] / },
      { literal: ' conntrack.go:', regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} conntrack\.go:\d{1,5}\] / },
      {
        literal: ' hostport_manager.go:',
        regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} hostport_manager\.go:\d{1,5}\] /,
      },
      {
        literal: ' hostport_syncer.go:',
        regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} hostport_syncer\.go:\d{1,5}\] /,
      },
      { literal: ' vxlan_network.go:', regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} vxlan_network\.go:\d{1,5}\] / },
      { literal: ' route_network.go:', regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} route_network\.go:\d{1,5}\] / },
      {
        literal: 'mlx5_core ',
        regex:
          /\bmlx5_core (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'ixgbe 0000:',
        regex:
          /\bixgbe (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'i40e 0000:',
        regex:
          /\bi40e (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'bnxt_en 0000:',
        regex:
          /\bbnxt_en (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'igb 0000:',
        regex:
          /\bigb (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'tg3 0000:',
        regex:
          /\btg3 (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'ena 0000:',
        regex:
          /\bena (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'vmxnet3 0000:',
        regex:
          /\bvmxnet3 (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'hv_netvsc ',
        regex:
          /\bhv_netvsc (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'be2net 0000:',
        regex:
          /\bbe2net (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      {
        literal: 'openvswitch: ',
        regex:
          /\bopenvswitch: (?![^\n]{0,160}(?:errors=|mounted filesystem|timeout set|fault[- ]tolerant|error correction|\b[a-z]\w{1,40}: \d{1,20}$|\bIRQ\b|\benabled\b|\bsupported\b))[^\n]{0,160}?(?:[Ff]ail(?!over)|[Ee]rror|ERROR|[Tt]im(?:ed|e)[ -]?out|TIMEOUT|[Ff]ault(?!y? ?tolerant)|FAULT|[Aa]bort|[Ss]tuck|[Hh]ang|hung|[Dd]ead\b|\b[Ll]ost\b|[Cc]orrupt|[Uu]nable|[Cc]annot|[Cc]an't|[Rr]eject|[Rr]efus|OFFLINE|offline)/,
      },
      { literal: '|bridge|ERR|', regex: /\|bridge\|ERR\|/ },
      { literal: '|ofctrl|ERR|', regex: /\|ofctrl\|ERR\|/ },
      { literal: '|ovsdb_error|ERR|', regex: /\|ovsdb_error\|ERR\|/ },
      { literal: '|stream_ssl|ERR|', regex: /\|stream_ssl\|ERR\|/ },
    ],
    time: { kind: 'instant' },
    lastResort: true,
    meaning: {
      en: 'A card, kube-proxy or a part that only programs routes and rules wrote an error that has no name here; read its text.',
      zh: '网卡、kube-proxy 或只负责路由规则的组件写下了此处未命名的错误；请阅读原文。',
    },
    usualCauses: { en: 'What the text says.', zh: '以文本所述为准。' },
    firstCheck: {
      en: 'The lines around it; `ip route`, `iptables-save`, `ethtool -S` for what the text names.',
      zh: '查看前后日志；针对文本所指对象执行 `ip route`、`iptables-save`、`ethtool -S`。',
    },
    remedy: { en: 'See the text; a rule of your own gives it a name.', zh: '按文本处理；可用自定义规则为其命名。' },
    source: ['projectcalico/calico:felix/iptables/table.go', 'kubernetes/kubernetes:pkg/proxy/iptables/proxier.go'],
    matches: [
      '2023-05-13 10:27:47.118 [ERROR][62] felix/route_rule.go 248: retrying',
      '2023-05-13 10:27:47.118 [PANIC][62] felix/table.go 771: iptables-nft-save command gave up',
      '2023-05-13 10:27:47.118 [WARNING][62] felix/table.go 765: iptables-nft-save command failed',
      'E0513 10:27:47.118001       1 proxier.go:211] x is late',
      'E0513 10:27:47.118001       1 ipset.go:211] x is late',
      'E0513 10:27:47.118001       1 iptables.go:211] x is late',
      'E0513 10:27:47.118001       1 conntrack.go:211] x is late',
      'E0513 10:27:47.118001       1 hostport_manager.go:211] x is late',
      'E0513 10:27:47.118001       1 hostport_syncer.go:211] x is late',
      'E0513 10:27:47.118001       1 vxlan_network.go:211] x is late',
      'E0513 10:27:47.118001       1 route_network.go:211] x is late',
      'May 13 10:27:47 node-1 kernel: mlx5_core 0000:3b:00.0: mlx5_cmd_out_err: op status bad, failed',
      'May 13 10:27:47 node-1 kernel: ixgbe 0000:3b:00.0: failed to initialize because an unsupported module',
      'May 13 10:27:47 node-1 kernel: i40e 0000:3b:00.0: ARQ VF Error detected',
      'May 13 10:27:47 node-1 kernel: bnxt_en 0000:3b:00.0: hwrm req type failed',
      'May 13 10:27:47 node-1 kernel: igb 0000:3b:00.0: PCIe link lost',
      'May 13 10:27:47 node-1 kernel: tg3 0000:3b:00.0: firmware load failed',
      'May 13 10:27:47 node-1 kernel: ena 0000:00:05.0: Failed to get device capabilities',
      'May 13 10:27:47 node-1 kernel: vmxnet3 0000:0b:00.0: Failed to activate dev',
      'May 13 10:27:47 node-1 kernel: hv_netvsc 000d3a4b-4c00-000d-3a4b-4c00000d3a4b: unable to open channel',
      'May 13 10:27:47 node-1 kernel: be2net 0000:03:00.0: opcode failed',
      'May 13 10:27:47 node-1 kernel: openvswitch: cannot allocate flow',
      '2024-10-09T13:50:23.367Z|00051|bridge|ERR|another ovs process is there',
      '2024-10-09T13:50:23.367Z|00051|ofctrl|ERR|x is late',
      '2024-10-09T13:50:23.367Z|00051|ovsdb_error|ERR|x is late',
      '2024-10-09T13:50:23.367Z|00051|stream_ssl|ERR|x is late',
    ],
    mustNotMatch: [
      '2023-05-13 10:27:47.118 [INFO][62] felix/table.go 462: Enabling iptables-in-nftables-mode workarounds.',
      'I0513 10:27:47.118001       1 proxier.go:211] Setting up',
      'May 13 10:27:47 node-1 kernel: ixgbe 0000:3b:00.0: PCI Express bandwidth of 32GT/s available',
    ],
  },
  {
    id: 'cni-trouble-unnamed',
    title: { en: 'A network plug-in reports an error', zh: '网络插件报告错误' },
    category: 'cni',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: '[FATAL][', regex: /\[FATAL\]\[\d{1,8}(?:\/\d{1,20})?\] / },
      {
        literal: '[ERROR][',
        regex:
          /\[ERROR\]\[\d{1,8}(?:\/\d{1,20})?\] (?!felix\/|calico\.felix|\w{1,20}_?table\.go|ipsets?\.go|int_dataplane\.go|route_)[\w./-]{3,60} \d{1,5}: /,
      },
      { literal: ' subsys=', regex: /level=(?:error|fatal) msg=[^\n]{1,600} subsys=/ },
      { literal: 'ipamd/ipamd.go:', regex: /level\\*":\\*"error\\*"[^\n]{0,120}ipamd\/ipamd\.go:/ },
      { literal: 'awsutils/awsutils.go:', regex: /level\\*":\\*"error\\*"[^\n]{0,120}awsutils\/awsutils\.go:/ },
      { literal: 'ERRO: 20', regex: /\bERRO: 20\d\d\/\d\d\/\d\d / },
      { literal: 'FATA: 20', regex: /\bFATA: 20\d\d\/\d\d\/\d\d / },
      { literal: 'Z [error] ', regex: /\dZ \[error\] / },
      { literal: ' ovnkube.go:', regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} ovnkube\.go:\d{1,5}\] / },
      { literal: ' obj_retry.go:', regex: /\bE\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} obj_retry\.go:\d{1,5}\] / },
      { literal: ' gateway_init.go:', regex: /\b[EF]\d{4} [\d:.]{12,15}\s{1,8}\d{1,8} gateway_init\.go:\d{1,5}\] / },
    ],
    time: { kind: 'instant' },
    lastResort: true,
    meaning: {
      en: 'A network plug-in or its daemon wrote an error that has no name here; read its text.',
      zh: '网络插件或其守护进程写下了此处未命名的错误；请阅读原文。',
    },
    usualCauses: { en: 'What the text says.', zh: '以文本所述为准。' },
    firstCheck: { en: 'The log of that daemon from its start.', zh: '查看该守护进程启动以来的日志。' },
    remedy: { en: 'See the text; a rule of your own gives it a name.', zh: '按文本处理；可用自定义规则为其命名。' },
    source: ['projectcalico/calico:node/pkg/lifecycle/startup/startup.go', 'cilium/cilium:pkg/logging/logging.go'],
    matches: [
      '2023-05-13 10:27:47.118 [FATAL][9] startup/startup.go 211: giving up',
      '2023-05-13 10:27:47.118 [ERROR][9] ipam_plugin.go 211: giving up',
      'level=error msg="Something of its own" error="late" subsys=daemon',
      '{"level":"error","ts":"2023-05-13T10:27:47.118Z","caller":"ipamd/ipamd.go:211","msg":"x is late"}',
      '{"level":"error","ts":"2023-05-13T10:27:47.118Z","caller":"awsutils/awsutils.go:211","msg":"x is late"}',
      'ERRO: 2023/05/13 10:27:47.118001 Captured frame from another peer',
      'FATA: 2023/05/13 10:27:47.118001 x',
      '2023-05-13T10:27:47Z [error] x is late',
      'F0513 10:27:47.118001    2211 ovnkube.go:211] x is late',
      'E0513 10:27:47.118001    2211 obj_retry.go:211] x is late',
      'E0513 10:27:47.118001    2211 gateway_init.go:211] x is late',
    ],
    mustNotMatch: [
      'level=info msg="Initializing daemon" subsys=daemon',
      '2023-05-13 10:27:47.118 [INFO][9] startup/startup.go 211: Early log level set to info',
    ],
  },
  {
    id: 'systemd-trouble-unnamed',
    title: { en: 'systemd reports that something failed', zh: 'systemd 报告操作失败' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: ': Failed to ',
        regex:
          /\bsystemd(?:-(?!networkd|udevd|timesyncd|resolved|sysv-generator)\w{2,20})?\[\d{1,8}\]: (?:[\w@.:\\-]{1,160}\.(?:service|socket|mount|slice|scope|timer|target|path|swap): )?Failed to (?![^\n]{0,300}(?:ignoring|No such device|No such process|Unknown unit|already exists|[Oo]peration not supported))/,
      },
      {
        literal: ' systemd: Failed to',
        regex:
          /\bsystemd: (?:[\w@.:\\-]{1,160}\.(?:service|socket|mount|slice|scope|timer|target|path|swap): )?Failed to (?![^\n]{0,300}(?:ignoring|No such device|No such process|Unknown unit|already exists|[Oo]peration not supported))/,
      },
    ],
    time: { kind: 'instant' },
    lastResort: true,
    meaning: {
      en: 'systemd or one of its helpers could not do something that has no name here; read its text.',
      zh: 'systemd 或其辅助进程未能完成某项此处未命名的操作；请阅读原文。',
    },
    usualCauses: { en: 'What the text says.', zh: '以文本所述为准。' },
    firstCheck: { en: '`systemctl status UNIT`; the lines around it.', zh: '`systemctl status 单元`；查看前后日志。' },
    remedy: { en: 'See the text; a rule of your own gives it a name.', zh: '按文本处理；可用自定义规则为其命名。' },
    source: ['systemd/systemd:src/core/unit.c'],
    matches: [
      'May 13 10:27:47 node-1 systemd[1]: dbus.socket: Failed to queue service startup job: Resource busy',
      'Jan  4 11:56:31 node-1 systemd: Failed to queue service startup job: Resource busy',
    ],
    mustNotMatch: [
      'May 13 10:27:47 node-1 systemd-udevd[20881]: vethbd0ed0d: Failed to query device driver: No such device',
      'May 13 10:27:47 node-1 systemd[1]: Failed to reset devices.list on /system.slice/x.service, ignoring: Invalid argument',
    ],
  },
];
