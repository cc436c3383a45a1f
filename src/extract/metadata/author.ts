import { cleanName } from './author-name.ts';
import { isElsewhere, stepsApart } from './article-place.ts';
import { metaContents } from './meta-content.ts';
import { schemaTexts, type SchemaNode } from './schema-org.ts';
import { siteOwner } from './site-owner.ts';
import { shortTextOf, textOf } from './text-of.ts';

const metaNames = (
  'author article:author parsely-author citation_author dc.creator dcterms.creator sailthru.author byl og:article:author ' +
  'article:author_name bytedance:author weibo:article:author'
).split(' ');

const named =
  '[rel~="author"], .p-author, [class*="author" i], [id*="author" i], [class*="writer" i], [class*="username" i], ' +
  '[class*="user-name" i], [class*="nickname" i], #js_name';
const bylines = `[itemprop~="author"], ${named}, [class*="byline" i], [class*="meta" i], [class*="info" i], [class*="copyright" i], header *, address, h1 + p, h1 + div`;

/** Who wrote the article; several names are joined by `, `. Stated for machines, else shown by it, else the site's owner. */
export function readAuthor(
  document: Document,
  article: SchemaNode | null,
  heading: Element | null,
  names: readonly string[],
): string | null {
  return (
    joined(schemaTexts(article?.data['author'] ?? article?.data['creator'])) ??
    joined(metaContents(document, metaNames)) ??
    shownAuthor(document, heading) ??
    siteOwner(document, names)
  );
}

function joined(written: readonly string[]): string | null {
  const names = [...new Set(written.map((name) => cleanName(name)).filter((name) => name !== null))];
  return names.length === 0 ? null : names.join(', ');
}

function shownAuthor(document: Document, heading: Element | null): string | null {
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const element of document.querySelectorAll(bylines)) {
    const distance = stepsApart(element, heading);
    if (distance > 6 || (best !== null && distance >= best.distance)) continue;
    if (isElsewhere(element, heading)) continue;
    const name = nameIn(element);
    if (name !== null) best = { name, distance };
  }
  return best?.name ?? null;
}

/** `作者：某某`, `By Ann Lee`, `Posted by ann on …`. */
const bylineText =
  /(?:作者|撰文|发布者)\s*[:：]\s*([^\s|·•，。]{1,30}(?:\s\p{Lu}[\p{L}.'’-]+){0,2})|(?:posted|written|published)\s+(?:on:?\s.{6,40}?\s)?by:?\s+(.{1,40}?)(?=\s+(?:on|in|at|\|)\s|\s*[,|·•]|$)/iu;
const bylineName =
  /(?:^|[\s|·•,])(?:[Bb]y|BY)\s+((?:\p{Lu}[\p{L}\p{N}.'’-]*)(?:\s+\p{Lu}[\p{L}.'’-]*){0,3})/u;

function nameIn(element: Element): string | null {
  if (element.matches('[itemprop~="author"]')) {
    const item = element.querySelector('[itemprop~="name"]') ?? element;
    return cleanName(textOf(item) || (item.getAttribute('content') ?? ''));
  }
  const text = shortTextOf(element, 200);
  if (text === null || text === '') return null;
  const written = bylineText.exec(text) ?? bylineName.exec(text);
  if (written !== null) return cleanName(written[1] ?? written[2] ?? '');
  if (!element.matches(named)) return null;
  const inner = textOf(element.querySelector('[class*="name" i], [rel~="author"], [class*="fn"]'));
  return inner === '' ? (text.length <= 40 ? cleanName(text) : null) : cleanName(inner);
}
