import { asSelectionClip } from '../../core/clip/selection-clip.ts';
import { linkMarkdown } from '../../core/clip/link-markdown.ts';
import { copyFromTab, requestClipboard } from '../../browser/clipboard.ts';
import { extractTab } from '../../browser/extract-tab.ts';
import { hasSelection } from '../../browser/highlight-tab.ts';
import { readSetting } from '../../browser/kept-settings.ts';
import { markdownInTab } from '../../browser/markdown-tab.ts';
import { translate } from '../../browser/translate.ts';
import { markdownFormKey } from '../../core/export-settings.ts';
import { Failure } from '../../core/failure.ts';
import { clipQuietly } from '../saving/clip-quietly.ts';

interface CopiedTab {
  readonly id?: number | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Puts the tab's page into the clipboard as Markdown, without popup and without saving it: what is selected in it, else the article;
 * or its link. The toolbar button says how it went.
 */
export async function copyQuietly(
  tab: CopiedTab,
  what: 'page' | 'link',
  report: (error: unknown) => void,
): Promise<void> {
  // Firefox asks only within the user's gesture.
  const allowed = requestClipboard();
  await clipQuietly(
    tab.id,
    async () => {
      if (tab.id === undefined) throw new Failure('page/restricted', 'no tab');
      const text =
        what === 'link' ? linkMarkdown(tab.title ?? '', tab.url ?? '') : await pageMarkdown(tab.id);
      await copyFromTab(tab.id, text, await allowed);
      return translate('badgeCopied');
    },
    report,
    translate('badgeNotCopied'),
  );
}

async function pageMarkdown(tabId: number): Promise<string> {
  const isSelected = await hasSelection(tabId);
  const { article } = await extractTab(tabId, isSelected ? 'selection' : 'page');
  const form = await readSetting(markdownFormKey);
  return await markdownInTab(tabId, isSelected ? asSelectionClip(article) : article, form ?? null);
}
