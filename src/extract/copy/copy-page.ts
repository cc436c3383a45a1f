import { Failure } from '../../core/failure.ts';
import { baseOf } from '../metadata/page-address.ts';
import { inlineFrames } from './inline-frames.ts';
import { inlineShadowRoots } from './inline-shadow-roots.ts';
import { PageClasses } from '../page-classes.ts';
import { levelNesting } from './level-nesting.ts';
import { renameElement } from './rename-element.ts';
import type { PageCopy } from './page-copy.ts';
import type { LiveCopy } from './read-live-page.ts';

/** What may stand deeper than the limit: a tree that the browser looks through at once. */
const deep = `${'* > '.repeat(64)}*`;
const framed = 'iframe, frame';

/**
 * The page as the steps take it: `live` with its shadow roots and frames in their places, or what is selected, and without
 * forms and the names that hide the members of the document. `live` is used up.
 */
export function copyPage(
  document: Document,
  live: LiveCopy,
  scope: 'page' | 'selection',
  from?: string,
): PageCopy {
  const { document: copy, root } = live;
  inlineShadowRoots(live.shadows);
  if (copy.body === null || copy.body.localName === 'frameset') root.append(copy.createElement('body'));
  for (const frameset of root.querySelectorAll('frameset')) frameset.remove();
  if (scope === 'selection') keepSelection(document, copy);
  else inlineFrames(document, copy);
  unclobber(copy);
  if (copy.querySelector(deep) !== null) levelNesting(copy.body);
  const url = from ?? live.url;
  const base = baseOf(copy, url);
  setBase(copy, base);
  const isSame = live.shadows.length === 0 && copy.querySelector(framed) === null && scope === 'page';
  return {
    document: copy,
    body: copy.body,
    url,
    base,
    classes: isSame ? live.classes : new PageClasses(root),
    rules: new Set(),
  };
}

function keepSelection(document: Document, copy: Document): void {
  const selection = Document.prototype.getSelection.call(document);
  if (selection === null || selection.isCollapsed)
    throw new Failure('page/no-article', 'nothing is selected');
  const article = copy.createElement('article');
  for (let index = 0; index < selection.rangeCount; index++) {
    article.append(copy.importNode(selection.getRangeAt(index).cloneContents(), true));
  }
  copy.body.replaceChildren(article);
}

/** First the names, by which a form's controls hide what a form can do, then the forms. */
function unclobber(copy: Document): void {
  for (const named of copy.querySelectorAll('[name]:not(meta):not(a)')) named.removeAttribute('name');
  for (const control of copy.querySelectorAll(
    'input, button, select, textarea, output, fieldset, object, img',
  )) {
    control.removeAttribute('id');
  }
  for (const form of [...copy.querySelectorAll('form')].reverse()) renameElement(form, 'div');
}

function setBase(copy: Document, address: string): void {
  for (const base of copy.querySelectorAll('base')) base.remove();
  const head =
    copy.querySelector('head') ?? copy.documentElement.insertBefore(copy.createElement('head'), copy.body);
  const base = copy.createElement('base');
  base.setAttribute('href', address);
  head.prepend(base);
}
