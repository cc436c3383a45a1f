import { extractPageInTurns } from '../../extract/extract-page.ts';
import { fromBase64 } from '../../core/base64.ts';
import type { Article } from '../../core/clip/article.ts';
import { parseDocument } from './parse-document.ts';
import { readBounded } from './read-bounded.ts';

/** More than pageSource keeps, in UTF-8: what unpacks to more was not written by it. */
const maxBytes = 80_000_000;

/** The article of a page that was kept with its clip (extract/page-source.ts), as today's extractor gives it. */
export async function readSource(request: {
  readonly url: string;
  readonly source: string;
}): Promise<Article> {
  const packed = new Blob([fromBase64(request.source)]).stream();
  const html = await readBounded(packed.pipeThrough(new DecompressionStream('gzip')), maxBytes);
  return extractPageInTurns(await parseDocument(html, 'text/html', 'utf-8'), { url: request.url });
}
