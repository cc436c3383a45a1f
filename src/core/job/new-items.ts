import type { Clip } from '../clip/clip.ts';
import { urlKey } from '../clip/url-key.ts';
import { isWebAddress, parseUrl } from '../parse-url.ts';
import type { JobItem, NewItem } from './job.ts';

/** Lists and feeds add no more pages to a job than this: one that never ends is a trap. What the user names is all taken. */
export const maxItems = 5_000;

/** The page to clip behind an address. */
export function pageItem(page: {
  readonly url: string;
  readonly title: string;
  readonly tabId?: number | null;
  readonly feed?: string | null;
  /** The clip that is a link to it, and is to get its article. */
  readonly clipId?: string | null;
}): NewItem {
  const { url, title, tabId = null, feed = null, clipId = null } = page;
  return { role: 'page', url, title, tabId, feed, clipId };
}

/** A list of pages to clip: an index page or a feed. `feed` is the feed that may have what its pages lack. */
export function listItem(list: {
  readonly role: 'list' | 'feed';
  readonly url: string;
  readonly title: string;
  readonly feed: string | null;
}): NewItem {
  const { role, url, title, feed } = list;
  return { role, url, title, tabId: null, feed, clipId: null };
}

/** A clip of the library, to be worked on. */
export function clipItem({ id, url, title }: Pick<Clip, 'id' | 'url' | 'title'>): NewItem {
  return { role: 'clip', url, title, tabId: null, feed: null, clipId: id };
}

/** The items as rows of a job: each page once, however its address is written; what is no web address has failed already. */
export function rowsFor(jobId: string, items: readonly NewItem[]): JobItem[] {
  return rowsAfter(jobId, items, []);
}

/** The items that a list named, as rows of a job that has `known` ones, and how many were too many. */
export function namedRows(
  jobId: string,
  items: readonly NewItem[],
  known: readonly Pick<JobItem, 'role' | 'url' | 'clipId'>[],
): { readonly rows: JobItem[]; readonly tooMany: number } {
  const rows = rowsAfter(jobId, items, known);
  const room = Math.max(0, maxItems - known.length);
  return { rows: rows.slice(0, room), tooMany: Math.max(0, rows.length - room) };
}

function rowsAfter(
  jobId: string,
  items: readonly NewItem[],
  known: readonly Pick<JobItem, 'role' | 'url' | 'clipId'>[],
): JobItem[] {
  const keys = new Set(known.map(keyOf));
  const rows: JobItem[] = [];
  for (const item of items) {
    const key = keyOf(item);
    if (keys.has(key)) continue;
    keys.add(key);
    const state =
      item.role === 'clip' || isClippable(item.url)
        ? ({ state: 'waiting', code: null } as const)
        : ({ state: 'failed', code: 'page/restricted' } as const);
    rows.push({
      ...item,
      ...state,
      jobId,
      index: known.length + rows.length,
      attempts: 0,
      notBefore: 0,
      detail: '',
    });
  }
  return rows;
}

/** Whether a page may be behind the address. */
export function isClippable(url: string): boolean {
  return isWebAddress(url) && parseUrl(url) !== null;
}

function keyOf({ role, url, clipId }: Pick<JobItem, 'role' | 'url' | 'clipId'>): string {
  return role === 'clip' ? `clip ${clipId ?? ''}` : `${role} ${isClippable(url) ? urlKey(url) : url}`;
}
