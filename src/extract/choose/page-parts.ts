import { outerOf } from '../copy/despite-form.ts';

/** A part of the page that may be the article. */
export interface PagePart {
  readonly element: Element;
  /** Its first words, on one line. */
  readonly text: string;
  readonly words: number;
}

const most = 8;
const kinds =
  /^(?:ARTICLE|ASIDE|BLOCKQUOTE|BODY|CENTER|DETAILS|DIV|DL|FIGURE|FOOTER|FORM|HEADER|LI|MAIN|OL|PRE|SECTION|TABLE|TD|UL)$/;
const unread = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|SELECT|BUTTON|TITLE)$/i;
/** Letters of a part that is worth naming, and their share of the page's. */
const least = { letters: 80, share: 0.03 } as const;
/** An element round a single part says nothing that the part does not. */
const nearlyAll = 0.9;
/** How far up a text counts, and how many are looked at: a page may nest as it likes. */
const limits = { levels: 60, texts: 100_000, first: 90 } as const;

/** The parts of the live page that hold most text, the largest first. Nothing of the page is changed. */
export function pageParts(document: Document): readonly PagePart[] {
  const body = document.querySelector('body');
  if (body === null) return [];
  const letters = lettersOf(body);
  const all = letters.get(body) ?? 0;
  const large = [...letters].filter(
    ([element, own]) =>
      own >= Math.max(least.letters, all * least.share) &&
      kinds.test(nameOf(element)) &&
      Element.prototype.checkVisibility.call(element),
  );
  const holdsOne = new Set<Element>();
  for (const [element, own] of large) {
    let outer = outerOf(element);
    while (outer !== null && outer !== body && !kinds.test(nameOf(outer))) outer = outerOf(outer);
    if (outer !== null && own >= (letters.get(outer) ?? 0) * nearlyAll) holdsOne.add(outer);
  }
  return large
    .filter(([element]) => !holdsOne.has(element))
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([element]) => ({ element, ...describe(element) }));
}

/** Letters in each element, and in all that it stands in. Those of links count a fifth. */
function lettersOf(body: Element): Map<Element, number> {
  const letters = new Map<Element, number>();
  let left: number = limits.texts;
  for (const { text, holder } of textsIn(body)) {
    if ((left -= 1) < 0) break;
    const weight = holder.closest('a') === null ? text.length : text.length / 5;
    let levels: number = limits.levels;
    for (let each: Element | null = holder; each !== null && levels > 0; each = outerOf(each)) {
      letters.set(each, (letters.get(each) ?? 0) + weight);
      levels -= 1;
      if (each === body) break;
    }
  }
  return letters;
}

function* textsIn(root: Element): Generator<{ readonly text: string; readonly holder: Element }> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement;
    const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '' && holder !== null && !unread.test(nameOf(holder))) yield { text, holder };
  }
}

function describe(element: Element): Pick<PagePart, 'text' | 'words'> {
  let text = '';
  let words = 0;
  for (const piece of textsIn(element)) {
    if (text.length < limits.first) text += ` ${piece.text}`;
    words +=
      piece.text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu)?.length ?? 0;
  }
  return { text: text.trim().slice(0, limits.first), words };
}

/** A form's fields may hide what the form is. */
function nameOf(element: Element): string {
  const name: unknown = Reflect.get(Element.prototype, 'tagName', element);
  return typeof name === 'string' ? name : '';
}
