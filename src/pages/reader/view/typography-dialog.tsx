import type { MessageKey } from '../../../browser/translate.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { type Typography, type TypographyChoice, ranges } from '../state/typography.ts';

const themes: readonly (readonly [Typography['theme'], MessageKey])[] = [
  ['system', 'themeSystem'],
  ['light', 'themeLight'],
  ['sepia', 'themeSepia'],
  ['dark', 'themeDark'],
];
const fonts: readonly (readonly [Typography['font'], MessageKey])[] = [
  ['sans', 'fontSans'],
  ['serif', 'fontSerif'],
];
const sliders: readonly (readonly [keyof typeof ranges, MessageKey])[] = [
  ['size', 'typographySize'],
  ['width', 'typographyWidth'],
  ['leading', 'typographyLeading'],
];
const switches: readonly (readonly ['wrapCode' | 'lineNumbers', MessageKey])[] = [
  ['wrapCode', 'typographyWrap'],
  ['lineNumbers', 'typographyLines'],
];

export function TypographyDialog({
  typography: { current, change },
  onClose,
}: {
  readonly typography: TypographyChoice;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const set = current.value;
  return (
    <Dialog title={t('typographyTitle')} kind="typography-dialog" onClose={onClose}>
      <Choice
        title={t('typographyTheme')}
        choices={themes}
        value={set.theme}
        onChange={(theme) => change({ theme })}
      />
      <Choice
        title={t('typographyFont')}
        choices={fonts}
        value={set.font}
        onChange={(font) => change({ font })}
      />
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

interface ChoiceProps<Value extends string> {
  readonly title: string;
  readonly choices: readonly (readonly [Value, MessageKey])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ title, choices, value, onChange }: ChoiceProps<Value>) {
  const { t } = useTranslation();
  return (
    <fieldset class="choice">
      <legend>{title}</legend>
      {choices.map(([each, label]) => (
        <button
          key={each}
          type="button"
          class="choice-value"
          data-value={each}
          aria-pressed={each === value}
          onClick={() => onChange(each)}
        >
          {t(label)}
        </button>
      ))}
    </fieldset>
  );
}
