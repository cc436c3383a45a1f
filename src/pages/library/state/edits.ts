import type { ClipId } from '../../../core/clip/clip.ts';
import { isUndoableEdit } from '../../../core/job/edit-work.ts';
import type { BulkEdit } from '../../../core/library/bulk-edit.ts';
import type { TagReplacement } from '../../../core/tag/replace-tags.ts';
import type { EditResult } from '../../../rpc/commands/contract.ts';
import { sayFailure } from '../../../ui/attempt.ts';
import type { ShownJobs } from '../../job-actions/shown-jobs.ts';
import type { LibraryDependencies } from './dependencies.ts';

/** Commands of the page; each says what it did and can be taken back with one press. */
export interface Edits {
  /** Runs it, and says what fails. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  readonly editClips: (clipIds: readonly ClipId[], edit: BulkEdit, done: string) => Promise<void>;
  readonly replaceTags: (replacements: readonly TagReplacement[], done: string) => Promise<void>;
  readonly setTagColor: (key: string, color: string | null) => Promise<void>;
  readonly deleteClips: (clipIds: readonly ClipId[], done: string) => Promise<void>;
  /** Takes the last edit back, while its message or its job is shown. */
  readonly undoLast: () => void;
}

/** Edits of few clips are done when the command is answered; those of many go on as one of `jobs`. */
export function createEdits(dependencies: LibraryDependencies, jobs: ShownJobs): Edits {
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
  const undoable = (text: string, result: EditResult) => {
    if ('jobId' in result) {
      jobs.show(result.jobId);
      return;
    }
    toasts.show({
      text,
      undo: () =>
        void attempt(async () => {
          await send('undoEdit', result.undo);
          toasts.show({ text: t('undone') });
        }),
    });
  };
  return {
    attempt,
    editClips: (clipIds, edit, done) =>
      attempt(async () => undoable(done, await send('editClips', { clipIds, edit, subject: done }))),
    replaceTags: (replacements, done) =>
      attempt(async () => undoable(done, await send('replaceTags', { replacements, subject: done }))),
    setTagColor: (key, color) =>
      attempt(async () => {
        await send('setTagColor', { key, color });
      }),
    deleteClips: (clipIds, done) =>
      attempt(async () => {
        const { jobId } = await send('deleteClips', { clipIds, subject: done });
        if (jobId === null) toasts.show({ text: done });
        else jobs.show(jobId);
      }),
    undoLast() {
      const undo = toasts.current.peek()?.undo;
      if (undo !== undefined) {
        toasts.dismiss();
        undo();
        return;
      }
      const last = jobs.views.peek().find(({ job }) => isUndoableEdit(job));
      if (last !== undefined) jobs.actions.undo(last.job.id);
    },
  };
}
