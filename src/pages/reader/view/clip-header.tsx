import type { ComponentChildren } from 'preact';
import { filterText } from '../../../search/query/edit-query.ts';
import { foldedTag } from '../../../search/query/label-names.ts';
import { hasOriginalPage } from '../../../core/clip/original-page.ts';
import { relativeDate, statedDate } from '../../../ui/date-text.ts';
import { Icon } from '../../../ui/icon.tsx';
import { SiteLetter } from '../../../ui/site-letter.tsx';
import { TitleText } from '../../../ui/title-text.tsx';
import { lengthText } from '../../../ui/length-text.ts';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { KeptImage, ShownClip } from '../state/reader.ts';
import { IntegrityLine } from './integrity-line.tsx';

export interface ClipHeaderProps {
  readonly shown: ShownClip;
  /** What is known of its pictures. */
  readonly images: readonly KeptImage[];
  readonly onStoreImages: () => void;
  readonly onLeftOut: () => void;
  readonly onMeasure: () => void;
  /** Epoch ms. */
  readonly now: number;
}

/** Title, site, author, dates, length, tags; where it came from, and how much of it came through. */
export function ClipHeader({ shown, images, onStoreImages, onLeftOut, onMeasure, now }: ClipHeaderProps) {
  const translation = useTranslation();
  const { t, language } = translation;
  const { clip, body, tags } = shown;
  const updated = body.pageUpdatedAt;
  return (
    <header class="reader-header">
      <p class="reader-site">
        <SiteLetter site={clip.site} />
        <span>{clip.siteName ?? clip.site}</span>
        <OriginalLink url={clip.url}>{t('readerOriginal')}</OriginalLink>
      </p>
      <h1 dir="auto" lang={clip.language ?? undefined}>
        <TitleText title={clip.title} language={clip.language} />
      </h1>
      <p class="reader-facts facts">
        {clip.author === null ? null : <span>{clip.author}</span>}
        {clip.publishedAt === null ? null : (
          <span>{t('readerPublished', statedDate(clip.publishedAt, language))}</span>
        )}
        {updated === null ? null : <span>{t('readerPageUpdated', statedDate(updated, language))}</span>}
        <span>{t('readerSaved', relativeDate(clip.savedAt, now, translation))}</span>
        {clip.words === 0 ? null : (
          <span>{lengthText(translation, clip.words, { language: clip.language, text: clip.title })}</span>
        )}
        {clip.words === 0 ? null : <span>{countText(translation, 'minutes', clip.readingMinutes)}</span>}
      </p>
      {tags.length === 0 ? null : (
        <ul class="reader-tags" aria-label={t('readerTags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <a class="chip" href={tagAddress(tag)}>
                <span class="chip-label">{tag}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {body.html === '' ? null : (
        <IntegrityLine
          shown={shown}
          images={images}
          onStoreImages={onStoreImages}
          onLeftOut={onLeftOut}
          onMeasure={onMeasure}
        />
      )}
    </header>
  );
}

/** Where the library lists what has the tag. */
function tagAddress(tag: string): string {
  const query = filterText({ name: 'tag', value: foldedTag(tag) });
  return `../library/index.html?${new URLSearchParams({ q: query }).toString()}`;
}

function OriginalLink({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  if (!hasOriginalPage(url)) return null;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
      <Icon name="external" />
    </a>
  );
}
