import type { Clip } from '../../../core/clip/clip.ts';
import { Icon } from '../../../ui/icon.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { RelativeDate } from '../../../ui/relative-date.tsx';
import { SiteLetter } from '../../../ui/site-letter.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { readerAddress } from '../state/reader-address.ts';

/** One clip of the list: tick, title, the line that matched, and what is known about it. */
export function LibraryRow({ clip, index }: { readonly clip: Clip; readonly index: number }) {
  const { t } = useTranslation();
  const library = useLibrary();
  const { selection, results, focusTurn } = library;
  const hit = results.hits.value.get(clip.id);
  const ticked = selection.ids.value.has(clip.id);
  const isActive = selection.active.value === index && focusTurn.value > 0;
  const excerpt = results.hasWords.value ? hit?.excerpt : null;
  return (
    <article class="library-row" data-ticked={ticked} data-active={isActive} data-read={clip.readAt !== null}>
      <label class="row-tick">
        <input
          type="checkbox"
          checked={ticked}
          aria-label={t('rowTick', clip.title)}
          onClick={(event) => {
            // With Shift, all between this one and the one ticked last.
            if (event.shiftKey) selection.extendTo(index);
            else selection.toggle(index);
          }}
        />
        <SiteLetter site={clip.site} />
      </label>
      <a
        class="row-link"
        href={readerAddress(library, clip)}
        aria-current={isActive ? 'true' : undefined}
        onFocus={() => selection.activate(index)}
      >
        <span class="row-title" dir="auto">
          <MarkedText text={clip.title} ranges={results.hasWords.value ? (hit?.titleRanges ?? []) : []} />
        </span>
        {excerpt === null || excerpt === undefined ? (
          <RowExcerpt clip={clip} shown={results.hasWords.value} />
        ) : (
          <span class="row-excerpt" data-kind={excerpt.kind} dir={excerpt.kind === 'code' ? 'ltr' : 'auto'}>
            <MarkedText text={excerpt.text} ranges={excerpt.ranges} />
          </span>
        )}
      </a>
      <RowMeta clip={clip} />
      {clip.starred ? (
        <span class="row-star" role="img" aria-label={t('stateStarred')}>
          <Icon name="star" />
        </span>
      ) : null}
    </article>
  );
}

function RowExcerpt({ clip, shown }: { readonly clip: Clip; readonly shown: boolean }) {
  return shown ? (
    <span class="row-excerpt" dir="auto">
      {clip.excerpt}
    </span>
  ) : null;
}

const shownTags = 4;

function RowMeta({ clip }: { readonly clip: Clip }) {
  const translation = useTranslation();
  const { tags, dependencies } = useLibrary();
  return (
    <span class="row-meta">
      <span class="row-site">{clip.site}</span>
      <RelativeDate time={clip.savedAt} now={dependencies.now()} />
      <span>{countText(translation, 'minutes', clip.readingMinutes)}</span>
      {(clip.highlights ?? 0) === 0 ? null : (
        <span>{countText(translation, 'highlightCount', clip.highlights ?? 0)}</span>
      )}
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
