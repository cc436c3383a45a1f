import type { Clip, ClipId } from '../../../core/clip/clip.ts';
import type { ClipEdits } from '../../../rpc/commands/contract.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { bodyOf } from '../../../database/clips/clip-queries.ts';
import { createAttempt } from '../../../ui/attempt.ts';
import type { ListDependencies } from './dependencies.ts';
import type { Store } from './store.ts';
import type { Search } from './search-state.ts';

/** What can be done with one clip; each can be undone. */
export function createRowCommands(dependencies: ListDependencies, store: Store, search: Search) {
  const { send, copy, toasts, translation } = dependencies;
  const { t } = translation;
  const attempt = createAttempt(dependencies);
  const run = (command: () => Promise<unknown>, done?: () => void) =>
    attempt(async () => {
      await command();
      search.refresh();
      done?.();
    });
  const edit = (clipId: ClipId, changes: ClipEdits, undo: ClipEdits, said: MessageKey) =>
    run(
      () => send('editClip', { clipId, changes }),
      () =>
        toasts.show({
          text: t(said),
          undo: () => run(() => send('editClip', { clipId, changes: undo })),
        }),
    );
  const move = (command: 'trashClips' | 'restoreClips', clipId: ClipId, done?: () => void) =>
    run(() => send(command, { clipIds: [clipId] }), done);
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
    deleteForGood: (clipId: ClipId) =>
      run(
        () => send('deleteClips', { clipIds: [clipId], subject: t('deleteForGood') }),
        () => toasts.show({ text: t('deletedForGood') }),
      ),
    restore: (clipId: ClipId) =>
      move('restoreClips', clipId, () => toasts.show({ text: t('restored'), undo: () => trash(clipId) })),
  };
}
