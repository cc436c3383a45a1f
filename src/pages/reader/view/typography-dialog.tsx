import type { MessageKey } from '../../../browser/translate.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ThemePicker } from '../../../ui/theme-picker.tsx';
import type { ThemeChoice } from '../../../ui/theme.ts';
import { useTranslation } from '../../../ui/translation.ts';
import { type Typography, type TypographyChoice, ranges } from '../state/typography.ts';

const fonts: readonly (readonly [Typography['font'], MessageKey])[] = [
  ['sans', 'fontSans'],
  ['serif', 'fontSerif'],
  ['own', 'fontOwn'],
];
const sliders: readonly (readonly [keyof typeof ranges, MessageKey])[] = [
  ['size', 'typographySize'],
  ['width', 'typographyWidth'],
  ['leading', 'typographyLeading'],
];
const switches: readonly (readonly ['wrapCode' | 'lineNumbers' | 'endMarksRead', MessageKey])[] = [
  ['wrapCode', 'typographyWrap'],
  ['lineNumbers', 'typographyLines'],
  ['endMarksRead', 'endMarksRead'],
];

export function TypographyDialog({
  typography: { current, change },
  theme,
  onClose,
}: {
  readonly typography: TypographyChoice;
  readonly theme: ThemeChoice;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const set = current.value;
  return (
    <Dialog title={t('typographyTitle')} kind="typography-dialog" onClose={onClose}>
      <ThemePicker theme={theme} />
      <Choice
        title={t('typographyFont')}
        choices={fonts}
        value={set.font}
        onChange={(font) => change({ font })}
      />
      {set.font === 'own' ? (
        <label class="setting">
          <span>{t('fontName')}</span>
          <input
            class="text-field"
            type="text"
            value={set.ownFont}
            maxLength={80}
            spellcheck={false}
            onInput={(event) => change({ ownFont: event.currentTarget.value })}
          />
        </label>
      ) : null}
      {sliders.map(([name, label]) => (
        <label key={name} class="setting">
          <span>{t(label)}</span>
          <input
            type="range"
            {...ranges[name]}
            value={set[name]}
            onInput={(event) => change({ [name]: Number(event.currentTarget.value) })}
          />
        </label>
      ))}
      {switches.map(([name, label]) => (
        <label key={name} class="setting">
          <span>{t(label)}</span>
          <input
            type="checkbox"
            checked={set[name]}
            onChange={(event) => change({ [name]: event.currentTarget.checked })}
          />
        </label>
      ))}
    </Dialog>
  );
}
