import { Failure } from '../domain/failure.ts';
import type { send } from './client.ts';

/** Below the 30 s after which browsers stop an idle worker. */
const knocksEvery = 20_000;

/**
 * Knocks at the worker, now and every 20 s: who looks at jobs sees them go on, whatever became of the worker meanwhile.
 * `attempt` runs the knocks and says what fails. Returns what ends it.
 */
export function keepJobsGoing(
  give: typeof send,
  attempt: (work: () => Promise<unknown>) => void,
): () => void {
  const knock = () => attempt(() => give('continueJobs', null).catch(toBeRepeated));
  knock();
  const timer = setInterval(knock, knocksEvery);
  return () => clearInterval(timer);
}

/** A worker that died with a knock unanswered is started by the next one. */
function toBeRepeated(error: unknown): void {
  if (!(error instanceof Failure && error.code === 'message/unanswered')) throw error;
}
