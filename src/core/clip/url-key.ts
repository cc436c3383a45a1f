import { type PageAddress, speaksOf } from './canonical-address.ts';
import { parseUrl, type ParsedUrl } from '../parse-url.ts';
import { selectionOf } from './selection-fragment.ts';
import { isTracking, mayBeTracking } from './tracking-parameters.ts';

/**
 * One text for all addresses of a page: the `https` address without tracking parameters, fragment, credentials,
 * trailing slash or index file, of the desktop page, with its parameters in order. Hash routes of single-page sites
 * (`#/guide`, `#!/x`) stay, and so does what names a clipped selection (selection-clip.ts), which is not its page.
 * `canonical` counts where it speaks of this page (canonical-address.ts).
 * Never throws: what is not a web address is its own key.
 */
export function urlKey(url: string, canonical: string | null = null): string {
  const address = webAddress(url);
  if (typeof address === 'string') return address;
  const { page, rest, route } = address;
  const stated = route === '' ? statedOn(page, canonical) : null;
  const believed = stated !== null && speaksOf(partsOf(page), partsOf(stated), mayBeTracking);
  return `${keyOf(believed ? stated : page)}${rest}`;
}

/**
 * Other keys that the same page may have been kept under: without what may be tracking, and as the page's canonical
 * address says, believed or not. For asking the user, not for choosing by itself.
 */
export function likelyKeys(url: string, canonical: string | null = null): string[] {
  const address = webAddress(url);
  if (typeof address === 'string' || address.rest.startsWith('#:~:')) return [];
  const { page, rest, route } = address;
  const { pairs } = partsOf(page);
  const bare = `${keyOf(
    page,
    pairs.filter((pair) => !mayBeTracking(pair)),
  )}${rest}`;
  const stated = route === '' ? statedOn(page, canonical) : null;
  const keys = [keyOf(page) + rest, bare, ...(stated === null ? [] : [keyOf(stated)])];
  const own = urlKey(url, canonical);
  return [...new Set(keys)].filter((key) => key !== own);
}

interface WebAddress {
  readonly page: ParsedUrl;
  readonly route: string;
  /** What follows the page's key: its hash route, or what names a selection. */
  readonly rest: string;
}

