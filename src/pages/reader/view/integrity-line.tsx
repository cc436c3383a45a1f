import type { MessageKey } from '../../../browser/translate.ts';
import { missingTexts } from '../../../ui/missing-texts.ts';
import type { Integrity } from '../../../core/clip/article.ts';
import { isComplete } from '../../../core/clip/completeness.ts';
import { integrityOfEdited } from '../../../core/clip/put-back.ts';
import { isWebAddress } from '../../../core/parse-url.ts';
import { Icon } from '../../../ui/icon.tsx';
import { type Translation, countText, useTranslation } from '../../../ui/translation.ts';
import { type ImageCount, countImages, missingImages } from '../state/image-count.ts';
import type { KeptImage, ShownClip } from '../state/reader.ts';

export interface IntegrityLineProps {
  readonly shown: ShownClip;
  readonly images: readonly KeptImage[];
  readonly onStoreImages: () => void;
  readonly onLeftOut: () => void;
  /** Has today's extractor look at the kept page. */
  readonly onMeasure: () => void;
}

/** What the page had and what came through, honestly, and the one thing that mends it. */
export function IntegrityLine({
  shown: { clip, body, edits, hasSource },
  images,
  onStoreImages,
  onLeftOut,
  onMeasure,
}: IntegrityLineProps) {
  const translation = useTranslation();
  const { t } = translation;
  const integrity = integrityOfEdited(body.integrity, edits?.edits ?? []);
  const leftOut = body.integrity.leftOut?.length ?? 0;
  const count = countImages(body, images);
  const missing = missingImages(body, images);
  // Extractors before 4 compared with what they had chosen, and not with the page.
  const isMeasured = body.integrity.leftOut !== undefined || !hasSource;
  const isWhole = isMeasured && isComplete(integrity) && count.stored === count.all;
  const parts = [
    ...(isWhole ? [] : missingTexts(translation, integrity)),
    ...partTexts(translation, integrity, count),
    t('integrityExtractor', integrity.extractorVersion),
  ];
  return (
    <div class="integrity" data-whole={isWhole}>
      <Icon name={isWhole ? 'check' : 'alert'} />
      <span>
        <Account title={titleOf(isWhole, isMeasured)} isWhole={isWhole} parts={parts} />
        {isMeasured ? null : (
          <button type="button" class="integrity-mend" onClick={onMeasure}>
            {t('integrityMeasure')}
          </button>
        )}
        {missing.length > 0 ? (
          <button type="button" class="integrity-mend" onClick={onStoreImages}>
            {countText(translation, 'storeImages', missing.length)}
          </button>
        ) : null}
        {leftOut === 0 ? null : (
          <button type="button" class="integrity-mend" onClick={onLeftOut}>
            {t('leftOutShow', leftOut)}
          </button>
        )}
        {missing.length === 0 && isMeasured && !isComplete(integrity) && isWebAddress(clip.url) ? (
          <a class="integrity-mend" href={clip.url} target="_blank" rel="noreferrer noopener">
            {t('readerOriginal')}
          </a>
        ) : null}
      </span>
    </div>
  );
}

function titleOf(isWhole: boolean, isMeasured: boolean): MessageKey {
  if (!isMeasured) return 'integrityUnmeasured';
  return isWhole ? 'integrityComplete' : 'integrityIncomplete';
}

interface AccountProps {
  readonly title: MessageKey;
  readonly isWhole: boolean;
  readonly parts: readonly string[];
}

/** What is missing is said at once; what is whole is one word, which unfolds. */
function Account({ title, isWhole, parts }: AccountProps) {
  const { t } = useTranslation();
  const figures = parts.map((part) => (
    <span key={part} class="integrity-part">
      {part}
    </span>
  ));
  if (isWhole)
    return (
      <details class="integrity-account">
        <summary>{t(title)}</summary>
        {figures}
      </details>
    );
  return (
    <>
      <strong>{t(title)}</strong>
      {figures}
    </>
  );
}

function partTexts(translation: Translation, integrity: Integrity, images: ImageCount): string[] {
  const { t, language } = translation;
  const { found, kept, coverage } = integrity;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return [
    ...(found.codeBlocks === 0 ? [] : [t('integrityCode', kept.codeBlocks, found.codeBlocks)]),
    ...(found.tables === 0 ? [] : [t('integrityTables', kept.tables, found.tables)]),
    ...(found.formulas === 0 ? [] : [t('integrityFormulas', kept.formulas, found.formulas)]),
    ...(kept.images < found.images ? [t('integrityImages', kept.images, found.images)] : []),
    ...imageTexts(translation, images),
    t('integrityText', percent.format(coverage)),
  ];
}

function imageTexts({ t }: Translation, { all, stored, waiting }: ImageCount): string[] {
  if (all === 0) return [];
  const text = t('integrityStored', stored, all);
  return [waiting === 0 ? text : `${text} (${t('integrityStoring', waiting)})`];
}
