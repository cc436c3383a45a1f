import { leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { renameElement } from '../copy/rename-element.ts';
import { languageBeside, takeBars } from './code-bars.ts';
import { raisedText } from './code-text.ts';
import { fileLanguage, labelledLanguage, statedLanguage, wrappersOf } from './code-language.ts';
import { codeTitle, titleBefore } from './code-title.ts';
import { findCodeBlocks } from './find-code-blocks.ts';
import { guessLanguage } from './guess-language.ts';
import { languageName } from './language-names.ts';
import { markedLines } from './marked-lines.ts';
import { appendAll } from '../many-nodes.ts';

const wrapper =
  /code|highlight|prism|language-|snippet|shiki|listing|rouge|literal-block|pre-|\bpre\b|syntax|gist|blob/i;

/** A panel of tabs stays, for its label. */
const panels =
  '[role="tabpanel"], .theme-code-block, .code-group-item, .vp-code-tab, .code-tab, .tab-pane, .tab-content, .tabbed-block, .sd-tab-content';

/**
 * Puts each code block of the page, whatever laid it out, into the plain form of docs/article-html.md, before
 * anything else can touch its text.
 */
export function normaliseCode({ body, document, classes, rules }: PageCopy): void {
  for (const rendered of body.querySelectorAll('.enlighter-default:has(+ .EnlighterJSRAW)'))
    if (isSourceOf(rendered.nextElementSibling, rendered)) leaveOut(rendered, 'duplicate', 'code/rendered');
  for (const { block, source, text, rule } of findCodeBlocks(body, classes)) {
    const before = wrappersOf(block);
    const title = codeTitle([block, ...before]) ?? titleBefore([block, ...before]);
    const labelled = labelledLanguage(before) ?? languageNamed(languageBeside(block, source));
    const bars = takeBars(block);
    const wrappers = wrappersOf(block);
    const name = title ?? bars.title;
    const language =
      (isDiff(block, text) ? 'diff' : null) ??
      statedLanguage(block, wrappers) ??
      labelled ??
      languageNamed(bars.language) ??
      (name === null ? null : fileLanguage(name));
    const lines = markedLines(block);
    const pre = codeElement(document, text, language);
    const code = pre.firstElementChild;
    if (name !== null) code?.setAttribute('data-file', name);
    if (lines !== '') code?.setAttribute('data-lines', lines);
    rules.add(rule);
    const place = routeOf(block, wrappers, text, name);
    place.replaceWith(pre, ...captionOf(place, document));
    leaveHolder(pre, text);
  }
  for (const word of body.querySelectorAll('span:is(.inline-code, .inlineCode, .code-inline)'))
    if (word.closest('code, pre, a') === null && word.querySelector('div, img') === null)
      renameElement(word, 'code');
  for (const raised of body.querySelectorAll(':is(code, samp, tt) :is(sup, sub)')) {
    if (raised.querySelector('a[href*="#"]') === null) raised.replaceWith(raisedText(raised));
  }
}

function languageNamed(shown: string | null): string | null {
  return shown === null ? null : languageName(shown);
}

/** Whether a block is the source that a script has drawn anew before it, and not the next block of the page. */
function isSourceOf(source: Element | null, rendered: Element): boolean {
  const drawn =
    rendered.querySelector('.enlighter-raw') ?? rendered.querySelector('.enlighter-code') ?? rendered;
  return inkOf(source) === inkOf(drawn);
}

function inkOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, '');
}

/** An editor may stand in a `<pre>` with its bar: nothing but the code stays. */
function leaveHolder(pre: Element, text: string): void {
  const holder = pre.parentElement?.closest('pre') ?? null;
  if (holder === null || textLengthOf(holder.textContent ?? '') - textLengthOf(text) > 60) return;
  if (holder.querySelectorAll('pre').length === 1) holder.replaceWith(pre);
}

/** Rows of a comparison of two versions: named so, with the signs of lines that came and went. */
function isDiff(block: Element, text: string): boolean {
  const named =
    block.tagName === 'TABLE' &&
    /(^|[\s_-])(diff|d2h)/.test(`${block.className} ${block.parentElement?.className ?? ''}`);
  return named && /^[+-]/m.test(text);
}

/** What the author says under a block, which is no title of it. */
function captionOf(place: Element, document: Document): readonly Element[] {
  const caption = place.querySelector('[data-rehype-pretty-code-caption]');
  if (caption === null) return [];
  const paragraph = document.createElement('p');
  appendAll(paragraph, caption.childNodes);
  return [paragraph];
}

/** `language`: '' where the page says there is none, null where it says nothing. */
function codeElement(document: Document, text: string, language: string | null): HTMLElement {
  const pre = document.createElement('pre');
  const code = document.createElement('code');
  const guess = language === null ? guessLanguage(text) : null;
  const name = language === null ? guess : language;
  if (name !== null && name !== '') code.className = `language-${name}`;
  if (guess !== null) code.setAttribute('data-guessed', '');
  code.textContent = text;
  pre.append(code);
  return pre;
}

/** The outermost wrapper that holds nothing but the block and the theme's header for it. */
function routeOf(block: Element, wrappers: readonly Element[], text: string, title: string | null): Element {
  let place = block;
  const size = textLengthOf(text) + textLengthOf(title ?? '');
  for (const outer of wrappers) {
    if (outer.matches(panels)) break;
    const name = `${outer.getAttribute('class') ?? ''} ${outer.tagName === 'FIGURE' ? 'pre' : ''} ${outer.localName}`;
    if (outer.querySelector('p:not(figcaption p), h1, h2, h3, h4, img, ul, ol, blockquote') !== null) break;
    const gutters = [...outer.querySelectorAll('td, pre, .gutter')].some((cell) =>
      /^[\s\d]+$/.test(cell.textContent ?? ''),
    );
    if (textLengthOf(outer.textContent ?? '') - size > (gutters ? 4 * text.split('\n').length + 60 : 60))
      break;
    if (wrapper.test(name)) place = outer;
  }
  return place;
}

function textLengthOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}
