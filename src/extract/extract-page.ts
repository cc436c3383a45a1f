import type { Article } from '../core/clip/article.ts';
import { Failure } from '../core/failure.ts';
import { atOnce } from './at-once.ts';
import { normaliseCallouts } from './blocks/normalise-callouts.ts';
import { chooseArticle } from './choose/choose-article.ts';
import { joinThread } from './choose/thread.ts';
import { normaliseCode } from './code/normalise-code.ts';
import { copyPage } from './copy/copy-page.ts';
import type { PageCopy } from './copy/page-copy.ts';
import { normaliseDetails } from './blocks/normalise-details.ts';
import { toArticleHtmlInSteps } from './article-html/to-article-html.ts';
import { trimEdges } from './boilerplate/trim-edges.ts';
import { prune } from './boilerplate/prune.ts';
import { distillNotes, notesInPlace } from './blocks/notes-in-place.ts';
import { footnotesInText } from './blocks/footnotes-in-text.ts';
import { normaliseFootnotes } from './blocks/normalise-footnotes.ts';
import { limits } from './limits.ts';
import { normaliseLists } from './blocks/normalise-lists.ts';
import { dropPageSigns } from './blocks/page-signs.ts';
import { normaliseMath } from './math/normalise-math.ts';
import { diagramsOf } from './media/diagram-address.ts';
import { normaliseCards } from './media/normalise-cards.ts';
import { normaliseDrawings } from './media/normalise-drawings.ts';
import { normaliseEmbeds } from './media/normalise-embeds.ts';
import { normaliseImages } from './media/normalise-images.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { countPieces, countWhere } from './outcome/count-pieces.ts';
import { enforceAllowlist } from './outcome/enforce-allowlist.ts';
import { measure } from './outcome/measure.ts';
import { imagesOf, numberBlocks } from './outcome/number-blocks.ts';
import { tablesInText } from './blocks/tables-in-text.ts';
import { normaliseTables } from './blocks/normalise-tables.ts';
import { normaliseTabs } from './blocks/normalise-tabs.ts';
import { extractorVersion } from './version.ts';

export interface ExtractOptions {
  readonly scope?: 'page' | 'selection';
  /** Where the page is from, where that is not `document.URL`: of a document made from text. */
  readonly url?: string;
  /** What `diagramsOf` found in the page. */
  readonly diagrams?: ReadonlyMap<string, string>;
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

/**
 * One step of many: where it stumbles over what a page made of itself, the article is made without it, and the clip says
 * so (`failed/NAME` among its rules).
 */
function attempt(copy: PageCopy, name: string, step: (copy: PageCopy) => void): void {
  try {
    step(copy);
  } catch (error) {
    if (error instanceof Failure) throw error;
    copy.rules.add(`failed/${name}`);
  }
}

function* extraction(document: Document, options: ExtractOptions): Generator<void, Article> {
  const metadata = readMetadata(document, options.url);
  const copy = copyPage(document, options.scope ?? 'page', options.url);
  yield;
  const steps: readonly (readonly [name: string, step: (copy: PageCopy) => void])[] = [
    ['code', normaliseCode],
    ['math', normaliseMath],
    ['signs', dropPageSigns],
    ['lists', normaliseLists],
    ['tables', normaliseTables],
    ['tables-in-text', tablesInText],
    ['cards', normaliseCards],
    ['details', normaliseDetails],
    ['drawings', normaliseDrawings],
    ['images', (page) => normaliseImages(page, options.diagrams)],
    ['embeds', normaliseEmbeds],
    ['tabs', normaliseTabs],
    ['callouts', normaliseCallouts],
    ['distill-notes', distillNotes],
    ['notes-in-place', notesInPlace],
    ['footnotes-in-text', footnotesInText],
    ['footnotes', normaliseFootnotes],
  ];
  for (const [name, step] of steps) {
    attempt(copy, name, step);
    yield;
  }
  const thread = joinThread(copy);
  prune(copy, metadata.description);
  yield;
  const choice = thread === null ? chooseArticle(copy) : { root: thread, kept: null, coverage: 1 };
  if (choice === null) throw new Failure('page/no-article');
  yield;
  const found = countPieces(choice.root);
  const restored = countWhere(choice.root, (piece) => choice.kept?.has(piece) === false);
  const article = yield* toArticleHtmlInSteps(copy, choice.root);
  yield;
  attempt(copy, 'edges', () => trimEdges(article, metadata.title, metadata.author));
  enforceAllowlist(article);
  yield;
  const blocks = numberBlocks(article);
  if (blocks.length === 0 && article.querySelector('img') === null)
    throw new Failure('page/no-article', 'no text');
  yield;
  const html = article.innerHTML;
  if (html.length > limits.html) throw new Failure('page/too-large', `${html.length} characters`);
  const kept = countPieces(article);
  return {
    ...metadata,
    html,
    blocks,
    images: imagesOf(article),
    measure: measure(blocks, kept),
    integrity: {
      extractorVersion,
      rules: [...copy.rules].toSorted(),
      found,
      kept,
      restored,
      coverage: choice.coverage,
    },
  };
}
