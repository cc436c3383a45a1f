import { Failure } from '../../core/failure.ts';

/**
 * The document that these bytes are, with nothing of it run: XMLHttpRequest makes it of a blob, without a string of HTML,
 * which our Trusted Types policy would refuse to parse. Without a `charset` the byte order mark or the page's own
 * `<meta>` decides. Its address is the blob's, so the page's own has to be passed on beside it.
 * Throws `page/malformed` or `page/unreadable`.
 */
export function parseDocument(
  bytes: Blob,
  type: 'text/html' | 'application/xml',
  charset: string | null = null,
): Promise<Document> {
  const url = URL.createObjectURL(
    bytes.slice(0, bytes.size, `${type}${charset === null ? '' : `;charset=${charset}`}`),
  );
  return new Promise<Document>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      const { responseXML } = request;
      if (responseXML === null) reject(new Failure('page/malformed', 'not well-formed'));
      else resolve(responseXML);
    });
    request.addEventListener('error', () => reject(new Failure('page/unreadable', 'the bytes went away')));
    request.send();
  }).finally(() => URL.revokeObjectURL(url));
}
