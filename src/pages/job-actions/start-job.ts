import type { ClipJobInput } from '../../rpc/commands/contract.ts';
import type { send } from '../../rpc/commands/client.ts';
import type { Clip } from '../../core/clip/clip.ts';

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

/**
 * Starts a job that fetches the pages behind links of the library: each link becomes its article; what cannot be had stays
 * a link, and the job says why. Within the user's gesture. Resolves with the job's id, or null where the user said no.
 */
export async function getArticles(
  dependencies: StartJobDependencies,
  subject: string,
  links: readonly Pick<Clip, 'id' | 'url' | 'title'>[],
): Promise<string | null> {
  const pages = links.map(({ id, url, title }) => ({ url, title, clipId: id }));
  return await startJob(dependencies, { subject, tags: [], pages });
}
