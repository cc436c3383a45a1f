import { leaveOut } from '../account/leave-out.ts';
import { hasMoreChildren } from '../copy/has-more-children.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { replaceWithAll } from '../many-nodes.ts';
import { isPermalinkSign } from '../permalink-sign.ts';

const notebookPrompt = /^(?:In|Out)\s?\[[\s\d*]{0,8}\]\s?:?$/;
const toTop =
  /^\W{0,4}(?:(?:back|go|return|jump) to (?:the )?)?(?:top(?: of (?:the )?page)?|↑|⇧|▲|返回顶部|回到顶部|顶部|nach oben|haut de page|наверх|トップへ戻る)\W{0,3}$/i;
const toSource = /^\[?(?:view )?(?:source|src|源码|源代码)\]?$/i;
const toCopy =
  /^(?:click to expand\W{0,3}|copy (?:the )?(?:link|url|permalink|item path|anchor)(?: to (?:clipboard|section|this section))?|share link|link copied!?|copied!?|复制链接|复制地址|link kopieren|copier le lien|copiar enlace)$/i;
const generic =
  /^(?:expand|collapse|show|hide|toggle|read|open)(?: (?:description|details|more|all|less|contents?|section|text|展开|收起))?$|^(?:展开|收起|展开全部|阅读全文|查看更多)$/i;
const headings = 'h1, h2, h3, h4, h5, h6';

