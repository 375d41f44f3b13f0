/** Does long work in turns, so that whoever asks something meanwhile is answered before it goes on. */
import { performance } from 'node:perf_hooks';
import { nextTurn } from './readSources';

/** A question that comes waits as long at most, and then for nothing else. */
const turnMs = 4;
/** Rounds of the event loop that an answer takes: the question is read, handled, put into words, and sent. */
const roundsOfAnswer = 4;

/** What the steps come to, done while others have their turns; rejects once nobody wants it any more. */
export async function inTurns<Result>(
  steps: Generator<void, Result>,
  isWanted: () => boolean = () => true,
  now: () => number = () => performance.now(),
): Promise<Result> {
  for (let since = now(); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (now() - since < turnMs) continue;
    for (let round = 0; round < roundsOfAnswer; round++) await nextTurn();
    if (!isWanted()) throw new Error('nobody waits for this any more');
    since = now();
  }
}
