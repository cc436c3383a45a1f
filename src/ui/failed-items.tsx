import type { JobView } from '../core/job/job.ts';
import { Button } from './button.tsx';
import { failureText } from './failure-text.ts';
import type { JobActions } from './job-actions.ts';
import { useTranslation } from './translation.ts';

/** What a job could not do, why, and the way to try again. */
export function FailedItems({ view, actions }: { readonly view: JobView; readonly actions: JobActions }) {
  const { t } = useTranslation();
  return (
    <details class="job-failed">
      <summary>{t('jobFailedList')}</summary>
      <ul>
        {view.failed.map((item) => (
          <li key={item.index}>
            <a href={item.url} target="_blank" rel="noreferrer" dir="auto">
              {item.title === '' ? item.url : item.title}
            </a>
            <span>{t(failureText(item.code ?? 'bug').message)}</span>
            <Button kind="quiet" onClick={() => actions.retry(view, item.index)}>
              {t('actionRetry')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
