import { translate } from '../../browser/translate.ts';
import { clipQuietly } from '../saving/clip-quietly.ts';
import type { Library } from '../library.ts';
import { highlightSelection } from './highlight-selection.ts';

/** Highlights what is selected, without the popup: the toolbar button says how it went, and what became of the passage. */
export async function highlightQuietly(
  library: Library,
  tabId: number | undefined,
  report: (error: unknown) => void,
): Promise<void> {
  await clipQuietly(
    tabId,
    async () => {
      const { as } = await highlightSelection(library, tabId);
      return translate(as === 'article' ? 'badgeHighlighted' : 'badgePassage');
    },
    report,
  );
}
