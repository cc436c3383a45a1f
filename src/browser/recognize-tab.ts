import type { RecognizedPage } from '../core/clip/index-page.ts';
import { parseRecognizedPage } from '../core/clip/recognized-page.ts';
import { browser } from './browser.ts';

/** What the tab's page is and lists. Null where the page cannot be read: why is told by the extractor, which runs too. */
export async function recognizeTab(tabId: number): Promise<RecognizedPage | null> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: ['/recognize.js'] });
    return parseRecognizedPage(frame?.result);
  } catch {
    return null;
  }
}
