import type { PageClasses } from '../page-classes.ts';
import { cleanName } from './author-name.ts';
import { type ArticlePlace, isUnderQuotation } from './article-place.ts';
import { labelledAuthor } from './labelled-author.ts';
import { type Metas, metaContents } from './meta-content.ts';
import { aboveTitle, ownerOfPortrait, portraitAuthor } from './portrait-author.ts';
import { schemaTexts, type SchemaNode } from './schema-org.ts';
import { ownerByAccount } from './site-account.ts';
import { siteOwner } from './site-owner.ts';
import { linesOf, shortTextOf, textOf } from './text-of.ts';

const metaNames = (
  'author article:author parsely-author citation_author dc.creator dcterms.creator sailthru.author byl og:article:author ' +
  'article:author_name bytedance:author weibo:article:author'
).split(' ');

const named =
  '[rel~="author"], .p-author, [class*="author" i], [id*="author" i], [class*="writer" i], [class*="username" i], ' +
  '[class*="user-name" i], [class*="nickname" i], [data-testid="User-Name" i], [data-testid*="author" i], #js_name';
const bylines = `[itemprop~="author"], ${named}, [class*="byline" i], [class*="meta" i], [class*="info" i], [class*="copyright" i], header *, address, h1 + p, h1 + div`;

/**
 * Who wrote the article; several names are joined by `, `. Stated for machines in the head (which is empty where it is
 * another page's), else shown by the article, else the site's owner. null where the page does not say.
 */
export function readAuthor(
  classes: PageClasses,
  metas: Metas,
  article: SchemaNode | null,
  place: ArticlePlace,
  names: readonly string[],
  document: Document,
  url: string,
  isDated: boolean,
): string | null {
  return (
    joined(schemaTexts(article?.data['author'] ?? article?.data['creator'])) ??
    joined(metaContents(metas, metaNames).filter((name) => !isMaker(name, metas))) ??
    shownAuthor(classes, place) ??
    labelledAuthor(document) ??
    siteOwner(classes, names, isDated, url) ??
    ownerByAccount(document, metas, names, url)
  );
}

/** Whether a template names those who made the software: `Discuz! Team`. */
function isMaker(name: string, metas: Metas): boolean {
  const software = metas.get('generator')?.[0]?.split(/\s/, 1)[0] ?? '';
  return software !== '' && name.startsWith(software) && /\b(?:team|developers?|inc)\b/i.test(name);
}

function joined(written: readonly string[]): string | null {
  // Some templates write an address or the name again behind a comma without a space.
  const each = written.flatMap((name) => name.slice(0, 300).split(/,(?=\S+@\S)|(?<=@\S{1,80}),\s*/));
  const names = [
    ...new Set(each.filter((name) => !/^\S+@\S+\.\S+$/.test(name.trim())).map((name) => cleanName(name))),
  ].filter((name) => name !== null);
  return names.length === 0 ? null : names.join(', ');
}

function shownAuthor(classes: PageClasses, place: ArticlePlace): string | null {
  const { heading } = place;
  let best: { readonly name: string; readonly distance: number; readonly element: Element } | null = null;
  for (const element of [...classes.select(bylines), ...besideTitle(heading)]) {
    const distance = place.stepsTo(element);
    if (distance > 6 || (best !== null && distance >= best.distance)) continue;
    if (place.isElsewhere(element) || isNoByline(element, heading)) continue;
    const name = nameIn(element);
    if (name !== null) best = { name, distance, element };
  }
  return best === null
    ? (portraitAuthor([...besideTitle(heading), ...aboveTitle(heading)]) ??
        accountBeside(heading) ??
        ownerOfPortrait(heading) ??
        sender(heading))
    : [best.name, ...namesBeside(best.element)].join(', ');
}

/** The others of a paper's authors, each in an element of the same make within the list of them. */
function namesBeside(element: Element): readonly string[] {
  const list = element.closest('[class*="authors" i]');
  const first = list === element ? element.querySelector('[class*="name" i]') : element;
  const name = first?.classList[0];
  if (list === null || first === null || name === undefined || textOf(list).length > 2000) return [];
  return [...list.getElementsByClassName(name)]
    .filter((each) => each !== first && !first.contains(each))
    .map((each) => nameIn(each) ?? cleanName(shortTextOf(each, 40) ?? ''))
    .filter((each) => each !== null);
}

/** The address of whoever has an account on the site: `/member/ann`, `/@ann`. */
const profile = /\/(?:members?|users?|u|people|profiles?|authors?)\/[\w.%-]+\/?$|\/@[\w.-]+\/?$/i;

/** Whoever the one account right after the title belongs to: sites that many write on show who began a topic there. */
function accountBeside(heading: Element | null): string | null {
  for (const line of besideTitle(heading)) {
    if (isNoByline(line, heading) || shortTextOf(line, 160) === null) continue;
    const links = [...line.querySelectorAll('a[href]')].filter((link) =>
      profile.test((link.getAttribute('href') ?? '').slice(0, 300)),
    );
    const shown = new Set(links.map((link) => textOf(link)).filter((text) => text !== ''));
    const [name] = shown;
    if (shown.size === 1 && name !== undefined && name.length <= 40) return cleanName(name);
  }
  return null;
}

/** Whoever wrote a letter: a name right before the link that answers it. */
function sender(heading: Element | null): string | null {
  const line = heading?.nextElementSibling ?? null;
  const name = line === null ? null : shortTextOf(line, 40);
  return name !== null && line?.nextElementSibling?.matches('a[href^="mailto:" i]') === true
    ? cleanName(name)
    : null;
}

