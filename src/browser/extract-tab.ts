import { type Extraction, parseExtraction } from '../core/clip/extraction.ts';
import { Failure } from '../core/failure.ts';
import { browser } from './browser.ts';
import { inTab } from './in-tab.ts';

/** `part`: what was chosen of the page by part.js. */
export type ExtractionScope = 'page' | 'selection' | 'part';

/**
 * Runs the extractor in the tab's top document and returns what it found. Needs the access that `activeTab` gives after
 * the user's gesture, or a host permission. Throws `Failure` with a `page/…` code.
 */
export async function extractTab(tabId: number, scope: ExtractionScope = 'page'): Promise<Extraction> {
  const result = await runExtractor(tabId, scope);
  return parseExtraction(result);
}

async function runExtractor(tabId: number, scope: ExtractionScope): Promise<unknown> {
  const target = { tabId };
  return await inTab(tabId, async () => {
    await browser.scripting.executeScript({ target, func: chooseScope, args: [scope] });
    const [frame] = await browser.scripting.executeScript({ target, files: ['/extract.js'] });
    if (frame === undefined) throw new Failure('page/changed', 'no result');
    // Firefox resolves with the injection's error where Chrome rejects.
    if ('error' in frame && frame.error instanceof Error) throw frame.error;
    return frame.result;
  });
}

/** Runs in the page's isolated world, before the extractor that reads it. */
function chooseScope(scope: ExtractionScope): void {
  Object.assign(globalThis, { clipshelfScope: scope });
}
