import type { ClipJobInput } from '../../rpc/commands/contract.ts';
import type { send } from '../../rpc/commands/client.ts';

export interface StartJobDependencies {
  readonly send: typeof send;
  readonly requestAccess: (urls: readonly string[]) => Promise<boolean>;
}

/**
 * Starts a job and asks for its sites, both at once: the permission can only be asked for within the gesture, and a
 * popup may be closed by the question. The job then waits in the journal, and the answer starts it. Resolves with its id,
 * or null where the user said no, and then it is gone.
 */
export async function startJob(
  { send, requestAccess }: StartJobDependencies,
  input: ClipJobInput,
): Promise<string | null> {
  const { pages, follow } = input;
  const urls = [...pages, ...(follow === null || follow === undefined ? [] : [follow])].map(({ url }) => url);
  const asked = requestAccess(urls);
  const { jobId } = await send('startClipJob', input);
  if (await asked) return jobId;
  await send('cancelJob', { jobId });
  await send('forgetJob', { jobId });
  return null;
}
