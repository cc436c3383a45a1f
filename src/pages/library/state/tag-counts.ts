import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import { levelsOf } from '../../../search/lists/facets.ts';
import { type NearDuplicates, nearDuplicates } from '../../../core/tag/near-duplicates.ts';
import type { TagRow } from '../../../core/tag/tag.ts';
import { allTags } from '../../../database/tags/tag-queries.ts';
import type { OpenStore } from '../../store/open-store.ts';
import type { AllRows } from './all-rows.ts';

/** All tags with what is known about them. */
export interface TagCounts {
  readonly byKey: ReadonlySignal<ReadonlyMap<string, TagRow>>;
  /** Clips in the library that carry exactly this tag, by key. */
  readonly counts: ReadonlySignal<ReadonlyMap<string, number>>;
  /** In the order of a tree: each tag right before those below it. */
  readonly tags: ReadonlySignal<readonly CountedTag[]>;
  readonly duplicates: ReadonlySignal<readonly NearDuplicates[]>;
  readonly label: (key: string) => string;
}

export interface CountedTag extends TagRow {
  readonly count: number;
  readonly depth: number;
}

export function createTagCounts(store: OpenStore, { rows }: AllRows, language: string): TagCounts {
  const byKey = signal<ReadonlyMap<string, TagRow>>(new Map());
  effect(() => store.watch(allTags, (tags) => (byKey.value = new Map(tags.map((tag) => [tag.key, tag])))));
  const counts = computed(() => {
    const count = new Map<string, number>();
    for (const clip of rows.value) {
      if (clip.trashedAt !== null) continue;
      for (const tag of clip.tags) count.set(tag, (count.get(tag) ?? 0) + 1);
    }
    return count;
  });
  const label = (key: string) => {
    const whole = byKey.value.get(key)?.label;
    if (whole !== undefined) return whole;
    // A level that is no tag itself takes its spelling from one below it.
    const depth = key.split('/').length;
    for (const tag of byKey.value.values()) {
      if (tag.key.startsWith(`${key}/`)) return tag.label.split('/').slice(0, depth).join('/');
    }
    return key;
  };
  const tags = computed(() => {
    const collator = new Intl.Collator(language, { numeric: true });
    const order = (key: string) => key.replaceAll('/', '\u0000');
    return [...byKey.value.values()]
      .map((tag): CountedTag => ({
        ...tag,
        count: counts.value.get(tag.key) ?? 0,
        depth: levelsOf(tag.key).filter((level) => level !== tag.key && byKey.value.has(level)).length,
      }))
      .sort((a, b) => collator.compare(order(a.key), order(b.key)));
  });
  const duplicates = computed(() =>
    nearDuplicates([...byKey.value.values()], (key) => counts.value.get(key) ?? 0),
  );
  return { byKey, counts, tags, duplicates, label };
}
