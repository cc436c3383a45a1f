import { extractPage } from '../../article/extract-page.ts';
import { fromBase64 } from '../../domain/base64.ts';
import type { Article } from '../../domain/clip/article.ts';
import { Failure } from '../../domain/failure.ts';
import { parseDocument } from './parse-document.ts';

/** More than pageSource keeps, in UTF-8: what unpacks to more was not written by it. */
const maxBytes = 80_000_000;

/** The article of a page that was kept with its clip (article/page-source.ts), as today's extractor gives it. */
export async function readSource(request: {
  readonly url: string;
  readonly source: string;
}): Promise<Article> {
  const html = await unpacked(new Blob([fromBase64(request.source)]));
  return extractPage(await parseDocument(html, 'text/html', 'utf-8'), { url: request.url });
}

async function unpacked(packed: Blob): Promise<Blob> {
  const reader = packed.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const pieces: BlobPart[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces);
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel();
      throw new Failure('page/too-large', `more than ${maxBytes} bytes`);
    }
    pieces.push(value);
  }
}
