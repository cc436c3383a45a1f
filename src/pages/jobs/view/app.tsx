import { failureText } from '../../../ui/failure-text.ts';
import { JobCard } from '../../../ui/job-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { JobsPage } from '../state/jobs-page.ts';
import { ListPanel } from './list-panel.tsx';
import { TabsPanel } from './tabs-panel.tsx';

export function App({ page }: { readonly page: JobsPage }) {
  const { t } = useTranslation();
  const failure = page.failure.value;
  const jobs = page.jobs.value;
  return (
    <>
      <h1>{t('jobsTitle')}</h1>
      {failure === null ? null : <Notice tone="error" text={t(failureText(failure).message)} />}
      <h2>{t('jobsList')}</h2>
      {jobs.length === 0 ? <p>{t('jobsNone')}</p> : null}
      {jobs.map((view) => (
        <JobCard key={view.job.id} view={view} actions={page.actions} />
      ))}
      <ListPanel page={page} />
      <TabsPanel page={page} />
    </>
  );
}
