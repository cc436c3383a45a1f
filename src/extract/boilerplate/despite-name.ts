import { lettersOf } from '../letters.ts';
import { textLengthOf, plainInkOf } from './ink.ts';
import { isBoilerplateName } from './names.ts';

const cells = /^(?:TD|TH|DT|DD|CAPTION|FIGURE|FIGCAPTION|SUMMARY|LEGEND)$/;
const words =
  /^(?:A|ABBR|B|BDI|CITE|CODE|DFN|EM|FONT|I|INS|DEL|KBD|LABEL|MARK|Q|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR)$/;
const flow = /^(?:P|PRE|UL|OL|DL|TABLE|BLOCKQUOTE|FIGURE|DETAILS|SECTION|DIV|H[2-6])$/;
const heading = /^H[1-6]$/;
/** Names of what is meant for other eyes than the user's; they say how an element is shown, not what it is about. */
const unseen =
  /(?:^|[\s_-])(?:sr-only|screen-reader(?:-text|-only)?|visually-hidden|print-only|hidden-print|no-?print|speechify-ignore)(?=$|[\s_-])/i;
const selling =
  /(?:^|[\s_-])(?:ads?|advert|adsbygoogle|ad-container|sponsors?|promo|promotion|newsletter|subscribe|subscription|signup|sign-up|donate|donation|reward|appreciate)(?=$|[\s_-])/i;

/** Bars of buttons, and pages that somebody shares. */
const shared = /(?:^|[\s_-])(?:shares?|sharing|social)(?=$|[\s_-])/gi;

/**
 * Whether an element is content whatever it is called: a name is weak evidence. A word of a sentence, a cell, a section
 * under its own heading and a passage between others are the article.
 * @param hasControls whether there were fields and buttons in it
 * @param isPlain whether a sibling is called nothing that furniture is called
 */
export function isContentDespiteName(
  element: Element,
  named: string,
  hasControls: boolean,
  isPlain: (sibling: Element) => boolean,
): boolean {
  if (unseen.test(named)) return false;
  if (words.test(element.tagName)) return isWordOfText(element);
  if (cells.test(element.tagName) || isWholeDefinition(element)) return true;
  if (textLengthOf(element) === 0)
    return element.querySelector('img, video, picture') !== null && isBetween(element, isPlain);
  const [ink, plain] = [textLengthOf(element), plainInkOf(element)];
  if (named.search(shared) >= 0 && isShared(element, named, plain)) return true;
  if (hasControls || plain < Math.max(ink * 0.5, Math.min(ink, 40))) return false;
  if (selling.test(named) && leadsAway(element) && ink < 400) return false;
  return isSection(element, named, isPlain) || isBetween(element, isPlain);
}

/** Whether sentences or code stand in what is called shared, and nothing else is said against it. */
function isShared(element: Element, named: string, plain: number): boolean {
  if (plain < 60 || isBoilerplateName(named.replace(shared, ' '))) return false;
  let said = 0;
  for (const each of element.querySelectorAll('p, pre, li')) said += plainInkOf(each);
  return said >= plain * 0.5;
}

/** What alone says what a term means. */
function isWholeDefinition(element: Element): boolean {
  const parent = element.parentElement;
  return (
    parent?.tagName === 'DD' && textLengthOf(parent) === textLengthOf(element) && textLengthOf(parent) > 0
  );
}

/** Whether text stands beside it in its sentence. */
function isWordOfText(element: Element): boolean {
  const parent = element.parentElement;
  if (parent === null || (element.tagName === 'A' && heading.test(parent.tagName))) return false;
  for (const node of parent.childNodes) {
    if (node !== element && node.nodeType === 3 && /[\p{L}\p{N}]/u.test(node.nodeValue ?? '')) return true;
  }
  return words.test(parent.tagName) && isWordOfText(parent);
}

