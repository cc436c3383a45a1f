import type { Clip } from '../../core/clip/clip.ts';
import { type StartJobDependencies, startJob } from './start-job.ts';

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
