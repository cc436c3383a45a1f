import { Failure } from '../../core/failure.ts';
import { limits } from '../limits.ts';
import { hiddenMark, hiddenTest, mayBeHidden } from './mark-hidden.ts';
import { RenderedStyles } from './rendered-styles.ts';

/** A page's tree in a document of its own, where nothing runs and nothing loads, and what was found on the way. */
export interface LiveCopy {
  readonly document: Document;
  /** The copy of the document element; not yet in the document. */
  readonly root: Element;
  readonly url: string;
  /** Open shadow roots, each with the copy of its host: cloning leaves them behind. */
  readonly shadows: readonly (readonly [ShadowRoot, Element])[];
  /** Levels of its deepest element. */
  readonly depth: number;
}

const inCode = 1;
const inPre = 2;
const unasked = 4;
const hidden = 8;
const flagsOf: Readonly<Record<string, number>> = {
  PRE: inCode | inPre | unasked,
  CODE: inCode,
  DETAILS: unasked,
  NOSCRIPT: unasked,
  TEMPLATE: unasked,
  SVG: unasked,
  svg: unasked,
};
/** Elements without a hyphen in their name that may have a shadow root (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
const hosts = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
);

/**
 * Copies the live page in one walk, which reads what only the live page can tell: what its style sheets hide, how they
 * lay out code, and shadow roots. Named elements can hide the members of `document` and of forms (DOM clobbering), so
 * that the document is read through its prototype, the tree by a walker, and forms not at all.
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
  const copies = root.getElementsByTagName('*');
  const view = member('defaultView');
  const styles = view === null ? null : new RenderedStyles(view);
  const isHidden = hiddenTest(live);
  const shadows: [ShadowRoot, Element][] = [];
  const path = new Path();
  const walker = Document.prototype.createTreeWalker.call(document, live, 1 /* elements */);
  let index = -1;
  let deepest = 0;
  let depth = 0;
  for (let element: Node | null = live; element instanceof Element; index++) {
    const outer = path.flags[depth - 1] ?? 0;
    let own = outer;
    if (!(element instanceof HTMLFormElement)) {
      const tag = element.tagName;
      const classes = element.getAttribute('class') ?? '';
      own |= flagsOf[tag] ?? 0;
      path.enter(depth, tag, classes);
      if (isHidden !== null && (outer & (unasked | hidden)) === 0 && mayBeHidden(tag, classes)) {
        if (isHidden(element)) {
          own |= hidden;
          copies[index]?.setAttribute(hiddenMark, '');
        }
      }
      if ((hosts.has(tag) || tag.includes('-')) && element.shadowRoot !== null) {
        const host = copies[index];
        if (host !== undefined) shadows.push([element.shadowRoot, host]);
      }
      const added =
        styles?.of(
          element,
          tag,
          classes,
          () => path.place(depth),
          (outer & inCode) > 0,
          (outer & inPre) > 0,
        ) ?? '';
      if (added !== '') addStyle(copies[index], added);
    } else path.enter(depth, 'FORM', '');
    path.flags[depth] = own;
    element = walker.firstChild();
    if (element !== null) deepest = Math.max(deepest, ++depth);
    else {
      for (element = walker.nextSibling(); element === null && depth > 0; element = walker.nextSibling()) {
        if (walker.parentNode() === null) break;
        depth -= 1;
      }
    }
  }
  return { document: copy, root, url: member('URL'), shadows, depth: deepest };
}

function addStyle(copy: Element | undefined, added: string): void {
  const own = copy?.getAttribute('style') ?? null;
  copy?.setAttribute('style', own === null ? added : `${own};${added}`);
}

/** The elements that the walk is in, by their levels. */
class Path {
  readonly flags: number[] = [];
  readonly #tags: string[] = [];
  readonly #classes: string[] = [];
  /** 0 where it was not asked for. */
  readonly #places: number[] = [];
  readonly #known = new Map<string, number>();

  enter(depth: number, tag: string, classes: string): void {
    this.#tags[depth] = tag;
    this.#classes[depth] = classes;
    this.#places[depth] = 0;
  }

  /** A number for the names and classes of the element at a level and of all round it; made when it is asked for. */
  place(depth: number): number {
    let from = depth;
    while (from >= 0 && this.#places[from] === 0) from -= 1;
    let place = this.#places[from] ?? 0;
    for (let level = from + 1; level <= depth; level++) {
      const key = `${String(place)} ${this.#tags[level] ?? ''} ${this.#classes[level] ?? ''}`;
      place = this.#known.get(key) ?? this.#known.size + 1;
      this.#known.set(key, place);
      this.#places[level] = place;
    }
    return place;
  }
}
