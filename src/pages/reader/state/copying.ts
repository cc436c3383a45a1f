import { linkMarkdown } from '../../../core/clip/link-markdown.ts';
import type { Copied } from '../../../ui/clipboard.ts';
import { copyAndSay } from '../../../ui/copy-and-say.ts';
import { handToObsidian } from '../../export/hand-to-obsidian.ts';
import type { SelectedRange } from '../article/selected-range.ts';
import type { Attempt, ReaderContextDependencies } from './reader-dependencies.ts';

/** What goes from the reader into the clipboard or to another program. */
export interface ReaderCopying {
  readonly copyLink: () => void;
  readonly copyLinkMarkdown: () => void;
  /** The selected passage, or where nothing is selected the article. */
  readonly copyMarkdown: () => void;
  /** The same with headings, links and code, for mail and documents. */
  readonly copyRich: () => void;
  readonly sendToObsidian: () => void;
}

export function createReaderCopying(
  dependencies: ReaderContextDependencies,
  attempt: Attempt,
): ReaderCopying {
  const { selected, copies, translation } = dependencies;
  const { t } = translation;
  const put = (copied: Copied, done: string) => copyAndSay(dependencies, copied, done);
  const said = (passage: SelectedRange | null) => t(passage === null ? 'copied' : 'copiedSelection');
  return {
    copyLink: () => attempt(async ({ clip }) => void (await put({ text: clip.url }, t('copied')))),
    copyLinkMarkdown: () =>
      attempt(
        async ({ clip }) => void (await put({ text: linkMarkdown(clip.title, clip.url) }, t('copied'))),
      ),
    copyMarkdown: () => {
      const passage = selected();
      attempt(
        async (shown) => void (await put({ text: await copies.markdownOf(shown, passage) }, said(passage))),
      );
    },
    copyRich: () => {
      const passage = selected();
      attempt(async (shown) => {
        const done = t(passage === null ? 'copiedRich' : 'copiedSelectionRich');
        await put(await copies.richOf(shown, passage), done);
      });
    },
    sendToObsidian: () =>
      attempt(async (shown) => await handToObsidian(dependencies, await copies.noteOf(shown))),
  };
}
