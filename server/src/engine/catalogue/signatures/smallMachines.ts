/** What boards and small machines suffer from: memory cards, USB disks, a supply that is too weak. */
import type { Signature } from '../signature';

export const smallMachineSignatures: readonly Signature[] = [
  {
    id: 'memory-card-fault',
    title: { en: 'A memory card does not answer or returns errors', zh: '存储卡无响应或报错' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Timeout waiting for hardware',
        regex: /(?<device>mmc\d{1,2}): Timeout waiting for hardware (?:cmd )?interrupt/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: ' transferring data',
        regex: /(?<device>mmcblk\d{1,2}): error (?<code>-\d{1,4}) transferring data/,
        versions: 'Linux 3.10-4.14',
      },
      {
        literal: ' whilst initiali',
        regex: /(?<device>mmc\d{1,2}): error (?<code>-\d{1,4}) whilst initiali[sz]ing/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'Card stuck being busy',
        regex: /(?<device>mmc\d{1,2}): Card stuck being busy/,
        versions: 'Linux 4.x-6.8',
      },
      {
        literal: 'timed out sending r/w cmd',
        regex: /(?<device>mmcblk\d{1,2}): timed out sending r\/w cmd/,
        versions: 'Linux 3.10-4.14',
      },
      {
        literal: ': cache flush error',
        regex: /(?<device>mmc\d{1,2}): cache flush error (?<code>-\d{1,4})/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'W reset card, got error -',
        regex: /(?<device>mmc\d{1,2}): tried to (?:HW|SW) reset card, got error (?<code>-\d{1,4})/,
        versions: 'Linux 4.x-6.8',
      },
      {
        literal: ': recovery failed!',
        regex: /(?<device>mmcblk\d{1,2}): recovery failed!/,
        versions: 'Linux 4.15-6.8',
      },
      {
        literal: ': cqhci: timeout for tag',
        regex: /(?<device>mmc\d{1,2}): cqhci: timeout for tag/,
        versions: 'Linux 4.16-6.8',
      },
      {
        literal: 'sending status command',
        regex: /(?<device>mmcblk\d{1,2}): error (?<code>-\d{1,4}) sending status command/,
        versions: 'Linux 3.10-5.3',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'Whoever reads or writes the card waits for it or fails; the file system on it may turn read-only.',
      zh: '读写该卡的程序等待或失败；其上的文件系统可能变为只读。',
    },
    usualCauses: {
      en: 'A worn or counterfeit card, a slot without contact, a supply that is too weak.',
      zh: '存储卡磨损或假冒、卡槽接触不良、供电不足。',
    },
    firstCheck: {
      en: '`dmesg | grep mmc`, `cat /sys/block/mmcblk0/device/life_time`',
      zh: '执行 `dmesg | grep mmc`、`cat /sys/block/mmcblk0/device/life_time`',
    },
    remedy: {
      en: 'Replace the card; move etcd and images to a real disk.',
      zh: '更换存储卡；将 etcd 和镜像移到真正的磁盘。',
    },
    source: ['torvalds/linux:drivers/mmc/host/sdhci.c', 'torvalds/linux:drivers/mmc/core/block.c'],
    matches: [
      'kernel: mmc0: Timeout waiting for hardware cmd interrupt.',
      'kernel: mmcblk0: error -110 transferring data, sector 12345, nr 8, cmd response 0x900, card status 0xc00',
      'kernel: mmc0: error -110 whilst initialising SD card',
      'kernel: mmc0: Card stuck being busy! __mmc_poll_for_busy',
      'kernel: mmcblk0: timed out sending r/w cmd command, card status 0x900',
      'kernel: mmc0: cache flush error -110',
      'kernel: mmc1: tried to HW reset card, got error -110',
      'kernel: mmcblk0: recovery failed!',
      'kernel: mmc0: cqhci: timeout for tag 2',
      'kernel: mmcblk0: error -110 sending status command, retrying',
    ],
    mustNotMatch: [
      'kernel: mmc0: new high speed SDHC card at address aaaa',
      'kernel: mmcblk0: mmc0:aaaa SC32G 29.7 GiB',
    ],
  },
  {
    id: 'usb-device-fault',
    title: { en: 'A USB device or its controller does not answer', zh: 'USB 设备或控制器无响应' },
    category: 'storage',
    severity: 'error',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'device descriptor read/',
        regex: /usb (?<device>[\d.-]{1,16}): device descriptor read\/\w{1,8}, error (?<code>-\d{1,4})/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'device not accepting address',
        regex: /usb (?<device>[\d.-]{1,16}): device not accepting address \d{1,4}, error (?<code>-\d{1,4})/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'uas_eh_abort_handler',
        regex: /(?:\[(?<device>\w{2,8})\] )?(?:tag#\d{1,4} )?uas_eh_abort_handler/,
        versions: 'Linux 3.17-6.8',
      },
      {
        literal: 'uas_eh_device_reset_handler start',
        regex: /uas_eh_device_reset_handler start/,
        versions: 'Linux 4.x-6.8',
      },
      {
        literal: 'host controller not responding',
        regex: /xHCI host (?:controller )?not responding(?: to stop endpoint command)?, assum\w{1,4} dead/,
        versions: 'Linux 3.10-6.8',
      },
      {
        literal: 'xHCI host not responding',
        regex: /xHCI host (?:controller )?not responding(?: to stop endpoint command)?, assum\w{1,4} dead/,
        versions: 'Linux 3.10-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A disk or network adapter behind USB disappears or hangs for seconds.',
      zh: 'USB 后的磁盘或网卡消失，或卡住数秒。',
    },
    usualCauses: {
      en: 'A supply or cable that is too weak, an adapter whose UAS mode does not work, a hub.',
      zh: '供电或线缆不足、转接器的 UAS 模式有问题、集线器。',
    },
    firstCheck: { en: '`lsusb -t`, `dmesg | grep -i usb`', zh: '执行 `lsusb -t`、`dmesg | grep -i usb`' },
    remedy: {
      en: 'A stronger supply, another cable or port; `usb-storage.quirks=VENDOR:PRODUCT:u` without UAS.',
      zh: '更强的供电、更换线缆或端口；用 `usb-storage.quirks=VENDOR:PRODUCT:u` 关闭 UAS。',
    },
    source: ['torvalds/linux:drivers/usb/storage/uas.c', 'torvalds/linux:drivers/usb/core/hub.c'],
    matches: [
      'kernel: usb 2-1: device descriptor read/64, error -71',
      'kernel: usb 2-1: device not accepting address 5, error -71',
      'kernel: sd 0:0:0:0: [sda] tag#5 uas_eh_abort_handler 0 uas-tag 6 inflight: CMD OUT',
      'kernel: scsi host0: uas_eh_device_reset_handler start',
      'kernel: xhci_hcd 0000:00:14.0: xHCI host controller not responding, assume dead',
    ],
    mustNotMatch: ['kernel: usb 2-1: new SuperSpeed USB device number 2 using xhci_hcd'],
  },
  {
    id: 'supply-too-weak',
    title: { en: 'The power supply is too weak', zh: '供电不足' },
    category: 'kernel',
    severity: 'warning',
    role: 'problem',
    emitters: ['kernel'],
    wordings: [
      {
        literal: 'Under-voltage detected!',
        regex: /Under-voltage detected!/,
        versions: 'Raspberry Pi, Linux 4.14-6.6',
      },
      {
        literal: 'Undervoltage detected!',
        regex: /hwmon \w{3,12}: Undervoltage detected!/,
        versions: 'Raspberry Pi, Linux 5.19-6.8',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'The voltage fell below what the board needs: it runs slower, and cards and USB disks lose data.',
      zh: '电压低于主板所需：运行变慢，存储卡与 USB 磁盘会丢失数据。',
    },
    usualCauses: { en: 'A weak supply or cable, disks fed from the board.', zh: '电源或线缆过弱、磁盘由主板供电。' },
    firstCheck: { en: '`vcgencmd get_throttled`', zh: '执行 `vcgencmd get_throttled`' },
    remedy: {
      en: 'A supply and cable with more current; power disks on their own.',
      zh: '更换电流更大的电源与线缆；为磁盘单独供电。',
    },
    source: ['raspberrypi/linux:drivers/hwmon/raspberrypi-hwmon.c'],
    matches: ['kernel: Under-voltage detected! (0x00050005)', 'kernel: hwmon hwmon1: Undervoltage detected!'],
    mustNotMatch: ['kernel: Voltage normalised (0x00000000)'],
  },
];
