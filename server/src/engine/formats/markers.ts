/** Lines that tools and people put between records: boundaries of boots, headers of tables, shell prompts, omissions. */
import { byte, equalsText, isBlankOrEnd, isDigit, isUpper, skipBlanks, skipDigits, startsWith, trimEnd } from './bytes';
import type { FormatSample, LogFormat } from './format';

const beginnings = [
  // Headers, boundaries, and the explanations of `journalctl -x`.
  '-- ',
  'Hint: ',
  // What klog writes at the top of its files.
  'Log file created at: ',
  'Running on machine: ',
  'Binary: Built with ',
  'Log line format: [',
  'Warning: journal has been rotated',
  'Warning: Journal has been rotated',
  'Warning: Some journal files',
  'LAST SEEN',
  'LASTSEEN',
  'FirstSeen',
  'NAMESPACE   ',
  'Events:',
  'Conditions:',
  '==> ',
  '* ==> ',
  '```',
];

const wholeLines = ['--', '(END)', '[...]', '[snip]', '<snip>', '(snip)', '... skipping ...', '...skipping...'];

/** Words that follow one another in the header of a table. */
const tableHeads = [
  ['Type', 'Reason'],
  ['Type', 'Status'],
  ['----', '------'],
  ['---------', '--------'],
];

function isTableHead(bytes: Uint8Array, at: number, end: number): boolean {
  return tableHeads.some(([first = '', second = '']) => {
    if (!startsWith(bytes, at, end, first) || !isBlankOrEnd(bytes, at + first.length, end)) return false;
    return startsWith(bytes, skipBlanks(bytes, at + first.length, end), end, second);
  });
}

/** Three dots or more, alone on the line; the ellipsis character too. */
function isOmission(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] === 0xe2) return end - at === 3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xa6;
  let position = at;
  while (position < end && bytes[position] === byte.dot) position++;
  return position === end && end - at >= 3;
}

/** `│`. */
function isBar(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === 0x94 && bytes[at + 2] === 0x82;
}

function isBoxDrawing(bytes: Uint8Array, at: number, end: number): boolean {
  return at + 1 < end && bytes[at] === 0xe2 && bytes[at + 1] === 0x94;
}

/** A line of the tree of processes below `CGroup:`. */
function isTree(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] === byte.pipe || bytes[at] === 0x60) return bytes[at + 1] === byte.minus && isDigit(bytes[at + 2]);
  if (at + 3 >= end || bytes[at] !== 0xe2) return false;
  // A branch goes on to another one; a text beside a line is one that a program has framed.
  if (isBar(bytes, at)) return isBoxDrawing(bytes, skipBlanks(bytes, at + 3, end), end);
  // Box drawings, and the triangle before a control process.
  return bytes[at + 1] === 0x94 || (bytes[at + 1] === 0x80 && bytes[at + 2] === 0xa3);
}

/** `lines 1-23` or `lines 1-23/23 (END)`, a pager's last line. */
function isPagerLine(bytes: Uint8Array, at: number, end: number): boolean {
  return startsWith(bytes, at, end, 'lines ') && isDigit(bytes[at + 6]) && end - at < 40;
}

/** `$ command`, `# command`, `user@host:~$ command`, `[root@host ~]# command`. */
function isPrompt(bytes: Uint8Array, at: number, end: number): boolean {
  // No command begins with a logger's time.
  if (isPromptSign(bytes[at]))
    return startsWith(bytes, at + 1, end, ' ') && end > at + 2 && !startsWith(bytes, at + 2, end, 'time="');
  const sign = signAfterName(bytes, bytes[at] === byte.openBracket ? at + 1 : at, Math.min(end, at + 40));
  if (sign < 0) return false;
  for (let position = sign; position < Math.min(end, sign + 120); position++) {
    // The kernel writes to the console whatever stands there already.
    if (isPromptSign(bytes[position]))
      return isBlankOrEnd(bytes, position + 1, end) && !isKernelStamp(bytes, skipBlanks(bytes, position + 1, end), end);
    if (bytes[position] === byte.quote || bytes[position] === byte.equals) return false;
  }
  return false;
}

/** `[12032.8` or `[    2.0`: seconds since boot. */
function isKernelStamp(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] !== byte.openBracket) return false;
  const digits = skipBlanks(bytes, at + 1, Math.min(end, at + 8));
  const dot = skipDigits(bytes, digits, Math.min(end, digits + 10));
  return dot > digits && dot + 1 < end && bytes[dot] === byte.dot && isDigit(bytes[dot + 1]);
}

/** Position of the `@` behind a user's name at `at`, or -1. */
function signAfterName(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end && isNameByte(bytes[position] ?? 0)) position++;
  return position > at && position < end && bytes[position] === 0x40 ? position : -1;
}

