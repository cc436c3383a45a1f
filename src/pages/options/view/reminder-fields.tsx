import { reminderChoices } from '../../../core/library/backup-reminder.ts';
import { fullDate } from '../../../ui/date-text.ts';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { ReminderChoice } from '../state/reminder-choice.ts';

/** When the last backup was, and after how many new clips the popup reminds of the next. */
export function ReminderFields({ reminder }: { readonly reminder: ReminderChoice }) {
  const translation = useTranslation();
  const { t, language } = translation;
  const { backedUpAt, every } = reminder.current.value;
  return (
    <>
      <p>{backedUpAt === null ? t('backupNever') : t('backupLast', fullDate(backedUpAt, language))}</p>
      <div class="options-fields">
        <label>
          <span>{t('backupRemind')}</span>
          <select
            class="text-field"
            value={String(every)}
            onChange={(event) => reminder.remindEvery(Number(event.currentTarget.value))}
          >
            {reminderChoices.map((choice) => (
              <option key={choice} value={String(choice)}>
                {choice === 0
                  ? t('backupRemindNever')
                  : t('backupRemindEvery', countText(translation, 'clipCount', choice))}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}
