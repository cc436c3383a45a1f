import { metaContent } from './meta-content.ts';
import { schemaText, type SchemaNode } from './schema-org.ts';
import { isElement, textOf } from './text-of.ts';
import { comparable, segmentsOf, withoutSiteName } from './title-segments.ts';

export interface Title {
  readonly text: string;
  /** The element that shows the title: where the article's header is. */
  readonly heading: Element | null;
  /** What the document's title says besides the article's: mostly the site's name. */
  readonly rest: string | null;
}

const headings =
  'h1, h2[class*="title" i], h2[id*="title" i], h2[itemprop], h2[class*="head" i], [itemprop~="headline"], [class*="post-title" i], ' +
  '[class*="article-title" i], [class*="entry-title" i], [class*="p-name"], [class*="postTitle" i], [class*="articleTitle" i], ' +
  '.rich_media_title, h1 + *, [role="heading"][aria-level="1"]';

/**
 * The author's title. A heading that the document's title contains is what both mean; without one, the stated
 * title is cleaned of the site's name.
 */
export function readTitle(document: Document, article: SchemaNode | null, names: readonly string[]): Title {
  const written = textOf(document.querySelector('head > title') ?? document.querySelector('title'));
  const stated = [
    schemaText(article?.data['headline']),
    metaContent(document, ['og:title', 'twitter:title', 'citation_title', 'dc.title', 'title']),
    written === '' ? null : written,
  ].filter((text) => text !== null);
  const shown = shownHeading(document, stated, names);
  if (shown !== null) {
    return { text: textOf(shown), heading: shown, rest: restOf(written, textOf(shown)) };
  }
  const own = firstHeading(document, names);
  const cleaned = stated.map((text) => withoutSiteName(text, names)).find((text) => !isSiteName(text, names));
  const text = cleaned ?? (own === null ? null : textOf(own)) ?? stated[0] ?? '';
  return { text, heading: own, rest: restOf(written, text) };
}

/** The heading that a stated title equals or holds as a part; the one that says most of it. */
function shownHeading(
  document: Document,
  stated: readonly string[],
  names: readonly string[],
): Element | null {
  let best: { readonly element: Element; readonly score: number } | null = null;
  for (const element of document.querySelectorAll(headings)) {
    const text = comparable(textOf(element));
    if (text === '' || text.length > 300) continue;
    const score = Math.max(...stated.map((title) => agreement(text, title)), 0) - penalty(element, names);
    if (score > 0 && (best === null || score > best.score)) best = { element, score };
  }
  return best?.element ?? null;
}

/** How much of a stated title a heading is, in characters; 0 where it is no whole part of it. */
function agreement(heading: string, stated: string): number {
  const title = comparable(stated);
  if (title === heading) return heading.length + 1;
  if (segmentsOf(stated).some((segment) => comparable(segment) === heading)) return heading.length;
  return heading.length >= 4 && title.startsWith(heading) && !/[\p{L}\p{N}]/u.test(boundary(stated, heading))
    ? heading.length
    : 0;
}

/** The first visible character of a title after the heading's text. */
function boundary(stated: string, heading: string): string {
  for (let length = 1; length <= stated.length; length++) {
    if (comparable(stated.slice(0, length)) === heading) return stated.slice(length).trim()[0] ?? '';
  }
  return 'x';
}

function penalty(element: Element, names: readonly string[]): number {
  const brand =
    isSiteName(textOf(element), names) || element.closest('nav, aside, [class*="sidebar" i]') !== null;
  return (brand ? 1000 : 0) + (element.matches('h1') ? 0 : 0.5);
}

function isSiteName(text: string, names: readonly string[]): boolean {
  return names.some((name) => comparable(name) === comparable(text));
}

/** The first h1 of the main content that is not the site's name. */
function firstHeading(document: Document, names: readonly string[]): Element | null {
  const candidates = [
    ...document.querySelectorAll('article h1, main h1, [role="main"] h1, [itemprop~="headline"], h1'),
  ];
  return (
    candidates.find(
      (element) => isElement(element) && textOf(element) !== '' && !isSiteName(textOf(element), names),
    ) ?? null
  );
}

function restOf(written: string, title: string): string | null {
  const rest = segmentsOf(written).filter((segment) => comparable(segment) !== comparable(title));
  return rest.length > 0 && rest.length < segmentsOf(written).length ? (rest.at(-1) ?? null) : null;
}
