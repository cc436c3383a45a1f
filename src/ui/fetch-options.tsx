import type { JobOptions } from '../core/job/job.ts';
import { useTranslation } from './translation.ts';

export type FetchChoices = Pick<JobOptions, 'render' | 'cookies'>;

export interface FetchOptionsProps {
  readonly choices: FetchChoices;
  readonly onChange: (change: Partial<FetchChoices>) => void;
}

/** What a job may do beyond a plain request: open tabs for pages that need their scripts, use the user's sign-in. */
export function FetchOptions({ choices, onChange }: FetchOptionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <label class="option">
        <input
          type="checkbox"
          checked={choices.render}
          onChange={(event) => onChange({ render: event.currentTarget.checked })}
        />
        {t('optionRender')}
      </label>
      <label class="option">
        <input
          type="checkbox"
          checked={choices.cookies}
          onChange={(event) => onChange({ cookies: event.currentTarget.checked })}
        />
        {t('optionCookies')}
      </label>
    </>
  );
}
