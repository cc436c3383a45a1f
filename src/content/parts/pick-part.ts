import { outerOf } from '../../extract/copy/despite-form.ts';

/** What a person does to a part that is pointed at. */
export interface PickingPart {
  readonly show: (part: Element) => void;
  readonly take: (part: Element) => void;
  readonly leave: () => void;
}

const inline =
  /^(?:A|ABBR|B|BR|CITE|CODE|DEL|EM|I|IMG|INS|KBD|LABEL|MARK|PATH|Q|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|SVG|TIME|U|VAR)$/i;

/**
 * Lets a person point at a part of the page: by the mouse, or by the arrow keys, of which up widens it, down narrows it,
 * left and right go to the part beside it. Enter or a click takes it, Escape ends it. The page's own scripts hear of none
 * of that, and events that they make themselves do not count.
 */
export function pickPart(first: Element, { show, take, leave }: PickingPart): () => void {
  let part = first;
  /** What was widened, to be narrowed to again. */
  let inner: Element[] = [];
  const go = (next: Element | null, within: Element[] = []) => {
    if (next === null || next === document.documentElement) return;
    part = next;
    inner = within;
    part.scrollIntoView({ block: 'nearest' });
    show(part);
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowUp: () => go(outerOf(part), [...inner, part]),
    ArrowDown: () => go(inner.at(-1) ?? largestIn(part), inner.slice(0, -1)),
    ArrowLeft: () => go(part.previousElementSibling),
    ArrowRight: () => go(part.nextElementSibling),
    Enter: () => end(() => take(part)),
    Escape: () => end(leave),
  };
  const onKey = (event: Event) => {
    if (!event.isTrusted || !(event instanceof KeyboardEvent)) return;
    const move = event.isComposing ? undefined : moves[event.key];
    if (move === undefined) return;
    silence(event);
    if (event.type === 'keydown') move();
  };
  const onPointer = (event: Event) => {
    if (!event.isTrusted || !(event instanceof MouseEvent)) return;
    const pointed = blockAt(event);
    if (event.type === 'pointermove' || event.type === 'mousemove') {
      if (pointed === null || pointed === part || inner.includes(pointed)) return;
      part = pointed;
      inner = [];
      show(part);
      return;
    }
    silence(event);
    if (event.type === 'click' && event.button === 0) end(() => take(part));
  };
  const keys = ['keydown', 'keyup', 'keypress'];
  const pointers = ['pointermove', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick'];
  const end = (then: () => void) => {
    stop();
    then();
  };
  const stop = () => {
    for (const name of keys) removeEventListener(name, onKey, true);
    for (const name of pointers) removeEventListener(name, onPointer, true);
  };
  for (const name of keys) addEventListener(name, onKey, true);
  for (const name of pointers) addEventListener(name, onPointer, true);
  // A frame that has the focus would get the keys.
  if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.blur();
  focus();
  go(first);
  return stop;
}

function silence(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The block under the pointer. */
function blockAt({ clientX, clientY }: MouseEvent): Element | null {
  let element = Document.prototype.elementFromPoint.call(document, clientX, clientY);
  while (element !== null && inline.test(element.localName)) element = outerOf(element);
  return element === document.documentElement ? null : element;
}

function largestIn(part: Element): Element | null {
  let largest: Element | null = null;
  for (const child of part.children) {
    if ((child.textContent ?? '').length > (largest?.textContent ?? '').length) largest = child;
  }
  return largest;
}
