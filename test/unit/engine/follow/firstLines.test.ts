/** The first lines about a thing: the earliest of all sources, found by reading little, and honest about what may be missing. */
import { strict as assert } from 'node:assert';
import { createPlainNameTable } from '../../../../server/src/engine/follow/nameTable';
import type { FirstLines, FollowResult, IndexedText, TextNames } from '../../../../server/src/engine/index';
import {
  createEngine,
  eventsByTime,
  firstLines,
  identifierOfName,
  NameIndexer,
  Pursuit,
} from '../../../../server/src/engine/index';
import { indexStretches } from '../../../support/indexLines';

const pod = 'shop/billing-0';
const uid = '0f0f3b1e-d261-11ec-9d64-0242ac120002';
const container = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A line of kubelet, so many seconds after two o'clock. */
function line(seconds: number, message: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `I0314 02:${two(Math.floor(seconds / 60))}:${two(seconds % 60)}.000000    1400 x.go:1] ${message}`;
}

/** Lines about it every ten seconds, the first of a file by another name than those that follow. */
function linesAbout(from: number, names: readonly string[], count: number): string {
  const lines: string[] = [];
  for (let index = 0; index < count; index++) {
    lines.push(line(from + index * 10, `sync of ${names[Math.min(index, names.length - 1)]}`));
    for (let other = 1; other < 60; other++)
      lines.push(line(from + index * 10 + (other % 10), `probe of shop/other-${other}`));
  }
  return `${lines.join('\n')}\n`;
}

const kubelet = linesAbout(60, [`pod="${pod}" podUID="${uid}"`, `pod="${pod}"`], 60);
const runtime = linesAbout(5, [`pod="${pod}" containerID="docker://${container}"`, container.slice(0, 12)], 60);

class Case {
  private readonly names = new Map<string, TextNames>();
  read = 0;
  private readonly bytes: ReadonlyMap<string, Uint8Array>;
  private readonly engine = createEngine({ year: 2023 });
  readonly report;

  constructor(texts: Readonly<Record<string, string>>, stretches = 10) {
    this.bytes = new Map(Object.entries(texts).map(([id, text]) => [id, new TextEncoder().encode(text)]));
    const indexer = new NameIndexer(createPlainNameTable, 512);
    for (const [id, bytes] of this.bytes) {
      const reader = this.engine.openSource({ id, modifiedMs: Date.UTC(2023, 2, 14, 4) });
      reader.push(bytes);
      reader.end();
      this.names.set(id, indexStretches(indexer, bytes, stretches));
    }
    this.report = this.engine.report();
  }

  first(name: string, count: number, isIndexed = (_id: string) => true): FirstLines {
    this.read = 0;
    const indexed = [...this.bytes].filter(([id]) => isIndexed(id));
    const isAll = indexed.length === this.bytes.size;
    const texts = indexed.map(
      ([id, bytes]): IndexedText => ({
        id,
        names: this.names.get(id) as TextNames,
        isWhole: true,
        read: (from, to) => {
          this.read += to - from;
          return bytes.subarray(from, to);
        },
      }),
    );
    const source = (id: string) => this.source(id);
    const options = { known: null, means: {}, source, count, isAll, events: () => eventsByTime(this.report.events) };
    return firstLines(identifierOfName(name, new Set()), texts, options);
  }

  all(name: string): FollowResult {
    const pursuit = new Pursuit(identifierOfName(name, new Set()), null);
    while (pursuit.begin()) {
      for (const [id, bytes] of this.bytes) {
        const reader = pursuit.openSource({ id });
        reader.push(bytes);
        reader.end();
      }
    }
    return pursuit.result((id) => this.source(id), 100_000);
  }

  private source(id: string): Case['report']['sources'][number] | undefined {
    return this.report.sources.find((source) => source.id === id);
  }
}

const placesOf = ({ mentions }: FollowResult): string[] =>
  mentions.map((mention) => `${mention.source}:${mention.line}`);

describe('the first lines about a thing', () => {
  it('are the earliest of all sources, by whatever names they reveal', () => {
    const logs = new Case({ kubelet, runtime });
    for (const name of [pod, container]) {
      const first = logs.first(name, 20);
      assert.deepEqual(placesOf(first), placesOf(logs.all(name)).slice(0, 20));
      assert.equal(first.isWhole, false);
      assert.equal(first.thing.name, pod);
      assert.ok(first.thing.spellings.includes(container.slice(0, 12)));
    }
  });

  it('cost little to read', () => {
    const logs = new Case({ kubelet, runtime });
    assert.equal(logs.first(pod, 20).mentions.length, 20);
    assert.ok(logs.read < (kubelet.length + runtime.length) / 4, `${logs.read} bytes`);
  });

  it('are all when there are no others', () => {
    const logs = new Case({ kubelet, runtime });
    const first = logs.first(pod, 120);
    assert.deepEqual(first, { ...logs.all(pod), isWhole: true });
    assert.equal(first.total, 120);
    assert.equal(logs.first(pod, 119).isWhole, false);
    assert.deepEqual(logs.first('shop/nobody', 10).isWhole, true);
  });

  it('are events, as far as nothing else is known yet of where names stand', () => {
    const failed = `Container garbage collection failed for pod="${pod}": context deadline exceeded`;
    const logs = new Case({
      kubelet: `${line(100, `${failed} containerID="${container}"`)}\n${line(300, `${failed}x`)}\n`,
      runtime: `${line(200, `pod="${pod}"`)}\n${line(250, failed.replace(pod, `${pod}1`))}\n`,
    });
    assert.ok(logs.report.events.length >= 3);
    const whole = placesOf(logs.all(pod));
    assert.deepEqual(whole, ['kubelet:1', 'runtime:1', 'kubelet:2']);
    const nothing = logs.first(pod, 30, () => false);
    assert.deepEqual([placesOf(nothing), nothing.isWhole], [['kubelet:1', 'kubelet:2'], false]);
    assert.deepEqual(placesOf(logs.first(container, 30, () => false)), ['kubelet:1', 'kubelet:2']);
    const some = logs.first(pod, 30, (id) => id === 'runtime');
    assert.deepEqual([placesOf(some), some.isWhole], [whole, false]);
    const blind = logs.first('context deadline', 30);
    assert.deepEqual(placesOf(blind).slice(0, 1), ['kubelet:1']);
  });

  it('are said to be incomplete where no index knows the name', () => {
    const { mentions, isWhole } = new Case({ kubelet }).first('123456', 10);
    assert.deepEqual([mentions, isWhole], [[], false]);
  });

  it('are looked for in a few megabytes only, however often what resembles the name stands there', () => {
    const logs = new Case({ log: `${line(1, 'disk sda1 of the machine is fine')}\n`.repeat(80_000) });
    const { mentions, isWhole } = logs.first('disk sda1 of the machine', 10);
    assert.equal(mentions.length, 10);
    const none = logs.first('disk sda1 of a machine', 10);
    assert.deepEqual([none.mentions, none.isWhole], [[], false]);
    assert.equal(isWhole, false);
    assert.ok(logs.read < 3 * 1024 * 1024, `${logs.read} bytes`);
  });
});
