import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { Clip } from '../../../core/clip/clip.ts';
import type { JobView } from '../../../core/job/job.ts';
import { linkClips } from '../../../database/clips/clip-queries.ts';
import { getArticles } from '../../job-actions/start-job.ts';
import { type ShownJobs, type ShownJobsDependencies, createShownJobs } from '../../job-actions/shown-jobs.ts';
import type { OpenStore } from '../../store/open-store.ts';

/** After an import: the links of the library could become articles. */
export interface LinkOffer {
  /** Empty until an import is over, and once they are being fetched. */
  readonly links: ReadonlySignal<readonly Clip[]>;
  /** The user did not allow the sites. */
  readonly refused: ReadonlySignal<boolean>;
  readonly jobs: ShownJobs;
  /** Within the user's gesture. */
  readonly getArticles: (subject: string) => void;
}

export interface LinkOfferDependencies extends ShownJobsDependencies {
  /** Only within the user's gesture. */
  readonly requestAccess: (urls: readonly string[]) => Promise<boolean>;
}

export function createLinkOffer(
  store: OpenStore,
  files: ReadonlySignal<readonly JobView[]>,
  dependencies: LinkOfferDependencies,
): LinkOffer {
  const { attempt } = dependencies;
  const links = signal<readonly Clip[]>([]);
  const refused = signal(false);
  const jobs = createShownJobs(store, dependencies, []);
  const imports = computed(
    () => files.value.filter(({ job }) => job.kind === 'import' && job.state === 'ended').length,
  );
  effect(() => {
    if (imports.value === 0) return;
    attempt(async () => {
      links.value = await store.read(linkClips);
    });
  });
  return {
    links,
    refused,
    jobs,
    getArticles: (subject) => {
      refused.value = false;
      const started = getArticles(dependencies, subject, links.peek());
      attempt(async () => {
        const jobId = await started;
        refused.value = jobId === null;
        if (jobId === null) return;
        links.value = [];
        jobs.show(jobId);
      });
    },
  };
}
