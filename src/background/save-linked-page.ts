import type { SaveResult } from '../messages/contract.ts';
import { readInBackgroundTab } from '../platform/background-tab.ts';
import { extractTab } from '../platform/extract-tab.ts';
import { saveArticle } from './save-article.ts';
import { saveLink } from './save-link.ts';
import type { Shelf } from './shelf.ts';

/**
 * Clips the page behind a link: opened in a background tab where the reader allows its site, kept as a link otherwise.
 * `allowed` is asked for in the click itself, since a browser grants a permission only within the gesture.
 */
export async function saveLinkedPage(
  shelf: Shelf,
  { url, title }: { url: string; title: string },
  allowed: Promise<boolean>,
): Promise<SaveResult> {
  if (!(await allowed)) return await saveLink(shelf, { url, title, tags: [] });
  const { article, source } = await readInBackgroundTab(url, (tabId) => extractTab(tabId));
  return await saveArticle(shelf, { article, source, tags: null });
}
