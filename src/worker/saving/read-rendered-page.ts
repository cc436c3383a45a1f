import type { Extraction } from '../../core/clip/extraction.ts';
import { isThin } from '../../core/clip/thin-article.ts';
import { Failure } from '../../core/failure.ts';
import { readInBackgroundTab } from '../../browser/background-tab.ts';
import { extractTab } from '../../browser/extract-tab.ts';

/** Clips a page in a background tab, where its scripts write it. */
export async function readRenderedPage(url: string): Promise<Extraction> {
  return await readInBackgroundTab(url, async (tabId) => {
    const extraction = await extractTab(tabId);
    // Not there yet: readInBackgroundTab asks again.
    if (isThin(extraction.article)) throw new Failure('page/no-article', 'not yet rendered');
    return extraction;
  });
}
