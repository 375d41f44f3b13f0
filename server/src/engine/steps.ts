/** Work in steps: a generator that gives way between two steps, so that whoever runs it can let others have their turn, or stop. */

/** Does all steps at once. */
export function inOneGo<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
