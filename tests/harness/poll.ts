import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until there is an answer; throws with `what` after `timeout` milliseconds. */
export async function poll<Answer>(
  what: string,
  ask: () => Promise<Answer | null | undefined> | Answer | null | undefined,
  timeout = 180_000,
): Promise<Answer> {
  const deadline = performance.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`waited ${String(timeout)} ms for ${what}`);
    await sleep(25);
  }
}
