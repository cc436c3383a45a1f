import { Failure } from '../../core/failure.ts';
import { PageClasses } from '../page-classes.ts';
import { limits } from '../limits.ts';
import { hiddenMark, hiddenTest, mayBeHidden } from './mark-hidden.ts';
import { RenderedStyles } from './rendered-styles.ts';

/** A page's tree in a document of its own, where nothing runs and nothing loads, and what was found on the way. */
export interface LiveCopy {
  readonly document: Document;
  readonly root: Element;
  readonly url: string;
  readonly classes: PageClasses;
  /** Open shadow roots, each with the copy of its host: cloning leaves them behind. */
  readonly shadows: readonly (readonly [ShadowRoot, Element])[];
}

/** All elements but those within code, and those of a line, of which nothing is asked. */
const asked =
  ':not(:is(pre, code) *, svg *, a:not([class]), b, br, del, em, hr, i, kbd, link, mark, meta, option, path, script, strong, style, sub, sup, title)';
/** Where nothing is asked for being hidden: it opens by itself, or is never drawn. */
const opening = 'pre, details, noscript, template, svg';
/** Elements without a hyphen in their name that may have a shadow root (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
const hosts = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
);

/**
 * Copies the live page, and reads what only the live page can tell: what its style sheets hide, how they lay out code, and
 * shadow roots. Named elements can hide the members of `document` and of forms (DOM clobbering), so that the document is
 * read through its prototype, and forms not at all.
 * @throws Failure `page/no-article`, `page/too-large`
 */
export function readLivePage(document: Document): LiveCopy {
  const member = <Key extends keyof Document>(key: Key): Document[Key] =>
    Reflect.get(Document.prototype, key, document);
  const live = member('documentElement');
  if (live === null) throw new Failure('page/no-article', 'no document element');
  const { length } = Document.prototype.getElementsByTagName.call(document, '*');
  if (length > limits.elements) throw new Failure('page/too-large', `${length} elements`);
  const copy = member('implementation').createHTMLDocument('');
  const root = copy.importNode(live, true);
  copy.replaceChild(root, copy.documentElement);
  const copies = root.querySelectorAll(asked);
  const view = member('defaultView');
  const styles = view === null ? null : new RenderedStyles(view);
  const isHidden = hiddenTest(live);
  const shadows: [ShadowRoot, Element][] = [];
  let hidden: Element | null = null;
  const elements = live.querySelectorAll(asked);
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    const tag: unknown = element?.tagName;
    if (element === undefined || typeof tag !== 'string' || tag === 'FORM') continue;
    const classes = element.getAttribute('class') ?? '';
    if (
      isHidden !== null &&
      mayBeHidden(tag, classes) &&
      (hidden === null || !hidden.contains(element)) &&
      isHidden(element) &&
      (element.parentElement?.closest(opening) ?? null) === null
    ) {
      hidden = element;
      copies[index]?.setAttribute(hiddenMark, '');
    }
    if ((hosts.has(tag) || tag.includes('-')) && element.shadowRoot !== null) {
      const host = copies[index];
      if (host !== undefined) shadows.push([element.shadowRoot, host]);
    }
    const added = styles?.of(element, tag, classes) ?? '';
    if (added !== '') addStyle(copies[index], added);
  }
  if (styles !== null) keepNumbers(live, root, styles);
  return { document: copy, root, url: member('URL'), classes: new PageClasses(root), shadows };
}

/** Every line of code that has a number or a prompt begins with it; of other blocks no word is looked at. */
const numbered = /(?:^|\n)[^\S\n]*(?:\d|[$#%>❯➜]|\.\.\.|PS>)/;

/** Marks what cannot be selected in blocks of code that may have numbers of lines or prompts. */
function keepNumbers(live: Element, root: Element, styles: RenderedStyles): void {
  const blocks = 'pre, code:not(pre *)';
  const copies = root.querySelectorAll(blocks);
  for (const [index, block] of live.querySelectorAll(blocks).entries()) {
    if (block.firstElementChild === null || !numbered.test(block.textContent ?? '')) continue;
    const copied = copies[index]?.getElementsByTagName('*');
    for (const [inner, element] of Array.from(block.getElementsByTagName('*')).entries()) {
      const added = styles.ofWordInCode(element);
      if (added !== '') addStyle(copied?.[inner], added);
    }
  }
}

function addStyle(copy: Element | undefined, added: string): void {
  const own = copy?.getAttribute('style') ?? null;
  copy?.setAttribute('style', own === null ? added : `${own};${added}`);
}
