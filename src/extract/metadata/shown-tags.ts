import type { ArticlePlace } from './article-place.ts';
import { isElement, oneLine, shortTextOf, textOf } from './text-of.ts';

const tagAddress = /\/tags?\/|\/tagged\/|\/tags\.html|tag=|\/tags[?#]|\/topics\//i;

interface Row {
  readonly element: Element;
  readonly tags: readonly string[];
}

/** The tags that a user sees: the row of tags that is nearest to the title, within the article. */
export function shownTags(document: Document, place: ArticlePlace): readonly string[] {
  const near = [...linkedRows(document, place), ...labelledRows(document)]
    .map((row) => ({
      ...row,
      distance: place.stepsTo(row.element),
      isCategory: row.element.querySelector('a[rel~="category"]') !== null,
    }))
    .filter(({ distance, tags }) => distance <= 6 && tags.length > 0 && tags.length <= 30)
    .filter(({ element }) => !place.isElsewhere(element) && isRow(element));
  near.sort((a, b) => a.distance - b.distance || Number(a.isCategory) - Number(b.isCategory));
  return near[0]?.tags ?? [];
}

/** Links to tag pages, by the list that they stand in. */
function linkedRows(document: Document, place: ArticlePlace): readonly Row[] {
  const keywords = new Set(document.querySelectorAll('[itemprop~="keywords"] a'));
  const links = [...document.querySelectorAll('a')]
    .filter(
      (link) =>
        (leadsToTag(link) || keywords.has(link)) &&
        !place.isElsewhere(link) &&
        link.closest('h1') === null &&
        isTagLink(link),
    )
    .slice(0, 300);
  const held = new Map<Element, number>();
  for (const link of links) {
    for (
      let outer = link.parentElement;
      outer !== null && !place.isRoundTitle(outer);
      outer = outer.parentElement
    )
      held.set(outer, (held.get(outer) ?? 0) + 1);
  }
  const rows = new Map<Element, string[]>();
  for (const link of links) {
    const element = rowOf(link, held);
    const row = rows.get(element);
    if (row === undefined) rows.set(element, [tagText(link)]);
    else row.push(tagText(link));
  }
  return [...rows].map(([element, tags]) => ({ element, tags }));
}

/** By its address, its relation or its class. */
function leadsToTag(link: Element): boolean {
  return (
    tagAddress.test(link.getAttribute('href') ?? '') ||
    isHashTag(link) ||
    /tag/i.test(link.getAttribute('class') ?? '') ||
    /(?:^|\s)tag(?:\s|$)/i.test(link.getAttribute('rel') ?? '')
  );
}

/** `#pumps`, which leads to what is called so: `/t/pumps`. */
function isHashTag(link: Element): boolean {
  const word = /^\s*[#＃]\s?(\p{L}[\p{L}\p{N}_-]{1,40})\s*$/u
    .exec(link.textContent ?? '')?.[1]
    ?.toLowerCase();
  const href = (link.getAttribute('href') ?? '').toLowerCase();
  return word !== undefined && !href.startsWith('#') && href.split(/[/?#=]/).includes(word);
}

/** A tag without the number of its articles, where that is an element of its own or stands in a line of its own. */
function tagText(link: Element): string {
  const text = textOf(link);
  const count = [...link.querySelectorAll('*')].map((part) => textOf(part)).find((part) => isCount(part));
  const lines = (link.textContent ?? '').trim().split(/\n\s*/);
  const last =
    count ?? (lines.length > 1 && isCount(oneLine(lines.at(-1) ?? '')) ? oneLine(lines.at(-1) ?? '') : '');
  const bare = last !== '' && text.endsWith(last) ? text.slice(0, -last.length).trim() : text;
  return bare === '' ? text : bare.replace(/[(（]\d+[)）]$/, '').trimEnd();
}

function isCount(text: string): boolean {
  return /^[(（[×x]?\s?\d+\s?[)）\]]?$/.test(text);
}

function isTagLink(link: Element): boolean {
  const text = textOf(link);
  if (text === '' || text.length > 60 || /^(?:#?\s*(?:all )?tags?|标签|全部标签)$/i.test(text)) return false;
  return !/\/(?:categor(?:y|ies)|archives?)\//i.test(link.getAttribute('href') ?? '');
}

/** The list that a tag stands in: the nearest element with another tag, unless that is the article itself. */
function rowOf(link: Element, held: ReadonlyMap<Element, number>): Element {
  const parent = link.parentElement ?? link;
  for (let place: Element | null = parent; place !== null; place = place.parentElement) {
    const tags = held.get(place) ?? 0;
    if (tags === 0 || (tags > 1 && shortTextOf(place, 500) === null)) break;
    if (tags > 1) return place;
  }
  return parent;
}

const label =
  /^[\s|·•]*(?:文章)?(?:标签|標籤|tags?|tagged(?: with| in| as)?|关键词|关键字|keywords|topics)\s*[:：]\s*/i;

/** What every page with such a label has somewhere; asked first, since a walk over all texts is dear. */
const labelled = /(?:标签|標籤|tags?|tagged(?: with| in| as)?|关键词|关键字|keywords|topics)\s*[:：]/i;

/** `标签：` or `Tags:` and what follows it, links or plain text. */
function labelledRows(document: Document): readonly Row[] {
  const body: Node = document.body ?? document;
  if (!labelled.test(body.textContent ?? '')) return [];
  const walker = document.createTreeWalker(body, 4 /* text */);
  const rows: Row[] = [];
  for (let node = walker.nextNode(); node !== null && rows.length < 20; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.length > 300 || !label.test(text) || node.parentElement === null) continue;
    if (node.parentElement.closest('pre, code, script, style, textarea') !== null) continue;
    rows.push(labelledRow(node.parentElement, oneLine(text.replace(label, ''))));
  }
  return rows;
}

function labelledRow(holder: Element, text: string): Row {
  if (text !== '' && !/^[#＃]$/.test(text)) {
    const all = textOf(holder);
    const tags =
      holder.querySelector('a') === null ? all.replace(label, '').split(/[,，、;；|]/) : linksIn(holder);
    return { element: holder, tags: all.length <= 200 ? tags : [] };
  }
  for (
    let place: Element | null = holder, up = 0;
    place !== null && up < 3;
    place = place.parentElement, up++
  ) {
    if (shortTextOf(place, 300) === null) break;
    const tags = linksIn(place);
    if (tags.length > 0) return { element: place, tags };
    const next: Node | null = place.nextSibling;
    const after = isElement(next) ? '' : oneLine(next?.nodeValue ?? '');
    if (after !== '') return { element: place.parentElement ?? place, tags: after.split(/[,，、;；|]/) };
  }
  return { element: holder, tags: [] };
}

function linksIn(element: Element): readonly string[] {
  return [...element.querySelectorAll('a[href]')]
    .filter((link) => !/\/(?:categor(?:y|ies)|archives?|authors?)\//i.test(link.getAttribute('href') ?? ''))
    .map((link) => tagText(link))
    .filter((text) => text !== '' && text.length <= 60);
}

/** A row of tags is links and a label; a sentence that mentions a tag has words of its own. */
function isRow(element: Element): boolean {
  if (element.closest('li p, blockquote, pre, table') !== null) return false;
  const text = textOf(element);
  let words = text.length;
  const links = element.querySelectorAll('a');
  for (const link of links) words -= textOf(link).length + 1;
  return links.length === 0 ? words <= 200 : words <= 60 && !/[。！？]|[a-z]{2}[.!?]$/.test(text);
}
