import { lengthText } from '../../../ui/length-text.ts';
import { type Translation, countText, useTranslation } from '../../../ui/translation.ts';
import type { Popup } from '../state/popup.ts';

/** Site, length and code of what was read, or else of what is in the library; of a list, how many it names. */
export function PageSummary({ popup, site }: { readonly popup: Popup; readonly site: string }) {
  const translation = useTranslation();
  const parts = [
    ...(site === '' ? [] : [site]),
    ...(popup.posts.offer.value === 'page' ? pageTexts(translation, popup) : listTexts(translation, popup)),
  ];
  if (parts.length === 0) return null;
  return (
    <p class="page-summary facts">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}

function pageTexts(translation: Translation, { page }: Popup): readonly string[] {
  const reading = page.reading.value;
  const clip = page.clip.value;
  const article = reading.kind === 'read' ? reading.article : null;
  if (article !== null) return figureTexts(translation, { ...article, ...article.measure });
  if (clip !== null && clip.words > 0) return figureTexts(translation, clip);
  return reading.kind === 'reading' ? [translation.t('pageReading')] : [];
}

function listTexts(translation: Translation, { posts }: Popup): readonly string[] {
  const { total, clipped } = posts.picks;
  return [
    countText(translation, 'postCount', total.value),
    ...(clipped.value === 0 ? [] : [countText(translation, 'postsClipped', clipped.value)]),
  ];
}

interface Figures {
  readonly title: string;
  readonly language: string | null;
  readonly words: number;
  readonly readingMinutes: number;
  readonly codeBlocks: number;
}

function figureTexts(translation: Translation, figures: Figures): string[] {
  const { title, language, words, readingMinutes, codeBlocks } = figures;
  const code = codeBlocks === 0 ? [] : [countText(translation, 'codeBlocks', codeBlocks)];
  // A page without a word takes no time to read.
  if (words === 0) return code.length === 0 ? [translation.t('pageNoText')] : code;
  return [
    lengthText(translation, words, { language, text: title }),
    countText(translation, 'minutes', readingMinutes),
    ...code,
  ];
}
