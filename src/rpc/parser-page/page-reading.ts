import type { DayOrder } from '../../core/job/file-work.ts';
import { type Extraction, parseExtraction } from '../../core/clip/extraction.ts';
import { type PageList, parsePageList } from '../../core/clip/page-list.ts';
import { Failure, isFailureCode } from '../../core/failure.ts';
import type { ParserPage } from '../../browser/parser-page.ts';
import { isOwnPage, onMessage, sendToOwnPages } from '../../browser/runtime-messages.ts';
import { type SyncAnswer, type SyncStep, syncAnswerOf } from './sync-step.ts';

/** What the background, which has no DOM, asks of the parser page. Each answer is what `Readings` says. */
export type ReadRequest =
  /** Fetch a page and extract its article. */
  | { readonly read: 'page'; readonly url: string; readonly cookies: boolean }
  /** Fetch an index page: the posts it lists, and the page that goes on. */
  | { readonly read: 'list'; readonly url: string; readonly cookies: boolean }
  /** Fetch a feed: its entries. */
  | { readonly read: 'feed'; readonly url: string; readonly cookies: boolean }
  /** The article of `url` as a feed has it in full. */
  | { readonly read: 'entry'; readonly feed: string; readonly url: string; readonly cookies: boolean }
  /** The article of a page that was kept: its HTML, gzipped, in a file of this name. Nothing is fetched. */
  | { readonly read: 'source'; readonly url: string; readonly copy: string }
  /** The entries of a file, from the `position`-th on. */
  | ({ readonly read: 'file' } & FileRequest)
  /** The next piece of a sync. */
  | ({ readonly read: 'sync' } & SyncStep);

export interface FileRequest {
  /** Name of our copy of the file, and the name that it came with. */
  readonly copy: string;
  readonly fileName: string;
  readonly position: number;
  readonly order?: DayOrder | null;
}

export interface PageReader {
  /** Throws `Failure` with a `fetch/…` or `page/…` code. */
  readPage(url: string, cookies: boolean): Promise<Extraction>;
  readList(read: 'list' | 'feed', url: string, cookies: boolean): Promise<PageList>;
  /** Throws `page/no-article` where the feed has no such entry, or only a summary of it. */
  readEntry(feed: string, url: string, cookies: boolean): Promise<Extraction>;
  /** `copy`: the name of a file with the page's HTML, gzipped. */
  readSource(url: string, copy: string): Promise<Extraction>;
  /** Resolves with the name of the file that the batch was written into. Throws `import/…`, `store/full`. */
  readFile(request: FileRequest): Promise<string>;
  /** Throws `sync/…`, `store/…`. */
  syncStep(step: SyncStep): Promise<SyncAnswer>;
}

/**
 * Reads pages outside any tab. `unpack` fetches an answer that was too long for a message. What comes back was made from hostile
 * pages, and is parsed. Its calls throw `message/unanswered` where the parser page is gone, and what the page itself failed with.
 */
export function createPageReader(
  page: ParserPage,
  unpack: (answer: unknown) => Promise<unknown>,
): PageReader {
  const ask = async (request: ReadRequest): Promise<unknown> => {
    const answer = await page.with(() => sendToOwnPages(request));
    if (answer === undefined) throw new Failure('message/unanswered', 'the parser page');
    return await unpack(answer);
  };
  return {
    readPage: async (url, cookies) => parseExtraction(await ask({ read: 'page', url, cookies })),
    readList: async (read, url, cookies) => parsePageList(await ask({ read, url, cookies })),
    readEntry: async (feed, url, cookies) =>
      parseExtraction(await ask({ read: 'entry', feed, url, cookies })),
    readSource: async (url, copy) => parseExtraction(await ask({ read: 'source', url, copy })),
    syncStep: async (step) => syncAnswerOf(await ask({ read: 'sync', ...step })),
    readFile: async (request) => batchOf(await ask({ read: 'file', ...request })),
  };
}

function batchOf(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null) {
    if ('batch' in answer && typeof answer.batch === 'string') return answer.batch;
    if ('code' in answer && isFailureCode(answer.code)) throw new Failure(answer.code);
  }
  throw new Failure('import/unreadable', 'the parser page');
}

/** Registers the parser page's only message listener. Messages for anybody else are left alone. */
export function serveReading(read: (request: ReadRequest) => Promise<unknown>): void {
  onMessage((message, sender) => (isReadRequest(message) && isOwnPage(sender) ? read(message) : undefined));
}

/** Only our own background sends these, so the kind tells the rest. */
function isReadRequest(message: unknown): message is ReadRequest {
  return typeof message === 'object' && message !== null && 'read' in message;
}
