import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { Clip } from '../../../core/clip/clip.ts';
import { levelsOf } from '../../../search/lists/facets.ts';
import { type NearDuplicates, nearDuplicates } from '../../../core/tag/near-duplicates.ts';
import type { TagRow } from '../../../core/tag/tag.ts';
import { taggedHighlights } from '../../../database/highlights/highlight-queries.ts';
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
  /** Highlights that carry exactly this tag. */
  readonly marks: number;
  readonly depth: number;
}

export function createTagCounts(store: OpenStore, allRows: AllRows, language: string): TagCounts {
  const shown = watchTags(store, allRows);
  const marks = watchMarks(store, allRows);
  const byKey = computed(() => shown.value.byKey);
  const counts = computed(() => {
    const count = new Map<string, number>();
    for (const clip of shown.value.rows) {
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
        marks: marks.value.get(tag.key) ?? 0,
        depth: levelsOf(tag.key).filter((level) => level !== tag.key && byKey.value.has(level)).length,
      }))
      .sort((a, b) => collator.compare(order(a.key), order(b.key)));
  });
  const duplicates = computed(() =>
    nearDuplicates(
      [...byKey.value.values()],
      (key) => (counts.value.get(key) ?? 0) + (marks.value.get(key) ?? 0),
    ),
  );
  return { byKey, counts, tags, duplicates, label };
}

interface Counted {
  readonly byKey: ReadonlyMap<string, TagRow>;
  readonly rows: readonly Clip[];
}

/**
 * Tags and clips of one moment: they are read apart, and while a rename is under way the one would know of it and the other
 * not, and a tag seem to be on no clip.
 */
function watchTags(store: OpenStore, { rows, upTo }: AllRows): ReadonlySignal<Counted> {
  const shown = signal<Counted>({ byKey: new Map(), rows: [] });
  const latest = signal<Awaited<ReturnType<typeof allTags>>>({ tags: [], at: 0 });
  effect(() => store.watch(allTags, (found) => (latest.value = found)));
  effect(() => {
    const { tags, at } = latest.value;
    if (upTo.value !== null && upTo.value !== at) return;
    shown.value = { byKey: new Map(tags.map((tag) => [tag.key, tag])), rows: rows.value };
  });
  return shown;
}

/** How many highlights carry each tag, in clips that are not in the trash. Read only while something shows it. */
function watchMarks(store: OpenStore, { rows }: AllRows): ReadonlySignal<ReadonlyMap<string, number>> {
  let stop = () => {};
  const tagged = signal<Awaited<ReturnType<typeof taggedHighlights>>>([], {
    watched: () => {
      stop = effect(() => store.watch(taggedHighlights, (found) => (tagged.value = found)));
    },
    unwatched: () => stop(),
  });
  return computed(() => {
    const count = new Map<string, number>();
    if (tagged.value.length === 0) return count;
    const shown = new Set(rows.value.filter(({ trashedAt }) => trashedAt === null).map(({ id }) => id));
    for (const { clipId, tags } of tagged.value)
      if (shown.has(clipId)) for (const tag of tags) count.set(tag, (count.get(tag) ?? 0) + 1);
    return count;
  });
}