/** A heading and what it is about, with more of the article after it, or with its address as the heading's own words. */
function isSection(element: Element, named: string, isPlain: (sibling: Element) => boolean): boolean {
  const first = firstWith(element);
  if (first === null || !heading.test(first.tagName) || plainInkOf(element) - textLengthOf(first) < 40)
    return false;
  if (siblings(element, 'nextElementSibling').some((each) => isPassage(each) && isPlain(each))) return true;
  if (isBetweenSections(element, first)) return true;
  return isSlugOf(element.id, first) && (isPermanent(element) || isOneOfSections(element, named));
}

/** The first child that says something: targets of links stand before headings. */
function firstWith(element: Element): Element | null {
  let first = element.firstElementChild;
  while (first !== null && first.localName === 'span' && !first.hasChildNodes())
    first = first.nextElementSibling;
  return first;
}

/** Whether sections of the same make, each under a heading of its level, stand before and after it. */
function isBetweenSections(element: Element, title: Element): boolean {
  return [element.previousElementSibling, element.nextElementSibling].every(
    (each) => each?.tagName === element.tagName && firstWith(each)?.tagName === title.tagName,
  );
}

/** Whether an id is made of its heading's words: of the first of them, without a number before, or with a prefix of the generator's. */
function isSlugOf(id: string, title: Element): boolean {
  const wanted = slug(id);
  const said = slug((title.textContent ?? '').replace(chapter, ''));
  return wanted !== '' && (said.startsWith(wanted) || (said.length >= 4 && wanted.endsWith(said)));
}

const chapter = /^\s*(?:\d[\d.]{0,12}[)、]?|[A-Z]\.[\d.]{0,12}|§)\s+/u;

function slug(text: string): string {
  return lettersOf(text.toLowerCase());
}

/** Whether its heading links to it, as those of manuals do. */
function isPermanent(element: Element): boolean {
  return element.querySelector(`a[href="#${CSS.escape(element.id)}"]`) !== null;
}

/** What stands under every article, by its heading: a section about it says more. */
const underArticles =
  /^(?:\d+ )?(?:comments?|responses?|replies|discussion)\b(?: on\b.*| ?\(?\d+\)?)?$|^(?:related|recommended|recommendations)\b|^leave /i;

/**
 * Whether a section beside it, or the one that holds it, has its heading's words as its address too, and its own heading is not
 * that of what stands under every article.
 */
function isOneOfSections(element: Element, named: string): boolean {
  const title = (firstWith(element)?.textContent ?? '').trim();
  if (/comment|relate|recommend/i.test(named) && underArticles.test(title.replace(chapter, ''))) return false;
  return [element.previousElementSibling, element.nextElementSibling, element.parentElement].some((other) => {
    const first = other?.tagName === element.tagName ? firstWith(other) : null;
    return other !== null && first !== null && isSlugOf(other.id, first);
  });
}

function leadsAway(element: Element): boolean {
  return element.querySelector('a[href]:not([href^="#"])') !== null;
}

/** Whether text of the article stands before and after it, on its own level. */
function isBetween(element: Element, isPlain: (sibling: Element) => boolean): boolean {
  const isText = (each: Element): boolean => isPassage(each) && isPlain(each);
  if (!siblings(element, 'nextElementSibling').some(isText)) return false;
  if (siblings(element, 'previousElementSibling').some(isText)) return true;
  const isRemark = element.tagName === 'ASIDE' && element.querySelector('p') !== null;
  return isRemark && element.closest('article, main, [role="main"]') !== null;
}

/** Siblings that are looked at in one direction; a page may have any number. */
const near = 12;

function siblings(
  element: Element,
  direction: 'previousElementSibling' | 'nextElementSibling',
): readonly Element[] {
  const found: Element[] = [];
  for (let each = element[direction]; each !== null && found.length < near; each = each[direction])
    found.push(each);
  return found;
}

function isPassage(element: Element): boolean {
  return flow.test(element.tagName) && plainInkOf(element) >= 40;
}
