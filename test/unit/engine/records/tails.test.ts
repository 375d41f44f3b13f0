/** Reports of several lines (an OOM kill, a hung task, an oops, a Go crash) are one event from their first line to their last. */
import assert from 'node:assert/strict';
import type { Report, TriageEvent } from '../../../../server/src/engine/index';
import { onlySource, triage } from '../../../support/triage';

const podCgroup = '/kubepods/burstable/pod5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa';
const container = '3fd1c0b6a7de3fd1c0b6a7de3fd1c0b6a7de3fd1c0b6a7de3fd1c0b6a7de3fd1';

const oomReport = [
  'java invoked oom-killer: gfp_mask=0xd0, order=0, oom_score_adj=999',
  `java cpuset=${container} mems_allowed=0`,
  'CPU: 3 PID: 31490 Comm: java Not tainted 4.14.0-115.el7 #1',
  'Hardware name: Example Machine, BIOS 1.10 01/01/2018',
  'Call Trace:',
  ' dump_stack+0x63/0x85',
  ' dump_header+0x9f/0x23a',
  ' [<ffffffff8163a8a8>] oom_kill_process+0x21f/0x430',
  `Task in ${podCgroup}/${container} killed as a result of limit of ${podCgroup}`,
  'memory: usage 1048576kB, limit 1048576kB, failcnt 81234',
  '[ pid ]   uid  tgid total_vm      rss nr_ptes nr_pmds swapents oom_score_adj name',
  '[31490]     0 31490   267028   227168     512       6        0           999 java',
  'Memory cgroup out of memory: Kill process 31537 (java) score 1982 or sacrifice child',
  'Killed process 31537 (java) total-vm:1068112kB, anon-rss:908672kB, file-rss:17424kB, shmem-rss:0kB',
  'oom_reaper: reaped process 31537 (java), now anon-rss:0kB, file-rss:0kB, shmem-rss:0kB',
];

const hungReport = [
  'INFO: task dockerd:2110 blocked for more than 120 seconds.',
  '      Not tainted 4.14.0-115.el7 #1',
  '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.',
  'dockerd         D    0  2110      1 0x00000080',
  'Call Trace:',
  ' __schedule+0x28d/0x880',
  ' schedule+0x36/0x80',
  ' ? wait_woken+0x80/0x80',
  ' io_schedule+0x16/0x40',
  ' jbd2_log_wait_commit+0x9f/0x120',
];

const oopsReport = [
  'BUG: unable to handle kernel NULL pointer dereference at 0000000000000050',
  'IP: [<ffffffffc0a1b2c3>] nf_nat_setup_info+0x12/0x30',
  'PGD 0 ',
  'Oops: 0002 [#1] SMP NOPTI',
  'Modules linked in: veth xt_nat',
  'CPU: 1 PID: 811 Comm: iptables Not tainted 4.14.0-115.el7 #1',
  'RIP: 0010:[<ffffffffc0a1b2c3>]  [<ffffffffc0a1b2c3>] nf_nat_setup_info+0x12/0x30',
  'RSP: 0018:ffffc90000f3bd10 EFLAGS: 00010246',
  'Call Trace:',
  ' nf_nat_alloc_null_binding+0x2c/0x40',
  'Code: 48 89 e5 41 57',
  '---[ end trace 8c1f1b2a3d4e5f60 ]---',
];

/** Lines of the kernel as syslog passes them on, a millisecond apart. */
function inSyslog(messages: readonly string[], host = 'node-7', from = 0): string[] {
  return messages.map(
    (message, index) =>
      `May 13 10:27:47 ${host} kernel: [12011.${String(118_000 + (from + index) * 1000).padStart(6, '0')}] ${message}`,
  );
}

const kubelet = 'May 13 10:27:47 node-7 kubelet[14207]: I0513 10:27:47.004211   14207 kubelet.go:1775] syncing';

function read(lines: readonly string[]): Report {
  return triage({ 'node-7/messages': lines }, { year: 2022, zone: 'UTC' });
}

/** The events without what merely follows for the victim's container. */
function eventsOf(report: Report): TriageEvent[] {
  return report.events.filter(({ signature }) => signature !== 'container-process-killed');
}

function only(report: Report): TriageEvent {
  const events = eventsOf(report);
  assert.deepEqual(events.map(({ signature, line, endLine }) => `${signature} ${line}-${endLine}`).slice(1), []);
  return events[0] as TriageEvent;
}

