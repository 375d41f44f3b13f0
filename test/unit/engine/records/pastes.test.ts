/** However people paste a log, each line stays a record with its severity, its message and its instant. */
import assert from 'node:assert/strict';
import type { Report } from '../../../../server/src/engine/index';
import { onlySource, triage } from '../../../support/triage';

const message = 'Container garbage collection failed: operation timeout: context deadline exceeded';
const klog = `E0513 10:31:02.004211   14207 kubelet.go:1216] ${message}`;

/** One record as each of the daemons and their transports write it; all of them hold an error of klog's. */
const records: readonly string[] = [
  klog,
  `May 13 10:31:02 node-7 kubelet[14207]: ${klog}`,
  `2022-05-13T10:31:02.004211+00:00 node-7 kubelet[14207]: ${klog}`,
  `2022-05-13T10:31:02.004211Z stderr F ${klog}`,
  `{"log":"${klog}\\n","stream":"stderr","time":"2022-05-13T10:31:02.004211Z"}`,
  `<27>1 2022-05-13T10:31:02.004211Z node-7 kubelet 14207 - - ${klog}`,
];

/** What pages, tools, editors and chats put around a line. */
const pastes: Readonly<Record<string, (line: string) => string>> = {
  'as it is': (line) => line,
  'a quotation': (line) => `> ${line}`,
  'a quotation of a quotation': (line) => `>> > ${line}`,
  'a table cell': (line) => `| ${line}`,
  'an indented block': (line) => `    ${line}`,
  'a tab': (line) => `\t${line}`,
  'spaces that do not break': (line) => `\u00a0\u00a0${line}`,
  'a list': (line) => `- ${line}`,
  'a bullet': (line) => `• ${line}`,
  'a numbered list': (line) => `3. ${line}`,
  'line numbers of an editor': (line) => `  1204\t${line}`,
  'line numbers of grep': (line) => `12:${line}`,
  'names and numbers of grep': (line) => `var/log/node-7/messages:12:${line}`,
  'a diff': (line) => `+${line}`,
  code: (line) => `\`${line}\``,
  'bold type': (line) => `**${line}**`,
  'colours of a terminal': (line) => `\x1b[0;31m${line}\x1b[0m`,
  'colours without their escape character': (line) => `[31m${line}[0m`,
  'colours written by a shell': (line) => `^[[31m${line}^[[0m`,
  'the end of a DOS line': (line) => `${line}\r`,
  'blanks behind it': (line) => `${line}   `,
  'the byte order mark': (line) => `\ufeff${line}`,
  'kubectl logs --prefix': (line) => `[pod/kubelet-proxy-x7k2p/main] ${line}`,
  stern: (line) => `kubelet-proxy-x7k2p main ${line}`,
  'the source of a web page': (line) =>
    line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'a web page with numbers for quotes': (line) => line.replaceAll('"', '&#34;'),
  'the inside of a string': (line) => JSON.stringify(line).slice(1, -1),
  'a time of day': (line) => `10:31:02.123456 ${line}`,
  'a time of day in brackets': (line) => `[10:31:02] ${line}`,
  'a date with the month first': (line) => `05/13/2022 10:31:02 AM ${line}`,
  'a date with the day first': (line) => `13.05.2022 10:31:02 ${line}`,
  'a date with the name of the month': (line) => `13-May-2022 10:31:02.123 ${line}`,
  'a Chinese date': (line) => `2022年05月13日 10:31:02 ${line}`,
  'docker compose': (line) => `node-7_1  | ${line}`,
};

function read(line: string): Report {
  return triage({ 'node-7/paste.txt': `${line}\n` }, { zone: 'UTC' });
}

describe('a pasted line', () => {
  for (const [name, paste] of Object.entries(pastes)) {
    it(`is read behind ${name}`, () => {
      for (const record of records) {
        const line = paste(record);
        const report = read(line);
        const source = onlySource(report);
        assert.equal(source.records, 1, line);
        assert.equal(source.format, 'klog', line);
        assert.equal(source.severities.error, 1, line);
        const [event] = report.events;
        assert.equal(event?.signature, 'container-gc-failed', line);
        assert.equal(event?.timeMs, Date.UTC(2022, 4, 13, 10, 31, 2, 4), line);
        const [from, to] = event?.span ?? [0, 0];
        assert.ok(line.slice(from, to).startsWith('Container garbage'), `${line}: ${line.slice(from, to)}`);
      }
    });
  }

  it('is read whatever its neighbours are pasted as', () => {
    const lines = Object.values(pastes).flatMap((paste) => records.map(paste));
    const source = onlySource(triage({ 'node-7/paste.txt': lines }, { zone: 'UTC' }));
    assert.equal(source.records, lines.length);
    assert.equal(source.severities.error, lines.length);
  });
});
