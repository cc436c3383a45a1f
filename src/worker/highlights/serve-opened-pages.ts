import { urlKey } from '../../core/clip/url-key.ts';
import { onInstalled } from '../../browser/browser-start.ts';
import { registerHighlightSites } from '../../browser/highlight-sites.ts';
import { onPageOpened } from '../../browser/page-opened.ts';
import type { Library } from '../library.ts';
import { showHighlights } from './show-highlights.ts';

/** Pages of the sites that the user has allowed show their highlights as they open. */
export function serveOpenedPages(library: Library, report: (error: unknown) => void): void {
  onPageOpened((tabId, url) => void showHighlights(library, tabId, [urlKey(url)]).catch(report));
  onInstalled(() => void registerHighlightSites().catch(report));
}
