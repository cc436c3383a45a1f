import { isElsewhere, stepsApart } from './article-place.ts';
import { metaContents } from './meta-content.ts';
import { schemaTexts, type SchemaNode } from './schema-org.ts';
import { oneLine, textOf } from './text-of.ts';

/** The page's own tags in page order: those shown by the article, else those stated for machines. */
export function readTags(
  document: Document,
  article: SchemaNode | null,
  heading: Element | null,
): readonly string[] {
  const shown = shownTags(document, heading);
  if (shown.length > 0) return shown;
  const stated = metaContents(document, [
    'article:tag',
    'og:article:tag',
    'og:video:tag',
    'parsely-tags',
    'bytedance:tags',
  ]);
  if (stated.length > 0) return unique(stated.flatMap((text) => splitList(text)));
  return unique(schemaTexts(article?.data['keywords']).flatMap((text) => splitList(text)));
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
  'a[rel~="tag"], a[href*="/tag/" i], a[href*="/tags/" i], a[href*="/tags.html" i], a[href*="tag=" i], a[href*="/tags?" i], a[href*="/tags#" i], a[href*="/topics/" i], a[href*="/t/"][class*="tag" i], a[class*="tag" i], [itemprop~="keywords"] a';

function shownTags(document: Document, heading: Element | null): readonly string[] {
  const groups = new Map<Element, { readonly tags: string[]; readonly distance: number }>();
  for (const link of document.querySelectorAll(links)) {
    if (isElsewhere(link, heading)) continue;
    if (/\/(?:categor(?:y|ies)|archives?)\//i.test(link.getAttribute('href') ?? '')) continue;
    const text = textOf(link);
    if (text === '' || text.length > 60 || /^(?:tags?|标签|all tags|全部标签)$/i.test(text)) continue;
    const row = rowOf(link);
    const group = groups.get(row) ?? { tags: [], distance: stepsApart(row, heading) };
    group.tags.push(text);
    groups.set(row, group);
  }
  const near = [...groups.values()].filter(({ tags, distance }) => distance <= 6 && tags.length <= 30);
  near.sort((a, b) => a.distance - b.distance);
  return unique(near[0]?.tags ?? []);
}

/** The list that a tag stands in: up through wrappers that hold this link alone. */
function rowOf(link: Element): Element {
  let row = link.parentElement ?? link;
  while (row.querySelectorAll('a').length === 1 && row.parentElement !== null) row = row.parentElement;
  return row;
}
