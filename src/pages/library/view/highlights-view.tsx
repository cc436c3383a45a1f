import { useEffect, useRef } from 'preact/hooks';
import type { Highlight } from '../../../core/highlight/highlight.ts';
import type { ClipHighlights } from '../../../search/lists/highlight-list.ts';
import { colorNames } from '../../../ui/color-names.ts';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { NoteText } from '../../note/note-text.tsx';
import { useLibrary } from '../state/library.ts';
import { readerAddress } from '../state/reader-address.ts';
import { EmptyOrNothingYet } from './empty-state.tsx';
import { FacetRail } from './facet-rail.tsx';
import { QueryLine } from './search-bar.tsx';

/** Every highlight of the library, by clip, narrowed by the same query as clips; words are looked for in highlights. */
export function HighlightsView() {
  const { t } = useTranslation();
  const { highlights } = useLibrary();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => highlights.start(), [highlights]);
  useEffect(() => {
    if (end.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) highlights.more();
      },
      { rootMargin: '1200px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
    // Anew after each page: an end that stays in sight reports only once.
  }, [highlights, highlights.shown.value]);
  const shown = highlights.shown.value;
  return (
    <div class="with-rail">
      <FacetRail />
      <div class="library-column">
        <QueryLine />
        <ul class="marked-clips" aria-label={t('highlightsTitle')}>
          {shown.map((group) => (
            <li key={group.clip.id}>
              <MarkedClip group={group} />
            </li>
          ))}
        </ul>
        {highlights.done.value && shown.length === 0 ? (
          <EmptyOrNothingYet icon="mark" text={t('emptyHighlights')} />
        ) : null}
        <div ref={end} class="snippets-end">
          {highlights.done.value ? null : t('listLoading')}
        </div>
      </div>
    </div>
  );
}

function MarkedClip({ group: { clip, highlights } }: { readonly group: ClipHighlights }) {
  const translation = useTranslation();
  const library = useLibrary();
  return (
    <article class="marked-clip">
      <header>
        <a href={readerAddress(library, clip)} dir="auto" lang={clip.language ?? undefined}>
          {clip.title}
        </a>
        <span class="marked-site">
          {clip.site} · {countText(translation, 'highlightCount', highlights.length)}
        </span>
      </header>
      <ul>
        {highlights.map((highlight) => (
          <li key={highlight.id}>
            <MarkedWords group={{ clip, highlights }} highlight={highlight} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function MarkedWords({
  group: { clip },
  highlight: { anchor, place, color, note, tags, state },
}: {
  readonly group: ClipHighlights;
  readonly highlight: Highlight;
}) {
  const { t } = useTranslation();
  const library = useLibrary();
  return (
    <div class="marked-words" data-color={color} data-state={state}>
      <span class="visually-hidden">{t(colorNames[color])}: </span>
      <a
        class="marked-quote"
        href={readerAddress(library, clip, place?.from.block)}
        dir="auto"
        lang={clip.language ?? undefined}
      >
        {anchor.quote === '' ? t('highlightPicture') : anchor.quote}
      </a>
      {note.trim() === '' ? null : <NoteText note={note} />}
      {tags.length === 0 ? null : (
        <p class="marked-state">{tags.map((key) => `#${library.tags.label(key)}`).join(' ')}</p>
      )}
      {state === 'sure' ? null : (
        <p class="marked-state">{t(state === 'moved' ? 'highlightStateMoved' : 'highlightsAbsent')}</p>
      )}
    </div>
  );
}