/** The parts that make the key of a web address; of any other address its key. */
function webAddress(url: string): WebAddress | string {
  const page = parseUrl(url.trim());
  if (page === null) return url.trim();
  if (!isWeb(page)) return page.href.slice(0, page.href.length - page.hash.length);
  const unwrapped = unwrapAmpCache(page);
  const route = hashRoute(unwrapped.hash.split(':~:', 1)[0] ?? '');
  const selection = selectionOf(unwrapped.hash);
  return { page: unwrapped, route, rest: `${route}${selection === null ? '' : `#${selection}`}` };
}

function partsOf(page: ParsedUrl): PageAddress {
  return { path: pathKey(page.pathname), pairs: pairsOf(page) };
}

function keyOf(page: ParsedUrl, pairs = pairsOf(page)): string {
  return `https://${siteHost(page)}${pathKey(page.pathname)}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

/** Whether two addresses are on the same site: equal hosts, but for `www.`, mobile and AMP hosts. */
export function sameSite(a: string, b: string): boolean {
  const [first, second] = [parseUrl(a), parseUrl(b)];
  return first !== null && second !== null && siteHost(first) === siteHost(second);
}

function isWeb(url: ParsedUrl): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}

/** The canonical address, where it is on the page's site and no template's mistake: many name the root everywhere. */
function statedOn(page: ParsedUrl, canonical: string | null): ParsedUrl | null {
  const stated = canonical === null ? null : parseUrl(canonical.trim());
  if (stated === null || !isWeb(stated) || siteHost(stated) !== siteHost(page)) return null;
  return pathKey(stated.pathname) === '' && pathKey(page.pathname) !== '' ? null : stated;
}

/** The page that an AMP cache shows: `google.com/amp/s/HOST/…`, `HOST.cdn.ampproject.org/c/s/HOST/…`. */
function unwrapAmpCache(url: ParsedUrl): ParsedUrl {
  const path = /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname)
    ? /^\/amp\/(?:s\/)?([^.]+\.[^]+)$/.exec(url.pathname)
    : url.hostname.endsWith('.cdn.ampproject.org')
      ? /^\/[a-z]\/(?:s\/)?([^.]+\.[^]+)$/.exec(url.pathname)
      : null;
  return path === null ? url : (parseUrl(`https://${path[1] ?? ''}${url.search}${url.hash}`) ?? url);
}

const deviceLabel = /^(?:www|m|mobile|amp|wap)$/;

/** `www.`, `m.` and the like go from the front, and from second place (`en.m.wikipedia.org`); two labels stay. */
function siteHost(url: ParsedUrl): string {
  const port = url.host.slice(url.hostname.length);
  const labels = url.hostname.split('.').filter((label) => label !== '');
  while (labels.length > 2 && deviceLabel.test(labels[0] ?? '')) labels.shift();
  while (labels.length > 3 && deviceLabel.test(labels[1] ?? '')) labels.splice(1, 1);
  return (labels.length === 0 ? url.hostname : labels.join('.')) + port;
}

/** Without the last slash, index file and AMP variant: `/2024/post`; empty for the root. */
function pathKey(path: string): string {
  const parts = percentKey(path)
    .split('/')
    .filter((part) => part !== '');
  while (/^(?:index|default)\.(?:html?|php|aspx?|jsp)$/i.test(parts.at(-1) ?? '')) parts.pop();
  while (/^amp(?:\.html?)?$/i.test(parts.at(-1) ?? '') && isSlug(parts.at(-2))) parts.pop();
  while (/^amp$/i.test(parts[0] ?? '') && isSlug(parts.at(-1)) && parts.length > 1) parts.shift();
  const last = parts.pop();
  if (last !== undefined) parts.push(last.replace(/(?<!\.amp)(?:\.amp)+(\.html?)?$/i, '$1') || last);
  return parts.length === 0 ? '' : `/${parts.join('/')}`;
}

/** Whether a part of a path names a text rather than a section (`/docs/amp` is a page of its own). */
function isSlug(part: string | undefined): boolean {
  return part !== undefined && (part.length >= 12 || /[-_%\d]/.test(part)) && !/^amp/i.test(part);
}

function pairsOf(url: ParsedUrl): string[] {
  const pairs = keptPairs(url.search.slice(1));
  // A WeChat article is named by these four; the dozens of others say who shared it, and when.
  return url.hostname === 'mp.weixin.qq.com' && pairs.some((pair) => pair.startsWith('__biz='))
    ? pairs.filter((pair) => /^(?:__biz|mid|idx|sn)=/.test(pair))
    : pairs;
}

function keptPairs(query: string): string[] {
  return query
    .replaceAll('+', '%20')
    .split('&')
    .map(percentKey)
    .filter((pair) => pair !== '' && !isTracking(pair))
    .sort();
}

/** `#/guide?tab=1` of a single-page site; empty for a place in the page, and for the route of its start. */
function hashRoute(hash: string): string {
  const route = /^#!?\/*([^#]*)/.exec(hash);
  if (route === null || !/^#(?:\/|!)/.test(hash)) return '';
  const [path = '', query = ''] = (route[1] ?? '').split(/\?(.*)/s);
  const pairs = keptPairs(query);
  const clean = percentKey(path).replace(/(?<!\/)\/+$/, '');
  if (clean === '' && pairs.length === 0) return '';
  return `${hash.startsWith('#!') ? '#!/' : '#/'}${clean}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

/**
 * One spelling of percent-encoding: letters, digits and `-._~` plain, the rest in upper case. What an escape gives may
 * be part of another (`%3%34` is `4`), so each is read where it ends, which takes one pass.
 */
function percentKey(text: string): string {
  if (!text.includes('%')) return text;
  const key: string[] = [];
  for (const written of text) {
    key.push(written);
    for (let last = lastEscape(key); last !== null; last = lastEscape(key)) {
      key.length -= 3;
      key.push(last);
    }
  }
  return key.join('').replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());
}

/** The plain character that the last three characters stand for; null where they are no escape of one. */
function lastEscape(key: readonly string[]): string | null {
  const at = key.length - 3;
  if (key[at] !== '%') return null;
  const hex = `${key[at + 1] ?? ''}${key[at + 2] ?? ''}`;
  if (!/^[\da-f]{2}$/i.test(hex)) return null;
  const character = String.fromCharCode(Number.parseInt(hex, 16));
  return /[\w.~-]/.test(character) ? character : null;
}
