/** The work of a round that the worker was given: written down before it is asked, and after it said yes. */
export class Begun {
  #current: { readonly name: string; readonly acknowledged: boolean } | null = null;
  #acknowledged = 0;

  get acknowledged(): number {
    return this.#acknowledged;
  }

  get current(): string | null {
    return this.#current?.name ?? null;
  }

  record(name: string, outcome: 'begun' | 'done'): void {
    if (outcome === 'done') this.#acknowledged += 1;
    this.#current = { name, acknowledged: outcome === 'done' };
  }

  /**
   * What is wrong with what became of it, one line: `found`, where it is not right, or where there is no job of it (`state`)
   * although the worker said yes, or clips although there is no job. What nobody acknowledged may be missing, whole.
   */
  reconcile(state: string | null, clips: number, isRight: boolean, found: string): string[] {
    const begun = this.#current;
    this.#current = null;
    if (begun === null) return [];
    const isSo = state === null ? !begun.acknowledged && clips === 0 : state === 'ended' && isRight;
    return isSo ? [] : [`${begun.name}: job ${String(state)}, ${found}`];
  }
}
