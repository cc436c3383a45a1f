import type { Extraction } from '../../core/clip/extraction.ts';
import { Failure } from '../../core/failure.ts';
import type { SaveResult } from '../../rpc/commands/contract.ts';
import type { PageReader } from '../../rpc/parser-page/page-reading.ts';
import type { Library } from '../library.ts';
import { readRenderedPage } from './read-rendered-page.ts';
import { saveArticle } from './save-article.ts';
import { saveLink } from './save-link.ts';

/**
 * Clips the page behind a link where the reader allows its site, and keeps it as a link otherwise. `allowed` is asked for
 * in the click itself, since a browser grants a permission only within the gesture.
 */
export async function saveLinkedPage(
  library: Library,
  reader: PageReader,
  { url, title }: { url: string; title: string },
  allowed: Promise<boolean>,
): Promise<SaveResult> {
  if (!(await allowed)) return await saveLink(library, { url, title, tags: null, lesser: 'beside' });
  const { article, source } = await readLinkedPage(reader, url);
  return await saveArticle(library, { article, source, tags: null, lesser: 'beside' });
}

/** Fetched, or opened in a background tab where it takes the page's own scripts to show the article. */
async function readLinkedPage(reader: PageReader, url: string): Promise<Extraction> {
  try {
    return await reader.readPage(url, false);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'page/no-article') throw error;
    return await readRenderedPage(url);
  }
}
