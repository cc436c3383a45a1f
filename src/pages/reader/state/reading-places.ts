import type { ClipId } from '../../../core/clip/clip.ts';

/** Where the user stopped in each article: index of the block at the window's top. */
export interface ReadingPlaces {
  readonly of: (clipId: ClipId) => number | null;
  readonly keep: (clipId: ClipId, block: number) => void;
}

const key = 'reading-places';
/** The places of the articles read last. */
const mostPlaces = 500;

export function createReadingPlaces(storage: Storage): ReadingPlaces {
  return {
    of: (clipId) => new Map(load(storage)).get(clipId) ?? null,
    keep(clipId, block) {
      const others = load(storage).filter(([id]) => id !== clipId);
      const places = block === 0 ? others : [...others, [clipId, block] as const];
      storage.setItem(key, JSON.stringify(places.slice(-mostPlaces)));
    },
  };
}

/** Oldest first. */
function load(storage: Storage): (readonly [ClipId, number])[] {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.flatMap((entry: unknown) => {
      if (!Array.isArray(entry)) return [];
      const [id, block] = entry as unknown[];
      return typeof id === 'string' && typeof block === 'number' ? [[id, block] as const] : [];
    });
  } catch {
    // Damaged from outside: every article then starts at its top.
    return [];
  }
}
