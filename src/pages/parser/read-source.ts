import type { Extraction } from '../../core/clip/extraction.ts';
import { Failure } from '../../core/failure.ts';
import { openStagedFile } from '../../disk/staged-files.ts';
import type { ReadApart } from './read-apart.ts';
import { readBounded } from './read-bounded.ts';

/** More than pageSource keeps, in UTF-8: what unpacks to more was not written by it. */
const maxBytes = 80_000_000;

/** The article of a page that was kept with its clip (extract/page-source.ts), as today's extractor gives it. */
export async function readSource(
  readApart: ReadApart,
  request: { readonly url: string; readonly copy: string },
): Promise<Extraction> {
  const packed = (await openStagedFile(request.copy)).stream();
  const bytes = await readBounded(packed.pipeThrough(new DecompressionStream('gzip')), maxBytes);
  return await readText(readApart, { bytes, url: request.url, isKept: true });
}

/** The article of a text that came without a page. */
export async function readText(
  readApart: ReadApart,
  text: { readonly bytes: Blob; readonly url: string; readonly title?: string; readonly isKept?: boolean },
): Promise<Extraction> {
  const answer = await readApart({ read: 'text', charset: 'utf-8', ...text });
  if ('article' in answer) return answer;
  throw new Failure('page/unreadable', 'no article was read');
}
