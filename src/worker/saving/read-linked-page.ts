import type { Extraction } from '../../core/clip/extraction.ts';
import { Failure } from '../../core/failure.ts';
import type { PageReader } from '../../rpc/parser-page/page-reading.ts';
import { isThin } from '../../core/clip/completeness.ts';
import { readInBackgroundTab } from '../../browser/background-tab.ts';
import { extractTab } from '../../browser/extract-tab.ts';

/** Fetched, or opened in a background tab where it takes the page's own scripts to show the article. */
export async function readLinkedPage(reader: PageReader, url: string): Promise<Extraction> {
  try {
    return await reader.readPage(url, false);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'page/no-article') throw error;
    return await readRenderedPage(url);
  }
}

/** Clips a page in a background tab, where its scripts write it. */
export async function readRenderedPage(url: string): Promise<Extraction> {
  return await readInBackgroundTab(url, async (tabId) => {
    const extraction = await extractTab(tabId);
    // Not there yet: readInBackgroundTab asks again.
    if (isThin(extraction.article)) throw new Failure('page/no-article', 'not yet rendered');
    return extraction;
  });
}
