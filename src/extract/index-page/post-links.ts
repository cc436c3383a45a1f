import { urlKey } from '../../core/clip/url-key.ts';
import { parseUrl } from '../../core/parse-url.ts';
import { absoluteUrl, baseOf } from '../metadata/page-address.ts';
import type { Surroundings } from './surroundings.ts';

/** A link that may lead to a post. */
export interface PostLink {
  readonly element: Element;
  readonly url: string;
  readonly key: string;
}

/** More links than any list shows; the popup waits for this. Where there are more, the user is told. */
export const mostLinks = 2_000;

/** The element that holds the page's own content. */
export function mainOf(document: Document): Element {
  const mains = document.querySelectorAll('main, [role="main"]');
  const only = mains.length === 1 ? mains[0] : null;
  return only ?? document.body ?? document.documentElement;
}

/** Links of the page's content to other pages of its site that are no lists themselves. */
export function postLinks(
  document: Document,
  url: string,
  main: Element,
  around: Surroundings,
): readonly PostLink[] {
  const base = baseOf(document, url);
  const here = urlKey(url);
  const hosts = siteHosts(document, url, base);
  const links: PostLink[] = [];
  for (const element of main.querySelectorAll('a[href]')) {
    if (links.length >= mostLinks) break;
    const written = element.getAttribute('href') ?? '';
    if (written.startsWith('#') && !/^#!?\//.test(written)) continue;
    const target = around.include(element) ? null : absoluteUrl(written, base);
    if (target === null) continue;
    const key = urlKey(target);
    const address = parseUrl(key);
    if (
      key === here ||
      address === null ||
      !hosts.has(address.host) ||
      isList(address.pathname, address.search)
    )
      continue;
    if (address.pathname === '/' && address.search === '' && address.hash === '') continue;
    links.push({ element, url: target, key });
  }
  return links;
}

/** The page's host and the one that its site was made for: a copy elsewhere keeps links to that. */
function siteHosts(document: Document, url: string, base: string): ReadonlySet<string> {
  const stated = [
    url,
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url" i]')?.getAttribute('content'),
    document.querySelector('link[rel~="alternate" i][type*="xml" i]')?.getAttribute('href'),
    document
      .querySelector('header a[href], [class*="brand" i][href], [class*="logo" i] a[href]')
      ?.getAttribute('href'),
  ];
  const hosts = new Set<string>();
  for (const href of stated) {
    const target = absoluteUrl(href, base);
    const host = target === null ? undefined : parseUrl(urlKey(target))?.host;
    if (host !== undefined && !/(?:^|\.)(?:github|twitter|x|weibo|facebook|feedburner)\.com$/.test(host))
      hosts.add(host);
  }
  return hosts;
}

/** Addresses of tags, categories, archives, authors, and pages of lists. */
export function isList(path: string, search = ''): boolean {
  return (
    /(?:^|\/)(?:tags?|categor(?:y|ies)|authors?|topics?|page|columns?|users?|u|members?|people|profiles?)\/[^/]+(?:\/(?:page\/\d+)?)?$/i.test(
      path,
    ) ||
    /\/(?:tags?|categor(?:y|ies)|archives?|authors?|about|links?|friends?|search|login|register|rss|feed)(?:\.html?|\.xml)?$/i.test(
      path,
    ) ||
    /^\/@[^/]+$/.test(path) ||
    /\/archives?(?:\/(?:19|20)\d{2}(?:\/\d{1,2})?)$/i.test(path) ||
    /\.(?:xml|rss|atom|json|png|jpe?g|gif|svg|webp|pdf|zip)$/i.test(path) ||
    /[?&](?:tag|cat|category|author|paged?|replytocom|share|s|q)=/i.test(search)
  );
}
