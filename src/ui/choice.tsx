import type { MessageKey } from '../browser/translate.ts';
import { useTranslation } from './translation.ts';

export interface ChoiceProps<Value extends string> {
  readonly title: string;
  readonly choices: readonly (readonly [Value, MessageKey])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few: buttons of which one is pressed. */
export function Choice<Value extends string>({ title, choices, value, onChange }: ChoiceProps<Value>) {
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
