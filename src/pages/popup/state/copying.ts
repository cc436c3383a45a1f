import { linkMarkdown } from '../../../core/clip/link-markdown.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { createAttempt } from '../../../ui/attempt.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Page } from './page.ts';

/** Into the clipboard, without saving anything. */
export interface Copying {
  /** The article of this page as Markdown. */
  readonly article: () => void;
  /** The same with headings, links and code, for mail and documents. */
  readonly rich: () => void;
  readonly obsidian: () => void;
  /** Title and address of this page as a Markdown link. */
  readonly link: () => void;
}

export function createCopying(dependencies: PopupDependencies, page: Page): Copying {
  const { copy, toasts, translation } = dependencies;
  const { t } = translation;
  const put = async (text: string, html?: string, done: MessageKey = 'copied'): Promise<boolean> => {
    try {
      await copy(text, html);
    } catch {
      // The browser refuses without saying more.
      toasts.show({ text: t('copyFailed') });
      return false;
    }
    toasts.show({ text: t(done) });
    return true;
  };
  const asClip = async () => {
    const [{ article }, modules] = await Promise.all([page.extraction(), import('./copy-modules.ts')]);
    const said = { ...article, url: article.canonicalUrl ?? article.url };
    return { article, modules, clip: modules.pageAsClip(said, dependencies.now()) };
  };
  const attempt = createAttempt(dependencies);
  return {
    article: () =>
      attempt(async () => {
        const { modules, clip } = await asClip();
        await put(modules.markdownCopy(clip, modules.chosenForm()));
      }),
    rich: () =>
      attempt(async () => {
        const { article, modules, clip } = await asClip();
        const { text, html } = modules.clipRichText(clip.clip, article);
        await put(text, html, 'copiedRich');
      }),
    obsidian: () =>
      attempt(async () => {
        const { modules, clip } = await asClip();
        const note = modules.noteForObsidian(clip, '', modules.chosenForm());
        if (note.clipboard !== null && !(await put(note.clipboard, undefined, 'sentToObsidianCopied')))
          return;
        dependencies.openAddress(note.address);
        if (note.clipboard === null) toasts.show({ text: t('sentToObsidian') });
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
