import type { Integrity } from '../../../domain/clip/article.ts';
import { Icon } from '../../../ui/icon.tsx';
import { type Translation, countText, useTranslation } from '../../../ui/translation.ts';

/** Of the text, a whole article keeps all but what is not prose: captions, buttons, counters. */
const wholeCoverage = 0.9;

/** What the page had and what came through, honestly. */
export function IntegrityLine({ integrity }: { readonly integrity: Integrity }) {
  const translation = useTranslation();
  const { t } = translation;
  const whole = isWhole(integrity);
  return (
    <p class="integrity" data-whole={whole}>
      <Icon name={whole ? 'check' : 'alert'} />
      <span>
        <strong>{t(whole ? 'integrityComplete' : 'integrityIncomplete')}</strong>
        {[...partTexts(translation, integrity), t('integrityExtractor', integrity.extractorVersion)].map(
          (part) => (
            <span key={part} class="integrity-part">
              {part}
            </span>
          ),
        )}
      </span>
    </p>
  );
}

function isWhole({ found, kept, coverage }: Integrity): boolean {
  const kinds = ['codeBlocks', 'tables', 'formulas', 'images'] as const;
  return coverage >= wholeCoverage && kinds.every((kind) => kept[kind] >= found[kind]);
}

function partTexts(translation: Translation, { found, kept, coverage }: Integrity): string[] {
  const { t, language } = translation;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return [
    ...(found.codeBlocks === 0 ? [] : [t('integrityCode', kept.codeBlocks, found.codeBlocks)]),
    ...(found.tables === 0 ? [] : [t('integrityTables', kept.tables, found.tables)]),
    ...(found.formulas === 0 ? [] : [t('integrityFormulas', kept.formulas, found.formulas)]),
    ...imageTexts(translation, found.images, kept.images),
    t('integrityText', percent.format(coverage)),
  ];
}

function imageTexts(translation: Translation, found: number, kept: number): string[] {
  if (found === 0) return [];
  return [
    kept < found ? translation.t('integrityImages', kept, found) : countText(translation, 'images', found),
  ];
}
