import { Button } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Options } from '../state/options.ts';

export function ShortcutsSection({ options }: { readonly options: Options }) {
  const { t } = useTranslation();
  const nameOf = (name: string, description: string) =>
    name === '_execute_action' || name === '_execute_browser_action'
      ? t('optionsShortcutPopup')
      : description;
  return (
    <section aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{t('optionsShortcuts')}</h2>
      <ul>
        {options.shortcuts.value.map(({ name, description, keys }) => (
          <li key={name} class="row">
            <span>{nameOf(name, description)}</span>
            {keys === '' ? <span>{t('optionsNoShortcut')}</span> : <kbd>{keys}</kbd>}
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={options.changeShortcuts}>{t('optionsChangeShortcuts')}</Button>
      </div>
    </section>
  );
}
