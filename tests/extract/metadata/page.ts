import { readMetadata, type Metadata } from '../../../src/extract/metadata/read-metadata.ts';

/** A document as a browser makes it of such a head and body. */
export function parsePage(head: string, body: string, lang = 'en'): Document {
  const text = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  return new DOMParser().parseFromString(text, 'text/html');
}

export function metadataOf(
  head: string,
  body: string,
  url = 'https://blog.test/posts/one/',
  lang = 'en',
): Metadata {
  return readMetadata(parsePage(head, body, lang), url);
}
