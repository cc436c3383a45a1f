import { useState } from 'preact/hooks';
import type { SmartList } from '../../../core/library/smart-list.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { ClipList } from '../state/clip-list.ts';
import type { KeptSearches } from '../state/kept-searches.ts';

export interface SearchHelpProps {
  readonly searches: KeptSearches;
  readonly clipList: ClipList;
  readonly query: string;
  /** Makes this the query. */
  readonly onUse: (query: string) => void;
}

/** The smart lists, what was searched for before, and what can be: each example is a button that types it. */
export function SearchHelp({ clipList, searches, query, onUse }: SearchHelpProps) {
  const { t } = useTranslation();
  const [recent, setRecent] = useState(searches.recent);
  const add = (example: string) => onUse(query.trim() === '' ? `${example} ` : `${query.trim()} ${example} `);
  return (
    <div class="search-help" tabIndex={-1}>
      <SmartLists lists={clipList.lists.value} onUse={onUse} />
      {recent.length === 0 ? null : (
        <section aria-labelledby="recent-searches">
          <div class="clips-heading">
            <h2 id="recent-searches">{t('recentSearches')}</h2>
            <Button
              kind="quiet"
              onClick={() => {
                searches.forgetRecent();
                setRecent([]);
              }}
            >
              {t('recentSearchesForget')}
            </Button>
          </div>
          <ul class="recent-searches">
            {recent.map((each) => (
              <li key={each}>
                <button type="button" class="recent-search" dir="auto" onClick={() => onUse(each)}>
                  <Icon name="search" />
                  <span>{each}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="search-syntax">
        <h2 id="search-syntax" class="search-help-title">
          {t('searchSyntax')}
        </h2>
        <dl class="search-examples">
          {clipList.queryCode.value?.queryHelp.map(({ examples, meaning }) => (
            <div key={meaning}>
              <dt>
                {examples.map((example) => (
                  <button key={example} type="button" class="search-example" onClick={() => add(example)}>
                    {example}
                  </button>
                ))}
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function SmartLists({
  lists,
  onUse,
}: { readonly lists: readonly SmartList[] } & Pick<SearchHelpProps, 'onUse'>) {
  const { t } = useTranslation();
  if (lists.length === 0) return null;
  return (
    <section aria-labelledby="smart-lists">
      <h2 id="smart-lists" class="search-help-title">
        {t('smartLists')}
      </h2>
      <ul class="recent-searches">
        {lists.map(({ id, name, query }) => (
          <li key={id}>
            <button type="button" class="recent-search" dir="auto" title={query} onClick={() => onUse(query)}>
              <Icon name="filter" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
