/** Longest page (UTF-16 units) whose source is kept with its clip. */
const longest = 20_000_000;

/**
 * The page's own HTML as it is now, gzipped, in base64: kept so that a better extractor can redo the clip. Null where it
 * is too long to keep, or where the page has no HTML to speak of.
 */
export async function pageSource(document: Document): Promise<string | null> {
  const html = document.documentElement.outerHTML;
  if (html.length > longest) return null;
  const stream = new Blob([html]).stream().pipeThrough(new CompressionStream('gzip'));
  return base64(new Uint8Array(await new Response(stream).arrayBuffer()));
}

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // `fromCodePoint` takes its characters as arguments, of which there may be some ten thousands only.
  for (let start = 0; start < bytes.length; start += 0x2000) {
    pieces.push(String.fromCodePoint(...bytes.subarray(start, start + 0x2000)));
  }
  return btoa(pieces.join(''));
}
