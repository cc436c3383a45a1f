import { Failure } from '../../domain/failure.ts';
import { type FetchOptions, fetchPage } from './fetch-document.ts';
import { metaRefresh } from './meta-refresh.ts';

const mostHops = 3;

/** The document at an address, or where the stub there leads to. */
export async function readWebPage(url: string, options: FetchOptions): Promise<Document> {
  let address = url;
  for (let hop = 0; hop <= mostHops; hop++) {
    const document = await fetchPage(address, options);
    const target = metaRefresh(document);
    if (target === null) return document;
    address = target;
  }
  throw new Failure('fetch/refused', 'sent around in circles');
}