/** Takes out the signs by which a page is worked: links of a paragraph to itself, to its editor, source or top, and prompts. */
export function dropPageSigns({ body, document, rules }: PageCopy): void {
  const drop = (node: ChildNode): void => {
    leaveOut(node, 'controls', 'signs');
    rules.add('signs');
  };
  for (const link of body.querySelectorAll('a[href*="#"]')) {
    const text = link.textContent ?? '';
    if (link.closest('pre, code, sup') !== null || text.length > 60) continue;
    const href = link.getAttribute('href') ?? '';
    if (text !== '' && isPermalinkSign(text) && link.querySelector('img') === null) drop(link);
    else if (
      /^#(?:top|(?:back-?to-?)?top[-_]?(?:of[-_]?page)?|page-?top|header|content-top)?$/i.test(href) &&
      toTop.test(text.trim())
    )
      drop(aloneAround(link));
    else if (isOwnTerm(link, href)) replaceWithAll(link, link.childNodes);
  }
  // What MediaWiki's editors say of a page to each other, which it does not print either.
  for (const box of body.querySelectorAll('table.metadata, .ambox')) drop(box);
  for (const icon of body.querySelectorAll(`:is(${headings}) img[alt=""]`))
    if (/\S/.test(icon.parentElement?.textContent ?? '')) drop(icon);
  // What the user's own translator has set below a heading.
  for (const twin of body.querySelectorAll(`:is(${headings}) [class*="translate-target-wrapper"]`))
    drop(twin);
  for (const heading of body.querySelectorAll(`${headings}, dt`)) dropAfterWords(heading, drop);
  for (const element of body.querySelectorAll('span, a, div, button')) {
    if (element.firstElementChild !== null) continue;
    const text = element.textContent ?? '';
    if (text.length < 40 && toCopy.test(text.trim()) && element.closest('pre, code, p') === null)
      drop(element);
  }
  // The letter that stands for a portrait.
  for (const portrait of body.querySelectorAll('[class*="avatar" i], [class*="rounded-full"]'))
    if (/^\s*\p{L}{1,2}\s*$/u.test(portrait.textContent ?? '') && portrait.querySelector('img') === null)
      drop(portrait);
  for (const portrait of body.querySelectorAll('div[class*="avatar" i]:has(> img[alt=""]:only-child)'))
    if (!/\S/.test(portrait.textContent ?? '')) drop(portrait);
  const prompts: ChildNode[] = [];
  const walker = document.createTreeWalker(body, 4);
  const hasPrompts = /(?:In|Out)\s?\[/.test(body.textContent ?? '');
  for (let node = hasPrompts ? walker.nextNode() : null; node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (!(node instanceof Text) || text.length > 24 || !/^\s*(?:In|Out)/.test(text)) continue;
    const place = node.parentElement === null ? node : aloneAround(node);
    if (
      notebookPrompt.test((place.textContent ?? '').trim()) &&
      node.parentElement?.closest('pre, code, p') === null
    )
      prompts.push(place);
  }
  prompts.forEach(drop);
  for (const summary of body.querySelectorAll('details[open] > summary')) {
    const details = summary.parentElement;
    const isGeneric = generic.test((summary.textContent ?? '').trim());
    if (details === null || !(isGeneric || summary.querySelector(headings) !== null)) continue;
    // What is open and has a heading is a section that can be folded.
    if (isGeneric) drop(summary);
    else replaceWithAll(summary, summary.childNodes);
    replaceWithAll(details, details.childNodes);
  }
}

/** Whether a term of a list of definitions is a link to itself. */
function isOwnTerm(link: Element, href: string): boolean {
  const term = href.length > 1 && href.startsWith('#') ? link.closest('dt') : null;
  return term !== null && (term.id === href.slice(1) || link.id === href.slice(1));
}

/** The outermost element that holds nothing else. */
function aloneAround(node: ChildNode): ChildNode {
  let outer = node;
  for (
    let parent = outer.parentElement;
    parent !== null && !/^(?:BODY|LI|TD|DD|MAIN|ARTICLE)$/.test(parent.tagName);
    parent = outer.parentElement
  ) {
    if (hasMoreChildren(parent, 16) || hasOtherWords(parent, outer)) break;
    if (parent.querySelector('img, pre, svg') !== null) break;
    outer = parent;
  }
  return outer;
}

function hasOtherWords(parent: Element, child: ChildNode): boolean {
  return [...parent.childNodes].some(
    (node) => node !== child && /[\p{L}\p{N}]/u.test(node.textContent ?? ''),
  );
}

/** Links to editor and source that a generator puts behind the words of a heading or term, or beside it. */
function dropAfterWords(heading: Element, drop: (node: ChildNode) => void): void {
  for (const link of heading.querySelectorAll('a[href]')) {
    if (!link.isConnected) continue;
    const around = bracketsAround(link, heading);
    if (around !== null && (around.textContent ?? '').trim() !== (heading.textContent ?? '').trim())
      drop(around);
    else if (
      /^#./.test(link.getAttribute('href') ?? '') &&
      /^(?:permalink|link|anchor)$/i.test((link.textContent ?? '').trim()) &&
      (heading.textContent ?? '').trim().length > 12
    )
      drop(link);
    else if (link.getAttribute('href') === '#' && generic.test((link.textContent ?? '').trim())) drop(link);
    else if (toSource.test((link.textContent ?? '').trim()) && (heading.textContent ?? '').trim().length > 9)
      drop(link);
  }
  for (const side of besides(heading)) {
    if (!/^(?:SPAN|SMALL|A|DIV)$/.test(side.tagName) || heading.tagName === 'DT') continue;
    const text = (side.textContent ?? '').trim();
    if (text.length > 60 || text === '') continue;
    const link = side.matches('a[href]') ? side : side.querySelector('a[href]');
    if (link !== null && (isBracketed(text) || toSource.test(text.replace(/§$/, '').trimEnd()))) drop(side);
  }
}

function besides(heading: Element): readonly Element[] {
  const { previousElementSibling: before, nextElementSibling: after } = heading;
  return [before, before?.previousElementSibling, after, after?.nextElementSibling].flatMap(
    (each) => each ?? [],
  );
}

/** An element of links in brackets: `[edit | edit source]`. Numbers in brackets are notes. */
function bracketsAround(link: Element, within: Element): Element | null {
  for (
    let outer: Element | null = link.parentElement;
    outer !== null && outer !== within;
    outer = outer.parentElement
  ) {
    if (
      isBracketed((outer.textContent ?? '').trim()) &&
      (outer.textContent ?? '').length < 60 &&
      outer.tagName !== 'SUP'
    )
      return outer;
  }
  return null;
}

function isBracketed(text: string): boolean {
  return /^[[［【][^\d[\]]{2,50}[\]］】]$/.test(text);
}
