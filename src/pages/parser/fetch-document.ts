import { Failure, type FailureCode } from '../../domain/failure.ts';

/** A page of more bytes than this is not an article. */
const maxBytes = 50 * 1024 * 1024;
const patience = 60_000;

export interface FetchOptions {
  /** With the reader's cookies for that site. */
  readonly cookies: boolean;
}

export type Fetched =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'json'; readonly value: unknown; readonly url: string };

/** What is taken for which content types, and how it is parsed. */
interface Wanted {
  readonly types: RegExp;
  readonly json: RegExp | null;
  readonly parsedAs: string;
}

const page: Wanted = {
  types: /^(?:text\/html|application\/xhtml\+xml)\b/i,
  json: null,
  parsedAs: 'text/html',
};

const feed: Wanted = {
  types: /^(?:text\/(?:xml|plain|html|x-opml)|application\/(?:[\w.-]+\+)?xml)\b/i,
  json: /^(?:application\/(?:[\w.-]+\+)?json|text\/json)\b/i,
  parsedAs: 'application/xml',
};

/**
 * Fetches a page and parses it without running any of it. Throws `Failure` with a `fetch/…` or `page/…` code; for
 * `fetch/busy`, `detail` is the server's Retry-After header.
 */
export async function fetchPage(url: string, options: FetchOptions): Promise<Document> {
  const fetched = await request(url, page, options);
  if (fetched.kind === 'json') throw new Failure('fetch/not-a-page', 'JSON');
  return fetched.document;
}

/** Fetches a feed as the data it is: RSS and Atom as XML, JSON Feed as JSON. */
export async function fetchFeed(url: string, options: FetchOptions): Promise<Fetched> {
  return await request(url, feed, options);
}

/**
 * The document that HTML text is, as fetchPage would give it but for its address. By way of a blob, since our Trusted
 * Types policy refuses to parse strings.
 */
export async function documentFromText(html: string): Promise<Document> {
  const url = URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }));
  try {
    return await fetchPage(url, { cookies: false });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * XMLHttpRequest fetches and parses at once: it takes the charset from the header, the byte order mark or the page's
 * own `<meta>`, follows redirects, and makes a Document without an HTML string.
 */
function request(url: string, wanted: Wanted, { cookies }: FetchOptions): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (code: FailureCode, detail: string) => {
      reject(new Failure(code, detail));
      request.abort();
    };
    request.open('GET', url);
    request.responseType = 'document';
    request.withCredentials = cookies;
    request.timeout = patience;
    request.addEventListener('readystatechange', () => {
      if (request.readyState !== XMLHttpRequest.HEADERS_RECEIVED) return;
      const failure = headerFailure(request, wanted);
      if (failure !== null) fail(...failure);
      else if (wanted.json?.test(contentType(request)) === true) request.responseType = 'json';
      else request.overrideMimeType(wanted.parsedAs);
    });
    request.addEventListener('progress', ({ loaded }) => {
      if (loaded > maxBytes) fail('page/too-large', `more than ${maxBytes} bytes`);
    });
    request.addEventListener('error', () => fail('fetch/unreachable', url));
    request.addEventListener('timeout', () => fail('fetch/timeout', url));
    request.addEventListener('load', () => {
      const { response } = request;
      if (response instanceof Document) resolve({ kind: 'document', document: response });
      else if (response === null) fail('page/malformed', 'not well-formed');
      else resolve({ kind: 'json', value: response, url: request.responseURL });
    });
    request.send();
  });
}

function headerFailure(request: XMLHttpRequest, wanted: Wanted): [FailureCode, string] | null {
  const { status } = request;
  if (status === 429 || status === 503) return ['fetch/busy', request.getResponseHeader('retry-after') ?? ''];
  if (status >= 500 || status === 408 || status === 425) return ['fetch/unreachable', `status ${status}`];
  if (status >= 400) return ['fetch/refused', `status ${status}`];
  if (Number(request.getResponseHeader('content-length') ?? 0) > maxBytes)
    return ['page/too-large', 'content-length'];
  const type = contentType(request);
  if (wanted.types.test(type) || wanted.json?.test(type) === true) return null;
  return /^application\/pdf\b/i.test(type) ? ['page/pdf', type] : ['fetch/not-a-page', type];
}

/** A server that does not say sends HTML: browsers would look, and find it. */
function contentType(request: XMLHttpRequest): string {
  return request.getResponseHeader('content-type') ?? 'text/html';
}
