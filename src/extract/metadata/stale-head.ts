import { absoluteUrl } from './page-address.ts';
import { type Metas, metaContents } from './meta-content.ts';
import { type SchemaNode, schemaText } from './schema-org.ts';
import { shortTextOf, textOf } from './text-of.ts';
import { comparable, segmentsOf } from './title-segments.ts';

/**
 * Whether the head is still that of the view which a single-page app showed first: it names another address of this
 * site, and what the page is headed says none of the titles that it states.
 */
export function isStaleHead(
  document: Document,
  metas: Metas,
  article: SchemaNode | null,
  url: string,
): boolean {
  const stated = [
    ...metaContents(metas, ['og:title', 'twitter:title']),
    schemaText(article?.data['headline']) ?? '',
  ].filter((title) => title !== '');
  if (stated.length === 0 || !namesAnother(document, url)) return false;
  const written = textOf(document.querySelector('title'));
  const isSaid = (shown: readonly string[]): boolean => {
    const held = new Set(shown.flatMap((text) => [comparable(text), comparable(firstPart(text))]));
    return stated.some((title) => held.has(comparable(title)) || held.has(comparable(firstPart(title))));
  };
  const headings = textsOf(document, 'h1, h2');
  if (!isSaid([firstPart(written), ...headings])) return true;
  return !isSaid(headings) && isAboutOther(document, [...stated, written]);
}

/** Whether the one first heading of the page has no word of what the head says. */
function isAboutOther(document: Document, stated: readonly string[]): boolean {
  const [heading, ...others] = textsOf(document, 'h1');
  if (heading === undefined || others.length > 0) return false;
  const words = (text: string): readonly string[] =>
    text.toLowerCase().match(/[\p{L}\p{N}]{4,}|\p{Script=Han}/gu) ?? [];
  const known = new Set(stated.flatMap(words));
  const own = words(heading);
  return own.length > 1 && !own.some((word) => known.has(word));
}

function firstPart(title: string): string {
  return segmentsOf(title)[0] ?? title;
}

function textsOf(document: Document, headings: string): readonly string[] {
  return [...document.querySelectorAll(headings)]
    .slice(0, 20)
    .map((heading) => shortTextOf(heading, 300) ?? '')
    .filter((text) => text !== '');
}

function namesAnother(document: Document, url: string): boolean {
  const here = address(url, url);
  const stated = [
    document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url" i][content]')?.getAttribute('content'),
  ]
    .map((href) => address(href, url))
    .filter((other) => other !== null)
    // A template may name the machine that it was made on.
    .filter((other) => other.split('/', 1)[0] === here?.split('/', 1)[0]);
  return here !== null && stated.length > 0 && !stated.includes(here);
}

/** An address without what leads to the same page. */
function address(href: string | null | undefined, base: string): string | null {
  const absolute = absoluteUrl(href, base);
  if (absolute === null) return null;
  const { host, pathname } = new URL(absolute);
  return (host.replace(/^www\./, '') + pathname).replace(/(?:\/index\.html?|\.html?|\/)$/, '').toLowerCase();
}
