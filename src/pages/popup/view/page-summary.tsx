import type { Article } from '../../../core/clip/article.ts';
import type { Clip } from '../../../core/clip/clip.ts';
import { type Translation, countText, useTranslation } from '../../../ui/translation.ts';

export interface PageSummaryProps {
  readonly site: string;
  readonly article: Article | null;
  readonly clip: Clip | null;
  readonly reading: boolean;
}

/** Site, length and code of what was read, or else of what is in the library. */
export function PageSummary({ site, article, clip, reading }: PageSummaryProps) {
  const translation = useTranslation();
  const figures = article?.measure ?? (clip === null || clip.words === 0 ? null : clip);
  const parts = [
    ...(site === '' ? [] : [site]),
    ...(figures === null ? [] : figureTexts(translation, figures)),
    ...(figures === null && reading ? [translation.t('pageReading')] : []),
  ];
  return (
    <p class="page-summary">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}

interface Figures {
  readonly words: number;
  readonly readingMinutes: number;
  readonly codeBlocks: number;
}

function figureTexts(translation: Translation, { words, readingMinutes, codeBlocks }: Figures): string[] {
  return [
    countText(translation, 'words', words),
    countText(translation, 'minutes', readingMinutes),
    ...(codeBlocks === 0 ? [] : [countText(translation, 'codeBlocks', codeBlocks)]),
  ];
}
