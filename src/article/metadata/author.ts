import { isElsewhere, stepsApart } from './article-place.ts';
import { metaContents } from './meta-content.ts';
import { schemaTexts, type SchemaNode } from './schema-org.ts';
import { textOf } from './text-of.ts';

const metaNames = (
  'author article:author parsely-author citation_author dc.creator dcterms.creator sailthru.author byl og:article:author ' +
  'article:author_name bytedance:author weibo:article:author'
).split(' ');

const bylines =
  '[itemprop~="author"], [rel~="author"], .p-author, [class*="byline" i], [class*="author" i], [id*="author" i], ' +
  '[class*="writer" i], #js_name, [class*="meta" i], [class*="copyright" i]';

/** Who wrote the article; several names are joined by `, `. */
export function readAuthor(
  document: Document,
  article: SchemaNode | null,
  heading: Element | null,
): string | null {
  return (
    joined(schemaTexts(article?.data['author'] ?? article?.data['creator'])) ??
    joined(metaContents(document, metaNames)) ??
    shownAuthor(document, heading) ??
    profileAuthor(document) ??
    copyrightHolder(document)
  );
}

function joined(written: readonly string[]): string | null {
  const names = [...new Set(written.map((name) => cleanName(name)).filter((name) => name !== null))];
  return names.length === 0 ? null : names.join(', ');
}

const label =
  /^\s*(?:(?:文章|本文)?作者|原作者|撰文|撰稿|作者名|文|(?:posted|written|published|words)?\s*by|authors?)\s*(?:[:：/|丨]|\s|$)\s*/i;

/** A name without its label; null for what is no name. */
export function cleanName(text: string): string | null {
  const name = text
    .replace(label, '')
    .replace(/^@(?=\w)/, '')
    .split(/\s*(?:[|·•丨，,]\s|\son\s|\s+发[布表]|\s+\d{4}[-/年.])/, 1)[0]
    ?.trim();
  if (name === undefined || name === '' || name.length > 60) return null;
  return /^https?:|^(?:true|false|null|undefined|author|作者|admin|administrator|anonymous|匿名)$|[:：{}<>]|^\d+$/i.test(
    name,
  )
    ? null
    : name;
}

function shownAuthor(document: Document, heading: Element | null): string | null {
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const element of document.querySelectorAll(bylines)) {
    if (isElsewhere(element, heading)) continue;
    const distance = stepsApart(element, heading);
    if (distance > 6 || (best !== null && distance >= best.distance)) continue;
    const name = nameIn(element);
    if (name !== null) best = { name, distance };
  }
  return best?.name ?? null;
}

function nameIn(element: Element): string | null {
  const item = element.querySelector('[itemprop~="name"]');
  if (element.matches('[itemprop~="author"]')) {
    return cleanName(
      item?.getAttribute('content') ?? (textOf(item) || (element.getAttribute('content') ?? textOf(element))),
    );
  }
  const text = textOf(element);
  if (text.length === 0 || text.length > 200) return null;
  const marked =
    /(?:作者|撰文)\s*[:：]\s*([^\s|·•]{1,30})|\b(?:[Bb]y|BY)\s+(\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}.'-]*){0,3})/u.exec(
      text,
    );
  if (marked !== null) return cleanName(marked[1] ?? marked[2] ?? '');
  if (
    !element.matches(
      '[rel~="author"], .p-author, [class*="author" i], [id*="author" i], [class*="writer" i], #js_name',
    )
  )
    return null;
  const named = element.querySelector('[class*="name" i], [rel~="author"]');
  return text.length <= 40 ? cleanName(named === null ? text : textOf(named)) : cleanName(textOf(named));
}

/** The card of a personal site that says whose it is. */
function profileAuthor(document: Document): string | null {
  const names = document.querySelectorAll(
    '.site-author-name, .author-info__name, [class*="author-name" i], [class*="author_name" i], [class*="authorName" i], [class*="profile"] [class*="name" i], .h-card .p-name, .vcard .fn',
  );
  for (const element of names) {
    const name = cleanName(textOf(element));
    if (name !== null) return name;
  }
  return null;
}

/** `© 2016–2024 Name` at the foot of the page. */
function copyrightHolder(document: Document): string | null {
  const feet = [...document.querySelectorAll('footer, #footer, .footer, [class*="copyright" i]')];
  for (const foot of feet.reverse()) {
    const match =
      /(?:©|&copy;|\(c\)|Copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d{2})?(?:\s*[-–—~]\s*(?:(?:19|20)\d{2}|now|present|至今))?\s*[,.]?\s*(?:by\s+)?(\S[^.|·•©。,，\d]{1,40}?)\s*(?:[.|·•©。,，\d]|All rights|Powered|$)/iu.exec(
        textOf(foot),
      );
    const name = cleanName(match?.[1] ?? '');
    if (name !== null) return name;
  }
  return null;
}
