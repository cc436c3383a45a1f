import type { TextBlock } from '../../../core/clip/article.ts';
import { type MarkedPassage, passageIn, pictureOf } from './marked-range.ts';

export interface WatchedSelection {
  readonly passage: MarkedPassage;
  /** Where it stands in the window. */
  readonly box: DOMRect;
}

interface SelectionListener {
  /** What of the article is selected now; null for nothing. */
  readonly onSelection: (selection: WatchedSelection | null) => void;
  /** A press that selected nothing. */
  readonly onPress: (node: Node, offset: number, box: DOMRect) => void;
}

/**
 * Tells what of the article the user selects, as soon as the pointer is up or a key is: reading it at each step would hold
 * up the selecting. A picture that has the focus counts as selected. Returns what ends it.
 */
export function watchSelection(
  root: HTMLElement,
  blocks: readonly TextBlock[],
  { onSelection, onPress }: SelectionListener,
): () => void {
  const stop = new AbortController();
  let isDown = false;
  let had = false;
  const tell = (found: WatchedSelection | null) => {
    if (found === null && !had) return;
    had = found !== null;
    onSelection(found);
  };
  const look = () => {
    if (isDown) return;
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) {
      tell(pictureInFocus(root));
      return;
    }
    const range = selection.getRangeAt(0);
    const passage = passageIn(root, blocks, range);
    tell(passage === null ? null : { passage, box: range.getBoundingClientRect() });
  };
  const listen = (target: EventTarget, name: string, run: (event: Event) => void) =>
    target.addEventListener(name, run, { signal: stop.signal });
  listen(root, 'pointerdown', () => (isDown = true));
  listen(document, 'pointerup', () => {
    isDown = false;
    // The browser takes a selection back only after this.
    setTimeout(look);
  });
  listen(document, 'pointercancel', () => (isDown = false));
  listen(document, 'selectionchange', () => {
    look();
    // Find selects first, then opens what was hidden: where it stands is known two frames later.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (had) look();
      }),
    );
  });
  listen(root, 'focusin', look);
  listen(root, 'focusout', () => setTimeout(look));
  listen(root, 'click', (event) => {
    if (!(event instanceof MouseEvent) || getSelection()?.isCollapsed !== true) return;
    const place = document.caretPositionFromPoint(event.clientX, event.clientY);
    if (place !== null)
      onPress(place.offsetNode, place.offset, new DOMRect(event.clientX, event.clientY - 12, 0, 24));
  });
  // What was selected while this was being loaded.
  look();
  return () => stop.abort();
}

function pictureInFocus(root: Element): WatchedSelection | null {
  const { activeElement } = document;
  if (activeElement === null || !root.contains(activeElement)) return null;
  const picture = activeElement.matches('[data-picture]')
    ? activeElement
    : activeElement.matches('.image-open')
      ? activeElement.querySelector('[data-picture]')
      : null;
  if (picture === null) return null;
  return { passage: { pictures: [pictureOf(picture)] }, box: picture.getBoundingClientRect() };
}
