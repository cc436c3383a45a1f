import { plainInkOf, textLengthOf } from '../boilerplate/ink.ts';
import { isBoilerplateName } from '../boilerplate/names.ts';

/** Levels above the chosen element at which it may be one of many. */
const levels = 8;
/** Class names that any part of a page may have: they tell no turn from another. */
const layout =
  /^(?:container|wrapper?|row|col(?:umn)?s?|section|block|box|card|item|inner|content|main|clearfix|flex|grid|relative|absolute|hidden|text|[wmphz]-?|max|min|full|bg|border|rounded|shadow|gap|space|items|justify|sm|md|lg|xl)(?:-|$)/i;
const roles = /^data-(?:message|turn|um-id|role|author|testid|scroll-anchor|index)/;

/**
 * The element round all turns of a conversation, all releases of a change log, all posts of a thread, where the chosen
 * element is in one of them: siblings of one shape that follow each other, or of two shapes in turn. Null where it is alone.
 */
export function roundAllTurns(chosen: Element, body: HTMLElement): Element | null {
  let found: Element | null = null;
  let one = chosen;
  for (let level = 0; level < levels && one !== body && one.parentElement !== null; level++) {
    const parent = one.parentElement;
    const parts = [...parent.children].filter((each) => textLengthOf(each) >= 4);
    if (parts.length > 1 && (areTurns(parts, one) || areAlike(parts, one, chosen))) found = parent;
    one = parent;
  }
  return found;
}

/** Two shapes in turn, as questions and answers are, or parts that say which turn they are. */
function areTurns(parts: readonly Element[], one: Element): boolean {
  const marked = parts.filter((each) => isMarked(each) && each.tagName === one.tagName);
  if (marked.length >= 2 && marked.includes(one) && marked.length >= parts.length - 2) return true;
  if (parts.length < 4 || !parts.includes(one)) return false;
  const [first, second] = parts;
  if (first === undefined || second === undefined || isAlike(first, second)) return false;
  return (
    parts.every((each, index) => each.tagName === 'DIV' && isAlike(each, index % 2 === 0 ? first : second)) &&
    !parts.some(isFurniture)
  );
}

function isMarked(element: Element): boolean {
  return Array.from(element.attributes).some(
    ({ name, value }) => roles.test(name) && /turn|message|user|assistant|human|\d/i.test(`${name}${value}`),
  );
}

/** Parts of one shape with sentences of their own, which together weigh something beside the chosen one. */
function areAlike(parts: readonly Element[], one: Element, chosen: Element): boolean {
  if (!/^(?:ARTICLE|SECTION|DIV|LI)$|-/.test(one.tagName)) return false;
  const alike = parts.filter(
    (each) => (isAlike(each, one) || holdsItsMake(each, one, chosen)) && !isFurniture(each) && !isList(each),
  );
  const others = alike.filter((each) => each !== one);
  const sum = others.reduce((total, each) => total + plainInkOf(each), 0);
  return sum >= 50 && sum >= plainInkOf(one) * 0.2 && others.some((each) => plainInkOf(each) >= 30);
}

/** Whether another part of the same shape holds what was chosen in this one: an element of the same make. */
function holdsItsMake(element: Element, one: Element, chosen: Element): boolean {
  if (element.tagName !== one.tagName || element.className !== one.className || one === chosen) return false;
  const [name] = chosen.classList;
  return (
    name !== undefined && [...element.getElementsByClassName(name)].some((each) => isAlike(each, chosen))
  );
}

function isAlike(element: Element, other: Element): boolean {
  if (element.tagName !== other.tagName) return false;
  // An element that a page's scripts define is called what it is.
  if (element === other || element.tagName.includes('-')) return true;
  const telling = (each: Element): readonly string[] =>
    Array.from(each.classList).filter((name) => !layout.test(name));
  const names = new Set(telling(other));
  const shared = telling(element).filter((name) => names.has(name));
  return shared.length > 0 && shared.length * 2 >= Math.min(names.size, telling(element).length);
}

function isFurniture(element: Element): boolean {
  return isBoilerplateName(`${element.getAttribute('class') ?? ''} ${element.id}`);
}

/** Cards that lead to other pages. */
function isList(element: Element): boolean {
  const title = element.querySelector('h1, h2, h3, h4');
  const link = title?.querySelector('a') ?? title?.closest('a') ?? null;
  const leads = link !== null && !(link.getAttribute('href') ?? '#').startsWith('#');
  return leads || plainInkOf(element) < textLengthOf(element) * 0.5;
}
