import type { Clip } from '../../../core/clip/clip.ts';
import type { SearchHit } from '../../../search/ranking/answer.ts';
import type { Database } from '../../../database/database.ts';
import { tagLabels } from '../../../database/tags/tag-queries.ts';
import type { RowExcerpt } from '../../../ui/clip-row.tsx';
import type { TextRange } from '../../../ui/marked-text.tsx';

/** A clip as a list shows it. */
export interface ListRow {
  readonly clip: Clip;
  readonly tags: readonly string[];
  readonly titleRanges: readonly TextRange[];
  /** The line that matched, and the block to scroll to. */
  readonly excerpt: (RowExcerpt & { readonly block: number }) | undefined;
}

export async function rowsOfClips(database: Database, clips: readonly Clip[]): Promise<ListRow[]> {
  const labels = await labelsOf(database, clips);
  return clips.map((clip) => ({ clip, tags: labels(clip), titleRanges: [], excerpt: undefined }));
}

export async function rowsOfHits(database: Database, hits: readonly SearchHit[]): Promise<ListRow[]> {
  const labels = await labelsOf(
    database,
    hits.map((hit) => hit.clip),
  );
  return hits.map(({ clip, excerpt, titleRanges }) => ({
    clip,
    tags: labels(clip),
    titleRanges,
    excerpt: excerpt ?? undefined,
  }));
}

async function labelsOf(database: Database, clips: readonly Clip[]) {
  const keys = [...new Set(clips.flatMap((clip) => clip.tags))];
  const labels = keys.length === 0 ? new Map<string, string>() : await tagLabels(database, keys);
  return (clip: Clip) => clip.tags.map((key) => labels.get(key) ?? key);
}
