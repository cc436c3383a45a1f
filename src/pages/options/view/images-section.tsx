import { type ImageSettings, imageSizes } from '../../../core/image/image-settings.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { byteText } from '../../../ui/byte-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { ImageChoice } from '../state/image-choice.ts';

const choices: readonly (readonly [ImageSettings['keep'], MessageKey])[] = [
  ['none', 'optionsImagesNone'],
  ['free', 'optionsImagesFree'],
  ['all', 'optionsImagesAll'],
];

/** Which pictures are stored with an article, how large they may be, and in which format. */
export function ImagesSection({ images: { current, isRefused, change } }: { readonly images: ImageChoice }) {
  const { t, language } = useTranslation();
  const { keep, maxBytes, format } = current.value;
  return (
    <section aria-labelledby="images-title">
      <h2 id="images-title">{t('optionsImages')}</h2>
      <p>{t('optionsImagesWhy')}</p>
      <fieldset class="options-choice">
        <legend class="visually-hidden">{t('optionsImages')}</legend>
        {choices.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="keep-images"
              checked={keep === value}
              onChange={() => change({ keep: value })}
            />
            <span>{t(label)}</span>
          </label>
        ))}
      </fieldset>
      {isRefused.value ? <Notice tone="warning" text={t('optionsImagesRefused')} /> : null}
      {keep === 'none' ? null : (
        <div class="options-fields">
          <label>
            <span>{t('optionsImagesSize')}</span>
            <select
              class="text-field"
              value={String(maxBytes)}
              onChange={(event) => change({ maxBytes: Number(event.currentTarget.value) })}
            >
              {imageSizes.map((size) => (
                <option key={size} value={String(size)}>
                  {byteText(size, language)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{t('optionsImagesFormat')}</span>
            <select
              class="text-field"
              value={format}
              onChange={(event) =>
                change({ format: event.currentTarget.value === 'webp' ? 'webp' : 'original' })
              }
            >
              <option value="original">{t('optionsImagesOriginal')}</option>
              <option value="webp">{t('optionsImagesWebp')}</option>
            </select>
          </label>
        </div>
      )}
    </section>
  );
}
