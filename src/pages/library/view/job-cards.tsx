import { JobCard } from '../../../ui/job-card.tsx';
import { useLibrary } from '../state/library.ts';

/** How the work on clips goes that was started here or is not over. */
export function JobCards() {
  const { jobs } = useLibrary();
  return jobs.views.value.map((view) => <JobCard key={view.job.id} view={view} actions={jobs.actions} />);
}
