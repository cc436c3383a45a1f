import type { Clip } from '../clip/clip.ts';
import { urlKey } from '../clip/url-key.ts';
import type { JobItem, NewItem } from './job.ts';

/** No job takes more pages than this: a list that never ends is a trap. The clips of a library do end. */
export const maxItems = 5_000;

/** The page to clip behind an address. */
export function pageItem(page: {
  readonly url: string;
  readonly title: string;
  readonly tabId?: number | null;
  readonly feed?: string | null;
}): NewItem {
  const { url, title, tabId = null, feed = null } = page;
  return { role: 'page', url, title, tabId, feed, clipId: null };
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

/** The items as rows of a job that has `known` ones: each page once, however its address is written. */
export function rowsFor(
  jobId: string,
  items: readonly NewItem[],
  known: readonly Pick<JobItem, 'role' | 'url' | 'clipId'>[] = [],
): JobItem[] {
  const keys = new Set(known.map(keyOf));
  const rows: JobItem[] = [];
  for (const item of items) {
    const key = keyOf(item);
    if (keys.has(key) || (item.role !== 'clip' && known.length + rows.length >= maxItems)) continue;
    keys.add(key);
    rows.push({
      ...item,
      jobId,
      index: known.length + rows.length,
      state: 'waiting',
      attempts: 0,
      notBefore: 0,
      code: null,
      detail: '',
    });
  }
  return rows;
}

function keyOf({ role, url, clipId }: Pick<JobItem, 'role' | 'url' | 'clipId'>): string {
  return role === 'clip' ? `clip ${clipId ?? ''}` : `${role} ${urlKey(url)}`;
}
