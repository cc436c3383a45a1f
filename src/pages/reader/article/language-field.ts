import { type Enhancement, element } from './enhancement.ts';

/**
 * The language of a code block, as a button that becomes a field: Enter corrects it, Escape leaves it. `shown` is what
 * the button says, `language` what is known.
 */
export function languageField(
  block: number,
  shown: string,
  language: string,
  { translation: { t }, setLanguage }: Enhancement,
): HTMLElement {
  const button = element('button', 'code-language', shown);
  button.type = 'button';
  button.title = t('languageCorrect');
  button.setAttribute('aria-label', `${shown}: ${t('languageCorrect')}`);
  button.addEventListener('click', () => {
    const field = element('input', 'code-language-field');
    field.type = 'text';
    field.value = language;
    field.setAttribute('aria-label', t('languageCorrect'));
    field.setAttribute('list', listId);
    void offerLanguages();
    let isOver = false;
    const end = (chosen: string | null) => {
      if (isOver) return;
      isOver = true;
      field.replaceWith(button);
      if (chosen !== null && chosen.trim() !== language) setLanguage(block, chosen);
    };
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(event.key === 'Enter' ? field.value : null);
      button.focus();
    });
    field.addEventListener('blur', () => end(null));
    button.replaceWith(field);
    field.select();
  });
  return button;
}

const listId = 'code-languages';

/** The languages that can be coloured, loaded when they are first asked for. */
async function offerLanguages(): Promise<void> {
  if (document.getElementById(listId) !== null) return;
  const list = element('datalist');
  list.id = listId;
  document.body.append(list);
  const { languageNames } = await import('./grammars.ts');
  for (const name of languageNames) list.append(new Option(name, name));
}