describe('a report of several lines', () => {
  it('is one event: an OOM kill with its victim and the cgroup that was full', () => {
    const report = read([kubelet, ...inSyslog(oomReport), kubelet]);
    const event = only(report);
    assert.equal(event.signature, 'kernel-oom-kill-memcg');
    assert.deepEqual([event.line, event.endLine], [2, oomReport.length], 'the cleaning up is no part of it');
    assert.equal(event.timeMs, Date.UTC(2022, 4, 13, 10, 27, 47));
    assert.equal(event.entities.process, 'java');
    assert.equal(event.entities.pid, '31537');
    assert.match(event.text, /invoked oom-killer.*\n.*out of memory: Kill process 31537 \(java\)/);
    assert.equal(event.entities.uid, '5b6d1c7e-9a51-4c39-8a0e-0c55e2f5d6aa');
    assert.match(event.entities.container ?? '', /^3fd1c0b6a7de/);
    assert.equal(onlySource(report).records, 2 + oomReport.length, 'records are still counted by line');
  });

  it('is one event: a hung task with what it waits for', () => {
    const event = only(read(inSyslog(hungReport)));
    assert.equal(event.signature, 'kernel-hung-task');
    assert.deepEqual([event.line, event.endLine], [1, hungReport.length]);
    assert.equal(event.entities.stack, 'io_schedule < jbd2_log_wait_commit');
  });

  it('is one event: an oops with the place and the program', () => {
    const event = only(read(inSyslog(oopsReport)));
    assert.equal(event.signature, 'kernel-oops');
    assert.deepEqual([event.line, event.endLine], [1, oopsReport.length]);
    assert.equal(event.entities.process, 'iptables');
    assert.match(event.entities.stack ?? '', /^nf_nat_setup_info/);
  });

  it('is one event: a Go program that died line by line in the journal', () => {
    const lines = [
      'panic: runtime error: invalid memory address or nil pointer dereference',
      '[signal SIGSEGV: segmentation violation code=0x1 addr=0x8 pc=0x47f1c2]',
      'goroutine 1 [running]:',
      'main.(*agent).run(0xc000118000)',
      '\t/go/src/example.org/agent/main.go:41 +0x1d',
      'main.main()',
      '\t/go/src/example.org/agent/main.go:12 +0x2f',
    ].map((line) => `May 13 10:27:47 node-7 agent[41]: ${line}`);
    const event = only(read([...lines, kubelet]));
    assert.deepEqual([event.signature, event.line, event.endLine], ['go-panic', 1, 7]);
    assert.equal(event.entities.stack, 'main.(*agent).run < main.main');
  });

  it('is not broken by what others write meanwhile', () => {
    const between = inSyslog(oomReport).flatMap((line) => [
      line,
      kubelet,
      kubelet.replace('kubelet[14207]', 'dockerd[3]'),
    ]);
    const event = only(read(between));
    assert.deepEqual([event.signature, event.line, event.endLine], ['kernel-oom-kill-memcg', 1, between.length - 5]);
  });

  it('keeps what happened to others meanwhile, in the order of the lines', () => {
    const other = `May 13 10:27:47 node-7 kubelet[14207]: E0513 10:27:47.004211   14207 kubelet.go:1216] PLEG is not healthy: pleg was last seen active 3m12.3s ago; threshold is 3m0s`;
    const lines = [...inSyslog(oomReport.slice(0, 5)), other, ...inSyslog(oomReport.slice(5), 'node-7', 5), other];
    assert.deepEqual(
      eventsOf(read(lines)).map(({ signature, line }) => `${signature} ${line}`),
      ['kernel-oom-kill-memcg 1', 'pleg-unhealthy 6', 'pleg-unhealthy 17'],
    );
  });

  it('ends where the next one begins', () => {
    const lines = [...inSyslog(hungReport), ...inSyslog(hungReport.map((line) => line.replace('dockerd', 'runc')))];
    assert.deepEqual(
      eventsOf(read(lines)).map(({ entities, line, endLine }) => `${entities.process} ${line}-${endLine}`),
      ['dockerd 1-10', 'runc 11-20'],
    );
  });

  it('does not take in the lines of another machine, or of another time', () => {
    const other = read([...inSyslog(hungReport.slice(0, 5)), ...inSyslog(hungReport.slice(5), 'node-8')]);
    assert.equal(other.events[0]?.endLine, 5);
    const later = inSyslog(hungReport.slice(5)).map((line) => line.replace('10:27:47', '10:29:47'));
    assert.equal(read([...inSyslog(hungReport.slice(0, 5)), ...later]).events[0]?.endLine, 5);
  });

  it('tells of every further victim by itself', () => {
    const second = 'Memory cgroup out of memory: Kill process 31601 (node) score 1 or sacrifice child';
    const lines = inSyslog([...oomReport.slice(0, 14), second]);
    assert.deepEqual(
      eventsOf(read(lines)).map(({ entities, line, endLine }) => `${entities.pid} ${line}-${endLine}`),
      ['31537 1-14', '31601 15-15'],
    );
  });

  it('is told of as far as it was collected', () => {
    const event = only(read(inSyslog(oomReport.slice(0, 6))));
    assert.deepEqual([event.signature, event.line, event.endLine], ['kernel-oom-invoked', 1, 6]);
    const kill = only(read(inSyslog(oomReport.slice(12, 13))));
    assert.deepEqual([kill.signature, kill.line, kill.endLine], ['kernel-oom-kill-memcg', 1, 1]);
  });

  it('explains its lines: none of them is listed as a message that nobody knows', () => {
    const lines = Array.from({ length: 40 }, () => inSyslog(oomReport)).flat();
    const templates = read(lines).unexplained.map(({ template }) => template);
    assert.deepEqual(templates, []);
  });
});
