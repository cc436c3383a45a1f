import { leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { calloutType, isDefaultTitle } from './callout-types.ts';
import { labelledBoxes } from './labelled-boxes.ts';
import { appendAll, setChildren } from '../many-nodes.ts';

/** Families of class names: which generators mark a callout with, and how its type is written beside. */
const families =
  '.custom-block, .hint-container, .hint, .markdown-alert, .starlight-aside, .notecard, .alert, .note, .notice, .confluence-information-macro, .message, .prompt, [class*="prompt-"], [class*="notice--"], [class*="admonition"], [class*="callout"], [class*="-alert-"], [class*="bdm-"], [data-callout], .infobox, .infobox-warning, .pageinfo, .adm-block, .tip, .info, .warning, .danger, .important, .caution, .success, .highlight-block, [role="note"], .NOTE, .TIP, .IMPORTANT, .WARNING, .CAUTION, .tag-note, .tag-plugin, .note-block, .warn, [data-node-type="callout"], [data-panel-type], [data-block-type="callout"], [class*="alert-hole"], .rmdnote, .rmdtip, .rmdwarning, .rmdcaution, .rmdimportant, .wrap_info, .wrap_tip, .wrap_important, .wrap_alert, .wrap_help, .wrap_todo, [class$="-title"]:is(blockquote, p), .panel-info, .panel-warning, .quote, .question, .example, .abstract, .todo, .bug';
const familyWord =
  /^(theme-admonition|admonition|callout|custom-block|hint-container|hint|markdown-alert|starlight-aside|notecard|alert|notes?|notice|admonitionblock|confluence-information-macro|nextra-callout|notion-callout|message|prompt|infobox|pageinfo|adm-block|tag-plugin|bs-callout|bdm|panel|is|tip|warn|warning|danger|info|important|caution|success)$/;
/** What nothing but a box is called: whatever stands before it, the word after it is its type. */
const strongFamily = /^(?:admonition|callout|alert|notice|hint)$/;
const titles =
  '.box-label, .admonition-title, .admonition-heading, [class*="admonitionHeading"], .custom-block-title, .hint-container-title, .markdown-alert-title, .callout-title, .callout-heading, .starlight-aside__title, .alert-heading, .alert-title, .message-header, .note-title, .bdm-title, .adm-title, .title, .details-summary, .admonition-header, .notice-title, .label, [class*="callout-title"], [class*="-title"], :is(.NOTE, .TIP, .IMPORTANT, .WARNING, .CAUTION, .alert) > h5:first-child';
const typed = ['data-callout', 'data-type', 'data-admonition-type', 'data-panel-type'];
const blocks = /^(?:DIV|ASIDE|BLOCKQUOTE|SECTION|P|DETAILS|ARTICLE|DL)$|-/;

/** Puts the callouts of every family (see the selectors) into the form of docs/article-html.md. */
export function normaliseCallouts({ body, classes, document, rules }: PageCopy): void {
  for (const element of classes.select(families, body).toReversed()) {
    if (!blocks.test(element.tagName) || element.hasAttribute('data-callout-title')) continue;
    if (element.localName === 'aside' && element.hasAttribute('data-clip')) continue;
    const type = typeIn(element);
    if (type === null || !isCallout(element)) continue;
    element.replaceWith(calloutElement(document, element, type));
    rules.add('callout');
  }
  for (const [box, { type, label }] of labelledBoxes(body)) {
    leaveOut(label, 'duplicate', 'callout/label');
    box.replaceWith(calloutElement(document, box, type));
    rules.add('callout/labelled');
  }
  for (const quote of body.querySelectorAll('blockquote')) markedQuote(quote, document, rules);
}

function typeIn(element: Element): string | null {
  const stated =
    typed.map((name) => element.getAttribute(name)).find((value) => value !== null) ??
    (element.matches('.tag-plugin[color]:not(details)') ? element.getAttribute('color') : null) ??
    (element.matches('[data-node-type="callout"], [data-block-type="callout"]') ? 'note' : null);
  if (stated !== null) return calloutType(stated) ?? (element.hasAttribute('data-callout') ? 'note' : null);
  const words = (element.getAttribute('class') ?? '')
    .replace(/\b(?:rmd|wrap_)(?=[a-z])/g, 'callout-')
    .split(/\s+/)
    .map((word) => (/^[A-Z]+$/.test(word) ? word.toLowerCase() : word))
    .map((word) => (/^(BLOCKQUOTE|P)$/.test(element.tagName) ? word.replace(/-title$/, '') : word))
    .filter((word) => word !== '');
  let found: string | null = null;
  let family = false;
  let weak = false;
  for (const word of words) {
    const parts = word.split(/--?|__/);
    const last = parts.at(-1) ?? '';
    const type =
      calloutType(word) ??
      (parts.length > 1 &&
      (strongFamily.test(parts.at(-2) ?? '') ||
        parts
          .slice(0, -1)
          .every(
            (part) =>
              familyWord.test(part) ||
              /^(theme|markdown|macro|confluence|information|starlight|aside|bg|prompt|block|kg|card)$/.test(
                part,
              ),
          ))
        ? calloutType(last)
        : null);
    if (familyWord.test(word) || /admonition|callout|alert|bdm|prompt-|notice/.test(word)) family = true;
    if (type !== null && (found === null || found === 'note' || (weak && !familyWord.test(word)))) {
      found = type;
      weak = familyWord.test(word);
    }
  }
  // Any word for a type will do where the box says its title.
  if (!family)
    return element.firstElementChild?.matches(':is(p, div, span)[class*="title"]') === true &&
      element.querySelector('blockquote') === null
      ? found
      : null;
  return (
    found ??
    (words.some((word) =>
      /^(admonition|(?:\w+-)?callout|\w+-callout-block|notice|custom-block|hint|message|alert|nextra-callout|notion-callout|theme-admonition)$/.test(
        word,
      ),
    )
      ? 'note'
      : null)
  );
}

/** Small labels, icons and page furniture share these class names. */
function isCallout(element: Element): boolean {
  const text = (element.textContent ?? '').trim();
  if (text.length < 2 && element.querySelector('img, pre') === null) return false;
  if (element.tagName === 'P' && element.closest('aside, .admonition, .custom-block') !== null) return false;
  if (/(^|\s)(left|right|center|centered|align-\w+|text-(left|right|center))(\s|$)/.test(element.className))
    return false;
  if (element.querySelector('h1, article, nav, form, input') !== null) return false;
  if (/display:\s*none/.test(element.getAttribute('style') ?? '')) return false;
  return element.closest('pre, nav, header, footer, table.diff') === null;
}

function calloutElement(document: Document, element: Element, type: string): HTMLElement {
  const aside = document.createElement('aside');
  unwrapTable(element);
  for (const hidden of element.querySelectorAll('.screen-reader-only, .sr-only, .visually-hidden'))
    leaveOut(hidden, 'hidden', 'callout/hidden');
  const summary = element.tagName === 'DETAILS' ? element.querySelector('summary') : null;
  const title = summary ?? titleElement(element) ?? titleParagraph(element) ?? typeAsTitle(element, type);
  const name = (title?.textContent ?? '').replace(/\s+/g, ' ').trim();
  for (const icon of element.querySelectorAll('svg, i[class], .icon, .admonition-icon, .callout-icon, .fa')) {
    if ((icon.textContent ?? '').trim().length < 20 && icon.querySelector('img') === null)
      leaveOut(icon, 'controls', 'callout/icon');
  }
  if (title !== null) leaveOut(title, 'duplicate', 'callout/title');
  dropIcon(element);
  aside.setAttribute('data-callout', type);
  if (!isDefaultTitle(name, type)) {
    const heading = document.createElement('p');
    heading.setAttribute('data-callout-title', '');
    appendAll(heading, title === null ? [name] : inlineOf(title, name));
    aside.append(heading);
  }
  const into = element.tagName === 'P' ? aside.appendChild(document.createElement('p')) : aside;
  appendAll(into, element.childNodes);
  return aside;
}

/** AsciiDoc and DocBook set an admonition as a table of its icon, perhaps its title, and its text. */
function unwrapTable(element: Element): void {
  const [table] = element.children;
  if (table?.tagName !== 'TABLE' || element.childElementCount > 1 || table.querySelectorAll('tr').length > 2)
    return;
  const cells = [...table.querySelectorAll('td, th')];
  const content = cells.pop();
  if (
    content === undefined ||
    cells.length === 0 ||
    cells.some((cell) => (cell.textContent ?? '').trim().length > 40)
  )
    return;
  const title = cells.find((cell) => cell.tagName === 'TH');
  const heading = element.ownerDocument.createElement('h6');
  appendAll(heading, title?.childNodes ?? []);
  setChildren(element, [...(title === undefined ? [] : [heading]), ...content.childNodes]);
}

/** The first words of a box that only say its type: in an element of their own. */
function typeAsTitle(element: Element, type: string): Element | null {
  if (element.tagName === 'P') return null;
  const first = [...element.children].find((child) => /\S/.test(child.textContent ?? ''));
  const words = (first?.textContent ?? '').trim();
  if (first === undefined || words.length > 20 || first.nextSibling === null) return null;
  return /^(P|DIV|DT|H[2-6]|SPAN|STRONG|B|HEADER)$/.test(first.tagName) && isDefaultTitle(words, type)
    ? first
    : null;
}

/** Just the Docs: `warning-title` says that the first paragraph is one. */
function titleParagraph(element: Element): Element | null {
  const first = element.firstElementChild;
  const isTitled = /-title(\s|$)/.test(element.className) && element.childElementCount > 1;
  return isTitled ? first : null;
}

/** A callout may begin with an emoji as its icon, in an element of its own. */
function dropIcon(element: Element): void {
  let first = element.firstElementChild;
  while (first?.nextElementSibling === null && first.firstElementChild !== null)
    first = first.firstElementChild;
  if (first !== null && /^[\p{Extended_Pictographic}\p{M}\s]+$/u.test(first.textContent ?? ''))
    leaveOut(first, 'controls', 'callout/icon');
}

/** A title made of blocks gives its words only. */
function inlineOf(title: Element, words: string): readonly (Node | string)[] {
  return title.querySelector('div, p, h1, h2, h3, h4, h5, h6') === null ? [...title.childNodes] : [words];
}

/** The title stands first, is short, and is marked as one. */
function titleElement(element: Element): Element | null {
  for (const candidate of element.querySelectorAll(titles)) {
    if (candidate.closest('pre, li, table') !== null) continue;
    if ((candidate.textContent ?? '').length > 160) continue;
    let before: Node = candidate;
    while (before.parentNode !== null && before.parentNode !== element && before.previousSibling === null)
      before = before.parentNode;
    const earlier = textBefore(candidate, element);
    return earlier.trim().length <= 2 ? candidate : null;
  }
  return null;
}

function textBefore(candidate: Element, element: Element): string {
  let text = '';
  for (let node: Node | null = candidate; node !== null && node !== element; node = node.parentNode) {
    for (let sibling = node.previousSibling; sibling !== null; sibling = sibling.previousSibling) {
      if (!(sibling instanceof Element && sibling.matches('svg, style, script')))
        text += sibling.textContent ?? '';
    }
  }
  return text;
}

/** `[!NOTE]` as text in a quote: pages whose generator does not know the syntax. */
function markedQuote(quote: Element, document: Document, rules: Set<string>): void {
  const match = /^\s*\[!(\w+)\][+-]?[ \t]*/.exec(quote.textContent ?? '');
  const type = match?.[1] === undefined ? null : calloutType(match[1]);
  if (match === null || type === null) return;
  const walker = document.createTreeWalker(quote, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.trim() === '') continue;
    node.nodeValue = text.replace(/^\s*\[!\w+\][+-]?[ \t]*/, '');
    break;
  }
  const aside = document.createElement('aside');
  aside.setAttribute('data-callout', type);
  appendAll(aside, quote.childNodes);
  quote.replaceWith(aside);
  rules.add('callout/quote');
}
