import type { Article, Integrity } from '../core/clip/article.ts';
import { Failure } from '../core/failure.ts';
import { atOnce } from './at-once.ts';
import { attempt, attemptInSteps } from './attempt.ts';
import { chooseArticle } from './choose/choose-article.ts';
import { holdPart, takePart } from './choose/picked-part.ts';
import { joinThread } from './choose/thread.ts';
import { closeLedger, noAccount } from './account/close-ledger.ts';
import { emptyLedger, openLedger } from './account/open-ledger.ts';
import { copyPage } from './copy/copy-page.ts';
import { type LiveCopy, readLivePage } from './copy/read-live-page.ts';
import { toArticleHtmlInSteps } from './article-html/to-article-html.ts';
import { trimEdges } from './boilerplate/trim-edges.ts';
import { dropHiddenImages } from './boilerplate/drop-hidden.ts';
import { prune } from './boilerplate/prune.ts';
import { normalise } from './normalise.ts';
import { limits } from './limits.ts';
import { diagramsOf } from './media/diagram-address.ts';
import { readMetadataInSteps } from './metadata/read-metadata.ts';
import { countPieces, countWhere, foundIn } from './outcome/count-pieces.ts';
import { enforceAllowlist } from './outcome/enforce-allowlist.ts';
import { measure } from './outcome/measure.ts';
import { noSigns, noticeOf, pageSigns } from './outcome/page-notice.ts';
import { imagesOf, numberBlocksInSteps } from './outcome/number-blocks.ts';
import { extractorVersion } from './version.ts';

export interface ExtractOptions {
  readonly scope?: 'page' | 'selection';
  /** Where the page is from, where that is not `document.URL`: of a document made from text. */
  readonly url?: string;
  /** What `diagramsOf` found in the page. */
  readonly diagrams?: ReadonlyMap<string, string>;
  /** The part that is marked in the page's copy is the article. */
  readonly part?: boolean;
  /** The page's copy, where it was read before. */
  readonly live?: LiveCopy;
}

/**
 * Reads the article of a page, or of what is selected in it. The page itself is never changed.
 * @throws Failure `page/no-article`, `page/too-large`; in turns also `page/too-slow`
 */
export function extractPage(document: Document, options: ExtractOptions = {}): Article {
  return atOnce(extraction(document, options));
}

/** Longest turn in milliseconds after which the page gets one. */
const turn = 50;

/**
 * As `extractPage`, but a long page may answer its reader between the steps, and diagrams in the addresses of their
 * pictures are read too. The page is read in the first of the steps.
 * Throws `page/too-slow`.
 */
export async function extractPageInTurns(document: Document, options: ExtractOptions = {}): Promise<Article> {
  const steps = extraction(document, { ...options, diagrams: await diagramsOf(document) });
  const start = performance.now();
  let since = start;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - start > limits.time) throw new Failure('page/too-slow');
    if (performance.now() - since < turn) continue;
    await otherTasks();
    since = performance.now();
  }
}

/** Reads a blob, which takes a task: no timer, since a browser runs none in a page whose scripts are switched off. */
async function otherTasks(): Promise<void> {
  await new Blob(['.']).text();
}

/** Yields the name of each step when it is done. */
export function* extraction(document: Document, options: ExtractOptions): Generator<string, Article> {
  const live = options.live ?? readLivePage(document);
  yield 'live';
  const metadata = yield* readMetadataInSteps(live.document, options.url ?? live.url, live.classes);
  yield 'metadata';
  const copy = copyPage(document, live, options.scope ?? 'page', options.url);
  yield 'copy';
  const ledger = yield* attemptInSteps(copy, 'ledger', openLedger(copy), emptyLedger);
  attempt(copy, 'hidden-images', dropHiddenImages, undefined);
  if (options.part === true) holdPart(copy);
  yield 'ledger';
  yield* normalise(copy, options.diagrams);
  const signs = attempt(copy, 'notice', pageSigns, noSigns);
  const thread = options.part === true ? null : attempt(copy, 'thread', joinThread, null);
  const whole = options.part === true ? takePart(copy) : (thread?.article ?? null);
  yield 'signs';
  yield* attemptInSteps(copy, 'prune', prune(copy, metadata.description), undefined);
  yield 'prune';
  const choice = whole === null ? yield* chooseArticle(copy) : { root: whole, kept: null };
  if (choice === null) throw new Failure('page/no-article');
  yield 'choose';
  const found = countPieces(choice.root);
  const restored = countWhere(choice.root, (piece) => choice.kept?.has(piece) === false);
  const article = yield* toArticleHtmlInSteps(copy, choice.root);
  yield 'write';
  const trimmed = attempt(copy, 'edges', () => trimEdges(article, metadata), []);
  enforceAllowlist(article);
  yield 'edges';
  const blocks = yield* numberBlocksInSteps(article);
  if (blocks.length === 0 && article.querySelector('img') === null)
    throw new Failure('page/no-article', 'no text');
  const html = article.innerHTML;
  if (html.length > limits.html) throw new Failure('page/too-large', `${html.length} characters`);
  yield 'blocks';
  const beside = [
    metadata.title,
    metadata.author ?? '',
    metadata.description ?? '',
    metadata.tags.join('\n'),
  ];
  const outcome = { root: choice.root, isPicked: options.part === true, article, trimmed, blocks, beside };
  const account = yield* attemptInSteps(copy, 'account', closeLedger(copy, ledger, outcome), noAccount);
  const kept = countPieces(article);
  const sizes = measure(blocks, kept);
  const notice = noticeOf(signs, sizes.words);
  const integrity: Integrity = {
    extractorVersion,
    rules: [...copy.rules].toSorted(),
    found: foundIn(found, kept, account.missing),
    kept,
    restored,
    coverage: account.coverage,
    leftOut: account.leftOut,
    ...(notice === null ? {} : { notice }),
  };
  const author = metadata.author ?? thread?.author ?? null;
  return { ...metadata, author, html, blocks, images: imagesOf(article), measure: sizes, integrity };
}