/** The first lines after the title, whatever they are called, and the first paragraph of the text. */
function besideTitle(heading: Element | null): readonly Element[] {
  const found: Element[] = [];
  let place = heading;
  for (let up = 0; up < 3 && place !== null && !place.matches('body, main, article'); up++) {
    const next = place.nextElementSibling;
    if (next !== null) found.push(next, ...[next.firstElementChild].filter((child) => child !== null));
    place = place.parentElement;
  }
  return found;
}

/** Headings, what a quotation is followed by, and words like "authorization" name nobody. */
function isNoByline(element: Element, heading: Element | null): boolean {
  if (element.closest('blockquote, pre, table, dl, nav, figure, [class*="bookmark" i]') !== null) return true;
  if (element.closest('h2, h3, h4, h5, h6') !== null && !element.matches('[class*="author-name" i]'))
    return true;
  if (element.matches('a[href^="#"]') || element.querySelector('h1, h2, h3, h4, h5, h6') !== null)
    return true;
  return isUnderQuotation(element, heading);
}

/** `作者：某某`, `By Ann Lee`, `Posted by ann on …`, `Autor: Jana Novák`. */
const bylineText =
  /(?:作者|撰文|发布者|著者|執筆者?|글쓴이|작성자)\s*[:：]\s*([^\s|·•，。]{1,30}(?:\s\p{Lu}[\p{L}.'’-]+){0,2})|(?:^|[\s|·•])(?:autor(?:in|a)?|auteur|autore|автор)\s*[:：]\s*(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3})|(?:posted|written|published)\s+(?:on:?\s.{6,40}?\s)?by:?\s+(.{1,40}?)(?=\s+(?:on|in|at|\|)\s|\s*[,|·•]|$)/iu;
/** `By Ann Lee` at the start of a line or after a mark or a date; not `Powered by Hugo`. */
const bylineName =
  /(?:^|[|·•,:]\s*|\d{4}\s+)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|От|от)\s+((?:\p{Lu}[\p{L}\p{N}.'’-]*)(?:\s+\p{Lu}[\p{L}.'’-]*){0,3})(?=$|\s*[|·•,(–—]|\s+(?:on|in|at|am|le|el|em|\d))/u;
/** What says that a page was changed, and how near before a name, in characters and within its sentence. */
const changes = [
  { words: /(?:updated|modified|edited|changed|revised)\b/giu, stop: '.', most: 60 },
  { words: /更新|修改|编辑/gu, stop: '。', most: 40 },
] as const;

/** Whoever is named as the last to change a page is not said to have written it. */
function isUpdater(line: string, at: number): boolean {
  const before = line.slice(0, at + 1);
  return changes.some(({ words, stop, most }) => {
    const last = [...before.matchAll(words)].at(-1);
    if (last === undefined) return false;
    const between = before.slice(last.index + last[0].length);
    return !between.includes(stop) && Array.from(between).length <= most;
  });
}

/** `ann released this`, where the first words are a link to whoever did. */
const deed = /^\s*(?:released|published|posted|opened|asked|wrote|shared|created)\b/i;

function nameIn(holder: Element): string | null {
  const element = withoutNotes(holder);
  if (element.matches('[itemprop~="author"]')) {
    const item = element.querySelector('[itemprop~="name"]') ?? element;
    return cleanName(textOf(item) || (item.getAttribute('content') ?? ''));
  }
  const text = shortTextOf(element, 200);
  if (text === null || text === '') return null;
  for (const line of linesOf(element)) {
    const written = bylineText.exec(line) ?? bylineName.exec(line);
    if (written !== null && !isUpdater(line, written.index))
      return cleanName(written[1] ?? written[2] ?? written[3] ?? '');
  }
  return (
    doer(element) ?? (element.matches(named) && isCalledAuthor(element) ? cardName(element, text) : null)
  );
}

/** Marks of notes after a name are not a part of it. */
function withoutNotes(element: Element): Element {
  if (element.querySelector('sup') === null || textOf(element).length > 300) return element;
  const bare = element.cloneNode(true);
  if (!(bare instanceof Element)) return element;
  for (const note of bare.querySelectorAll('sup')) note.replaceWith(' ');
  return bare;
}

function doer(element: Element): string | null {
  const first = [...element.children].find((child) => /\S/.test(child.textContent ?? ''));
  if (first?.matches('a[href]') !== true) return null;
  const after = first.nextSibling;
  return after?.nodeType === 3 && deed.test(after.nodeValue ?? '') ? cleanName(textOf(first)) : null;
}

function cardName(element: Element, text: string): string | null {
  const inner =
    textOf(element.querySelector('[class*="name" i], [rel~="author"], [class*="fn"]')) || firstLink(element);
  return inner === '' ? (text.length <= 40 ? cleanName(text) : null) : cleanName(inner);
}

/** Who is shown by a name and an account, each in an element of its own: the name comes first. */
function firstLink(element: Element): string {
  return /\s?@\w+$/.test(textOf(element)) ? textOf(element.querySelector('a')) : '';
}

/** Whether "author" is a word in a class or id, and not a part of "authorization". */
function isCalledAuthor(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return (
    !/author/i.test(names) || /author(?!i[sz]|it|ing)/i.test(names) || element.matches('[rel~="author"]')
  );
}
