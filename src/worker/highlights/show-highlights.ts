import { pageQuotation, type PaintedPassage } from '../../core/highlight/page-quotation.ts';
import { paintTab } from '../../browser/highlight-tab.ts';
import { highlightsOfPage } from '../../database/highlights/page-highlight-queries.ts';
import type { ShownHighlights } from '../../rpc/commands/contract.ts';
import type { Library } from '../library.ts';

/**
 * Shows in a tab what is highlighted of its page. `made` is the highlight that was just made of the selection there. Answers
 * with how many were found in the page, and how many were not.
 */
export async function showHighlights(
  library: Library,
  tabId: number,
  urlKeys: readonly string[],
  made: string | null = null,
): Promise<ShownHighlights> {
  const clips = await highlightsOfPage(await library.database(), urlKeys);
  const passages = clips.flatMap(({ body, highlights }) =>
    highlights
      .filter(({ anchor }) => anchor.picture === undefined)
      .map((highlight): PaintedPassage => {
        const { quote, prefix, suffix } = pageQuotation(highlight, body);
        return { id: highlight.id, color: highlight.color, quote, prefix, suffix };
      }),
  );
  if (passages.length === 0) return { shown: 0, absent: 0 };
  const found = await paintTab(tabId, passages, passages.find(({ id }) => id === made) ?? null);
  return { shown: found.length, absent: passages.length - found.length };
}
