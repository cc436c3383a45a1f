import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { failureText } from '../../../ui/failure-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { GoOn } from '../../../ui/go-on.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SearchNotes, searchNotes } from '../../search-notes/search-notes.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { KeptSearches } from '../state/kept-searches.ts';
import type { Store } from '../state/store.ts';
import { type ClipList, readerPath } from '../state/clip-list.ts';
import { EmptyList } from './empty-list.tsx';
import { SearchHelp } from './search-help.tsx';
import { ListHeading } from './list-heading.tsx';
import { ClipRows } from './clip-rows.tsx';

export interface ClipListViewProps {
  readonly clipList: ClipList;
  readonly store: Store;
  readonly searches: KeptSearches;
  readonly now: () => number;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** Stands in place of a list without a clip. */
  readonly emptyText: ComponentChildren;
  /** Enter while nothing is searched for; by default it opens the first clip. */
  readonly onEnterEmpty?: () => void;
  /** Arrow up from the search box. */
  readonly onLeaveUp?: () => void;
  /** Stands between the search box and what it finds. */
  readonly children?: ComponentChildren;
}

/** The search box and what it finds; recent clips or the trash while it is empty. */
export function ClipListView(props: ClipListViewProps) {
  const { clipList, store, searches, searchField, children } = props;
  const list = useRef<HTMLUListElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const [help, setHelp] = useState(false);
  const listed = clipList.mode.value === 'search' ? clipList.search.result.value?.query : clipList.mode.value;
  // Another list begins at its top.
  useLayoutEffect(() => scroll.current?.scrollTo({ top: 0 }), [listed]);
  const { query, setQuery } = clipList.search;
  const onKeyDown = useSearchKeys(props, list, { close: () => setHelp(false), open: help });
  const rows = clipList.rows.value;
  const use = (text: string) => {
    setQuery(text);
    setHelp(false);
    searchField.current?.focus();
  };
  return (
    <section class="clips" data-mode={clipList.mode.value}>
      <SearchField
        value={query.value}
        onInput={setQuery}
        onKeyDown={onKeyDown}
        inputRef={searchField}
        complete={clipList.complete}
        help={{ shown: help, toggle: () => setHelp(!help) }}
      />
      {children}
      {help ? <SearchHelp clipList={clipList} searches={searches} query={query.value} onUse={use} /> : null}
      {help ? null : (
        <div class="clips-room">
          <Begun clipList={clipList} />
          <ListHeading clipList={clipList} />
          <SearchFailure clipList={clipList} />
          <Notes clipList={clipList} />
          <div
            ref={scroll}
            class="clips-scroll"
            aria-busy={clipList.search.pending.value}
            onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
              if (scrollTop + clientHeight > scrollHeight - clientHeight) clipList.more();
            }}
          >
            {rows === null && store.state.value.kind !== 'failed' ? <WaitingList /> : null}
            {rows?.length === 0 ? <EmptyList clipList={clipList}>{props.emptyText}</EmptyList> : null}
            {rows === null || rows.length === 0 ? null : (
              <ClipRows
                clipList={clipList}
                rows={rows}
                now={props.now()}
                listRef={list}
                onLeave={() => searchField.current?.focus()}
              />
            )}
          </div>
        </div>
      )}
    </section>
  );
}

/** What the keys of the search box do beyond typing. */
function useSearchKeys(
  { clipList, onEnterEmpty, onLeaveUp }: ClipListViewProps,
  list: RefObject<HTMLUListElement | null>,
  help: { readonly open: boolean; readonly close: () => void },
) {
  const { query, setQuery } = clipList.search;
  return (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    const isEmpty = query.peek().trim() === '';
    if (event.key === 'ArrowDown') list.current?.querySelector('a')?.focus();
    else if (event.key === 'ArrowUp' && isEmpty && onLeaveUp !== undefined) onLeaveUp();
    else if (event.key === 'Enter' && isEmpty && onEnterEmpty !== undefined) onEnterEmpty();
    else if (event.key === 'Enter') clipList.openFirst();
    else if (event.key === 'Escape' && help.open) help.close();
    else if (event.key === 'Escape' && !isEmpty) setQuery('');
    else return;
    event.preventDefault();
  };
}

/** Where one left off, above the list of recent clips. */
function Begun({ clipList }: { readonly clipList: ClipList }) {
  const clip = clipList.begun.value;
  if (clip === null || clipList.mode.value !== 'recent') return null;
  return <GoOn clip={clip} href={`/${readerPath(clip.id)}`} onOpen={() => clipList.open(clip.id)} />;
}

function Notes({ clipList }: { readonly clipList: ClipList }) {
  const { t } = useTranslation();
  const answer = clipList.search.result.value?.answer ?? null;
  const notes = searchNotes(answer?.query.hints ?? [], answer, t);
  return <SearchNotes class="search-notes" notes={notes} onQuery={clipList.search.setQuery} />;
}

function SearchFailure({ clipList }: { readonly clipList: ClipList }) {
  const { t } = useTranslation();
  const code = clipList.search.failed.value;
  if (code === null) return null;
  return <Notice tone="error" text={t(failureText(code).message)} />;
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
