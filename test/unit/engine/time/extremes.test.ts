/** Dates at the edges of calendars and clocks: each is placed where its writer meant it, or is no stamp; none ends the reading. */
import * as assert from 'node:assert/strict';
import { onlySource, triage } from '../../../support/triage';

function placed(line: string): string | null {
  const { first } = onlySource(triage({ a: [line] }));
  return first?.timeMs == null ? null : new Date(first.timeMs).toISOString();
}

describe('a stamp', () => {
  for (const [stamp, at] of [
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2021-05-13T24:00:00Z', '2021-05-14T00:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
    ['2038-01-19T03:14:08Z', '2038-01-19T03:14:08.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['2024-02-29T10:00:00Z', '2024-02-29T10:00:00.000Z'],
    ['2021-13-01T00:00:00Z', null],
    ['2021-05-13T25:00:00Z', null],
  ] as const) {
    it(`of ${stamp} is ${at ?? 'none'}`, () => {
      assert.equal(placed(`${stamp} node-7 kubelet[1]: up`), at);
      assert.equal(placed(`time="${stamp}" level=error msg="up"`), at);
    });
  }

  for (const [number, at] of [
    ['1620900000', '2021-05-13T10:00:00.000Z'],
    ['1620900000.123', '2021-05-13T10:00:00.123Z'],
    ['1620900000123', '2021-05-13T10:00:00.123Z'],
    ['1620900000123456', '2021-05-13T10:00:00.123Z'],
    ['1620900000123456789', '2021-05-13T10:00:00.123Z'],
    ['-1', null],
    ['1e400', null],
  ] as const) {
    it(`of ${number} since 1970 is ${at ?? 'none'}`, () => {
      assert.equal(placed(`{"level":"error","ts":${number},"msg":"up"}`), at);
    });
  }

  it('that ten thousand records share leaves them in the order of the file', () => {
    const gc = 'E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout';
    const { events, sources } = triage({ a: Array.from({ length: 10_000 }, () => gc) });
    assert.equal(sources[0]?.disorder, 0);
    const lines = events.map(({ line }) => line);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
  });
});
