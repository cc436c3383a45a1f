import { type Signal, signal } from '@preact/signals';
import type { MessageKey } from '../../../browser/translate.ts';
import type { Clip } from '../../../core/clip/clip.ts';
import type { ClipEdits } from '../../../rpc/commands/contract.ts';
import { type ArticleEditing, createArticleEditing } from './article-editing.ts';
import { createReaderCopying, type ReaderCopying } from './copying.ts';
import { missingImages } from './image-count.ts';
import {
  type Attempt,
  type ReaderDialog,
  type ReaderContextDependencies,
  attemptOnShown,
} from './reader-dependencies.ts';

export interface ReaderActions extends ArticleEditing, ReaderCopying {
  /** Blocks have buttons that remove them. */
  readonly isTidying: Signal<boolean>;
  readonly tidy: () => void;
  readonly dialog: Signal<ReaderDialog | null>;
  readonly showOutline: () => void;
  readonly showHighlights: () => void;
  readonly showTypography: () => void;
  readonly showHelp: () => void;
  readonly showLeftOut: () => void;
  readonly edit: () => void;
  readonly star: () => void;
  readonly markRead: () => void;
  /** At the article's end, where the user wants it so. */
  readonly reachEnd: () => void;
  readonly trash: () => void;
  /** Gets the pictures that are not kept, from sites that the user allows in the same gesture. */
  readonly storeImages: () => void;
  /** Writes what was edited by hand, all of it or nothing said to be saved; then `onSaved`. */
  readonly save: (changes: ClipEdits, tags: readonly string[], onSaved: () => void) => void;
}

/** A mark of the clip as it was and will be, and what the user is told. */
interface Marking {
  readonly from: ClipEdits;
  readonly to: ClipEdits;
  readonly said: MessageKey;
}

export function createReaderActions(world: ReaderContextDependencies): ReaderActions {
  const { reader, send, toasts, translation, requestAccess } = world;
  const { t } = translation;
  const dialog = signal<ReaderDialog | null>(null);
  const attempt = attemptOnShown(world);
  const edit = async (clip: Clip, changes: ClipEdits) => {
    await send('editClip', { clipId: clip.id, changes });
  };
  const mark = (changeOf: (clip: Clip) => Marking) =>
    attempt(async ({ clip }) => {
      const { from, to, said } = changeOf(clip);
      await edit(clip, to);
      toasts.show({ text: t(said), undo: () => attempt(() => edit(clip, from)) });
    });
  const isTidying = signal(false);
  return {
    ...createArticleEditing({ send, toasts, translation }, attempt),
    isTidying,
    tidy: () => (isTidying.value = !isTidying.peek()),
    dialog,
    showOutline: () => (dialog.value = 'outline'),
    showHighlights: () => (dialog.value = 'highlights'),
    showTypography: () => (dialog.value = 'typography'),
    showHelp: () => (dialog.value = 'help'),
    showLeftOut: () => (dialog.value = 'left-out'),
    edit: () => (dialog.value = 'edit'),
    star: () =>
      mark(({ starred }) => ({
        from: { starred },
        to: { starred: !starred },
        said: starred ? 'doneUnstarred' : 'doneStarred',
      })),
    markRead: () =>
      mark(({ readAt }) => {
        const read = readAt !== null;
        return { from: { read }, to: { read: !read }, said: read ? 'doneUnread' : 'doneRead' };
      }),
    ...createFarewells(world, attempt),
    ...createReaderCopying(world, attempt),
    storeImages() {
      const view = reader.view.peek();
      if (view.kind !== 'shown') return;
      const asked = requestAccess(missingImages(view.shown.body, reader.images.peek()));
      attempt(async ({ clip }) => {
        if (await asked) await send('wantImages', { clipId: clip.id });
        else toasts.show({ text: t('imagesNotAllowed') });
      });
    },
    save: (changes, tags, onSaved) =>
      attempt(async ({ clip }) => {
        await send('editClip', { clipId: clip.id, changes });
        await send('setTags', { clipId: clip.id, tags });
        onSaved();
        toasts.show({ text: t('readerSavedEdits') });
      }),
  };
}

/** What one does with an article that one is done with. */
function createFarewells(
  { send, toasts, translation: { t } }: ReaderContextDependencies,
  attempt: Attempt,
): Pick<ReaderActions, 'reachEnd' | 'trash'> {
  return {
    reachEnd: () =>
      attempt(async ({ clip: { id: clipId, readAt } }) => {
        if (readAt !== null) return;
        await send('editClip', { clipId, changes: { read: true } });
        const undo = () =>
          attempt(() => send('editClip', { clipId, changes: { read: false } }).then(() => undefined));
        toasts.show({ text: t('doneRead'), undo });
      }),
    trash: () =>
      attempt(async ({ clip: { id } }) => {
        await send('trashClips', { clipIds: [id] });
        const undo = () => attempt(() => send('restoreClips', { clipIds: [id] }).then(() => undefined));
        toasts.show({ text: t('movedToTrash'), undo });
      }),
  };
}
