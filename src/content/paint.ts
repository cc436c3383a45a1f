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
 * What is not there yet is looked for again while the page changes.
 */
function paint(passages: readonly PaintedPassage[], selected: PaintedPassage | null): readonly string[] {
  const scope = globalThis as { clipshelfPainter?: Painter; clipshelfSelected?: Range | null };
  scope.clipshelfPainter?.stop();
  const range = selected === null ? null : (scope.clipshelfSelected ?? null);
  const own = selected === null || range === null ? [] : [{ id: selected.id, color: selected.color, range }];
  const others = passages.filter(({ id }) => own.every((each) => each.id !== id));
  const show = () => {
    const found = [...own, ...findOnPage(document, others)];
    showRanges(found);
    return found.map(({ id }) => id);
  };
  const shown = show();
  scope.clipshelfPainter = {
    passages,
    stop: shown.length < passages.length ? watch(show, passages.length) : () => undefined,
  };
  return shown;
}

/** Looks again while the page writes, until all are found or nobody waits any more. */
function watch(show: () => readonly string[], wanted: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (show().length >= wanted) stop();
    }, pause);
  });
  const end = setTimeout(() => stop(), patience);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(end);
  };
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  return stop;
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
