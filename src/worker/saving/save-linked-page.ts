import type { Extraction } from '../../core/clip/extraction.ts';
import type { SaveResult } from '../../rpc/commands/contract.ts';
import type { Library } from '../library.ts';
import { saveArticle } from './save-article.ts';
import { saveLink } from './save-link.ts';

/**
 * Clips the page behind a link where the user allows its site, and keeps it as a link otherwise. `allowed` is asked for
 * in the click itself, since a browser grants a permission only within the gesture.
 */
export async function saveLinkedPage(
  library: Library,
  read: (url: string) => Promise<Extraction>,
  { url, title }: { url: string; title: string },
  allowed: Promise<boolean>,
): Promise<SaveResult> {
  if (!(await allowed)) return await saveLink(library, { url, title, tags: null, lesser: 'beside' });
  const { article, source } = await read(url);
  return await saveArticle(library, { article, source, tags: null, lesser: 'beside' });
}
