import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { failureText } from '../../../ui/failure-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Library } from '../state/library.ts';
import type { Shelf } from '../state/shelf.ts';
import { EmptyList } from './empty-list.tsx';
import { SearchNotes } from './search-notes.tsx';
import { ShelfHeading } from './shelf-heading.tsx';
import { ShelfList } from './shelf-list.tsx';

export interface ShelfViewProps {
  readonly shelf: Shelf;
  readonly library: Library;
  readonly now: () => number;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** Stands between the search box and what it finds. */
  readonly children?: ComponentChildren;
}

/** The search box and what it finds; recent clips or the trash while it is empty. */
export function ShelfView({ shelf, library, now, searchField, children }: ShelfViewProps) {
  const list = useRef<HTMLUListElement>(null);
  const { query, setQuery } = shelf.search;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') list.current?.querySelector('a')?.focus();
    else if (event.key === 'Enter') shelf.openFirst();
    else if (event.key === 'Escape' && query.peek() !== '') setQuery('');
    else return;
    event.preventDefault();
  };
  const rows = shelf.rows.value;
  return (
    <section class="shelf" data-mode={shelf.mode.value}>
      <SearchField value={query.value} onInput={setQuery} onKeyDown={onKeyDown} inputRef={searchField} />
      {children}
      <ShelfHeading shelf={shelf} />
      <ShelfFailure shelf={shelf} />
      <SearchNotes search={shelf.search} />
      <div class="shelf-scroll" aria-busy={shelf.search.pending.value}>
        {rows === null && library.state.value.kind !== 'failed' ? <WaitingList /> : null}
        {rows?.length === 0 ? <EmptyList shelf={shelf} /> : null}
        {rows === null || rows.length === 0 ? null : (
          <ShelfList
            shelf={shelf}
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

function ShelfFailure({ shelf }: { readonly shelf: Shelf }) {
  const { t } = useTranslation();
  const code = shelf.failed.value ?? shelf.search.failed.value;
  if (code === null) return null;
  const dismiss = { label: t('dismiss'), run: shelf.dismissFailure };
  return (
    <Notice
      tone="error"
      text={t(failureText(code).message)}
      action={shelf.failed.value === null ? undefined : dismiss}
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
