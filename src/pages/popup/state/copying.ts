import { linkMarkdown } from '../../../core/clip/link-markdown.ts';
import { createAttempt } from '../../../ui/attempt.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Page } from './page.ts';

/** Into the clipboard, without saving anything. */
export interface Copying {
  /** The article of this page as Markdown. */
  readonly article: () => void;
  /** Title and address of this page as a Markdown link. */
  readonly link: () => void;
}

export function createCopying(dependencies: PopupDependencies, page: Page): Copying {
  const { copy, toasts, translation } = dependencies;
  const { t } = translation;
  const put = async (text: string) => {
    try {
      await copy(text);
      toasts.show({ text: t('copied') });
    } catch {
      // The browser refuses without saying more.
      toasts.show({ text: t('copyFailed') });
    }
  };
  const attempt = createAttempt(dependencies);
  return {
    article: () =>
      attempt(async () => {
        const { article } = await page.extraction();
        const { articleToMarkdown } = await import('../../../formats/markdown/write/article-to-markdown.ts');
        await put(articleToMarkdown(article.html, article.title));
      }),
    link: () =>
      attempt(async () => {
        const tab = page.tab.peek();
        const reading = page.reading.peek();
        const title = reading.kind === 'read' ? reading.article.title : (tab?.title ?? '');
        await put(linkMarkdown(title, tab?.url ?? ''));
      }),
  };
}
