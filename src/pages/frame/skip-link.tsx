import { useTranslation } from '../../ui/translation.ts';

/** The first tab stop: past the header and the filters. */
export function SkipLink({ to, onSkip }: { readonly to: string; readonly onSkip?: () => void }) {
  const { t } = useTranslation();
  return (
    <a
      class="skip-link"
      href={`#${to}`}
      onClick={(event) => {
        if (onSkip === undefined) return;
        event.preventDefault();
        onSkip();
      }}
    >
      {t('skipToContent')}
    </a>
  );
}
