import { parseUrl } from '../../core/parse-url.ts';
import { lettersOf } from '../letters.ts';
import type { PageClasses } from '../page-classes.ts';
import { type Metas, metaContents } from './meta-content.ts';
import { absoluteUrl, baseOf } from './page-address.ts';
import { hasType, schemaText, type SchemaNode } from './schema-org.ts';
import { textOf } from './text-of.ts';
import { comparable, segmentsOf } from './title-segments.ts';

const brands =
  '[class*="brand" i], [class*="logo" i], [class*="site-title" i], [class*="site_title" i], [class*="siteTitle" i], ' +
  '[class*="site-name" i], [class*="blog-title" i], [id*="site-title" i], [id*="site-name" i], [id*="blog-title" i], ' +
  '[class*="navbar"][class*="title" i], .menu-title, [rel~="home"], a.icon-home, .md-header__topic:first-child:not(:last-child)';

/** What the page may call its site, surest first. */
export function siteNames(
  document: Document,
  metas: Metas,
  classes: PageClasses,
  nodes: readonly SchemaNode[],
  url: string,
): readonly string[] {
  const schema = nodes
    .filter((node) => hasType(node, /^(?:WebSite|Blog|Organization)$/))
    .map((node) => schemaText(node.data['name']) ?? '');
  const stated = [
    ...metaContents(metas, ['og:site_name', 'application-name', 'apple-mobile-web-app-title']),
    ...schema,
    // A personal site is called after its author, or after its address.
    ...metaContents(metas, ['author']),
    ...(parseUrl(url)?.hostname.split('.').slice(0, -1) ?? []),
    ...feedTitles(document),
    ...homeLinks(document, url),
    ...classes
      .select(brands)
      .filter((brand) => brand.closest('article, main') === null && !holdsTitle(brand))
      .slice(0, 12)
      .map((brand) => textOf(brand)),
  ];
  return [...new Set(stated)].filter((name) => name !== '' && name.length <= 80);
}

/** A banner that shows the page's own title: a heading that leads nowhere, the only one or what the document's title begins with. */
function holdsTitle(brand: Element): boolean {
  const heading = brand.matches('h1') ? brand : (brand.querySelector('h1') ?? brand.closest('h1'));
  if (heading === null || heading.querySelector('a[href]') !== null || heading.closest('a[href]') !== null)
    return false;
  const document = heading.ownerDocument;
  if (document.querySelectorAll('h1').length === 1) return true;
  const parts = segmentsOf(textOf(document.querySelector('title')));
  return parts.length > 1 && comparable(parts[0] ?? '') === comparable(textOf(heading));
}

/** Whether a text is a name of the site, or such a name with `Blog`, `的博客` or the like after it. */
export function isSiteName(text: string, names: readonly string[]): boolean {
  const bare = bareName(text);
  return bare !== '' && names.some((name) => bareName(name) === bare);
}

function bareName(name: string): string {
  const text = lettersOf(comparable(name));
  return text.replace(/(?:s?blog|的?(?:个人|技术)?(?:博客|小站|主页|网站|空间))$/, '') || text;
}

function feedTitles(document: Document): readonly string[] {
  const feeds = document.querySelectorAll('link[rel~="alternate" i][type*="xml" i][title]');
  return [...feeds].map((feed) =>
    (feed.getAttribute('title') ?? '')
      .replace(/(?:[-–|»:]\s*)?(?:RSS|Atom|Feed|订阅)(?:\s*(?:2\.0|Feed))?\s*$/i, '')
      .trim(),
  );
}

/** Links to the site's root, and what in a header leads to a folder above the page. */
function homeLinks(document: Document, url: string): readonly string[] {
  const base = baseOf(document, url);
  const page = parseUrl(url);
  if (page === null) return [];
  const names: string[] = [];
  for (const link of [...document.querySelectorAll('a[href]:not([href^="#"])')].slice(0, 60)) {
    const target = absoluteUrl(link.getAttribute('href'), base);
    if (target === null || names.length >= 12) continue;
    const { pathname, host: linked } = new URL(target);
    if (
      linked !== page.host ||
      !isFolderAbove(pathname, page.pathname) ||
      (pathname !== '/' && link.closest(brands) === null)
    )
      continue;
    const text = textOf(link);
    if (text !== '' && !/^(?:home|index|blog|首页|主页|博客|返回首页|回到首页)$/i.test(text))
      names.push(text);
  }
  return names;
}

function isFolderAbove(folder: string, page: string): boolean {
  const path = folder.replace(/index\.html?$/, '');
  return path.endsWith('/') && path !== page && page.startsWith(path);
}

/** The name that the page states as its site's, else what its title says after the article's. */
export function readSiteName(
  metas: Metas,
  nodes: readonly SchemaNode[],
  titleRest: string | null,
): string | null {
  const schema = nodes.find((node) => hasType(node, /^WebSite$/));
  return (
    metaContents(metas, ['og:site_name', 'application-name'])[0] ??
    schemaText(schema?.data['name']) ??
    titleRest
  );
}
