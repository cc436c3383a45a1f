import { parseUrl } from '../../core/parse-url.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import { absoluteUrl, baseOf } from '../metadata/page-address.ts';
import { textOf } from '../metadata/text-of.ts';

const nextText =
  /^[\s»›→>]*(?:下一页|下页|后一页|next(?: page)?|older(?: posts| entries)?|更早的?文章|更多文章|load more|加载更多)[\s»›→>]*$|^\s*[»›→>][\s»›→>]*$/i;

/** The next page of a list: a link that counts on from this page's number. */
export function findNextPage(document: Document, url: string): string | null {
  const base = baseOf(document, url);
  const here = pageNumber(url) ?? 1;
  const candidates = [
    ...document.querySelectorAll('link[rel~="next" i][href], a[rel~="next" i][href], a[href]'),
  ];
  let numbered: string | null = null;
  for (const link of candidates) {
    const href = link.getAttribute('href') ?? '';
    const target = /\d/.test(href) ? absoluteUrl(href, base) : null;
    if (target === null || urlKey(target) === urlKey(url) || pageNumber(target) !== here + 1) continue;
    const isNext =
      /\bnext\b/i.test(`${link.getAttribute('rel') ?? ''} ${link.getAttribute('class') ?? ''}`) ||
      nextText.test(textOf(link));
    if (isNext) return target;
    if (textOf(link) === String(here + 1)) numbered ??= target;
  }
  return numbered;
}

/** `/page/3/`, `/page3/`, `/p/3`, `/index_3.html`, `?page=3`, `?paged=3`, `/default.html?page=3`. */
export function pageNumber(url: string): number | null {
  const address = parseUrl(url);
  if (address === null) return null;
  const match =
    /[?&](?:page|paged|p|pn|pageNum|currentPage)=(\d{1,4})(?:&|$)/i.exec(address.search) ??
    /\/(?:page|p)[/_-]?(\d{1,4})(?:\.html?)?\/?$/i.exec(address.pathname) ??
    /\/(?:index|list|default|page)[_-]?(\d{1,4})\.html?$/i.exec(address.pathname) ??
    /\/list\/(\d{1,4})\/?$/i.exec(address.pathname) ??
    /\/(\d{1,3})\/?$/.exec(address.pathname);
  return match === null ? null : Number(match[1]);
}
