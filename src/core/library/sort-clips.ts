import type { Clip } from '../clip/clip.ts';

/** Ways to order a list of clips, beside the engine's own by relevance. */
export const clipSorts = ['newest', 'oldest', 'published', 'longest', 'shortest', 'title'] as const;

export type ClipSort = (typeof clipSorts)[number];

/** Whether a value from an address or a setting names a sort order. */
export function isClipSort(value: string | null): value is ClipSort {
  return (clipSorts as readonly (string | null)[]).includes(value);
}

/** Ties by time of saving, latest first, then by id: the same list comes out the same. */
export function sortClips(clips: readonly Clip[], sort: ClipSort, language: string): Clip[] {
  const compare = comparison(sort, language);
  return clips.toSorted((a, b) => compare(a, b) || b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1));
}

function comparison(sort: ClipSort, language: string): (a: Clip, b: Clip) => number {
  switch (sort) {
    case 'newest':
      return () => 0;
    case 'oldest':
      return (a, b) => a.savedAt - b.savedAt;
    case 'published':
      // What has no date comes last.
      return (a, b) => compareText(b.publishedAt ?? '', a.publishedAt ?? '');
    case 'longest':
      return (a, b) => b.words - a.words;
    case 'shortest':
      return (a, b) => a.words - b.words;
    case 'title': {
      const collator = new Intl.Collator(language, { numeric: true });
      return (a, b) => collator.compare(a.title, b.title);
    }
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
