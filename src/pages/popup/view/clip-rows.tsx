import { Fragment, type RefObject } from 'preact';
import { ClipRow } from '../../../ui/clip-row.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { ListRow } from '../state/list-rows.ts';
import { type ClipList, readerPath } from '../state/clip-list.ts';
import { RowActions } from './row-actions.tsx';

export interface ClipRowsProps {
  readonly clipList: ClipList;
  readonly rows: readonly ListRow[];
  /** Epoch ms. */
  readonly now: number;
  readonly listRef: RefObject<HTMLUListElement | null>;
  /** Arrow up from the first row. */
  readonly onLeave: () => void;
}

/** This far from its end the arrow keys ask for more of the list. */
const near = 5;

/** Rows are links (below a line those of a word much like the typed one), and arrow keys move the focus among them; Delete moves a clip to the trash. */
export function ClipRows({ clipList, rows, now, listRef, onLeave }: ClipRowsProps) {
  const { t } = useTranslation();
  const result = clipList.mode.value === 'search' ? clipList.search.result.value : null;
  const nearby = result?.nearby ?? null;
  const all = nearby === null ? rows : [...rows, ...nearby.rows];
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(listRef.current?.querySelectorAll('a') ?? [])];
    const focused = document.activeElement?.closest('.clip-row');
    const place = links.findIndex((link) => link.closest('.clip-row') === focused);
    const row = all[place];
    if (row === undefined) return;
    if (event.key === 'ArrowDown') {
      links[place + 1]?.focus();
      if (place + near > rows.length) clipList.more();
    } else if (event.key === 'ArrowUp' && place === 0) onLeave();
    else if (event.key === 'ArrowUp') links[place - 1]?.focus();
    else if (event.key === 'Delete' && row.clip.trashedAt === null) {
      const next = links[place + 1] ?? links[place - 1];
      if (next === undefined) onLeave();
      else next.focus();
      clipList.trash(row.clip.id);
    } else return;
    event.preventDefault();
  };
  return (
    <ul class="clip-list" ref={listRef} onKeyDown={onKeyDown}>
      {all.map((row, index) => (
        <Fragment key={row.clip.id}>
          {index === rows.length && nearby !== null ? (
            <li class="clip-list-line">{t('searchNearby', nearby.correction.to, nearby.correction.from)}</li>
          ) : null}
          <ClipRow
            clip={row.clip}
            tags={row.tags}
            href={`/${readerPath(row.clip.id, row.excerpt?.block)}`}
            now={now}
            titleRanges={row.titleRanges}
            excerpt={row.excerpt}
            onOpen={() => clipList.open(row.clip.id, row.excerpt?.block)}
          >
            <RowActions clipList={clipList} row={row} />
          </ClipRow>
        </Fragment>
      ))}
    </ul>
  );
}
