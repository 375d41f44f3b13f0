/** Writes what was said as log files, in one of the ways that collectors leave them. */
import type { Program, Said } from './world';

/** How the files of a node look. */
export type Layout = 'syslog' | 'journal' | 'files';
export const layouts: readonly Layout[] = ['syslog', 'journal', 'files'];

/** A written file, and the step of the truth that each of its lines belongs to. */
export interface WrittenFile {
  readonly name: string;
  readonly lines: readonly { readonly text: string; readonly step: string | null }[];
}

interface Entry {
  readonly at: number;
  readonly text: string;
  readonly step: string | null;
}

const logrusPrograms: readonly Program[] = ['dockerd', 'containerd', 'crio'];
const klogPrograms: readonly Program[] = ['kubelet', 'kube-proxy', 'kube-apiserver', 'kube-controller-manager'];
const levelOf = { F: 'fatal', E: 'error', W: 'warning', I: 'info' } as const;
const pids: Readonly<Partial<Record<Program, number>>> = { kubelet: 1402, dockerd: 1733, containerd: 1204, systemd: 1 };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** When the machines booted and the collection was made, and what a file's clock is off by, in ms. */
export interface Times {
  readonly startMs: number;
  readonly collectedMs: number;
  readonly skew: (file: string) => number;
}

/** All files that hold what was said. */
export function writeFiles(all: readonly Said[], layout: Layout, times: Times): WrittenFile[] {
  const files = new Map<string, Entry[]>();
  for (const said of all) {
    const name = fileOf(said, layout);
    const at = said.at + times.skew(name);
    const entries = files.get(name) ?? [];
    files.set(name, entries);
    entries.push({ at, text: lineOf(said, at, layout, times), step: said.step });
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entries]) => toFile(name, entries));
}

function toFile(name: string, entries: readonly Entry[]): WrittenFile {
  const lines = entries
    .map((entry, order) => ({ ...entry, order }))
    .sort((a, b) => a.at - b.at || a.order - b.order)
    .map(({ text, step }) => ({ text, step }));
  const header = { text: 'LAST SEEN   TYPE      REASON   OBJECT   MESSAGE', step: null };
  return { name, lines: name === 'events.txt' ? [header, ...lines] : lines };
}

function fileOf(said: Said, layout: Layout): string {
  if (said.program === 'event') return 'events.txt';
  if (said.program === 'etcd') return `${said.node}/etcd.log`;
  if (said.node === 'control-1') return `${said.node}/${said.program}.log`;
  if (layout === 'syslog') return `${said.node}/messages`;
  if (said.program === 'kernel') return layout === 'journal' ? `${said.node}/dmesg.txt` : `${said.node}/kern.log`;
  if (layout === 'journal') return `${said.node}/journal.txt`;
  const own = [...klogPrograms, ...logrusPrograms].includes(said.program);
  return own ? `${said.node}/${said.program}.log` : `${said.node}/syslog`;
}

function lineOf(said: Said, at: number, layout: Layout, times: Times): string {
  if (said.program === 'event') return eventLine(said, at, times);
  if (said.program === 'etcd') return etcdLine(said, at);
  const body = bodyOf(said, at);
  if (said.node === 'control-1') return body;
  if (said.program === 'kernel') return kernelLine(said, at, layout, times);
  const raw = layout === 'files' && [...klogPrograms, ...logrusPrograms].includes(said.program);
  return raw ? body : `${syslogTime(at)} ${said.node} ${said.program}[${pids[said.program] ?? 911}]: ${body}`;
}

/** What the program itself writes. */
function bodyOf(said: Said, at: number): string {
  if (klogPrograms.includes(said.program)) {
    const iso = new Date(at).toISOString();
    return `${said.letter}${iso.slice(5, 7)}${iso.slice(8, 10)} ${iso.slice(11, 23)}417    1402 ${said.site}] ${said.message}`;
  }
  // What is no log message of theirs (a dump, an abort, a child's standard error) comes without a frame.
  if (
    !logrusPrograms.includes(said.program) ||
    /^(?:goroutine|sync\.|Another app|runtime\/cgo|SIGABRT)/.test(said.message)
  )
    return said.message;
  const extra = said.site.includes('=') ? ` ${said.site}` : '';
  return `time="${new Date(at).toISOString().replace('Z', '000000Z')}" level=${levelOf[said.letter]} msg="${said.message.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"${extra}`;
}

function kernelLine(said: Said, at: number, layout: Layout, times: Times): string {
  if (layout === 'journal') {
    const time = new Date(at);
    return `[${days[time.getUTCDay()]} ${months[time.getUTCMonth()]} ${String(time.getUTCDate()).padStart(2)} ${time.toISOString().slice(11, 19)} ${time.getUTCFullYear()}] ${said.message}`;
  }
  const seconds = (said.at - times.startMs) / 1000 + 88_000;
  return `${syslogTime(at)} ${said.node} kernel: [${seconds.toFixed(6).padStart(12)}] ${said.message}`;
}

function etcdLine(said: Said, at: number): string {
  const fields = said.site.startsWith('"') ? `,${said.site}` : '';
  return `{"level":"${said.letter === 'W' ? 'warn' : 'info'}","ts":"${new Date(at).toISOString()}","caller":"${fields === '' ? said.site : 'wal/wal.go:805'}","msg":"${said.message}"${fields}}`;
}

/** `kubectl get events`: ages count back from the moment of collection, some time after the last line. */
function eventLine(said: Said, at: number, times: Times): string {
  const age = Math.max(1, Math.round((times.collectedMs - at) / 1000));
  const text = age < 120 ? `${age}s` : age < 600 ? `${Math.floor(age / 60)}m${age % 60}s` : `${Math.floor(age / 60)}m`;
  const { reason, object } = said.event ?? { reason: 'Event', object: 'node/x' };
  return `${text.padEnd(11)} ${(said.letter === 'I' ? 'Normal' : 'Warning').padEnd(9)} ${reason.padEnd(24)} ${object.padEnd(50)} ${said.message}`;
}

function syslogTime(at: number): string {
  const time = new Date(at);
  return `${months[time.getUTCMonth()]} ${String(time.getUTCDate()).padStart(2)} ${time.toISOString().slice(11, 19)}`;
}
