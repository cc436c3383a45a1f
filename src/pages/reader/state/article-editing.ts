import {
  type ArticleEdit,
  type BlockName,
  type PutBack,
  isSameEdit,
  nameOfBlock,
} from '../../../core/clip/article-edits.ts';
import type { LeftOut } from '../../../core/clip/left-out.ts';
import { isPutBack } from '../../../core/clip/put-back.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import type { Attempt, ReaderContextDependencies } from './reader-dependencies.ts';
import type { NumberedPassage } from './number-passage.ts';
import type { ShownClip } from './reader.ts';

/** What the user changes in the article itself; each change can be taken back. */
export interface ArticleEditing {
  /** `block`: its index. */
  readonly removeBlock: (block: number) => void;
  /** Empty for no language. */
  readonly setLanguage: (block: number, language: string) => void;
  /** Puts a passage back that the extractor left out, where it stood; or takes it out again. */
  readonly putBack: (passage: LeftOut) => void;
  readonly restoreOriginal: () => void;
}

/** The edit that puts a passage where it stood; null in an article without a block to stand beside. */
function putBackEdit(
  { after }: LeftOut,
  { html, blocks }: NumberedPassage,
  { body, edits }: ShownClip,
): PutBack | null {
  const original = (edits?.original ?? body).blocks;
  const block = nameOfBlock(original, Math.max(0, Math.min(after, original.length - 1)));
  return block === null
    ? null
    : { kind: 'put-back', block, side: after < 0 ? 'before' : 'after', html, blocks };
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
      return [...edits.filter((each) => !isSameEdit(each, added)), added];
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
    putBack: (passage) =>
      attempt(async (shown) => {
        const { numberPassage } = await import('./number-passage.ts');
        const numbered = numberPassage(passage.html ?? '');
        const edits = shown.edits?.edits ?? [];
        const made = numbered === null ? null : putBackEdit(passage, numbered, shown);
        if (made === null) return;
        const isThere = isPutBack(passage, edits);
        const others = edits.filter((each) => each.kind !== 'put-back' || !isPutBack(passage, [each]));
        change(isThere ? 'leftOutTakenOut' : 'leftOutPutBack', () => (isThere ? others : [...others, made]));
      }),
    restoreOriginal: () => change('originalRestored', () => []),
  };
}
