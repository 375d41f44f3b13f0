/** What stamps reveal about a clock is the same whether a source is read whole or in stretches. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LineScan, noZone, StampKind } from '../../../../server/src/engine/formats/format';
import { ClockEvidence } from '../../../../server/src/engine/time/clockEvidence';

interface Line {
  readonly kind: (typeof StampKind)[keyof typeof StampKind];
  readonly wallMs: number;
  readonly inner: number | null;
  readonly isMarker: boolean;
}

const marker = Buffer.from('-- Reboot --');

function scanOf(kind: Line['kind'], wallMs: number, zoneMinutes: number): LineScan {
  const scan = new LineScan();
  scan.stampKind = kind;
  scan.wallMs = wallMs;
  scan.zoneMinutes = zoneMinutes;
  return scan;
}

function read(evidence: ClockEvidence, lines: readonly Line[], linesBefore: number): void {
  lines.forEach(({ kind, wallMs, inner, isMarker }, index) => {
    const line = linesBefore + index + 1;
    if (isMarker) {
      evidence.addMarker(marker, 0, marker.length, 1);
      return;
    }
    const outer = scanOf(kind, wallMs, kind === StampKind.dated ? 60 : noZone);
    evidence.addOuter(outer, 0, line);
    if (inner === null) return;
    const isBoot = inner % 2 === 0;
    evidence.addPair(
      outer,
      scanOf(isBoot ? StampKind.boot : StampKind.dated, isBoot ? wallMs % 9_000_000 : wallMs - inner * 900_000, 0),
      0,
      line,
    );
  });
}

/** What settling asks it for. */
function told(evidence: ClockEvidence): unknown {
  evidence.endRuns();
  const { innerUtc, innerWall, boots, jumps, statedZones, datedYears, firstDatedYear, yearlessStamps } = evidence;
  const runs = boots.runs.map(({ firstLine, pairs, sample }) => [firstLine, pairs, [...sample].sort()]);
  return [
    innerUtc.main,
    innerUtc.stretches,
    innerWall.main,
    runs,
    jumps,
    statedZones,
    datedYears,
    firstDatedYear,
    yearlessStamps,
  ];
}

const line: fc.Arbitrary<Line> = fc.record({
  kind: fc.constantFrom(StampKind.dated, StampKind.yearless, StampKind.boot),
  wallMs: fc.integer({ min: 0, max: 9_000_000 }).map((ms) => 63_072_000_000 + ms),
  inner: fc.option(fc.integer({ min: 0, max: 5 })),
  isMarker: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
});

describe('clock evidence', () => {
  it('is the same in stretches', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.array(line, { maxLength: 40 }), (before, after) => {
        const whole = new ClockEvidence();
        read(whole, before, 0);
        whole.beginBlock(4_194_304);
        read(whole, after, before.length);
        const first = new ClockEvidence();
        read(first, before, 0);
        const second = new ClockEvidence();
        second.beginBlock(4_194_304);
        read(second, after, 0);
        first.append(second, before.length);
        assert.deepEqual(told(first), told(whole));
      }),
      { numRuns: 300 },
    );
  });
});
