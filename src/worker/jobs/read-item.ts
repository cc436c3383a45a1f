import type { Extraction } from '../../core/clip/extraction.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import { Failure } from '../../core/failure.ts';
import type { Job, JobItem } from '../../core/job/job.ts';
import { retryDelay } from '../../core/job/retry.ts';
import type { PageReader } from '../../rpc/parser-page/page-reading.ts';
import { extractTab } from '../../browser/extract-tab.ts';
import { loadedTab } from '../../browser/tabs.ts';
import { readRenderedPage } from '../saving/read-linked-page.ts';

/** See `readItem`. */
export type ReadItem = typeof readItem;

/**
 * The article of an item's page, from the first of these that has it: the tab it is open in, the page as it is fetched,
 * a background tab where its scripts run (if the user allowed that), the feed that lists it.
 */
export async function readItem(reader: PageReader, job: Job, item: JobItem): Promise<Extraction> {
  const { cookies, render } = job.options;
  if (item.tabId !== null) {
    const tab = await loadedTab(item.tabId);
    if (tab !== null && urlKey(tab.url) === urlKey(item.url)) return await extractTab(tab.id);
  }
  try {
    return await reader.readPage(item.url, cookies);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (render && error.code === 'page/no-article') {
      return await readRenderedPage(item.url);
    }
    // A feed stands in for a page that will not be had, not for one that may be had later.
    if (item.feed === null || retryDelay(error.code, item.attempts + 1, null) !== null) throw error;
    return await fromFeed(reader, item.feed, item.url, cookies, error);
  }
}

async function fromFeed(
  reader: PageReader,
  feed: string,
  url: string,
  cookies: boolean,
  failure: Failure,
): Promise<Extraction> {
  try {
    return await reader.readEntry(feed, url, cookies);
  } catch (error) {
    // What the user is told is why the page itself could not be had.
    if (error instanceof Failure) throw failure;
    throw error;
  }
}
