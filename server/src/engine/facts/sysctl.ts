/** `sysctl -a`: the kernel's limits that nodes run into. */
import type { FactFormat } from './factFormat';
import { collectLines } from './factFormat';

const keys: ReadonlySet<string> = new Set([
  'fs.file-max',
  'fs.file-nr',
  'fs.inotify.max_user_instances',
  'fs.inotify.max_user_watches',
  'kernel.hung_task_panic',
  'kernel.hung_task_timeout_secs',
  'kernel.panic',
  'kernel.panic_on_oops',
  'kernel.pid_max',
  'kernel.softlockup_panic',
  'kernel.threads-max',
  'net.bridge.bridge-nf-call-iptables',
  'net.ipv4.ip_forward',
  'net.netfilter.nf_conntrack_count',
  'net.netfilter.nf_conntrack_max',
  'vm.max_map_count',
  'vm.overcommit_memory',
  'vm.panic_on_oom',
]);

const form = /^([a-z][\w.-]{2,120}) = (.{0,200})$/;

/** Values of the keys that matter, the key as subject; how full the connection table is. */
export const sysctl: FactFormat = {
  id: 'sysctl',
  title: 'sysctl -a',
  specification: 'https://man7.org/linux/man-pages/man8/sysctl.8.html',
  names: ['sysctl', 'conntrack.usedPercent'],
  looksLikeMine(firstLines) {
    const matching = firstLines.filter((line) =>
      /^(?:abi|crypto|debug|dev|fs|kernel|net|sunrpc|user|vm)\.[\w./-]+ = /.test(line),
    );
    return matching.length > 0 && matching.length * 2 > firstLines.filter((line) => line.trim() !== '').length;
  },
  createCollector() {
    let count = Number.NaN;
    let countLine = 0;
    let limit = Number.NaN;
    return collectLines(
      (text, line, add) => {
        const found = form.exec(text);
        const key = found?.[1] ?? '';
        if (!keys.has(key)) return;
        const value = found?.[2]?.trim() ?? '';
        add('sysctl', /^\d{1,15}$/.test(value) ? Number(value) : value, line, key);
        if (key === 'net.netfilter.nf_conntrack_count') {
          count = Number(value);
          countLine = line;
        } else if (key === 'net.netfilter.nf_conntrack_max') limit = Number(value);
      },
      (add) => {
        if (limit > 0 && count >= 0) add('conntrack.usedPercent', Math.round((count * 100) / limit), countLine);
      },
    );
  },
};
