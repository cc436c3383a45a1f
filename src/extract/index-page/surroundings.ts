/** Classes and ids of what is around every page of a site, and so lists no posts of this one. */
const names =
  /side-?bar|breadcrumb|related|recommend|comment|menu|tag[-_]?cloud|toc|navbar|topbar|paginat|pager|post-?nav|prev-next|post-copyright|(?:^|\s)(?:prev|next|previous)(?:\s|$)/i;
const tags = /^(?:nav|aside|dialog|form|footer)$/i;
const recommending = /related|recommend|comment|side-?bar/i;

/** Characters of text in an element, scripts and styles apart: a measure to compare, quick on large pages. */
export function textLength(element: Element): number {
  let length = (element.textContent ?? '').length;
  for (const code of element.querySelectorAll('script, style, noscript, template')) {
    length -= (code.textContent ?? '').length;
  }
  return length;
}

/** The parts of a page that are around its content, each looked at once. */
export class Surroundings {
  readonly #total: number;
  readonly #known = new Map<Element, boolean>();

  constructor(main: Element) {
    this.#total = textLength(main);
  }

  /** Whether an element is in such a part. */
  include(element: Element): boolean {
    const before = this.#known.get(element);
    if (before !== undefined) return before;
    const parent = element.parentElement;
    const is = (parent !== null && this.include(parent)) || this.#isSide(element);
    this.#known.set(element, is);
    return is;
  }

  #isSide(element: Element): boolean {
    const named = `${element.getAttribute('class') ?? ''} ${element.id}`;
    const role = element.getAttribute('role') ?? '';
    const rel = element.tagName === 'A' ? (element.getAttribute('rel') ?? '') : '';
    const side =
      tags.test(element.tagName) ||
      names.test(named) ||
      (/widget/i.test(named) && !/elementor/i.test(named)) ||
      /^(?:navigation|complementary|search)$/.test(role) ||
      /\b(?:prev|next)\b/.test(rel);
    return side && !this.#isContent(element, named);
  }

  /** What only sounds like a side part: a card's own foot, a layout called `menu-l`, what holds most of the text. */
  #isContent(element: Element, named: string): boolean {
    if (/^(?:html|body|main|article)$/i.test(element.tagName)) return true;
    if (element.tagName === 'FOOTER' && element.closest('article, li') !== null) return true;
    const recommends = /^(?:aside|footer)$/i.test(element.tagName) || recommending.test(named);
    if (!recommends && element.querySelector('article') !== null) return true;
    return textLength(element) >= 0.5 * this.#total;
  }
}
