import type { Clip } from '../../../core/clip/clip.ts';
import { RelativeDate } from '../../../ui/relative-date.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { isInState } from '../../../search/query/clip-filter.ts';
import { useLibrary } from '../state/library.ts';

const shownTags = 4;

/** Below a row's text: what kind of clip it is, site, when, how long, how far it was read, tags. */
export function RowMeta({ clip }: { readonly clip: Clip }) {
  const translation = useTranslation();
  const { t } = translation;
  const { tags, dependencies } = useLibrary();
  const isLink = isInState(clip, 'link');
  return (
    <span class="row-meta">
      {isLink ? <Kind icon="link" text={t('kindLink')} /> : null}
      {isInState(clip, 'selection') ? <Kind icon="note" text={t('kindSelection')} /> : null}
      <span class="row-site">{clip.site}</span>
      <RelativeDate time={clip.savedAt} now={dependencies.now()} />
      {isLink ? null : <span>{countText(translation, 'minutes', clip.readingMinutes)}</span>}
      {(clip.highlights ?? 0) === 0 ? null : (
        <span>{countText(translation, 'highlightCount', clip.highlights ?? 0)}</span>
      )}
      <Reading clip={clip} />
      {clip.tags.length === 0 ? null : (
        <span class="row-tags">
          {clip.tags.slice(0, shownTags).map((key) => (
            <span key={key} class="row-tag" data-color={tags.byKey.value.get(key)?.color}>
              {tags.label(key)}
            </span>
          ))}
          {clip.tags.length > shownTags ? `+${clip.tags.length - shownTags}` : null}
        </span>
      )}
    </span>
  );
}

function Kind({ icon, text }: { readonly icon: 'link' | 'note'; readonly text: string }) {
  return (
    <span class="row-kind">
      <Icon name={icon} />
      {text}
    </span>
  );
}

/** How much of a begun article is read. */
function Reading({ clip: { reading, readAt } }: { readonly clip: Clip }) {
  const { t, language } = useTranslation();
  if (reading === undefined || readAt !== null) return null;
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(reading.share);
  return (
    <span class="row-reading">
      <progress max={1} value={reading.share} aria-hidden="true" />
      {t('readShare', share)}
    </span>
  );
}
