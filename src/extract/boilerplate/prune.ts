import { discard, leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { reasonOfName } from './reason-of-name.ts';
import { dropFloating, dropHidden } from './drop-hidden.ts';
import { isContentDespiteName } from './despite-name.ts';
import { textLengthOf, plainInkOf } from './ink.ts';
import { isBoilerplateName } from './names.ts';

const never =
  '.lightbox > .meta, :is(figcaption, caption, dt, p) .headerlink, canvas, button, select, textarea, dialog, frame, iframe, object, embed, area, map, progress, param, source, track, nav, [role="navigation"], [role="search"], [role="dialog"], [role="banner"], [role="contentinfo"], [role="complementary"], [role="menu"], [role="tablist"], [role="toolbar"]';
const kept =
  'article, main, body, [itemprop="articleBody"], [data-callout], pre, code, [data-math], [data-footnotes], [data-tabs]';

const navigation = 'nav, [role="navigation"], [role="search"], [role="menu"], [role="banner"]';

/** Elements that are judged before the step rests. */
const many = 500;

/** Takes out of the copy what is never the article: controls, navigation, and what its names say is furniture. */
export function* prune(copy: PageCopy, description: string | null): Generator<string, void> {
  const { body } = copy;
  dropLinkIcons(body);
  for (const element of body.querySelectorAll('script, style, template, link, meta, noscript, svg'))
    discard(element);
  const total = textLengthOf(body);
  yield 'prune';
  keepTasks(body);
  yield 'prune';
  if (description !== null) dropDescription(copy, description);
  dropHidden(copy, total);
  dropFloating(copy, total);
  yield 'prune';
  const withControls = holdersOfControls(body);
  dropAsking(body, total);
  for (const element of body.querySelectorAll(never)) {
    if (!outweighs(element, total))
      leaveOut(element, element.matches(navigation) ? 'navigation' : 'controls', 'prune/kind');
  }
  for (const message of body.querySelectorAll('[role="status"], [aria-live]:not([aria-live="off"])'))
    if (isMessage(message, total)) leaveOut(message, 'controls', 'prune/message');
  for (const input of body.querySelectorAll('input, label:empty')) discard(input);
  const named = body.querySelectorAll('footer, aside:not([data-callout]), header, [class], [id]');
  for (const [index, element] of named.entries()) {
    if (index % many === many - 1) yield 'prune';
    if (!element.isConnected || element.matches(kept)) continue;
    if (isFurniture(element, withControls.has(element)) && !outweighs(element, total) && !holdsMain(element))
      leaveOut(element, reasonOfName(element), 'prune/name');
  }
}

function isFurniture(element: Element, hasControls: boolean): boolean {
  if (element.tagName === 'FOOTER') return element.querySelector('[data-footnotes]') === null;
  if (element.tagName === 'ASIDE')
    return (
      element.querySelector('[data-footnotes]') === null &&
      !element.matches('.quote, .onebox') &&
      !isContentDespiteName(element, '', hasControls, isPlain)
    );
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (isByline(element) || isAuthorCard(element, name)) return true;
  if (
    element.tagName === 'HEADER' &&
    element.querySelector('h2, pre, p + p + p') === null &&
    !hasLead(element)
  )
    return true;
  if (
    /^H[1-6]$|^P$|^A$|^LI$/.test(element.tagName) &&
    element.closest('article, main') !== null &&
    !/toc|share|copyright|reading|comment|feedback/.test(name)
  )
    return false;
  return isBoilerplateName(name) && !isContentDespiteName(element, name, hasControls, isPlain);
}

/** A paragraph of the author's that a theme sets above the text, with the title. */
function hasLead(header: Element): boolean {
  if (header.closest('article, main, [role="main"]') === null || header.querySelector('h1') === null)
    return false;
  return [...header.querySelectorAll('p')].some(
    (each) =>
      plainInkOf(each) >= 60 && isPlain(each) && /[.。!！?？…:：]$/.test((each.textContent ?? '').trim()),
  );
}

/** What holds fields and buttons, which the text of an article does not. */
function holdersOfControls(body: HTMLElement): ReadonlySet<Element> {
  const holders = new Set<Element>();
  for (const control of body.querySelectorAll(
    'input:not([type="checkbox"]), textarea, select, button, iframe',
  )) {
    for (let each = control.parentElement; each !== null && !holders.has(each); each = each.parentElement)
      holders.add(each);
  }
  return holders;
}

/** What asks the user for a mail address, or for an answer by one of several buttons, and says little else. */
function dropAsking(body: HTMLElement, total: number): void {
  // A short page must not pass for what asks.
  const most = Math.min(400, total * 0.35);
  for (const field of body.querySelectorAll('input[type="email"]')) {
    const asking = outermost(field, (each) => textLengthOf(each) < most && each.querySelector(told) === null);
    if (asking !== null) leaveOut(asking, 'advertisement', 'prune/asking');
  }
  for (const answer of body.querySelectorAll('button + button, label + label:has(input)')) {
    if (!isAnswer(answer) || !isAnswer(answer.previousElementSibling)) continue;
    const asking = outermost(
      answer,
      (each) => textLengthOf(each) < Math.min(120, most) && each.querySelector(`${told}, img, h1`) === null,
    );
    if (asking !== null && !isOneOfMany(asking) && /[?？]/.test(asking.textContent ?? ''))
      leaveOut(asking, 'controls', 'prune/asking');
  }
}

/** A button or a choice in words; signs alone copy, share and judge. */
function isAnswer(element: Element | null): boolean {
  return element !== null && textLengthOf(element) > 0;
}

/** A line that the page says when something was done: `Copied to clipboard`. */
function isMessage(element: Element, total: number): boolean {
  const ink = textLengthOf(element);
  return ink > 0 && ink < Math.min(60, total * 0.1) && element.querySelector(`${told}, p, li, img`) === null;
}

/** Turns of a conversation and comments have buttons, too; a page asks its reader once. */
function isOneOfMany(element: Element): boolean {
  const isLike = (each: Element | null) =>
    each !== null && each.tagName === element.tagName && each.className === element.className;
  return [...(element.parentElement?.children ?? [])].some((each) => each !== element && isLike(each));
}

const told =
  'pre, table, ul ul, input[type="password"], [data-math], [data-callout], [data-footnote-ref], [data-footnotes], p + p + p, article, main';

/** The outermost element round one, below the page's parts, of which something is true. */
function outermost(inner: Element, is: (element: Element) => boolean): Element | null {
  let found: Element | null = null;
  for (let each = inner.parentElement; each !== null; each = each.parentElement) {
    if (/^(?:BODY|MAIN|ARTICLE)$/.test(each.tagName) || !is(each)) break;
    found = each;
  }
  return found;
}

function isPlain(element: Element): boolean {
  return !isBoilerplateName(`${element.getAttribute('class') ?? ''} ${element.id}`);
}

const bylines = '.tags, .date, .post-date, .post-time, div.footer';

/** What is named by one plain word, which says less than the names of furniture: the short ones without content. */
function isByline(element: Element): boolean {
  if (!element.matches(bylines) || textLengthOf(element) > 300) return false;
  if (element.closest('figure, blockquote, table, [data-callout], pre') !== null) return false;
  return (
    element.querySelector('pre, h1, h2, h3, p + p + p, p + :is(ul, ol), dl, [data-footnotes], figure') ===
    null
  );
}

/** Who wrote it, with a portrait: after the article's text, a few lines. */
function isAuthorCard(element: Element, name: string): boolean {
  if (!authorName.test(name) || element.querySelector('img') === null || textLengthOf(element) > 400)
    return false;
  if (element.querySelector('pre, h2, table, p + p + p') !== null) return false;
  for (let next = element.nextElementSibling; next !== null; next = next.nextElementSibling)
    if (plainInkOf(next) >= 40) return false;
  return true;
}

const authorName = /(?:^|[\s_-])(?:author|bio|profile)(?=$|[\s_-])/i;

/** The icon of links that leave the site, with its words for screen readers and the space between. */
function dropLinkIcons(body: HTMLElement): void {
  for (const icon of body.querySelectorAll('a > span:has(> svg)')) {
    const words = [...icon.childNodes].filter(
      (node) => !(node instanceof Element && node.matches('svg, .sr-only, .visually-hidden')),
    );
    if (words.every((node) => !/\S/.test(node.textContent ?? ''))) discard(icon);
  }
}

/** No name is believed about an element that holds a large part of the page's text or code. */
function outweighs(element: Element, total: number): boolean {
  const ink = textLengthOf(element);
  if (ink < 200) return ink >= 40 && plainInkOf(element) > total * 0.6;
  if (element.querySelectorAll('pre').length > 2) return true;
  return plainInkOf(element) > total * 0.35;
}

/** What is round the page's main part is no furniture: `sidebar-position-left` says where another part stands. */
function holdsMain(element: Element): boolean {
  return element.querySelector('main, [role="main"], [itemprop~="articleBody"]') !== null;
}

/** A task list's boxes say which items are done. */
function keepTasks(body: HTMLElement): void {
  for (const box of body.querySelectorAll('li input[type="checkbox"]')) {
    const item = box.closest('li');
    if (item === null || item.hasAttribute('data-task')) continue;
    item.setAttribute('data-task', box.hasAttribute('checked') ? 'done' : 'open');
  }
  if (!/\[[ xX]\]\s/.test(body.textContent ?? '')) return;
  for (const item of body.querySelectorAll('li')) {
    const first = firstText(item);
    const mark = first === null ? null : /^\s*\[([ xX])\]\s+(?=\S)/.exec(first.data);
    if (first === null || mark === null || item.hasAttribute('data-task')) continue;
    item.setAttribute('data-task', mark[1] === ' ' ? 'open' : 'done');
    first.data = first.data.slice(mark[0].length);
  }
}

/** The first text of an element that is not blank. */
function firstText(element: Element): Text | null {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.data.trim() !== '') return node;
  }
  return null;
}

/** Themes show the page's description again above the text. */
function dropDescription(copy: PageCopy, description: string): void {
  const wanted = description.replace(/\s+/g, '');
  for (const lead of copy.body.querySelectorAll(
    'header p, .lead, .subtitle, .post-subtitle, .article-subtitle, [class*="description"], .summary, .post-summary, .excerpt',
  )) {
    if ((lead.textContent ?? '').replace(/\s+/g, '') === wanted)
      leaveOut(lead, 'duplicate', 'prune/description');
  }
}
