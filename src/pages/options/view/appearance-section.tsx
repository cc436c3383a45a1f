import { ThemePicker } from '../../../ui/theme-picker.tsx';
import type { ThemeChoice } from '../../../ui/theme.ts';
import { useTranslation } from '../../../ui/translation.ts';

export function AppearanceSection({ theme }: { readonly theme: ThemeChoice }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="appearance-title">
      <h2 id="appearance-title">{t('optionsAppearance')}</h2>
      <ThemePicker theme={theme} />
    </section>
  );
}
