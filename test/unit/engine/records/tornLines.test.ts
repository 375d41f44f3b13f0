/** Lines that a terminal or a mail cut at its margin, in the middle of what a signature is found by. */
import { strict as assert } from 'node:assert';
import { catalogue, createEngine } from '../../../../server/src/engine/index';

const line = `Jul 14 12:47:50 master-1 drainer[14758]: E0714 12:47:50.456928   14758 drain_controller.go:163] error when evicting pods/"web-0" -n "shop" (will retry after 5s): Cannot evict pod as it would violate the pod's disruption budget.`;
/** In the middle of the only words that the line is found by. */
const middle = line.indexOf('disruption');

function recognised(text: string): string[] {
  const engine = createEngine({ catalogue });
  const reader = engine.openSource({ id: 'messages', modifiedMs: null });
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return engine.report().events.map((event) => `${event.signature} ${event.line}-${event.endLine}`);
}

/** As a terminal of that width shows it. */
function cutAt(width: number): string {
  return (line.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
}

/** As a mail of that width shows it: breaks take the place of blanks. */
function foldedAt(width: number): string {
  return line.replace(new RegExp(`(?=.{${width}})(.{1,${width}}) `, 'g'), '$1\n');
}

describe('a line that was cut at a margin', () => {
  it('is recognised wherever it was cut', () => {
    for (let width = 72; width <= 150; width++) {
      const lines = Math.ceil(line.length / width);
      assert.ok(recognised(`${cutAt(width)}\n`).includes(`eviction-refused 1-${lines}`), `cut at ${width}`);
    }
  });

  it('is recognised where breaks took the place of blanks', () => {
    for (let width = 80; width <= 130; width += 2) {
      const text = foldedAt(width);
      assert.ok(
        recognised(`${text}\n`).includes(`eviction-refused 1-${text.split('\n').length}`),
        `folded at ${width}: ${text}`,
      );
    }
  });

  /** Whether the words that were torn are put together; the rest of the line may say something by itself. */
  function isJoined(text: string): boolean {
    return recognised(text).some((told) => told.startsWith('eviction-refused'));
  }

  it('ends with its record: what stands in the next one is not joined', () => {
    const next = 'Jul 14 12:47:51 master-1 drainer[14758]: ';
    assert.equal(isJoined(`${line.slice(0, middle)}\n${next}${line.slice(middle)}\n`), false);
  });

  it('is told from a text of several lines of its own', () => {
    assert.equal(isJoined(`${line.slice(0, middle)}\n  ${line.slice(middle)}\n`), false);
    assert.equal(isJoined(`${line.slice(0, middle)}\n${'-'.repeat(400)}\n${line.slice(middle)}\n`), false);
  });
});
