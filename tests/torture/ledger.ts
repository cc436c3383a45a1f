import { type ClipState, type Operation, type Outcome, apply, pagesOf } from './operation.ts';

/**
 * What must be in the library: for each page the states it may be in. An acknowledged operation moves every one of them;
 * an unanswered one leaves both, done and not done, possible. What is found must be among them.
 */
export class Ledger {
  readonly #states = new Map<number, readonly ClipState[]>();
  #acknowledged = 0;

  get acknowledged(): number {
    return this.#acknowledged;
  }

  record(operation: Operation, outcome: Outcome): void {
    if (outcome === 'refused') return;
    if (outcome === 'done') this.#acknowledged += 1;
    for (const page of pagesOf(operation)) {
      const before = this.#states.get(page) ?? [null];
      const after = before.map((state) => apply(operation, state));
      this.#states.set(page, outcome === 'done' ? after : [...before, ...after]);
    }
  }

  /** Compares with what was found and takes that as the new truth. Returns what is wrong, one line each. */
  reconcile(found: ReadonlyMap<number, ClipState>): string[] {
    const pages = new Set([...this.#states.keys(), ...found.keys()]);
    const wrong: string[] = [];
    for (const page of pages) {
      const possible = this.#states.get(page) ?? [null];
      const actual = found.get(page) ?? null;
      if (!possible.some((state) => same(state, actual))) {
        wrong.push(`page ${page}: found ${JSON.stringify(actual)}, expected ${JSON.stringify(possible)}`);
      }
      this.#states.set(page, [actual]);
    }
    return wrong;
  }
}

function same(a: ClipState, b: ClipState): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.version === b.version &&
    a.trashed === b.trashed &&
    a.tags.join() === b.tags.join() &&
    a.marks.join() === b.marks.join()
  );
}
