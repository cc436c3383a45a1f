import { useTranslation } from '../../../ui/translation.ts';

interface Guide {
  readonly file: string;
  /** Its own language, for its name and for screen readers. */
  readonly language: string;
}

/** The guide that a language of the interface leads to: it is written in two of them. */
export function guideFor(language: string): Guide {
  return language.startsWith('zh') ? { file: 'zh_CN', language: 'zh-Hans' } : { file: 'en', language: 'en' };
}

/** What stands in brackets behind the word "Guide": the language that the user will meet, where it is another one. */
export function guideNote(language: string): string {
  if (language === 'zh-CN' || language.startsWith('en')) return '';
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return ` (${names.of(guideFor(language).language) ?? ''})`;
}

export function GuideLink() {
  const { t, language } = useTranslation();
  const guide = guideFor(language);
  return (
    <a href={`../../guide/${guide.file}.html`} hreflang={guide.language}>
      {t('optionsGuide')}
      {guideNote(language)}
    </a>
  );
}
