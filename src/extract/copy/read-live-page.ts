import { Failure } from '../../core/failure.ts';
import { PageClasses } from '../page-classes.ts';
import { limits } from '../limits.ts';
import { importRoot } from './import-root.ts';
import { floating, floatingMark, isFloating, isNear } from './mark-floating.ts';
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

/** What is one thing, of whose elements nothing is asked. */
const closed = inBothCases('PRE CODE SVG');
/** Elements of a line and of the head, of which nothing is asked; nor is it of a link without a class. */
const unasked = inBothCases(
  'B BR DEL EM FORM HR I KBD LINK MARK META OPTION SCRIPT STRONG STYLE SUB SUP TITLE',
);
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
  const elements = Element.prototype.getElementsByTagName.call(live, '*');
  const { length } = elements;
  if (length > limits.elements) throw new Failure('page/too-large', `${length} elements`);
  const copy = member('implementation').createHTMLDocument('');
  const root = importRoot(live, copy);
  copy.replaceChild(root, copy.documentElement);
  const copies = root.getElementsByTagName('*');
  const view = member('defaultView');
  const styles = view === null ? null : new RenderedStyles(view);
  const isHidden = hiddenTest(live);
  const shadows: [ShadowRoot, Element][] = [];
  let hiddenUpTo = 0;
  for (let index = 0, inside = 0; index < length; index += 1 + inside) {
    inside = 0;
    const element = elements[index];
    const tag: unknown = element?.tagName;
    if (element === undefined || typeof tag !== 'string' || unasked.has(tag)) continue;
    if (closed.has(tag)) {
      inside = element.getElementsByTagName('*').length;
      if (styles !== null && inside > 0 && mayHaveNumbers(tag, element)) {
        for (let word = index + 1; word <= index + inside; word++)
          addStyle(copies[word], styles.ofWordInCode(elements[word]));
      }
    }
    const classes = element.getAttribute('class') ?? '';
    if (tag === 'A' && classes === '') continue;
    if (
      isHidden !== null &&
      index >= hiddenUpTo &&
      mayBeHidden(tag, classes) &&
      isHidden(element) &&
      (element.parentElement?.closest(opening) ?? null) === null
    ) {
      hiddenUpTo = index + 1 + element.getElementsByTagName('*').length;
      copies[index]?.setAttribute(hiddenMark, '');
    }
    if (view !== null && floating.has(tag) && isNear(element, live) && isFloating(element, view))
      copies[index]?.setAttribute(floatingMark, '');
    if ((hosts.has(tag) || tag.includes('-')) && element.shadowRoot !== null) {
      const host = copies[index];
      if (host !== undefined) shadows.push([element.shadowRoot, host]);
    }
    addStyle(copies[index], styles?.of(element, tag, classes) ?? '');
  }
  return { document: copy, root, url: member('URL'), classes: new PageClasses(root), shadows };
}

/** Names of elements of HTML, and as XHTML and SVG write them. */
function inBothCases(names: string): ReadonlySet<string> {
  return new Set(`${names} ${names.toLowerCase()}`.split(' '));
}

/** Every line of code that has a number or a prompt begins with it; of other blocks no word is looked at. */
const numbered = /(?:^|\n)[^\S\n]*(?:\d|[$#%>❯➜]|\.\.\.|PS>)/;

/** Whether what cannot be selected in a block of code is asked for: it may have numbers of lines, or prompts. */
function mayHaveNumbers(tag: string, block: Element): boolean {
  return /^(?:pre|code)$/i.test(tag) && numbered.test(block.textContent ?? '');
}

function addStyle(copy: Element | undefined, added: string): void {
  if (added === '') return;
  const own = copy?.getAttribute('style') ?? null;
  copy?.setAttribute('style', own === null ? added : `${own};${added}`);
}
