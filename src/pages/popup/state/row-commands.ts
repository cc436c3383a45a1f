import { signal } from '@preact/signals';
import type { Clip, ClipId } from '../../../core/clip/clip.ts';
import { type FailureCode, failureCode } from '../../../core/failure.ts';
import type { ClipEdits } from '../../../rpc/commands/contract.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { bodyOf } from '../../../database/clips/clip-queries.ts';
import type { ListDependencies } from './dependencies.ts';
import type { Store } from './store.ts';
import type { Search } from './search-state.ts';

/** What can be done with one clip; each can be undone. */
export function createRowCommands(
  { send, copy, toasts, reportBug, translation: { t } }: ListDependencies,
  store: Store,
  search: Search,
) {
  const failed = signal<FailureCode | null>(null);
  const attempt = async (command: () => Promise<unknown>, done?: () => void) => {
    try {
      await command();
      failed.value = null;
      search.refresh();
      done?.();
    } catch (error) {
      failed.value = failureCode(error, reportBug);
    }
  };
  const edit = (clipId: ClipId, changes: ClipEdits, undo: ClipEdits, said: MessageKey) =>
    void attempt(
      () => send('editClip', { clipId, changes }),
      () =>
        toasts.show({
          text: t(said),
          undo: () => void attempt(() => send('editClip', { clipId, changes: undo })),
        }),
    );
  const move = (command: 'trashClips' | 'restoreClips', clipId: ClipId, done?: () => void) =>
    void attempt(() => send(command, { clipIds: [clipId] }), done);
  const trash = (clipId: ClipId) =>
    move('trashClips', clipId, () =>
      toasts.show({ text: t('movedToTrash'), undo: () => move('restoreClips', clipId) }),
    );
  const copyCode = async (clipId: ClipId, block: number) => {
    const body = await store.read((database) => bodyOf(database, clipId));
    await copy(body?.blocks[block]?.text ?? '');
    toasts.show({ text: t('copied') });
  };
  return {
    failed,
    copyCode: (clipId: ClipId, block: number) =>
      // The browser refuses without saying more.
      void copyCode(clipId, block).catch(() => toasts.show({ text: t('copyFailed') })),
    star: ({ id, starred }: Clip) =>
      edit(id, { starred: !starred }, { starred }, starred ? 'doneUnstarred' : 'doneStarred'),
    markRead: ({ id, readAt }: Clip) =>
      edit(
        id,
        { read: readAt === null },
        { read: readAt !== null },
        readAt === null ? 'doneRead' : 'doneUnread',
      ),
    trash,
    restore: (clipId: ClipId) =>
      move('restoreClips', clipId, () => toasts.show({ text: t('restored'), undo: () => trash(clipId) })),
    dismissFailure: () => {
      failed.value = null;
    },
  };
}
