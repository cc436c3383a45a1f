import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { EmptyOrNothingYet } from './empty-state.tsx';
import { FacetRail } from './facet-rail.tsx';
import { QueryLine } from './search-bar.tsx';
import { SnippetCard } from './snippet-card.tsx';

/** Every code block of the library, newest clips first, narrowed by the same query as clips; words are looked for in code. */
export function SnippetsView() {
  const { t } = useTranslation();
  const { snippets } = useLibrary();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => snippets.start(), [snippets]);
  useEffect(() => {
    if (end.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) snippets.more();
      },
      { rootMargin: '1200px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
    // Anew after each page: an end that stays in sight reports only once.
  }, [snippets, snippets.shown.value]);
  const shown = snippets.shown.value;
  return (
    <div class="with-rail">
      <FacetRail />
      <div class="library-column">
        <QueryLine />
        <ul class="snippets" aria-label={t('viewSnippets')}>
          {shown.map((snippet) => (
            <li key={`${snippet.clip.id}/${snippet.block}`}>
              <SnippetCard snippet={snippet} />
            </li>
          ))}
        </ul>
        {snippets.done.value && shown.length === 0 ? (
          <EmptyOrNothingYet icon="code" text={t('emptySnippets')} />
        ) : null}
        <div ref={end} class="snippets-end">
          {snippets.done.value ? null : t('listLoading')}
        </div>
      </div>
    </div>
  );
}
