import type { JobView } from '../core/job/job.ts';
import { untilAsked } from '../core/job/retry.ts';
import { Button } from './button.tsx';
import { fullDate } from './date-text.ts';
import type { JobActions } from './job-actions.ts';
import { useTranslation } from './translation.ts';

/** Whom the job waits for, and until when. */
export function WaitedSites({
  view: { job, waitsFor },
  actions,
}: {
  readonly view: JobView;
  readonly actions: JobActions;
}) {
  const { t, language } = useTranslation();
  const { askNow } = actions;
  return waitsFor.map(({ site, asked, until, pages }) => (
    <p class="job-waits" key={site}>
      <span>
        {until === untilAsked
          ? t('jobWaitsUntilAsked', site, pages)
          : t(asked ? 'jobWaitsUntil' : 'jobWaitsAgain', site, pages, fullDate(until, language))}
      </span>
      {askNow === undefined ? null : (
        <Button kind="quiet" onClick={() => askNow(job.id, site)}>
          {t('jobAskNow')}
        </Button>
      )}
    </p>
  ));
}
