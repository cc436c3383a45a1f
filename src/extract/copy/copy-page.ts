import { Failure } from '../../core/failure.ts';
import { limits } from '../limits.ts';
import { baseOf } from '../metadata/page-address.ts';
import { inlineFrames } from './inline-frames.ts';
import { inlineShadowRoots } from './inline-shadow-roots.ts';
import { markHidden } from './mark-hidden.ts';
import { levelNesting } from './level-nesting.ts';
import { renameElement } from './rename-element.ts';
import { keepRenderedStyles } from './rendered-styles.ts';
import type { PageCopy } from './page-copy.ts';

/**
 * Copies the page into a document of its own, where nothing runs and nothing loads. Named elements of a page
 * can hide the members of `document` and of forms (DOM clobbering), so the live document is read through
 * prototypes, and the copy loses its forms and the names that clobber.
 */
export function copyPage(document: Document, scope: 'page' | 'selection', from?: string): PageCopy {
  const page = ofPrototype(document);
  if (page.all.length > limits.elements) throw new Failure('page/too-large', `${page.all.length} elements`);
  const copy = page.implementation.createHTMLDocument('');
  if (page.root === null) throw new Failure('page/no-article', 'no document element');
  const root = copy.importNode(page.root, true);
  keepRenderedStyles(page.all, root);
  markHidden(page.root, root);
  inlineShadowRoots(page.all, root);
  copy.replaceChild(root, copy.documentElement);
  if (copy.body === null || copy.body.localName === 'frameset') root.append(copy.createElement('body'));
  for (const frameset of root.querySelectorAll('frameset')) frameset.remove();
  if (scope === 'selection') keepSelection(document, copy);
  else inlineFrames(document, copy);
  unclobber(copy);
  levelNesting(copy.body);
  const url = from ?? page.url;
  const base = baseOf(copy, url);
  setBase(copy, base);
  return { document: copy, body: copy.body, url, base, rules: new Set(), departures: new Map() };
}

interface LivePage {
  readonly root: Element | null;
  readonly all: HTMLCollectionOf<Element>;
  readonly implementation: DOMImplementation;
  readonly url: string;
}

function ofPrototype(document: Document): LivePage {
  const member = <Key extends keyof Document>(key: Key): Document[Key] =>
    Reflect.get(Document.prototype, key, document);
  return {
    root: member('documentElement'),
    all: Document.prototype.getElementsByTagName.call(document, '*'),
    implementation: member('implementation'),
    url: member('URL'),
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
