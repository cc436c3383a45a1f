import { highlightColors } from '../core/highlight/highlight.ts';
import type { Quotation } from '../core/highlight/highlight.ts';
import type { PaintedPassage } from '../core/highlight/page-quotation.ts';
import { browser } from './browser.ts';
import { inTab } from './in-tab.ts';
import { showStyle } from './page-style.ts';

/** The page is a world of its own: this room is also compiled for the worker, without a DOM. */
declare function getSelection(): { readonly isCollapsed: boolean; toString(): string } | null;

/** Whether some text of the tab's page is selected. Needs the access of the user's gesture; false where there is none. */
export async function hasSelection(tabId: number): Promise<boolean> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: isTextSelected });
    return frame?.result === true;
  } catch {
    // A page that nobody may read.
    return false;
  }
}

function isTextSelected(): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== '';
}

/**
 * The passage that is selected in the tab, with what stands around it; null where nothing is. Throws `Failure` with a
 * `page/…` code.
 */
export async function readSelection(tabId: number): Promise<Quotation | null> {
  const [frame] = await inTab(tabId, () =>
    browser.scripting.executeScript({ target: { tabId }, files: ['/selection.js'] }),
  );
  return isQuotation(frame?.result) ? frame.result : null;
}

/** Longer ones are no passages, in UTF-16 units. */
const longest = 200_000;

/** It comes out of a hostile page. */
function isQuotation(value: unknown): value is Quotation {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['quote', 'prefix', 'suffix'].every((name) => {
      const text: unknown = Reflect.get(value, name);
      return typeof text === 'string' && text.length <= longest;
    })
  );
}

/**
 * Shows these highlights in the tab's page, instead of those that it showed before; answers with the ids of what was found
 * there. The page's document is not changed: the style is the browser's own (`insertCSS`, which no policy of the page
 * concerns), and CSS paints ranges. `selected` is the one that was just made of the selection.
 */
export async function paintTab(
  tabId: number,
  passages: readonly PaintedPassage[],
  selected: PaintedPassage | null = null,
): Promise<readonly string[]> {
  const target = { tabId };
  await showStyle(tabId, highlightStyle, 'AUTHOR');
  await browser.scripting.executeScript({ target, files: ['/paint.js'] });
  const args = [[...passages], selected];
  const [frame] = await browser.scripting.executeScript({ target, func: paint, args });
  const known = new Set(passages.map(({ id }) => id));
  return Array.isArray(frame?.result)
    ? frame.result.filter((id): id is string => typeof id === 'string' && known.has(id))
    : [];
}

/** Runs in the page's isolated world, by what /paint.js left there. */
function paint(passages: readonly PaintedPassage[], selected: PaintedPassage | null): unknown {
  const show: unknown = Reflect.get(globalThis, 'clipshelfPaint');
  return typeof show === 'function' ? Reflect.apply(show, undefined, [passages, selected]) : [];
}

/** Seen on light and on dark pages: the text keeps its colour. */
const tints: Readonly<Record<(typeof highlightColors)[number], string>> = {
  yellow: '255 204 0',
  green: '60 190 90',
  blue: '70 140 255',
  pink: '255 90 150',
  purple: '165 100 255',
};

const highlightStyle = highlightColors
  .map(
    (color) =>
      `::highlight(clipshelf-${color}){background-color:rgb(${tints[color]}/.35);text-decoration:underline 2px rgb(${tints[color]}/.9)}`,
  )
  .join('\n');
