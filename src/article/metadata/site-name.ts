import { metaContents } from './meta-content.ts';
import { hasType, schemaText, type SchemaNode } from './schema-org.ts';
import { textOf } from './text-of.ts';

const brands =
  '.navbar-brand, .site-title, .site-name, .brand, .logo-text, .site-brand, .blog-title, #site-title, #site-name, #blog-title, ' +
  '.navbar__title, .menu-title, .sidebar-brand, [class*="siteTitle" i], header [class*="logo" i], nav [class*="logo" i], ' +
  'a[rel~="home"], header h1 a, .site-meta .title, .header-title';

/** What the page may call its site, surest first. */
export function siteNames(document: Document, nodes: readonly SchemaNode[]): readonly string[] {
  const schema = nodes
    .filter((node) => hasType(node, /^(?:WebSite|Blog|Organization)$/))
    .map((node) => schemaText(node.data['name']));
  const stated = [
    ...metaContents(document, ['og:site_name', 'application-name', 'apple-mobile-web-app-title']),
    ...schema,
    ...feedTitles(document),
    ...homeLinks(document),
    ...[...document.querySelectorAll(brands)].slice(0, 12).map((brand) => textOf(brand)),
  ];
  return [...new Set(stated.filter((name) => name !== null && name !== '' && name.length <= 80))].filter(
    (name) => name !== null,
  );
}

function feedTitles(document: Document): readonly string[] {
  const feeds = document.querySelectorAll('link[rel~="alternate" i][type*="xml" i][title]');
  return [...feeds].map((feed) =>
    (feed.getAttribute('title') ?? '')
      .replace(/\s*(?:[-–|»:]\s*)?(?:RSS|Atom|Feed|订阅)(?:\s*(?:2\.0|Feed))?\s*$/i, '')
      .trim(),
  );
}

/** Links to the site's root that are words: the brand in most headers. */
function homeLinks(document: Document): readonly string[] {
  const roots = document.querySelectorAll('a[href="/"], a[href="./"]');
  return [...roots]
    .slice(0, 12)
    .map((link) => textOf(link))
    .filter((text) => !/^(?:home|index|首页|主页|博客)$/i.test(text));
}

/** The name that the page states as its site's; guesses from the layout are not given out. */
export function readSiteName(
  document: Document,
  nodes: readonly SchemaNode[],
  titleRest: string | null,
): string | null {
  const schema = nodes.find((node) => hasType(node, /^WebSite$/));
  return (
    metaContents(document, ['og:site_name', 'application-name'])[0] ??
    schemaText(schema?.data['name']) ??
    titleRest
  );
}
