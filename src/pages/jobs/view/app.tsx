import type { JobView } from '../../../core/job/job.ts';
import { Button } from '../../../ui/button.tsx';
import { JobCard } from '../../../ui/job-card.tsx';
import { Toast } from '../../../ui/toast.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { JobsPage } from '../state/jobs-page.ts';
import { FrameHeader } from '../../frame/frame-header.tsx';
import { routeOf, searchOf } from '../../library-route/library-route.ts';
import { ListPanel } from './list-panel.tsx';
import { TabsPanel } from './tabs-panel.tsx';

/** Where the clips of a job are listed; a file's are not told apart from others. */
function clipsOf({ job, progress }: JobView): string | undefined {
  if (job.file !== undefined || isGone(job) || progress.done + progress.skipped === 0) return undefined;
  return `../library/index.html${searchOf({ ...routeOf(''), job: job.id })}`;
}

/** Deleted for good. */
function isGone({ edit }: JobView['job']): boolean {
  return edit?.change.kind === 'delete';
}

export function App({ page }: { readonly page: JobsPage }) {
  const { t } = useTranslation();
  const jobs = page.jobs.value;
  return (
    <>
      <FrameHeader current="jobs" jobs={page.running} />
      <main class="panels jobs">
        <h1>{t('jobsTitle')}</h1>
        <h2>{t('jobsList')}</h2>
        {jobs.length === 0 ? <p>{t('jobsNone')}</p> : null}
        {jobs.map((view) => (
          <JobCard key={view.job.id} view={view} actions={page.actions} clipsAt={clipsOf(view)} />
        ))}
        {page.hasOlder.value ? (
          <div class="row">
            <Button onClick={page.showOlder}>{t('jobsOlder')}</Button>
          </div>
        ) : null}
        <ListPanel page={page} />
        <TabsPanel page={page} />
      </main>
      <Toast toasts={page.toasts} />
    </>
  );
}
