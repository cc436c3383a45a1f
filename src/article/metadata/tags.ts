import { isElsewhere, stepsApart } from './article-place.ts';
import { metaContents } from './meta-content.ts';
import { schemaTexts, type SchemaNode } from './schema-org.ts';
import { isSiteName } from './site-name.ts';
import { oneLine, textOf } from './text-of.ts';

const metaNames = ['article:tag', 'og:article:tag', 'parsely-tags', 'bytedance:tags', 'citation_keywords'];

/** The page's own tags in page order: those shown by the article, else those stated for machines. */
export function readTags(
  document: Document,
  article: SchemaNode | null,
  heading: Element | null,
  names: readonly string[],
): readonly string[] {
  const microdata = document.querySelector('head meta[itemprop~="keywords"]')?.getAttribute('content') ?? '';
  const sources = [
    () => shownTags(document, heading),
    () => metaContents(document, metaNames).flatMap((text) => splitList(text)),
    () => schemaTexts(article?.data['keywords']).flatMap((text) => splitList(text)),
    () => splitList(microdata),
    () => pageKeywords(document, names),
  ];
  for (const read of sources) {
    const tags = unique(read());
    if (tags.length > 0) return tags;
  }
  return [];
}

/** The keywords of the head, unless they are the site's: most must be words of this page. */
function pageKeywords(document: Document, names: readonly string[]): readonly string[] {
  const keywords = unique(splitList(metaContents(document, ['keywords'])[0] ?? ''));
  if (keywords.length === 0 || keywords.length > 10) return [];
  if (keywords.some((word) => isSiteName(word, names))) return [];
  const text = (document.body?.textContent ?? '').toLowerCase();
  const present = keywords.filter((word) => text.includes(word.toLowerCase()));
  return present.length * 3 >= keywords.length * 2 ? keywords : [];
}

function splitList(text: string): readonly string[] {
  return text.split(/\s*[,，;；、]\s*/);
}

function unique(tags: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const written of tags) {
    const tag = oneLine(written)
      .replace(/^[#＃]\s*/, '')
      .replace(/[,，;；、]+$/, '')
      .trim();
    if (tag !== '' && tag.length <= 60 && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  return [...seen.values()];
}

const links =
  'a[rel~="tag"], a[href*="/tag/" i], a[href*="/tags/" i], a[href*="/tags.html" i], a[href*="tag=" i], a[href*="/tags?" i], ' +
  'a[href*="/tags#" i], a[href*="/topics/" i], a[href*="/t/"][class*="tag" i], a[class*="tag" i], [itemprop~="keywords"] a';

interface Row {
  readonly element: Element;
  readonly tags: string[];
}

/** The tags that a reader sees: the row of tag links that is nearest to the title, within the article. */
function shownTags(document: Document, heading: Element | null): readonly string[] {
  const rows = new Map<Element, Row>();
  for (const link of document.querySelectorAll(links)) {
    const text = textOf(link);
    if (!isTagLink(link, text) || isElsewhere(link, heading)) continue;
    const element = rowOf(link);
    const row = rows.get(element) ?? { element, tags: [] };
    row.tags.push(text);
    rows.set(element, row);
  }
  const near = [...rows.values()]
    .map((row) => ({ ...row, distance: stepsApart(row.element, heading) }))
    .filter(({ tags, distance, element }) => distance <= 6 && tags.length <= 30 && isRow(element));
  near.sort((a, b) => a.distance - b.distance);
  return unique(near[0]?.tags ?? []);
}

function isTagLink(link: Element, text: string): boolean {
  if (text === '' || text.length > 60 || /^(?:#?\s*(?:all )?tags?|标签|全部标签)$/i.test(text)) return false;
  return !/\/(?:categor(?:y|ies)|archives?)\//i.test(link.getAttribute('href') ?? '');
}

/** The list that a tag stands in: up through wrappers that hold this link alone, not into the text. */
function rowOf(link: Element): Element {
  let row = link.parentElement ?? link;
  for (let place = row; place.querySelectorAll('a').length === 1;) {
    row = place;
    if (place.parentElement === null || (place.parentElement.textContent ?? '').length > 400) break;
    place = place.parentElement;
    if (place.querySelectorAll('a').length > 1) row = place;
  }
  return row;
}

/** A row of tags is links and a label; a sentence that mentions a tag has words of its own. */
function isRow(element: Element): boolean {
  let words = textOf(element).length;
  for (const link of element.querySelectorAll('a')) words -= textOf(link).length + 1;
  return words <= 60 && element.closest('p:not([class]) ~ p, li p, blockquote, pre, table') === null;
}
