import { atOnce } from '../at-once.ts';
import { hasContent } from './block-writer.ts';
import type { WritingContext } from './writing-context.ts';
import { appendAll } from '../many-nodes.ts';

/** A list; what a page wrongly puts beside its items goes into the item before. */
export function writeList(element: Element, context: WritingContext): HTMLElement {
  return atOnce(writeListInSteps(element, context));
}

/** As writeList, with rests between its items. */
export function* writeListInSteps(element: Element, context: WritingContext): Generator<string, HTMLElement> {
  const list = context.document.createElement(element.localName);
  for (const name of ['start', 'reversed']) {
    const value = element.getAttribute(name);
    if (value !== null && value !== '1') list.setAttribute(name, value);
  }
  yield* writeItems(element, list, context);
  return list;
}

function* writeItems(parent: Element, list: HTMLElement, context: WritingContext): Generator<string, void> {
  for (const [index, child] of [...parent.childNodes].entries()) {
    if (index % 200 === 199) yield 'writing';
    if (child instanceof Text && !/\S/.test(child.data)) continue;
    if (child instanceof Element && child.tagName === 'LI') list.append(...itemOf(child, context));
    else if (
      child instanceof Element &&
      child.querySelector(':scope > li') !== null &&
      !/^(UL|OL)$/.test(child.tagName)
    ) {
      yield* writeItems(child, list, context);
    } else {
      const loose = context.document.createElement('li');
      loose.append(context.document.importNode(child, true));
      const [item] = itemOf(loose, context);
      const last = list.lastElementChild;
      if (item === undefined) continue;
      if (last === null) list.append(item);
      else appendAll(last, item.childNodes);
    }
  }
}

function itemOf(source: Element, context: WritingContext): readonly HTMLElement[] {
  const item = context.document.createElement('li');
  const task = source.getAttribute('data-task');
  if (task !== null) item.setAttribute('data-task', task);
  context.flow(source, item, context);
  return hasContent(item) || source.childNodes.length > 0 ? [item] : [];
}
