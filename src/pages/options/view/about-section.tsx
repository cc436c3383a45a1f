import { useTranslation } from '../../../ui/translation.ts';

/** Which Clipshelf this is, and what it does not do. */
export function AboutSection({ version }: { readonly version: string }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="about-title">
      <h2 id="about-title">{t('optionsAbout')}</h2>
      <p>
        <strong>Clipshelf {version}</strong>
      </p>
      <p>{t('optionsAboutWhat')}</p>
    </section>
  );
}
