import { extractPageInTurns } from '../../extract/extract-page.ts';
import { pageSource } from '../../extract/page-source.ts';
import type { Extraction } from '../../core/clip/extraction.ts';
import { isThin } from '../../core/clip/thin-article.ts';
import { Failure } from '../../core/failure.ts';
import { needsScripts } from './needs-scripts.ts';
import type { WebPage } from './read-web-page.ts';

/** The article of a page, as the extractor gives it in a tab. `page/no-article` also for a shell without its scripts. */
export async function readArticle({ document, url }: WebPage): Promise<Extraction> {
  const article = await extractPageInTurns(document, { url });
  if (isThin(article) && needsScripts(document)) throw new Failure('page/no-article', 'needs its scripts');
  return { article, source: await pageSource(document) };
}
