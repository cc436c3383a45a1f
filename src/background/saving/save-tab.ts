import { asPassage } from '../../domain/clip/passage.ts';
import { Failure } from '../../domain/failure.ts';
import type { SaveResult } from '../../messages/contract.ts';
import { type ExtractionScope, extractTab } from '../../platform/extract-tab.ts';
import type { Shelf } from '../shelf.ts';
import { saveArticle } from './save-article.ts';

/** Clips a tab without the popup: extracts and stores, keeping the tags of a clip that exists. */
export async function saveTab(
  shelf: Shelf,
  tabId: number | undefined,
  scope: ExtractionScope,
): Promise<SaveResult> {
  if (tabId === undefined) throw new Failure('page/restricted', 'no tab');
  const { article, source } = await extractTab(tabId, scope);
  return await saveArticle(shelf, {
    article: scope === 'selection' ? asPassage(article) : article,
    source,
    tags: null,
    tabId,
  });
}
