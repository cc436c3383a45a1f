import type { LiveCopy } from './copy/read-live-page.ts';

/** Longest page (UTF-16 units) whose source is kept with its clip. */
const longest = 20_000_000;

/**
 * The page's own HTML as it is now, gzipped, in base64: kept so that a better extractor can reextract the clip. Null where it
 * is too long to keep. What only its style sheets say of its elements stands in the elements' own styles and marks, since
 * the sheets are not there then. `live` is read before this returns its promise.
 */
export async function pageSource({ root }: LiveCopy): Promise<string | null> {
  const html = root.outerHTML;
  if (html.length > longest) return null;
  const stream = new Blob([html]).stream().pipeThrough(new CompressionStream('gzip'));
  return base64(await new Response(stream).blob());
}

/** By way of a data: URL, since in Firefox a content script may not look into the buffers that a page's streams give. */
function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the source was not read')));
    reader.readAsDataURL(blob);
  });
}
