import type { ClipId } from '../../../core/clip/clip.ts';
import type { BulkEdit, Undo } from '../../../core/library/undo.ts';
import type { TagReplacement } from '../../../core/tag/replace-tags.ts';
import { sayFailure } from '../../../ui/attempt.ts';
import type { LibraryDependencies } from './dependencies.ts';

/** Commands of the page; each says what it did and can be taken back with one press. */
export interface Edits {
  /** Runs it, and says what fails. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  readonly editClips: (clipIds: readonly ClipId[], edit: BulkEdit, done: string) => Promise<void>;
  readonly replaceTags: (replacements: readonly TagReplacement[], done: string) => Promise<void>;
  readonly setTagColor: (key: string, color: string | null) => Promise<void>;
  readonly deleteClips: (clipIds: readonly ClipId[], done: string) => Promise<void>;
  /** Takes the last edit back, while its message is shown. */
  readonly undoLast: () => void;
}

export function createEdits(dependencies: LibraryDependencies): Edits {
  const { send, toasts, translation } = dependencies;
  const fail = sayFailure(dependencies);
  const { t } = translation;
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      fail(error);
    }
  };
  const undoable = (text: string, undo: Undo) => {
    toasts.show({
      text,
      undo: () =>
        void attempt(async () => {
          await send('undoEdit', undo);
          toasts.show({ text: t('undone') });
        }),
    });
  };
  return {
    attempt,
    editClips: (clipIds, edit, done) =>
      attempt(async () => undoable(done, await send('editClips', { clipIds, edit }))),
    replaceTags: (replacements, done) =>
      attempt(async () => undoable(done, await send('replaceTags', { replacements }))),
    setTagColor: (key, color) =>
      attempt(async () => {
        await send('setTagColor', { key, color });
      }),
    deleteClips: (clipIds, done) =>
      attempt(async () => {
        await send('deleteClips', { clipIds });
        toasts.show({ text: done });
      }),
    undoLast() {
      const undo = toasts.current.peek()?.undo;
      if (undo === undefined) return;
      toasts.dismiss();
      undo();
    },
  };
}