function isNameByte(value: number): boolean {
  return (value >= 97 && value <= 122) || isDigit(value) || isUpper(value) || value === 95 || value === byte.minus;
}

function isPromptSign(value: number | undefined): boolean {
  return value === 0x24 || value === byte.hash;
}

/** Texts of one kind by their first byte: most lines begin with none of them. */
function byFirstByte(texts: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 256 }, (_, first) => texts.filter((text) => text.charCodeAt(0) === first));
}

const beginningsOf = byFirstByte(beginnings);
const wholeLinesOf = byFirstByte(wholeLines);

function isFixedText(bytes: Uint8Array, at: number, end: number): boolean {
  const first = bytes[at] as number;
  for (const text of beginningsOf[first] as readonly string[]) if (startsWith(bytes, at, end, text)) return true;
  for (const text of wholeLinesOf[first] as readonly string[]) if (equalsText(bytes, at, end, text)) return true;
  // `Type` or rules.
  return (first === 0x54 || first === byte.minus) && isTableHead(bytes, at, end);
}

function isMarker(bytes: Uint8Array, at: number, end: number): boolean {
  return (
    isFixedText(bytes, at, end) ||
    isOmission(bytes, at, end) ||
    isPrompt(bytes, at, end) ||
    isTree(bytes, at, end) ||
    isPagerLine(bytes, at, end)
  );
}

const machineLine = 'Running on machine: ';

/** Neither a record nor a lost line. */
export const markers: LogFormat = {
  id: 'marker',
  title: 'lines between records',
  kind: 'marker',
  specification: 'https://www.freedesktop.org/software/systemd/man/latest/journalctl.html',
  scan(bytes, start, end, out) {
    const at = skipBlanks(bytes, start, end);
    const stop = trimEnd(bytes, at, end);
    if (at >= stop) return false;
    if (!isMarker(bytes, at, stop)) return false;
    out.bodyStart = at;
    out.bodyEnd = stop;
    if (startsWith(bytes, at, stop, machineLine)) {
      out.hostStart = at + machineLine.length;
      out.hostEnd = stop;
    }
    return true;
  },
  samples: [
    'Log file created at: 2022/05/13 09:20:00',
    'Binary: Built with gc go1.8.3 for linux/amd64',
    'Log line format: [IWEF]mmdd hh:mm:ss.uuuuuu threadid file:line] msg',
    '-- Logs begin at Fri 2022-05-13 08:00:00 CST, end at Fri 2022-05-13 12:00:00 CST. --',
    '-- Journal begins at Fri 2022-05-13 08:00:00 CST, ends at Fri 2022-05-13 12:00:00 CST. --',
    '-- Reboot --',
    '-- Boot 2f1c0ffee0123456789abcdef0123456 --',
    '-- No entries --',
    '-- Subject: Unit kubelet.service has failed',
    '-- The result is failed.',
    'Hint: Some lines were ellipsized, use -l to show in full.',
    'Warning: journal has been rotated since unit was started.',
    '           ├─ 3879 /usr/bin/dockerd -H fd://',
    '           └─14207 /usr/bin/kubelet',
    '           │ └─3880 docker-containerd',
    '           |-3879 /usr/bin/dockerd',
    '           ‣ 3879 /usr/bin/dockerd',
    'lines 1-23/23 (END)',
    '* ==> kubelet <==',
    '....',
    '…',
    '--',
    '$ journalctl -u kubelet',
    '# kubectl get events',
    'ops@node-7:~$ dmesg -T',
    '[root@node-7 ~]# docker ps',
    'Events:',
    'LAST SEEN   TYPE      REASON      OBJECT      MESSAGE',
    'NAMESPACE     LAST SEEN   TYPE      REASON',
    '  Type     Reason      Age    From      Message',
    '  ----     ------      ----   ----      -------',
    '  FirstSeen	LastSeen	Count	From	SubObjectPath	Type	Reason	Message',
    '==> /var/log/messages <==',
    '```',
  ]
    .map((line): FormatSample => ({ line, expect: {} }))
    .concat([{ line: 'Running on machine: node-7', expect: { host: 'node-7' } }]),
  nearMisses: [
    'lines of text',
    '--flag',
    '..',
    '$HOME is set',
    '#012 is a line break',
    'Type of failure',
    'root@node-7 logged in',
    '--flag=value',
    '│ E0513 10:27:47.004211       1 a.go:1] x      │',
    '# time="2022-05-13T10:27:47Z" level=error msg=x',
    '[root@node-7 ~]# [12032.818764] NMI watchdog: BUG: soft lockup - CPU#6 stuck for 22s! [kubelet:1663]',
    '',
  ],
};
