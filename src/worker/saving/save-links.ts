import { articleFromLink } from '../../core/clip/article-from-link.ts';
import { Failure } from '../../core/failure.ts';
import type { SaveLinkInput, SaveResult } from '../../rpc/commands/contract.ts';
import type { Library } from '../library.ts';
import { saveArticle } from './save-article.ts';
import type { Extraction } from '../../core/clip/extraction.ts';

/** Keeps an address with its title, for a page that cannot be read. */
export async function saveLink(library: Library, input: SaveLinkInput): Promise<SaveResult> {
  const { url, title, ...rest } = input;
  if (!/^(https?|file):/i.test(url)) throw new Failure('page/restricted', url);
  return await saveArticle(library, { article: articleFromLink(url, title), ...rest });
}

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
