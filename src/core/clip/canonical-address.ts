/** An address as far as it tells pages of one site apart: the path's key, and the pairs of its query that count. */
export interface PageAddress {
  readonly path: string;
  readonly pairs: readonly string[];
}

/**
 * Whether the address that a page names as its own (rel=canonical) speaks of this page. Templates name the home page, a
 * section or the first part for all their pages, so it is believed only where what it leaves out names no page
 * (`mayLeaveOut`) and its path is the page's own, in another spelling or under another date, or has the same long id.
 */
export function speaksOf(
  page: PageAddress,
  stated: PageAddress,
  mayLeaveOut: (pair: string) => boolean,
): boolean {
  const leftOut = page.pairs.filter((pair) => !stated.pairs.includes(pair));
  if (!leftOut.every(mayLeaveOut)) return false;
  const [own, other] = [names(page.path), names(stated.path)];
  if (own.join('/') === other.join('/')) return true;
  const below = own.length > other.length && other.every((name, index) => name === own[index]);
  return !below && sharesId(own, other) && numbers(own).join() === numbers(other).join();
}

/** The parts of a path in one spelling: in lower case, the last without its file type, without a date in front of it. */
function names(path: string): string[] {
  const parts = path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  const last = parts.pop();
  if (last === undefined) return [];
  const year = parts.findIndex((part) => /^(?:19|20)\d\d$/.test(part));
  const dated = year === -1 ? 0 : parts.slice(year + 1).findIndex((part) => !/^\d{1,2}$/.test(part));
  if (year !== -1) parts.splice(year, dated === -1 ? Infinity : dated + 1);
  return [...parts, last.replace(/\.(?:html?|php|aspx?|jsp|md)$/, '')];
}

/** Six digits and more, or twelve of a hash: no two pages of a site have the same by chance. */
function sharesId(own: readonly string[], other: readonly string[]): boolean {
  const ids = new Set(words(own).filter((word) => /^(?:\d{6,}|(?=\D*\d)[\da-f]{12,})$/.test(word)));
  return words(other).some((word) => ids.has(word));
}

/** Small numbers: of parts and pages. */
function numbers(path: readonly string[]): string[] {
  return words(path).filter((word) => /^\d{1,3}$/.test(word));
}

function words(path: readonly string[]): string[] {
  return path.flatMap((part) => part.split(/[^\da-z]+/));
}
