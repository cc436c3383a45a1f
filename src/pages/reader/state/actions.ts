import { type Signal, signal } from '@preact/signals';
import type { Clip } from '../../../domain/clip/clip.ts';
import { Failure } from '../../../domain/failure.ts';
import type { ClipEdits } from '../../../messages/contract.ts';
import { failureText } from '../../../ui/failure-text.ts';
import type { Toasts } from '../../../ui/toasts.ts';
import type { Translation } from '../../../ui/translation.ts';
import { type ArticleEditing, createArticleEditing } from './article-editing.ts';
import { missingImages } from './image-count.ts';
import type { Reader, ReaderDependencies, ShownClip } from './reader.ts';

export type ReaderDialog = 'outline' | 'typography' | 'edit' | 'help' | 'more' | 'versions';

export interface ReaderActions extends ArticleEditing {
  /** Blocks have buttons that remove them. */
  readonly isTidying: Signal<boolean>;
  readonly tidy: () => void;
  readonly dialog: Signal<ReaderDialog | null>;
  readonly showOutline: () => void;
  readonly showTypography: () => void;
  readonly showHelp: () => void;
  readonly edit: () => void;
  readonly star: () => void;
  readonly markRead: () => void;
  readonly copyMarkdown: () => void;
  /** Gets the pictures that are not kept, from sites that the reader allows in the same gesture. */
  readonly storeImages: () => void;
  /** Writes what was edited by hand, all of it or nothing said to be saved. */
  readonly save: (changes: ClipEdits, tags: readonly string[]) => void;
}

export interface ReaderWorld extends Pick<ReaderDependencies, 'send' | 'reportBug'> {
  readonly reader: Reader;
  readonly toasts: Toasts;
  readonly translation: Translation;
  readonly copy: (text: string) => Promise<void>;
  /** Asks for access to the sites of these addresses, at once. */
  readonly requestAccess: (urls: readonly string[]) => Promise<boolean>;
  readonly toMarkdown: (shown: ShownClip) => Promise<string>;
}

export function createReaderActions({
  reader,
  send,
  reportBug,
  toasts,
  translation,
  copy,
  requestAccess,
  toMarkdown,
}: ReaderWorld): ReaderActions {
  const { t } = translation;
  const dialog = signal<ReaderDialog | null>(null);
  const attempt = (work: (shown: ShownClip) => Promise<void>) => {
    const view = reader.view.peek();
    if (view.kind !== 'shown') return;
    work(view.shown).catch((error: unknown) => {
      if (!(error instanceof Failure)) reportBug(error);
      toasts.show({ text: t(failureText(error instanceof Failure ? error.code : 'bug').message) });
    });
  };
  const mark = (changesFor: (clip: Clip) => ClipEdits) =>
    attempt(async ({ clip }) => {
      await send('editClip', { clipId: clip.id, changes: changesFor(clip) });
    });
  const isTidying = signal(false);
  return {
    ...createArticleEditing({ send, toasts, translation }, attempt),
    isTidying,
    tidy: () => (isTidying.value = !isTidying.peek()),
    dialog,
    showOutline: () => (dialog.value = 'outline'),
    showTypography: () => (dialog.value = 'typography'),
    showHelp: () => (dialog.value = 'help'),
    edit: () => (dialog.value = 'edit'),
    star: () => mark((clip) => ({ starred: !clip.starred })),
    markRead: () => mark((clip) => ({ read: clip.readAt === null })),
    copyMarkdown: () =>
      attempt(async (shown) => {
        const markdown = await toMarkdown(shown);
        try {
          await copy(markdown);
          toasts.show({ text: t('copied') });
        } catch {
          // The browser refuses without saying more.
          toasts.show({ text: t('copyFailed') });
        }
      }),
    storeImages() {
      const view = reader.view.peek();
      if (view.kind !== 'shown') return;
      const asked = requestAccess(missingImages(view.shown.body, reader.images.peek()));
      attempt(async ({ clip }) => {
        if (await asked) await send('wantImages', { clipId: clip.id });
        else toasts.show({ text: t('imagesNotAllowed') });
      });
    },
    save: (changes, tags) =>
      attempt(async ({ clip }) => {
        await send('editClip', { clipId: clip.id, changes });
        await send('setTags', { clipId: clip.id, tags });
        toasts.show({ text: t('readerSavedEdits') });
      }),
  };
}
