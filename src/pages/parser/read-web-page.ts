import { Failure } from '../../core/failure.ts';
import { type FetchOptions, fetchResource } from './fetch-resource.ts';
import { metaRefresh } from './meta-refresh.ts';
import { parseDocument } from './parse-document.ts';

export interface WebPage {
  readonly document: Document;
  /** Where it was in the end. */
  readonly url: string;
}

const mostHops = 3;
const html = /^(?:text\/html|application\/xhtml\+xml)$/;

/** The page at an address, or where the stub there leads to. */
export async function readWebPage(url: string, options: FetchOptions): Promise<WebPage> {
  let address = url;
  for (let hop = 0; hop <= mostHops; hop++) {
    const resource = await fetchResource(address, html, options);
    const document = await parseDocument(resource.bytes, 'text/html', resource.charset);
    const target = metaRefresh(document, resource.url);
    if (target === null) return { document, url: resource.url };
    address = target;
  }
  throw new Failure('fetch/refused', 'sent around in circles');
}
