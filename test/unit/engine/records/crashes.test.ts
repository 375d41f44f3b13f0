/** A Go program that dies is one record: its reason with the stack below it; every further goroutine is one of its own. */
import assert from 'node:assert/strict';
import { onlySource, triage } from '../../../support/triage';

const before = 'I0513 10:31:02.004211   14207 kubelet.go:1216] starting';

const crash = [
  'panic: runtime error: invalid memory address or nil pointer dereference',
  '[signal SIGSEGV: segmentation violation code=0x1 addr=0x8 pc=0x47f1c2]',
  '',
  'goroutine 1 [running]:',
  'main.main()',
  '\t/go/src/example.org/agent/main.go:41 +0x1d',
];

const others = [
  '',
  'goroutine 7 [semacquire, 12 minutes]:',
  'sync.runtime_Semacquire(0xc00018a0f8)',
  '\t/usr/local/go/src/runtime/sema.go:56 +0x45',
  '',
  'goroutine 8 [select]:',
  'main.watch()',
];

describe('a Go crash', () => {
  it('is one record with the stack that it happened in', () => {
    const source = onlySource(triage({ 'agent.log': [...crash, ...others] }));
    assert.equal(source.records, 3);
    assert.equal(source.unparsedLines, 0);
  });

  it('happened when the line above it was written', () => {
    const report = triage({ 'kubelet.log': [before, ...crash] }, { year: 2022, zone: 'UTC' });
    assert.equal(onlySource(report).records, 2);
    const event = report.events.find(({ signature }) => signature === 'go-panic');
    assert.equal(event?.timeMs, Date.UTC(2022, 4, 13, 10, 31, 2, 4));
    assert.deepEqual([event.line, event.endLine], [2, 7]);
  });

  it('does not take in what the next start of the program says', () => {
    const source = onlySource(triage({ 'kubelet.log': [before, crash[0] ?? '', before, before] }));
    assert.equal(source.records, 4);
  });

  it('counts line by line where a journal has put a stamp before each', () => {
    const lines = crash.filter((line) => line !== '').map((line) => `May 13 10:31:02 node-7 agent[41]: ${line}`);
    assert.equal(onlySource(triage({ 'journal.log': lines })).records, lines.length);
  });

  it('is asked for with a signal', () => {
    const lines = [
      'SIGQUIT: quit',
      'PC=0x46b5e1 m=0 sigcode=0',
      '',
      'goroutine 0 [idle]:',
      'runtime.futex()',
      ...others,
    ];
    assert.equal(onlySource(triage({ 'agent.log': lines })).records, 3);
  });
});

describe('a notice about a flag', () => {
  const notice = 'Flag --cgroup-driver has been deprecated, This parameter should be set via the config file.';

  it('is a record before the log begins', () => {
    const source = onlySource(triage({ 'kubelet.log': [notice, notice, before, before, before] }));
    assert.equal(source.records, 5);
    assert.equal(source.unparsedLines, 0);
    assert.equal(source.format, 'klog');
  });

  it('continues the record above it, as every line without a stamp does', () => {
    const source = onlySource(triage({ 'kubelet.log': [before, notice, notice, before] }));
    assert.equal(source.records, 2);
    assert.equal(source.unparsedLines, 0);
  });

  it('is a record where a journal put a stamp before it', () => {
    const line = `May 13 10:31:02 node-7 kubelet[41]: ${notice}`;
    assert.equal(onlySource(triage({ 'journal.log': [line, line] })).records, 2);
  });
});
