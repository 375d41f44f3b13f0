/** One log of any size: days of a node on which nothing is wrong, and at its end the story of a failure. */
import { closeSync, openSync, utimesSync, writeSync } from 'node:fs';
import { lockStory } from './stories';

const storyMs = Date.UTC(2022, 4, 13, 10, 0, 0);
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May'];
const pods = ['shop/web-6f5d8b9c7-x2x4z', 'shop/cart-5c9f7d6b8-8kq2m', 'shop/billing-0', 'monitoring/scraper-vtbnq'];

/** What the node says all day. */
const ordinary: readonly ((stamp: string, klog: string, number: number) => string)[] = [
  (stamp, _klog, number) => `${stamp} node-a systemd: Started Session ${number} of user root.`,
  (stamp, klog, number) =>
    `${stamp} node-a kubelet: I${klog}   14207 prober.go:117] "Probe succeeded" probeType="Readiness" pod="${pods[number % pods.length]}"`,
  (stamp, _klog, number) =>
    `${stamp} node-a dockerd: level=debug msg="Calling GET /v1.24/containers/json" spanID=${number.toString(16)}`,
  (stamp, klog) => `${stamp} node-a kubelet: I${klog}   14207 kubelet.go:2130] SyncLoop (housekeeping)`,
  (stamp, _klog, number) => `${stamp} node-a crond[${1000 + (number % 9000)}]: (root) CMD (/usr/lib64/sa/sa1 1 1)`,
];

/** Writes about `bytes` bytes; the failure is in the last lines. */
export function writeLargeLog(file: string, bytes: number): void {
  const handle = openSync(file, 'w');
  const story = `${lockStory().join('\n')}\n`;
  const perSecond = 20;
  const seconds = Math.ceil((bytes - story.length) / (perSecond * 95));
  let number = 0;
  let block: string[] = [];
  for (let second = -seconds; second < 0; second++) {
    const time = new Date(storyMs + second * 1000);
    const clock = time.toISOString().slice(11, 19);
    const month = time.getUTCMonth();
    const day = time.getUTCDate();
    const stamp = `${months[month]} ${String(day).padStart(2, ' ')} ${clock}`;
    const klog = `${String(month + 1).padStart(2, '0')}${String(day).padStart(2, '0')} ${clock}.004211`;
    for (let line = 0; line < perSecond; line++, number++)
      block.push((ordinary[number % ordinary.length] as (typeof ordinary)[number])(stamp, klog, number));
    if (block.length < 20_000) continue;
    writeSync(handle, `${block.join('\n')}\n`);
    block = [];
  }
  writeSync(handle, `${[...block, ''].join('\n')}${story}`);
  closeSync(handle);
  utimesSync(file, storyMs / 1000 + 900, storyMs / 1000 + 900);
}
