import type { RefObject } from 'preact';
import { IconButton } from '../../../ui/button.tsx';
import { ClipRow } from '../../../ui/clip-row.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { ShelfRow } from '../state/shelf-rows.ts';
import { type Shelf, readerPath } from '../state/shelf.ts';

export interface ShelfListProps {
  readonly shelf: Shelf;
  readonly rows: readonly ShelfRow[];
  /** Epoch ms. */
  readonly now: number;
  readonly listRef: RefObject<HTMLUListElement | null>;
  /** Arrow up from the first row. */
  readonly onLeave: () => void;
}

/** Rows are links, and arrow keys move the focus among them; Delete moves a clip to the trash. */
export function ShelfList({ shelf, rows, now, listRef, onLeave }: ShelfListProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(listRef.current?.querySelectorAll('a') ?? [])];
    const focused = document.activeElement?.closest('.clip-row');
    const place = links.findIndex((link) => link.closest('.clip-row') === focused);
    const row = rows[place];
    if (row === undefined) return;
    if (event.key === 'ArrowDown') links[place + 1]?.focus();
    else if (event.key === 'ArrowUp' && place === 0) onLeave();
    else if (event.key === 'ArrowUp') links[place - 1]?.focus();
    else if (event.key === 'Delete' && row.clip.trashedAt === null) {
      const next = links[place + 1] ?? links[place - 1];
      if (next === undefined) onLeave();
      else next.focus();
      shelf.trash(row.clip.id);
    } else return;
    event.preventDefault();
  };
  return (
    <ul class="clip-list" ref={listRef} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <ClipRow
          key={row.clip.id}
          clip={row.clip}
          tags={row.tags}
          href={`/${readerPath(row.clip.id, row.passage?.block)}`}
          now={now}
          titleRanges={row.titleRanges}
          passage={row.passage}
          onOpen={() => shelf.open(row.clip.id, row.passage?.block)}
        >
          <RowAction shelf={shelf} row={row} />
        </ClipRow>
      ))}
    </ul>
  );
}

function RowAction({ shelf, row: { clip } }: { readonly shelf: Shelf; readonly row: ShelfRow }) {
  const { t } = useTranslation();
  return clip.trashedAt === null ? (
    <IconButton icon="trash" label={t('rowTrash', clip.title)} onClick={() => shelf.trash(clip.id)} />
  ) : (
    <IconButton icon="restore" label={t('rowRestore', clip.title)} onClick={() => shelf.restore(clip.id)} />
  );
}
