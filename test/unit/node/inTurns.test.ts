/** Long work in turns: questions that come meanwhile are answered before it goes on, and it ends when nobody wants it. */
import { strict as assert } from 'node:assert';
import { inTurns } from '../../../server/src/node/inTurns';
import { nextTurn } from '../../../server/src/node/readSources';

/** A clock on which every look takes longer than a turn. */
function slowClock(): () => number {
  let now = 0;
  return () => {
    now += 100;
    return now;
  };
}

describe('long work in turns', () => {
  it('waits until a question that came meanwhile is answered', async () => {
    const order: string[] = [];
    async function question(): Promise<void> {
      order.push('asked');
      // It is read, handled, and put into words, each in its own round of the event loop.
      for (let round = 0; round < 3; round++) await nextTurn();
      order.push('answered');
    }
    const questions: Promise<void>[] = [];
    function* work(): Generator<void, string> {
      for (let step = 0; step < 3; step++) {
        order.push(`step ${step}`);
        if (step === 1) questions.push(question());
        yield;
      }
      return 'done';
    }
    assert.equal(await inTurns(work(), () => true, slowClock()), 'done');
    await Promise.all(questions);
    assert.deepEqual(order, ['step 0', 'step 1', 'asked', 'answered', 'step 2']);
  });

  it('is given up once nobody wants it', async () => {
    let steps = 0;
    function* work(): Generator<void, void> {
      for (;;) {
        steps++;
        yield;
      }
    }
    await assert.rejects(
      inTurns(work(), () => steps < 3, slowClock()),
      /nobody waits/,
    );
    assert.equal(steps, 3);
  });

  it('that is short is done at once', async () => {
    let others = 0;
    setImmediate(() => others++);
    function* work(): Generator<void, number> {
      for (let step = 0; step < 100; step++) yield;
      return others;
    }
    assert.equal(
      await inTurns(
        work(),
        () => true,
        () => 0,
      ),
      0,
    );
  });
});
