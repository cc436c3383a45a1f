import { keepRenderedStyles } from './copy/rendered-styles.ts';

/** Longest page (UTF-16 units) whose source is kept with its clip. */
const longest = 20_000_000;

/**
 * The page's own HTML as it is now, gzipped, in base64: kept so that a better extractor can reextract the clip. Null where it
 * is too long to keep, or where the page has no HTML to speak of. What only its style sheets say of its code stands in the
 * elements' own styles, since the sheets are not there then.
 */
export async function pageSource(document: Document): Promise<string | null> {
  const inert = document.implementation.createHTMLDocument('');
  const root = inert.importNode(document.documentElement, true);
  keepRenderedStyles(document.getElementsByTagName('*'), root);
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
