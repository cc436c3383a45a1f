import { type Extraction } from '../../core/clip/extraction.ts';
import type { PageList } from '../../core/clip/page-list.ts';
import { isThin } from '../../core/clip/completeness.ts';
import { Failure, type FailureCode } from '../../core/failure.ts';
import { extractPageInTurns } from '../extract-page.ts';
import { recognizePage } from '../index-page/recognize-page.ts';
import { hasPart, markPart } from '../choose/picked-part.ts';
import { readLivePage } from '../copy/read-live-page.ts';
import { pageSource } from '../page-source.ts';
import { metaRefresh } from './meta-refresh.ts';
import { needsScripts } from './needs-scripts.ts';
import { parseDocument } from './parse-document.ts';

/** The bytes of a page from elsewhere, and what is to be read of it. */
export interface FetchedPage {
  /** `page`: its article; `list`: the posts that it lists; `text`: an article that need not be a whole page. */
  readonly read: 'page' | 'list' | 'text';
  readonly bytes: Blob;
  /** As the header states it; null where it does not. */
  readonly charset: string | null;
  /** Where it was in the end. */
  readonly url: string;
  /** Its title, where that is not its own. */
  readonly title?: string;
  /** We kept it with a clip: a part that is marked in it is the one that the user picked. */
  readonly isKept?: boolean;
}

export type FetchedAnswer =
  /** A stub that sends its readers on. */
  | { readonly ok: true; readonly refresh: string }
  | ({ readonly ok: true } & Extraction)
  | { readonly ok: true; readonly list: PageList }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string };

/** Reads a page that was fetched, or kept. Whatever happens, the answer is plain data. */
export async function readFetched(page: FetchedPage): Promise<FetchedAnswer> {
  try {
    return await read(page);
  } catch (error) {
    if (error instanceof Failure) return { ok: false, code: error.code, detail: error.detail };
    return { ok: false, code: 'page/unreadable', detail: String(error).slice(0, 500) };
  }
}

async function read({ read: what, bytes, charset, url, title, isKept }: FetchedPage): Promise<FetchedAnswer> {
  const document = await parseDocument(bytes, 'text/html', charset);
  if (title !== undefined) document.title = title;
  if (what === 'text')
    return {
      ok: true,
      article: await extractPageInTurns(document, { url, part: isKept === true && hasPart(document) }),
      source: null,
    };
  const refresh = metaRefresh(document, url);
  if (refresh !== null) return { ok: true, refresh };
  if (what === 'list') {
    const { posts, next } = recognizePage(document, url);
    return { ok: true, list: { title: document.title, pages: posts, leftOut: 0, next } };
  }
  const live = readLivePage(document);
  markPart(live, document, null);
  const source = pageSource(live);
  const article = await extractPageInTurns(document, { url, live });
  // A shell without its scripts.
  if (isThin(article) && needsScripts(document)) throw new Failure('page/no-article', 'needs its scripts');
  return { ok: true, article, source: await source };
}
