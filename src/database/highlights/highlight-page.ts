import type { Clip } from '../../core/clip/clip.ts';
import {
  type ClipHighlights,
  type HighlightFilter,
  listedHighlights,
} from '../../search/lists/highlight-list.ts';
import type { Database } from '../database.ts';

export interface HighlightPage {
  readonly groups: readonly ClipHighlights[];
  /** How many of the clips were looked through: where the next page starts. */
  readonly looked: number;
}

/** Clips of one read. */
const batch = 50;

/**
 * The next highlights of these clips, clip by clip, starting with the clip at `from`: of at least `wanted` clips where so
 * many have what the filter asks for.
 */
export async function highlightPage(
  database: Database,
  clips: readonly Clip[],
  filter: HighlightFilter,
  { from, wanted }: { readonly from: number; readonly wanted: number },
): Promise<HighlightPage> {
  const groups: ClipHighlights[] = [];
  let looked = from;
  while (looked < clips.length && groups.length < wanted) {
    const some = clips.slice(looked, looked + batch);
    const rows = await database.highlights
      .where('clipId')
      .anyOf(some.map(({ id }) => id))
      .toArray();
    for (const clip of some) {
      const own = rows.filter(({ clipId }) => clipId === clip.id);
      const highlights = listedHighlights(own, filter);
      if (highlights.length > 0) groups.push({ clip, highlights });
    }
    looked += some.length;
  }
  return { groups, looked };
}
