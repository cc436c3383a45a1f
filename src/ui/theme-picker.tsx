import type { MessageKey } from '../browser/translate.ts';
import { Choice } from './choice.tsx';
import type { Theme, ThemeChoice } from './theme.ts';
import { useTranslation } from './translation.ts';

export const themeNames: readonly (readonly [Theme, MessageKey])[] = [
  ['system', 'themeSystem'],
  ['light', 'themeLight'],
  ['sepia', 'themeSepia'],
  ['dark', 'themeDark'],
];

/** The theme of all pages. */
export function ThemePicker({ theme: { current, change } }: { readonly theme: ThemeChoice }) {
  const { t } = useTranslation();
  return <Choice title={t('typographyTheme')} choices={themeNames} value={current.value} onChange={change} />;
}
