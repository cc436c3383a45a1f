import type { MessageKey } from '../../../browser/translate.ts';
import { Choice } from '../../../ui/choice.tsx';
import type { ListLook, ListLookChoice } from '../../frame/list-look.ts';
import { ThemePicker } from '../../../ui/theme-picker.tsx';
import type { ThemeChoice } from '../../../ui/theme.ts';
import { useTranslation } from '../../../ui/translation.ts';

const rows: readonly (readonly [ListLook['rows'], MessageKey])[] = [
  ['excerpts', 'lookExcerpts'],
  ['compact', 'lookCompact'],
];

export interface AppearanceProps {
  readonly theme: ThemeChoice;
  readonly look: ListLookChoice;
}

/** The theme of all pages, and how the library's list looks. The reader has its own settings beside the article. */
export function AppearanceSection({ theme, look: { current, change } }: AppearanceProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="appearance-title">
      <h2 id="appearance-title">{t('optionsAppearance')}</h2>
      <ThemePicker theme={theme} />
      <Choice
        title={t('listLook')}
        choices={rows}
        value={current.value.rows}
        onChange={(chosen) => change({ rows: chosen })}
      />
      <label class="options-check">
        <input
          type="checkbox"
          checked={current.value.pictures}
          onChange={(event) => change({ pictures: event.currentTarget.checked })}
        />
        <span>{t('lookPictures')}</span>
      </label>
    </section>
  );
}
