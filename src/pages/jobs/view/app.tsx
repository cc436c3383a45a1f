import { JobCard } from '../../../ui/job-card.tsx';
import { Toast } from '../../../ui/toast.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { JobsPage } from '../state/jobs-page.ts';
import { FrameHeader } from '../../frame/frame-header.tsx';
import { ListPanel } from './list-panel.tsx';
import { TabsPanel } from './tabs-panel.tsx';

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
          <JobCard key={view.job.id} view={view} actions={page.actions} />
        ))}
        <ListPanel page={page} />
        <TabsPanel page={page} />
      </main>
      <Toast toasts={page.toasts} />
    </>
  );
}
