import type { ReadonlySignal } from '@preact/signals';
import type { MessageKey } from '../../../browser/translate.ts';
import type { Keys } from '../../../ui/keys.ts';
import type { ReaderActions } from './actions.ts';
import type { ClipWork } from './work.ts';
import type { Neighbours } from './no-neighbours.ts';

/** What the reader's keys do, for its help. */
export const readerKeys: readonly (readonly [Keys, MessageKey])[] = [
  ['j', 'readerNext'],
  ['k', 'readerPrevious'],
  ['u', 'openLibrary'],
  ['o', 'outlineTitle'],
  ['h', 'highlightSelection'],
  ['1–5', 'highlightColors'],
  ['n', 'highlightNote'],
  ['t', 'highlightTag'],
  [']', 'highlightNext'],
  ['[', 'highlightPrevious'],
  ['Delete', 'highlightRemove'],
  ['s', 'actionStar'],
  ['r', 'actionRead'],
  ['e', 'readerEdit'],
  ['d', 'readerTidy'],
  ['#', 'actionTrash'],
  ['c', 'copyLink'],
  ['Shift+C', 'copyLinkMarkdown'],
  ['y', 'readerCopyMarkdown'],
  ['Shift+Y', 'copyRich'],
  ['a', 'typographyTitle'],
  ['v', 'versionsTitle'],
  ['m', 'readerMore'],
  ['?', 'readerHelpTitle'],
];

export function keysFor(
  actions: ReaderActions,
  work: ClipWork,
  neighbours: ReadonlySignal<Neighbours>,
): Readonly<Record<Keys, () => void>> {
  const visit = (address: string | undefined) => () => {
    if (address !== undefined) location.assign(address);
  };
  const { list, next, previous } = neighbours.peek();
  return {
    j: visit(next?.address),
    k: visit(previous?.address),
    u: visit(list),
    o: actions.showOutline,
    s: actions.star,
    r: actions.markRead,
    e: actions.edit,
    d: actions.tidy,
    '#': actions.trash,
    c: actions.copyLink,
    'Shift+C': actions.copyLinkMarkdown,
    y: actions.copyMarkdown,
    'Shift+Y': actions.copyRich,
    a: actions.showTypography,
    v: work.versions.show,
    m: work.showMore,
    '?': actions.showHelp,
  };
}
