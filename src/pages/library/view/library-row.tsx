import type { Clip } from '../../../core/clip/clip.ts';
import type { Excerpt } from '../../../search/ranking/answer.ts';
import { Icon } from '../../../ui/icon.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { SiteLetter } from '../../../ui/site-letter.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { readerAddress } from '../state/reader-address.ts';
import { RowMeta } from './row-meta.tsx';
import { RowTools } from './row-tools.tsx';

/** One clip of the list: tick, title, the line that matched, and what is known about it. */
export function LibraryRow({ clip, index }: { readonly clip: Clip; readonly index: number }) {
  const { t } = useTranslation();
  const library = useLibrary();
  const { selection, results, focusTurn } = library;
  const { look } = library.dependencies;
  const hit = results.hits.value.get(clip.id);
  const ticked = selection.ids.value.has(clip.id);
  const isActive = selection.active.value === index && focusTurn.value > 0;
  return (
    <article class="library-row" data-ticked={ticked} data-active={isActive} data-read={clip.readAt !== null}>
      <label class="row-tick">
        <input
          type="checkbox"
          checked={ticked}
          tabIndex={selection.active.value === index ? 0 : -1}
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
        <span class="row-title" dir="auto" lang={clip.language ?? undefined}>
          {clip.readAt === null ? <span class="row-unread" role="img" aria-label={t('stateUnread')} /> : null}
          <MarkedText text={clip.title} ranges={results.hasWords.value ? (hit?.titleRanges ?? []) : []} />
        </span>
        <RowExcerpt clip={clip} excerpt={results.hasWords.value ? hit?.excerpt : null} />
      </a>
      <RowMeta clip={clip} />
      {look.current.value.pictures && clip.images > 0 ? <RowPicture clip={clip} /> : null}
      {clip.starred ? (
        <span class="row-star" role="img" aria-label={t('stateStarred')}>
          <Icon name="star" />
        </span>
      ) : null}
      <RowTools clip={clip} index={index} isActive={selection.active.value === index} />
    </article>
  );
}

/** The line that matched, else how the article begins; in compact lists the match alone. */
function RowExcerpt({
  clip,
  excerpt,
}: {
  readonly clip: Clip;
  readonly excerpt: Excerpt | null | undefined;
}) {
  const { results, dependencies } = useLibrary();
  if (excerpt !== null && excerpt !== undefined)
    return (
      <span
        class="row-excerpt"
        data-kind={excerpt.kind}
        dir={excerpt.kind === 'code' ? 'ltr' : 'auto'}
        lang={clip.language ?? undefined}
      >
        <MarkedText text={excerpt.text} ranges={excerpt.ranges} />
      </span>
    );
  const isShown = results.hasWords.value || dependencies.look.current.value.rows === 'excerpts';
  return isShown && clip.excerpt !== '' ? (
    <span class="row-excerpt" dir="auto" lang={clip.language ?? undefined}>
      {clip.excerpt}
    </span>
  ) : null;
}

function RowPicture({ clip }: { readonly clip: Clip }) {
  const { pictures } = useLibrary();
  const address = pictures.of(clip.id).value;
  return address === null ? null : <img class="row-picture" src={address} alt="" decoding="async" />;
}
