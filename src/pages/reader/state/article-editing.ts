import {
  type ArticleEdit,
  type BlockName,
  nameOfBlock,
  sameBlock,
} from '../../../core/clip/article-edits.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import type { Attempt, ReaderContextDependencies } from './reader-dependencies.ts';
import type { ShownClip } from './reader.ts';

/** What the user changes in the article itself; each change can be taken back. */
export interface ArticleEditing {
  /** `block`: its index. */
  readonly removeBlock: (block: number) => void;
  /** Empty for no language. */
  readonly setLanguage: (block: number, language: string) => void;
  readonly restoreOriginal: () => void;
}

export function createArticleEditing(
  { send, toasts, translation: { t } }: Pick<ReaderContextDependencies, 'send' | 'toasts' | 'translation'>,
  attempt: Attempt,
): ArticleEditing {
  const change = (
    done: MessageKey,
    next: (edits: readonly ArticleEdit[], shown: ShownClip) => ArticleEdit[],
  ) =>
    attempt(async (shown) => {
      const { id: clipId } = shown.clip;
      const before = shown.edits?.edits ?? [];
      await send('editArticle', { clipId, edits: next(before, shown) });
      const undo = () =>
        attempt(async () => {
          await send('editArticle', { clipId, edits: before });
          toasts.show({ text: t('undone') });
        });
      toasts.show({ text: t(done), undo });
    });
  const edit = (done: MessageKey, block: number, made: (name: BlockName) => ArticleEdit) =>
    change(done, (edits, { body, edits: kept }) => {
      const name = nameOfBlock((kept?.original ?? body).blocks, block);
      if (name === null) return [...edits];
      const added = made(name);
      // The later word on the same block counts.
      return [...edits.filter((each) => each.kind !== added.kind || !sameBlock(each.block, name)), added];
    });
  return {
    removeBlock: (block) => edit('blockRemoved', block, (name) => ({ kind: 'remove', block: name })),
    setLanguage: (block, language) => {
      const named = language.trim().toLowerCase();
      edit('languageCorrected', block, (name) => ({
        kind: 'language',
        block: name,
        language: /^[^\s"<>&]{1,40}$/.test(named) ? named : null,
      }));
    },
    restoreOriginal: () => change('originalRestored', () => []),
  };
}
