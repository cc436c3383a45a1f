import { replaceWithAll } from '../../extract/many-nodes.ts';

/** How notebooks write in HTML what their user has highlighted: Evernote in a style of its own, Notion in a class. */
const marked = '[style*="en-highlight"], [style*="evernote-highlight"], mark[class*="_background"]';

/**
 * Writes what the user of a notebook has highlighted in it as takeMarkedPassages reads it, with its colour. False where there
 * is none.
 */
export function nameNotebookMarks(body: HTMLElement): boolean {
  const found = [...body.querySelectorAll(marked)];
  for (const element of found) {
    const mark = body.ownerDocument.createElement('mark');
    mark.setAttribute('data-highlight', colorOf(element));
    mark.append(...element.childNodes);
    if (element.tagName === 'SPAN' || element.tagName === 'MARK') replaceWithAll(element, [mark]);
    else element.append(mark);
  }
  return found.length > 0;
}

function colorOf(element: Element): string {
  const style = element.getAttribute('style') ?? '';
  return (
    /--en-highlight:\s{0,4}([a-z]{3,12})/.exec(style)?.[1] ??
    /\b([a-z]{3,10})_background/.exec(element.className)?.[1] ??
    ''
  );
}
