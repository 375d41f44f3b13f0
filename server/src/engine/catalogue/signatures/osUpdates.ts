/** Agents that set machines up and keep their system new: Ignition, rpm-ostree, Zincati, snapd. */
import type { Signature } from '../signature';

export const osUpdatesSignatures: readonly Signature[] = [
  {
    id: 'machine-setup-failed',
    title: { en: "The machine's first set-up failed", zh: '机器首次配置失败' },
    category: 'other',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      { literal: 'Ignition failed:', regex: /\bIgnition failed: (?<reason>[^\n]{3,240})/, versions: 'Ignition 0-2' },
      {
        literal: 'failed to fetch config:',
        regex: /\bignition(?:\[\d{1,8}\])?: failed to fetch config: (?<reason>[^\n]{3,240})/,
        versions: 'Ignition 0-2',
      },
      {
        literal: 'failed to acquire config:',
        regex: /\bignition(?:\[\d{1,8}\])?: failed to acquire config: (?<reason>[^\n]{3,240})/,
        versions: 'Ignition 2',
      },
    ],
    time: { kind: 'instant' },
    saysNotWhy: true,
    meaning: {
      en: 'Ignition writes disks, files and users before the first real start, and stops the start when anything of it fails.',
      zh: 'Ignition 在首次真正启动前写入磁盘、文件和用户，任何一步失败都会中止启动。',
    },
    usualCauses: {
      en: 'A configuration that cannot be fetched or read, a certificate that expired, a disk that is busy or not there.',
      zh: '配置取不到或无法解析、证书过期，或磁盘被占用、不存在。',
    },
    firstCheck: {
      en: "The lines of `ignition` above; the machine's console",
      zh: '查看上方 `ignition` 的日志与机器控制台',
    },
    remedy: {
      en: 'Correct the configuration or its address, and create the machine anew.',
      zh: '修正配置或其地址，重新创建机器。',
    },
    source: ['coreos/ignition:internal/main.go'],
    matches: [
      'ignition[712]: Ignition failed: files: failed to create users/groups: failed to configure users',
      'ignition[712]: failed to fetch config: resource requires networking',
      'ignition[712]: failed to acquire config: config is not valid',
    ],
    mustNotMatch: [
      'ignition[712]: files: createFilesystemsFiles: createFiles: op(5): [finished] writing file "/sysroot/etc/hostname"',
    ],
  },
  {
    id: 'system-update-failed',
    title: { en: 'An update of the operating system failed', zh: '操作系统更新失败' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'on /org/projectatomic/rpmostree1',
        regex:
          /\bTxn (?<transaction>\w{3,40}) on \/org\/projectatomic\/rpmostree1\/\S{1,80} failed: (?<reason>[^\n]{3,240})/,
        versions: 'rpm-ostree 2017-2025',
      },
      {
        literal: 'failed to stage deployment',
        regex: /\bfailed to stage deployment: (?<reason>[^\n]{3,240})/,
        versions: 'zincati 0.0',
      },
      {
        literal: 'failed to finalize update',
        regex: /\bfailed to finalize update: (?<reason>[^\n]{3,240})/,
        versions: 'zincati 0.0',
      },
      {
        literal: 'to check Cincinnati for updates',
        regex: /\bfailed to check Cincinnati for updates: (?<reason>[^\n]{3,240})/,
        versions: 'zincati 0.0',
      },
      {
        literal: 'error running rpm-ostree ',
        regex: /\berror running rpm-ostree (?:rebase|kargs|override|update)\b[^\n]{0,200}: (?<reason>[^\n:]{3,160})$/,
        versions: 'machine-config-daemon 4.6-4.18',
      },
      {
        literal: 'Installing the upgrades failed',
        regex: /Installing the upgrades failed!/,
        versions: 'unattended-upgrades 1-2',
      },
    ],
    time: { kind: 'instant' },
    impact: 1,
    meaning: {
      en: 'The new version of the system was not put in place; the node keeps running the old one.',
      zh: '新版系统未能部署，节点继续运行旧版本。',
    },
    usualCauses: {
      en: 'A repository that cannot be reached, a file system that is too full, changes of files that the update does not expect.',
      zh: '软件源不可达、文件系统过满，或文件被意外改动。',
    },
    firstCheck: {
      en: '`rpm-ostree status`; `journalctl -u rpm-ostreed`',
      zh: '执行 `rpm-ostree status`、`journalctl -u rpm-ostreed`',
    },
    remedy: {
      en: 'Cure what the text names; `rpm-ostree cleanup -pm`, then try again.',
      zh: '处理文本所指问题；`rpm-ostree cleanup -pm` 后重试。',
    },
    source: ['coreos/rpm-ostree:src/daemon/rpmostreed-transaction.cxx', 'coreos/zincati:src/update_agent/mod.rs'],
    matches: [
      "rpm-ostree[3341]: Txn AutomaticUpdateTrigger on /org/projectatomic/rpmostree1/fedora_coreos failed: While pulling x: While fetching https://repo.example.net/config: [6] Couldn't resolve host name",
      'zincati[1240]: [ERROR zincati::update_agent] failed to stage deployment: rpm-ostree deploy failed',
      'zincati[1240]: [ERROR zincati::update_agent::actor] failed to finalize update: rpm-ostree finalize-deployment failed',
      'zincati[1240]: [ERROR zincati::cincinnati] failed to check Cincinnati for updates: client-side error: error sending request',
      'machine-config-daemon[4411]: E0302 10:11:20.100100 4411 daemon.go:1520] Marking Degraded due to: failed to update OS to quay.io/x@sha256:0c1f : error running rpm-ostree rebase --experimental quay.io/x: error: Old and new refs are equal',
      '2025-03-02 06:31:20,100 ERROR Installing the upgrades failed!',
    ],
    mustNotMatch: ['rpm-ostree[3341]: Txn Deploy on /org/projectatomic/rpmostree1/fedora_coreos successful'],
  },
  {
    id: 'snap-change-failed',
    title: { en: 'A change of a snap failed', zh: 'snap 变更失败' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'taskrunner.go:',
        regex:
          /\btaskrunner\.go:\d{1,5}: \[change \d{1,9} "(?<task>[^\n]{3,200}?)" task\] failed: (?<reason>[^\n]{3,240})/,
        versions: 'snapd 2.30-2.70',
      },
    ],
    time: { kind: 'instant' },
    saysNotWhy: true,
    impact: 1,
    meaning: {
      en: 'snapd could not install, refresh or configure a snap and puts back what was there; the daemons in it are restarted on the way.',
      zh: 'snapd 未能安装、刷新或配置某个 snap 并回滚；其中的守护进程会随之重启。',
    },
    usualCauses: {
      en: 'The store cannot be reached, a hook of the snap fails or takes too long, a service that does not stop.',
      zh: '商店不可达、snap 的钩子失败或超时，或服务停不下来。',
    },
    firstCheck: { en: '`snap changes`; `snap tasks NUMBER`', zh: '执行 `snap changes`、`snap tasks 编号`' },
    remedy: {
      en: 'Cure what the task names; hold refreshes of node daemons (`snap refresh --hold`).',
      zh: '处理任务所指问题；暂停节点守护进程的刷新（`snap refresh --hold`）。',
    },
    source: ['canonical/snapd:overlord/state/taskrunner.go'],
    matches: [
      'snapd[811]: taskrunner.go:299: [change 112 "Run configure hook of \\"microk8s\\" snap if present" task] failed: run hook "configure": timeout exceeded',
    ],
    mustNotMatch: [
      'snapd[811]: storehelpers.go:954: cannot refresh: snap has no updates available: "core20", "lxd", "snapd"',
    ],
  },
];
