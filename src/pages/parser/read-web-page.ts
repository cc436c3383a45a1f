import type { Extraction } from '../../core/clip/extraction.ts';
import type { PageList } from '../../core/clip/page-list.ts';
import { Failure } from '../../core/failure.ts';
import { type FetchOptions, fetchResource } from './fetch-resource.ts';
import type { ReadApart } from './read-apart.ts';

const mostHops = 3;
const html = /^(?:text\/html|application\/xhtml\+xml)$/;

/** The page at an address, or where the stub there leads to: its article, or what it lists. */
export async function readWebPage(
  readApart: ReadApart,
  read: 'page' | 'list',
  url: string,
  options: FetchOptions,
): Promise<Extraction | { readonly list: PageList }> {
  let address = url;
  for (let hop = 0; hop <= mostHops; hop++) {
    const { bytes, charset, url: there } = await fetchResource(address, html, options);
    const answer = await readApart({ read, bytes, charset, url: there });
    if (!('refresh' in answer)) return answer;
    address = answer.refresh;
  }
  throw new Failure('fetch/refused', 'sent around in circles');
}
