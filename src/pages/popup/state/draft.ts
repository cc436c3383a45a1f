import { type ReadonlySignal, signal } from '@preact/signals';
import { draftOf } from '../../../database/clips/draft-queries.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Store } from './store.ts';

/** What was typed about a page. */
export interface DraftContent {
  readonly tags: readonly string[];
  /** Text that is not yet a tag. */
  readonly text: string;
  readonly note: string;
}

/** It is kept by the worker, so that it outlives the popup. */
export interface DraftKeeper {
  /** True where the popup opened with a draft of an earlier time. */
  readonly restored: ReadonlySignal<boolean>;
  /** Reads once, whoever asks. */
  readonly load: (urlKey: string) => Promise<DraftContent | null>;
  /** Waits a moment for more; before the earlier draft is loaded it waits for that, so as not to write over it. */
  readonly save: (urlKey: string, part: Partial<DraftContent>) => void;
  /** Sends at once what still waits. */
  readonly flush: () => void;
  /** Forgets what still waits: the page is being clipped, and its draft goes with it. */
  readonly drop: () => void;
  /** Forgets what was kept, here or by an earlier popup. */
  readonly clear: (urlKey: string) => void;
}

const delay = 120;
const nothing: DraftContent = { tags: [], text: '', note: '' };

export function createDraftKeeper(
  { send, reportBug }: Pick<PopupDependencies, 'send' | 'reportBug'>,
  store: Store,
): DraftKeeper {
  const restored = signal(false);
  let content = nothing;
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let loading: Promise<DraftContent | null> | null = null;
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
    const urlKey = waiting;
    if (urlKey === null) return;
    drop();
    const { tags, text, note } = content;
    if (tags.length === 0 && text.trim() === '' && note.trim() === '') clear(urlKey);
    else {
      kept = true;
      send('saveDraft', { urlKey, tags, tagText: text, note }).catch(reportBug);
    }
  };
  const read = async (urlKey: string): Promise<DraftContent | null> => {
    const draft = await store.read((database) => draftOf(database, urlKey));
    loaded = true;
    if (waiting !== null) timer = setTimeout(flush, delay);
    if (draft === null || (draft.tags.length === 0 && draft.tagText === '' && draft.note === '')) return null;
    restored.value = true;
    kept = true;
    const found = { tags: draft.tags, text: draft.tagText, note: draft.note };
    // What was typed meanwhile is joined with it by whoever shows it.
    content = waiting === null ? found : { ...found, ...changed(content) };
    return found;
  };

  return {
    restored,
    load: (urlKey) => (loading ??= read(urlKey)),
    save(urlKey, part) {
      clearTimeout(timer);
      content = { ...content, ...part };
      waiting = urlKey;
      if (loaded) timer = setTimeout(flush, delay);
    },
    flush,
    drop,
    clear,
  };
}

/** The parts that hold something. */
function changed({ tags, text, note }: DraftContent): Partial<DraftContent> {
  return {
    ...(tags.length === 0 ? {} : { tags }),
    ...(text === '' ? {} : { text }),
    ...(note === '' ? {} : { note }),
  };
}
