import { useTranslation } from '../../ui/translation.ts';

/** The first tab stop of a page: past the header, and in the library past the filters. */
export function SkipLink({ onSkip = focusMain }: { readonly onSkip?: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <button type="button" class="skip-link" onClick={onSkip}>
      {t('skipToContent')}
    </button>
  );
}

function focusMain(): void {
  const main = document.querySelector('main');
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
}
