/** What journald and rsyslog report about their own logs: entries that were lost, suppressed, damaged or not written. */
import type { Signature } from '../signature';

export const journalSignatures: readonly Signature[] = [
  {
    id: 'journald-suppressed',
    title: { en: 'journald dropped messages of a unit', zh: 'journald 丢弃了某单元的日志' },
    category: 'systemd',
    severity: 'warning',
    role: 'problem',
    emitters: ['journald'],
    wordings: [
      {
        literal: ' messages from ',
        regex: /Suppressed (?<count>\d{1,9}) messages from (?:\/[\w./@:\\-]{0,200}\/)?(?<unit>[\w@.:\\-]{1,128})/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'interval', anchor: 'end', fixedMs: 30_000 },
    meaning: {
      en: 'That many lines of the unit are LOST: what is not in the log may have happened all the same.',
      zh: '该单元有这么多行日志已丢失：日志里没有不代表没发生。',
    },
    usualCauses: { en: 'An error that repeats faster than the rate limit allows.', zh: '某个报错刷屏，超过速率限制。' },
    firstCheck: { en: 'What the unit prints most in the seconds before', zh: '看该单元在此前几秒刷的是什么' },
    remedy: {
      en: 'Cure the repeated error; raise RateLimitBurst for kubelet and runtime.',
      zh: '解决刷屏的报错；为 kubelet 和运行时调大 RateLimitBurst。',
    },
    source: ['systemd/systemd:src/journal/journald-server.c'],
    matches: [
      'May 13 10:27:51 node-17 systemd-journald[412]: Suppressed 5331 messages from /system.slice/docker.service',
      'Suppressed 211 messages from kubelet.service',
    ],
    mustNotMatch: ['net_ratelimit: 211 callbacks suppressed'],
  },
  {
    id: 'journald-kmsg-missed',
    title: { en: 'journald lost kernel messages', zh: 'journald 漏掉了内核日志' },
    category: 'systemd',
    severity: 'warning',
    role: 'context',
    emitters: ['journald'],
    wordings: [
      { literal: ' kernel messages', regex: /Missed (?<count>\d{1,9}) kernel messages/, versions: 'systemd 219-256' },
      {
        literal: 'buffer overrun, some messages lost',
        regex: /\/dev\/kmsg buffer overrun, some messages lost/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Kernel lines are missing in the journal.', zh: '日志里缺少部分内核消息。' },
    usualCauses: { en: 'A flood of kernel lines, or journald stood still.', zh: '内核日志刷屏，或 journald 停顿。' },
    firstCheck: { en: '`dmesg` or the console log for the gap', zh: '用 `dmesg` 或控制台日志补齐' },
    remedy: { en: 'Cure the flood.', zh: '解决刷屏来源。' },
    source: ['systemd/systemd:src/journal/journald-kmsg.c'],
    matches: [
      'May 13 10:27:51 node-17 systemd-journald[412]: Missed 311 kernel messages',
      '/dev/kmsg buffer overrun, some messages lost.',
    ],
    mustNotMatch: ['Forwarding 311 kernel messages'],
  },
  {
    id: 'journald-corrupt',
    title: { en: 'A journal file was not closed properly', zh: '日志文件未正常关闭或已损坏' },
    category: 'systemd',
    severity: 'warning',
    role: 'context',
    emitters: ['journald'],
    wordings: [
      {
        literal: 'corrupted or uncleanly shut down',
        regex: /File (?<path>\S{1,240}) corrupted or uncleanly shut down/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Journal file corrupted, rotating',
        regex: /(?:(?<path>\/\S{1,200}): )?Journal file corrupted, rotating/,
        versions: 'systemd 229-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The machine or journald ended without closing its file: a crash boundary.',
      zh: '机器或 journald 没有正常关闭文件就结束了，这是一次崩溃的分界线。',
    },
    usualCauses: {
      en: 'Crash, power loss, forced reset, or journald killed by its watchdog.',
      zh: '崩溃、掉电、强制复位，或 journald 被看门狗杀掉。',
    },
    firstCheck: {
      en: 'Last lines of the boot before: `journalctl -b -1 -e`',
      zh: '上次开机的最后日志：`journalctl -b -1 -e`',
    },
    remedy: { en: 'None for the file; look for why the machine went down.', zh: '文件无需处理，应查机器为何宕机。' },
    source: ['systemd/systemd:src/shared/journal-file-util.c'],
    matches: [
      'systemd-journald[331]: /var/log/journal/3c7c/system.journal: Journal file corrupted, rotating.',
      'systemd-journald[411]: File /var/log/journal/1b2c3d4e/system.journal corrupted or uncleanly shut down, renaming and replacing.',
    ],
    mustNotMatch: ['journal corrupted while reading pod checkpoint'],
  },
  {
    id: 'journald-write-failed',
    title: { en: 'journald cannot write its log', zh: 'journald 写日志失败' },
    category: 'systemd',
    severity: 'error',
    role: 'problem',
    emitters: ['journald'],
    wordings: [
      {
        literal: 'ailed to write entry',
        regex:
          /Failed to write entry (?:to (?<path>\S{1,240}) )?\(\d{1,9} items, \d{1,12} bytes\)[^\n]{0,60}: (?<reason>[^\n]{1,80})/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to open system journal',
        regex: /Failed to open system journal: (?!No such file)/,
        versions: 'systemd 219-256',
      },
      {
        literal: 'Failed to rotate /var/log/jour',
        regex: /Failed to rotate (?<path>\/var\/log\/journal\/\S{1,120}):/,
        versions: 'systemd 219-256',
      },
    ],
    time: { kind: 'instant' },
    meaning: { en: 'Log lines are being lost because they cannot be stored.', zh: '日志无法落盘，正在丢失。' },
    usualCauses: { en: 'Disk full, read-only or failing.', zh: '磁盘写满、变为只读或故障。' },
    firstCheck: { en: '`df -h /var/log`, `dmesg` for disk errors', zh: '`df -h /var/log`，`dmesg` 中的磁盘错误' },
    remedy: { en: 'Free or repair the disk.', zh: '清理或修复磁盘。' },
    source: ['systemd/systemd:src/journal/journald-server.c'],
    matches: [
      'systemd-journald[411]: Failed to write entry (22 items, 711 bytes), ignoring: Read-only file system',
      'Failed to write entry to /var/log/journal/1b2c3d4e/system.journal (23 items, 811 bytes) despite vacuuming, ignoring: No space left on device',
      'systemd-journald[611]: Failed to open system journal: No space left on device',
      'systemd-journald[611]: Failed to rotate /var/log/journal/0a1b2c/system.journal: Read-only file system',
    ],
    mustNotMatch: ['Failed to write entry to cache: nil'],
  },
  {
    id: 'journald-restarted',
    title: { en: 'journald stopped or started', zh: 'journald 停止或启动' },
    category: 'systemd',
    severity: 'info',
    role: 'context',
    emitters: ['journald'],
    wordings: [
      { literal: 'Journal stopped', regex: /(?:^|: )Journal stopped\s{0,4}$/, versions: 'systemd 219-256' },
      { literal: 'Journal started', regex: /(?:^|: )Journal started\s{0,4}$/, versions: 'systemd 219-256' },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Normal at boot; in the middle of a boot it cuts the output pipes of old docker and containerd releases.',
      zh: '开机时正常；运行中重启会断开旧版 docker/containerd 的输出管道。',
    },
    usualCauses: { en: 'Boot, an upgrade of systemd, or the watchdog.', zh: '开机、升级 systemd 或看门狗触发。' },
    firstCheck: {
      en: 'Watchdog lines before; daemons that log through stdout',
      zh: '之前的看门狗日志；通过 stdout 打日志的守护进程',
    },
    remedy: { en: 'Restart daemons that lost their pipe.', zh: '重启失去管道的守护进程。' },
    source: ['systemd/systemd:src/journal/journald.c', 'https://github.com/moby/moby/issues/36464'],
    matches: [
      'May 13 10:27:51 node-17 systemd-journald[412]: Journal stopped',
      'May 13 10:27:52 node-17 systemd-journald[4431]: Journal started',
    ],
    mustNotMatch: ['Started Journal Service.', 'Journal stopped accepting orders'],
  },
  {
    id: 'rsyslog-rate-limited',
    title: { en: 'rsyslog dropped messages', zh: 'rsyslog 因限速丢弃日志' },
    category: 'systemd',
    severity: 'warning',
    role: 'context',
    emitters: ['any'],
    wordings: [
      { literal: 'messages due to rate-limiting', regex: /begin to drop messages due to rate-limiting/ },
      { literal: 'messages lost due to rate-limiting', regex: /(?<count>\d{1,9}) messages lost due to rate-limiting/ },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: '/var/log/messages has a hole here although the journal may not.',
      zh: '/var/log/messages 在此有缺口，journal 里可能还有。',
    },
    usualCauses: { en: 'A program that prints faster than the limit.', zh: '某程序刷屏超过限速。' },
    firstCheck: { en: '`journalctl` for the same minutes', zh: '用 `journalctl` 看同一时段' },
    remedy: { en: 'Read the journal; raise the rate limit of the input.', zh: '改看 journal；调大该输入的限速。' },
    source: ['rsyslog/rsyslog:runtime/ratelimit.c'],
    matches: [
      'rsyslogd: imjournal: begin to drop messages due to rate-limiting',
      'rsyslogd[811]: imjournal: 5331 messages lost due to rate-limiting (20000 allowed within 600 seconds)',
    ],
    mustNotMatch: ['client-side throttling, rate-limiting requests'],
  },
];
