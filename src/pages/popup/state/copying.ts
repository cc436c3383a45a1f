import { linkMarkdown } from '../../../core/clip/link-markdown.ts';
import { createAttempt } from '../../../ui/attempt.ts';
import { copyAndSay } from '../../../ui/copy-and-say.ts';
import { handToObsidian } from '../../export/hand-to-obsidian.ts';
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
  const { t } = dependencies.translation;
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
        await copyAndSay(dependencies, { text: modules.markdownCopy(clip, modules.chosenForm()) });
      }),
    rich: () =>
      attempt(async () => {
        const { article, modules, clip } = await asClip();
        await copyAndSay(dependencies, modules.clipRichText(clip.clip, article), t('copiedRich'));
      }),
    obsidian: () =>
      attempt(async () => {
        const { modules, clip } = await asClip();
        await handToObsidian(dependencies, modules.noteForObsidian(clip, '', modules.chosenForm()));
      }),
    link: () =>
      attempt(async () => {
        const tab = page.tab.peek();
        const reading = page.reading.peek();
        const title = reading.kind === 'read' ? reading.article.title : (tab?.title ?? '');
        await copyAndSay(dependencies, { text: linkMarkdown(title, tab?.url ?? '') });
      }),
  };
}
