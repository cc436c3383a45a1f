import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { failureText } from '../../../ui/failure-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SearchNotes, searchNotes } from '../../search-notes/search-notes.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Store } from '../state/store.ts';
import type { ClipList } from '../state/clip-list.ts';
import { EmptyList } from './empty-list.tsx';
import { ListHeading } from './list-heading.tsx';
import { ClipRows } from './clip-rows.tsx';

export interface ClipListViewProps {
  readonly clipList: ClipList;
  readonly store: Store;
  readonly now: () => number;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** Stands between the search box and what it finds. */
  readonly children?: ComponentChildren;
}

/** The search box and what it finds; recent clips or the trash while it is empty. */
export function ClipListView({ clipList, store, now, searchField, children }: ClipListViewProps) {
  const list = useRef<HTMLUListElement>(null);
  const { query, setQuery } = clipList.search;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') list.current?.querySelector('a')?.focus();
    else if (event.key === 'Enter') clipList.openFirst();
    else if (event.key === 'Escape' && query.peek() !== '') setQuery('');
    else return;
    event.preventDefault();
  };
  const rows = clipList.rows.value;
  return (
    <section class="clips" data-mode={clipList.mode.value}>
      <SearchField value={query.value} onInput={setQuery} onKeyDown={onKeyDown} inputRef={searchField} />
      {children}
      <ListHeading clipList={clipList} />
      <ListFailure clipList={clipList} />
      <Notes clipList={clipList} />
      <div class="clips-scroll" aria-busy={clipList.search.pending.value}>
        {rows === null && store.state.value.kind !== 'failed' ? <WaitingList /> : null}
        {rows?.length === 0 ? <EmptyList clipList={clipList} /> : null}
        {rows === null || rows.length === 0 ? null : (
          <ClipRows
            clipList={clipList}
            rows={rows}
            now={now()}
            listRef={list}
            onLeave={() => searchField.current?.focus()}
          />
        )}
      </div>
    </section>
  );
}

function Notes({ clipList }: { readonly clipList: ClipList }) {
  const { t } = useTranslation();
  const answer = clipList.search.result.value?.answer ?? null;
  const notes = searchNotes(answer?.query.hints ?? [], answer, t);
  return <SearchNotes class="search-notes" notes={notes} onQuery={clipList.search.setQuery} />;
}

function ListFailure({ clipList }: { readonly clipList: ClipList }) {
  const { t } = useTranslation();
  const code = clipList.failed.value ?? clipList.search.failed.value;
  if (code === null) return null;
  const dismiss = { label: t('dismiss'), run: clipList.dismissFailure };
  return (
    <Notice
      tone="error"
      text={t(failureText(code).message)}
      action={clipList.failed.value === null ? undefined : dismiss}
    />
  );
}

/** Shapes where rows will be; read out as one line. */
function WaitingList() {
  const { t } = useTranslation();
  return (
    <div>
      <p class="visually-hidden">{t('listLoading')}</p>
      {[0, 1, 2, 3].map((row) => (
        <div key={row} class="waiting-row" aria-hidden="true">
          <span class="blank long" />
          <span class="blank" />
        </div>
      ))}
    </div>
  );
}
