import type { Action } from './action.ts';
import type { Library } from './library.ts';

/** In every list: to the next row, to the one before. Enter opens it, as it does any link. */
export function stepActions({ address, results, selection, focusRow }: Library): Action[] {
  const step = (by: 1 | -1) => () => {
    if (address.place.peek().view === 'clips') focusRow(selection.active.peek() + by);
    else focusNeighbour(by);
  };
  const isPossible = () => address.place.peek().view !== 'clips' || results.clips.peek().length > 0;
  const shared = { group: 'list', isPossible } as const;
  return [
    { ...shared, id: 'next', label: 'actionNext', keys: ['j', 'ArrowDown'], run: step(1) },
    { ...shared, id: 'previous', label: 'actionPrevious', keys: ['k', 'ArrowUp'], run: step(-1) },
  ];
}

/** Of the lists that have no row of their own for the keyboard: each row has one link, and the focus goes along them. */
function focusNeighbour(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-row-link]')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[Math.max(0, at + by)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
