import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { Clip } from '../../../core/clip/clip.ts';
import { urlKey } from '../../../core/clip/url-key.ts';
import { parseTags } from '../../../core/tag/tag.ts';
import { clipById } from '../../../database/clips/clip-queries.ts';
import { tagLabels } from '../../../database/tags/tag-queries.ts';
import { type TagEntry, type TagSuggestion, committed } from '../../../ui/tag-entry.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { DraftKeeper } from './draft.ts';
import type { Store } from './store.ts';
import type { Page } from './page.ts';
import { suggestTags } from './tag-suggestions.ts';
import { type TagWriter, createTagWriter } from './tag-writer.ts';

/** The tag field of this page: a draft while the page is not clipped, the clip's own tags once it is. */
export interface Tags {
  readonly entry: ReadonlySignal<TagEntry>;
  readonly suggestions: ReadonlySignal<readonly TagSuggestion[]>;
  /** True while the field shows a draft that an earlier popup left. */
  readonly isRestoredDraft: ReadonlySignal<boolean>;
  readonly change: (entry: TagEntry) => void;
  /** Text still in the field becomes a chip; returns all chips. */
  readonly commit: () => readonly string[];
  /** The page is being clipped: its draft is no longer to be kept, */
  readonly dropDraft: () => void;
  /** unless that failed; */
  readonly keepDraft: () => void;
  /** and where it was clipped under another address, the draft of this one goes too. */
  readonly clearDraft: () => void;
}

const nothing: TagEntry = { tags: [], text: '' };

export function createTags(
  dependencies: PopupDependencies,
  store: Store,
  page: Page,
  draft: DraftKeeper,
): Tags {
  const entry = signal<TagEntry>(nothing);
  const clip = computed(() => (page.clip.value?.trashedAt === null ? page.clip.value : null));
  const draftKey = computed(() => (page.tab.value?.url ? urlKey(page.tab.value.url) : ''));
  const writer = createTagWriter(dependencies);

  restoreDraft(store, draft, draftKey, entry);
  followClip(store, clip, writer, entry);

  const change = (next: TagEntry) => {
    const before = entry.peek();
    entry.value = next;
    announceChange(dependencies, before, next);
    const clipId = clip.peek()?.id;
    if (clipId === undefined) {
      if (draftKey.peek() !== '') draft.save(draftKey.peek(), next);
    } else if (next.tags.join('\n') !== before.tags.join('\n')) writer.write(clipId, next.tags);
  };

  return {
    entry,
    suggestions: suggestTags(store, page, entry),
    isRestoredDraft: computed(() => draft.restored.value && clip.value === null),
    change,
    commit() {
      const next = committed(entry.peek());
      if (next.text !== entry.peek().text) change(next);
      return next.tags;
    },
    dropDraft: draft.drop,
    keepDraft: () => {
      if (draftKey.peek() !== '') draft.save(draftKey.peek(), entry.peek());
    },
    clearDraft: () => {
      if (draftKey.peek() !== '') draft.clear(draftKey.peek());
    },
  };
}

/** What was typed before the draft arrived stays, after it. */
function restoreDraft(
  store: Store,
  draft: DraftKeeper,
  key: ReadonlySignal<string>,
  entry: { value: TagEntry; peek: () => TagEntry },
): void {
  effect(() => {
    if (key.value === '' || store.state.value.kind !== 'open') return;
    const restore = async () => {
      const kept = await draft.load(key.peek());
      if (kept === null) return;
      const { tags, text } = entry.peek();
      entry.value = {
        tags: parseTags([...kept.tags, ...tags]).map((tag) => tag.label),
        text: text === '' ? kept.text : text,
      };
      if (tags.length > 0 || text !== '') draft.save(key.peek(), entry.peek());
    };
    // Without the database there is no draft, and the notice about the library says why.
    restore().catch(() => undefined);
  });
}

/**
 * Shows the tags that the clip has, whoever gave them. The row is read again, so that it is not older than what this
 * field has written; where another write began meanwhile, its own news will follow.
 */
function followClip(
  store: Store,
  clip: ReadonlySignal<Clip | null>,
  writer: TagWriter,
  entry: { value: TagEntry; peek: () => TagEntry },
): void {
  effect(() => {
    const clipId = clip.value?.id;
    const before = writer.settled();
    if (clipId === undefined || before === null) return;
    const show = async () => {
      const labels = await store.read(async (database) => {
        const now = await clipById(database, clipId);
        const known = await tagLabels(database, now?.tags ?? []);
        return now?.tags.map((key) => known.get(key) ?? key);
      });
      if (labels === undefined || clip.peek()?.id !== clipId || writer.settled() !== before) return;
      entry.value = { ...entry.peek(), tags: labels };
    };
    // What keeps the row from being read is said by the notice about the library.
    show().catch(() => undefined);
  });
}

function announceChange(
  { announcer, translation: { t } }: PopupDependencies,
  before: TagEntry,
  next: TagEntry,
): void {
  const added = next.tags.find((tag) => !before.tags.includes(tag));
  const removed = before.tags.find((tag) => !next.tags.includes(tag));
  if (added !== undefined) announcer.say(t('tagAdded', added));
  else if (removed !== undefined) announcer.say(t('tagRemoved', removed));
}
