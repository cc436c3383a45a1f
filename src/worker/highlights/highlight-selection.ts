import type { Article } from '../../core/clip/article.ts';
import type { Extraction } from '../../core/clip/extraction.ts';
import { asSelectionClip } from '../../core/clip/selection-clip.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import { Failure } from '../../core/failure.ts';
import { anchorOf } from '../../core/highlight/anchor.ts';
import { findPassage } from '../../core/highlight/find-passage.ts';
import type { BlockRange, NewHighlight, Quotation } from '../../core/highlight/highlight.ts';
import { extractTab } from '../../browser/extract-tab.ts';
import { readSelection } from '../../browser/highlight-tab.ts';
import type { HighlightedSelection, HighlightedTab } from '../../rpc/commands/contract.ts';
import { saveArticle } from '../saving/save-article.ts';
import type { Library } from '../library.ts';
import { showHighlights } from './show-highlights.ts';

/**
 * Highlights what is selected in a tab: the page is clipped with it, in one transaction, or its clip brought up to date. A
 * passage outside of the article becomes a clip of its own. `look`: its color and note. Throws `page/no-selection`, `page/…`, `store/…`.
 */
export async function highlightSelection(
  library: Library,
  tabId: number | undefined,
  look: Omit<HighlightedTab, 'tabId'> = {},
): Promise<HighlightedSelection> {
  if (tabId === undefined) throw new Failure('page/restricted', 'no tab');
  const passage = await readSelection(tabId);
  if (passage === null) throw new Failure('page/no-selection');
  const page = await readArticle(tabId);
  const found = page === null ? null : findPassage(page.article.blocks, passage);
  const id = crypto.randomUUID();
  if (page !== null && found !== null) {
    const highlights = [{ ...fresh(id, page.article, found.range), ...look }];
    const { clipId } = await saveArticle(library, {
      ...page,
      tags: null,
      tabId,
      lesser: 'beside',
      highlights,
    });
    await show(library, tabId, page.article, id);
    return { clipId, as: 'article' };
  }
  const { article, source } = await extractTab(tabId, 'selection');
  const clip = asSelectionClip(article);
  const last = clip.blocks.length - 1;
  const all = {
    from: { block: 0, offset: 0 },
    to: { block: last, offset: clip.blocks[last]?.text.length ?? 0 },
  };
  const highlights = [{ ...fresh(id, clip, all, passage), ...look }];
  const saved = await saveArticle(library, {
    article: clip,
    source,
    tags: null,
    tabId,
    lesser: 'beside',
    highlights,
  });
  await show(library, tabId, article, id);
  return { clipId: saved.clipId, as: 'passage' };
}

/** null where the page has no article: then the passage is all that there is. */
async function readArticle(tabId: number): Promise<Extraction | null> {
  try {
    return await extractTab(tabId);
  } catch (error) {
    if (error instanceof Failure && error.code === 'page/no-article') return null;
    throw error;
  }
}

function fresh(id: string, { blocks }: Article, range: BlockRange, words?: Quotation): NewHighlight {
  const { quote, prefix, suffix } = anchorOf(blocks, range) ?? words ?? { quote: '', prefix: '', suffix: '' };
  return { id, range, quote, prefix, suffix, color: 'yellow', note: '', tags: [], origin: 'page' };
}

/** It is saved; that it cannot be shown here (the page went away) is no failure of that. */
async function show(library: Library, tabId: number, article: Article, made: string): Promise<void> {
  const keys = [urlKey(article.url), urlKey(article.url, article.canonicalUrl)];
  await showHighlights(library, tabId, [...new Set(keys)], made).catch(() => undefined);
}
