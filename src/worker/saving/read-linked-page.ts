import type { Extraction } from '../../core/clip/extraction.ts';
import { Failure } from '../../core/failure.ts';
import type { PageReader } from '../../rpc/parser-page/page-reading.ts';
import { readRenderedPage } from './read-rendered-page.ts';

/** Fetched, or opened in a background tab where it takes the page's own scripts to show the article. */
export async function readLinkedPage(reader: PageReader, url: string): Promise<Extraction> {
  try {
    return await reader.readPage(url, false);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'page/no-article') throw error;
    return await readRenderedPage(url);
  }
}
