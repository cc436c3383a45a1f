import { Failure } from '../core/failure.ts';
import { browser } from './browser.ts';
import { inTab } from './in-tab.ts';

/** The page is a world of its own, and Firefox's background page a document: this layer is also compiled for the worker. */
interface Clipboard {
  readonly writeText: (text: string) => Promise<void>;
}

function ownClipboard(): Clipboard | undefined {
  return (navigator as { clipboard?: Clipboard }).clipboard;
}

/**
 * Asks for the clipboard, at once, where the background may write into it by itself: in Firefox, whose pages take nothing
 * from a script without a press in the page. Chrome's worker has no clipboard, and its pages need no permission.
 */
export function requestClipboard(): Promise<boolean> {
  if (ownClipboard() === undefined) return Promise.resolve(false);
  return browser.permissions.request({ permissions: ['clipboardWrite'] }).catch(() => false);
}

/**
 * Puts a text into the clipboard without any page of ours: from the background where `allowed`, else from the tab's page, which
 * has to be in front. Throws `page/restricted` where the browser refuses, and other `page/…` codes.
 */
export async function copyFromTab(tabId: number, text: string, allowed: boolean): Promise<void> {
  const own = ownClipboard();
  if (allowed && own !== undefined) {
    await own.writeText(text);
    return;
  }
  const [frame] = await inTab(tabId, () =>
    browser.scripting.executeScript({ target: { tabId }, func: writeText, args: [text] }),
  );
  if (frame?.result !== true) throw new Failure('page/restricted', 'the clipboard');
}

/** Runs in the page's isolated world. Pages without https have no clipboard. */
async function writeText(text: string): Promise<boolean> {
  try {
    await (navigator as { clipboard?: Clipboard }).clipboard?.writeText(text);
    return 'clipboard' in navigator;
  } catch {
    return false;
  }
}
