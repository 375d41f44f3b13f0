/** Damage to a log costs what was damaged and nothing else: no failure, no byte without an account, the same report every time. */
import * as assert from 'node:assert/strict';
import type { Report } from '../../../server/src/engine/index';
import { catalogue, createEngine, formats, toMarkdown, toText, toTriageJson } from '../../../server/src/engine/index';
import { logText, randomNumbers } from '../../support/logText';

const traps = [
  '\0',
  '\u001b[31m',
  '\u202e',
  '\r',
  '\n',
  '\\',
  '"',
  '{',
  '}',
  '99:99:99',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:60Z',
  '-5m',
  '1e999',
  '__proto__',
  '\ufeff',
  'Feb 30',
  '24:00:00',
  '{"log":"',
  '=(',
  'I1332 ',
  '`',
  '\u2028',
  '1970-01-01',
  '292277026596-12-04',
].map((text) => Buffer.from(text));
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;

/** About one byte of a hundred is another one. */
function damaged(text: Buffer, random: () => number): Buffer {
  const bytes = Buffer.from(text);
  const at = (): number => Math.floor(random() * bytes.length);
  for (let count = Math.ceil(bytes.length / 100); count > 0; count--) {
    const kind = random();
    if (kind < 0.6) bytes[at()] = Math.floor(random() * 256);
    else if (kind < 0.8) bytes.copy(bytes, at(), at(), at());
    else traps[Math.floor(random() * traps.length)]?.copy(bytes, at());
  }
  return bytes;
}

function read(sources: ReadonlyMap<string, Buffer>): Report {
  const engine = createEngine();
  for (const [id, bytes] of sources) {
    const reader = engine.openSource({ id, modifiedMs: Date.UTC(2022, 4, 14) });
    reader.push(Uint8Array.from(bytes));
    reader.end();
  }
  return engine.report();
}

function accounted({ ledger }: Report['sources'][number]): number {
  return ledger.records + ledger.otherLines + ledger.lineEnds + ledger.gaps;
}

describe('logs with a hundredth of their bytes damaged', () => {
  const lines = formats.flatMap(({ samples }) => samples.map(({ line }) => line));
  const whole = [Buffer.from(lines.join('\n')), Buffer.from(logText(8000))] as const;

  it('are read to the last byte, the same every time, and told in harmless text', function () {
    this.timeout(60_000);
    const random = randomNumbers(20_221_124);
    for (let run = 0; run < 16; run++) {
      const sources = new Map([
        ['node-a/messages', damaged(whole[0], random)],
        ['node-b/kubelet.log', damaged(whole[1], random)],
        ['noise', Buffer.from(Array.from({ length: 2000 }, () => Math.floor(random() * 256)))],
      ]);
      const report = read(sources);
      for (const source of report.sources) assert.equal(accounted(source), sources.get(source.id)?.length, source.id);
      assert.deepEqual(toTriageJson(read(sources)), toTriageJson(report));
      assert.doesNotMatch(toMarkdown(report, catalogue, { language: 'en', linkBase: '' }), unsafe);
      assert.doesNotMatch(toText(report, catalogue, { language: 'zh', color: false }), unsafe);
    }
  });
});
