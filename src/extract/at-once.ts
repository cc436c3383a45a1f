/** Takes all steps of a piece of work without a rest. */
export function atOnce<Result>(steps: Generator<string, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
