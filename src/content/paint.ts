import { highlightColors } from '../core/highlight/highlight.ts';
import type { PaintedPassage } from '../core/highlight/page-quotation.ts';
import { type FoundOnPage, findOnPage } from './highlights/painted-text.ts';

/** How long a page that writes its text late is waited for, in ms. */
const patience = 10_000;
/** Between two looks at a page that changes. */
const pause = 400;

interface Painter {
  readonly passages: readonly PaintedPassage[];
  readonly stop: () => void;
}

/**
 * Runs in the page and leaves a function there, in the extension's own world: it shows these highlights, instead of those
 * it showed before, and answers with the ids of what it found. The page's document stays as it is: CSS paints ranges.
 * What is not there yet is looked for again while the page changes, and so is what the page has written anew.
 */
function paint(passages: readonly PaintedPassage[], selected: PaintedPassage | null): readonly string[] {
  const scope = globalThis as { clipshelfPainter?: Painter; clipshelfSelected?: Range | null };
  scope.clipshelfPainter?.stop();
  const range = selected === null ? null : (scope.clipshelfSelected ?? null);
  const own = selected === null || range === null ? [] : [{ id: selected.id, color: selected.color, range }];
  let found: readonly FoundOnPage[] = [];
  const show = () => {
    const kept = own.filter(isThere);
    const others = passages.filter(({ id }) => kept.every((each) => each.id !== id));
    found = [...kept, ...findOnPage(document, others)];
    showRanges(found);
  };
  show();
  const stop = watch(show, {
    lacksSome: () => found.length < passages.length,
    lostSome: () => !found.every(isThere),
  });
  scope.clipshelfPainter = { passages, stop };
  return found.map(({ id }) => id);
}

/** Whether the page still has the text that was painted: who writes it anew, such as to color code, leaves nothing of the range. */
function isThere({ range }: FoundOnPage): boolean {
  return !range.collapsed && range.commonAncestorContainer.isConnected;
}

/** Looks again while the page writes: for what it lacked, as long as there is patience; for what it had, always. */
function watch(
  show: () => void,
  { lacksSome, lostSome }: { readonly lacksSome: () => boolean; readonly lostSome: () => boolean },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const until = performance.now() + patience;
  const observer = new MutationObserver(() => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (lostSome() || (performance.now() < until && lacksSome())) show();
    }, pause);
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}

/** By name: Firefox gives a content script no iterator over the registry. */
function showRanges(found: readonly FoundOnPage[]): void {
  for (const color of highlightColors) {
    const ranges = found.filter((each) => each.color === color).map(({ range }) => range);
    if (ranges.length === 0) CSS.highlights.delete(`clipshelf-${color}`);
    else CSS.highlights.set(`clipshelf-${color}`, new Highlight(...ranges));
  }
}

Object.assign(globalThis, { clipshelfPaint: paint });

export default true;
