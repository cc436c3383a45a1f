import { Failure } from '../../core/failure.ts';
import { openExtensionPage } from '../../browser/open-page.ts';
import { selectedLinks } from '../../browser/selected-links.ts';
import { startClipJob } from '../jobs/job-commands.ts';
import type { JobDependencies } from '../jobs/job-services.ts';

/**
 * Makes a job of the links in the selection and shows it: there the user allows their sites, which cannot be asked for
 * here, since the menu's gesture is over by the time the links are known.
 */
export async function saveSelectedLinks(
  services: JobDependencies,
  tab: {
    readonly id?: number | undefined;
    readonly url?: string | undefined;
    readonly title?: string | undefined;
  },
): Promise<void> {
  if (tab.id === undefined) throw new Failure('page/restricted', 'no tab');
  const pages = await selectedLinks(tab.id, tab.url);
  const jobId = await startClipJob(services, { subject: tab.title ?? tab.url ?? '', tags: [], pages });
  await openExtensionPage(`pages/jobs/index.html#${jobId}`);
}
