import { Failure } from '../../core/failure.ts';
import type { send } from '../../rpc/commands/client.ts';

/** Below the 30 s after which browsers stop an idle worker. */
const pingsEvery = 20_000;

/**
 * Knocks at the worker, now and every 20 s: who looks at jobs sees them go on, whatever became of the worker meanwhile.
 * `attempt` runs the pings and says what fails; with `onEnd`, which calls when the worker is gone, it is started at once.
 * Returns what ends it.
 */
export function keepWorkerAlive(
  give: typeof send,
  attempt: (work: () => Promise<unknown>) => void,
  onEnd: (run: () => void) => () => void = () => () => undefined,
): () => void {
  const ping = () => attempt(() => give('continueJobs', null).catch(toBeRepeated));
  ping();
  const timer = setInterval(ping, pingsEvery);
  const stopListening = onEnd(ping);
  return () => {
    clearInterval(timer);
    stopListening();
  };
}

/** A worker that died with a ping unanswered is started by the next one. */
function toBeRepeated(error: unknown): void {
  if (!(error instanceof Failure && error.code === 'message/unanswered')) throw error;
}
