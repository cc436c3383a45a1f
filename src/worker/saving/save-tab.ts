import { asSelectionClip } from '../../core/clip/selection-clip.ts';
import { Failure } from '../../core/failure.ts';
import type { SaveArticleInput, SaveResult } from '../../rpc/commands/contract.ts';
import { type ExtractionScope, extractTab } from '../../browser/extract-tab.ts';
import type { Library } from '../library.ts';
import { saveArticle } from './save-article.ts';

/** Clips a tab without the popup: extracts and stores, keeping the tags of a clip that exists where none are wanted. */
export async function saveTab(
  library: Library,
  tabId: number | undefined,
  scope: ExtractionScope,
  wanted: Partial<Pick<SaveArticleInput, 'tags' | 'note' | 'lesser' | 'into'>> = {},
): Promise<SaveResult> {
  if (tabId === undefined) throw new Failure('page/restricted', 'no tab');
  const { article, source } = await extractTab(tabId, scope);
  return await saveArticle(library, {
    article: scope === 'selection' ? asSelectionClip(article) : article,
    source,
    tags: null,
    tabId,
    // Whoever picks a part wants it, and no more; the text before it becomes a version.
    lesser: scope === 'part' ? 'replace' : 'beside',
    ...wanted,
  });
}
