import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import { urlKey } from '../../../core/clip/url-key.ts';
import { createAttempt } from '../../../ui/attempt.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { DraftKeeper } from './draft.ts';
import type { Store } from './store.ts';
import type { Page } from './page.ts';

/** The note about this page: part of its draft while it is not clipped, the clip's own once it is. */
export interface Note {
  readonly text: ReadonlySignal<string>;
  /** The field is shown: the user asked for it, or there is a note. */
  readonly shown: ReadonlySignal<boolean>;
  /** The user asked for it. */
  readonly wanted: ReadonlySignal<boolean>;
  readonly show: () => void;
  readonly change: (text: string) => void;
  /** Writes at once what waits: the popup may be gone in the next moment. */
  readonly flush: () => void;
}

/** A pause in typing, after which the note of a clip is written: ms. */
const delay = 400;

export function createNote(
  dependencies: PopupDependencies,
  store: Store,
  page: Page,
  draft: DraftKeeper,
): Note {
  const { send } = dependencies;
  const attempt = createAttempt(dependencies);
  const text = signal('');
  const asked = signal(false);
  const key = computed(() => (page.tab.value?.url ? urlKey(page.tab.value.url) : ''));
  const clip = computed(() => (page.clip.value?.trashedAt === null ? page.clip.value : null));
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What was typed and is not yet written. */
  let pending: { readonly clipId: string; readonly note: string } | null = null;

  effect(() => {
    if (key.value === '' || store.state.value.kind !== 'open') return;
    const restore = async () => {
      const kept = await draft.load(key.peek());
      if (kept !== null && text.peek() === '') text.value = kept.note;
    };
    // Without the database there is no draft, and the notice about the library says why.
    restore().catch(() => undefined);
  });
  effect(() => {
    const note = clip.value?.note;
    if (note !== undefined && pending === null) text.value = note;
  });
  const flush = () => {
    clearTimeout(timer);
    const sending = pending;
    if (sending === null) return;
    attempt(async () => {
      await send('editClip', { clipId: sending.clipId, changes: { note: sending.note } });
      // Where it fails, what was typed stays in the field, to be written with the next letter or at the end.
      if (pending === sending) pending = null;
    });
  };
  return {
    text,
    shown: computed(() => asked.value || text.value !== ''),
    wanted: asked,
    show: () => {
      asked.value = true;
    },
    change(next) {
      text.value = next;
      asked.value = true;
      const clipId = clip.peek()?.id;
      if (clipId === undefined) {
        if (key.peek() !== '') draft.save(key.peek(), { note: next });
        return;
      }
      pending = { clipId, note: next };
      clearTimeout(timer);
      timer = setTimeout(flush, delay);
    },
    flush,
  };
}
