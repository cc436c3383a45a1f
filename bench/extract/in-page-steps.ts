import { extraction } from '../../src/extract/extract-page.ts';

/** Milliseconds of each step, by its name. */
export default (): Record<string, number> => {
  const spent: Record<string, number> = {};
  const steps = extraction(document, {});
  for (;;) {
    const start = performance.now();
    const step = steps.next();
    const name = step.done === true ? 'account' : step.value;
    spent[name] = (spent[name] ?? 0) + performance.now() - start;
    if (step.done === true) return spent;
  }
};
