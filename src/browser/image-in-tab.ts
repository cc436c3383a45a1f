import { browser } from './browser.ts';

/**
 * A picture of the page that a tab shows, in base64, read in that page: from its cache, or as it is decoded there. Null
 * where the page may not read it, and where the tab is gone or shows something else by now.
 */
export async function imageInTab(tabId: number, url: string, maxBytes: number): Promise<string | null> {
  const target = { tabId };
  try {
    await browser.scripting.executeScript({ target, files: ['/image.js'] });
    const [frame] = await browser.scripting.executeScript({ target, func: read, args: [url, maxBytes] });
    return typeof frame?.result === 'string' ? frame.result : null;
  } catch {
    // Whatever stands in the way, the picture may be had otherwise.
    return null;
  }
}

/** Runs in the page's isolated world, by what /image.js left there. */
function read(url: string, maxBytes: number): unknown {
  const readImage: unknown = Reflect.get(globalThis, 'clipshelfReadImage');
  return typeof readImage === 'function' ? Reflect.apply(readImage, undefined, [url, maxBytes]) : null;
}
