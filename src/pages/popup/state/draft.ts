import { type ReadonlySignal, signal } from '@preact/signals';
import { draftOf } from '../../../database/clips/draft-queries.ts';
import type { TagEntry } from '../../../ui/tag-entry.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Store } from './store.ts';

/** What was typed about a page, kept by the worker so that it outlives the popup. */
export interface DraftKeeper {
  /** True where the popup opened with a draft of an earlier time. */
  readonly restored: ReadonlySignal<boolean>;
  readonly load: (urlKey: string) => Promise<TagEntry | null>;
  /** Waits a moment for more; before the earlier draft is loaded it waits for that, so as not to write over it. */
  readonly save: (urlKey: string, entry: TagEntry) => void;
  /** Sends at once what still waits. */
  readonly flush: () => void;
  /** Forgets what still waits: the page is being clipped, and its draft goes with it. */
  readonly drop: () => void;
  /** Forgets what was kept, here or by an earlier popup. */
  readonly clear: (urlKey: string) => void;
}

const delay = 120;

export function createDraftKeeper(
  { send, reportBug }: Pick<PopupDependencies, 'send' | 'reportBug'>,
  store: Store,
): DraftKeeper {
  const restored = signal(false);
  let waiting: { urlKey: string; entry: TagEntry } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let loaded = false;
  let kept = false;

  const drop = () => {
    clearTimeout(timer);
    waiting = null;
  };
  const clear = (urlKey: string) => {
    restored.value = false;
    if (kept) send('clearDraft', { urlKey }).catch(reportBug);
    kept = false;
  };
  const flush = () => {
    if (waiting === null) return;
    const { urlKey, entry } = waiting;
    drop();
    const isEmpty = entry.tags.length === 0 && entry.text.trim() === '';
    if (isEmpty) clear(urlKey);
    else {
      kept = true;
      send('saveDraft', { urlKey, tags: entry.tags, tagText: entry.text, note: '' }).catch(reportBug);
    }
  };

  return {
    restored,
    async load(urlKey) {
      const draft = await store.read((database) => draftOf(database, urlKey));
      loaded = true;
      if (waiting !== null) timer = setTimeout(flush, delay);
      if (draft === null || (draft.tags.length === 0 && draft.tagText === '')) return null;
      restored.value = true;
      kept = true;
      return { tags: draft.tags, text: draft.tagText };
    },
    save(urlKey, entry) {
      clearTimeout(timer);
      waiting = { urlKey, entry };
      if (loaded) timer = setTimeout(flush, delay);
    },
    flush,
    drop,
    clear,
  };
}
