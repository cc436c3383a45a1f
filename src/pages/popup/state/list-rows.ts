import type { Clip } from '../../../core/clip/clip.ts';
import type { SearchHit } from '../../../search/ranking/answer.ts';
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

/** Reads labels of tags by key. */
type ReadLabels = (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export async function rowsOfClips(clips: readonly Clip[], readLabels: ReadLabels): Promise<ListRow[]> {
  const labels = await labelsOf(clips, readLabels);
  return clips.map((clip) => ({ clip, tags: labels(clip), titleRanges: [], excerpt: undefined }));
}

export async function rowsOfHits(hits: readonly SearchHit[], readLabels: ReadLabels): Promise<ListRow[]> {
  const labels = await labelsOf(
    hits.map((hit) => hit.clip),
    readLabels,
  );
  return hits.map(({ clip, excerpt, titleRanges }) => ({
    clip,
    tags: labels(clip),
    titleRanges,
    excerpt: excerpt ?? undefined,
  }));
}

async function labelsOf(clips: readonly Clip[], readLabels: ReadLabels) {
  const keys = [...new Set(clips.flatMap((clip) => clip.tags))];
  const labels = keys.length === 0 ? new Map<string, string>() : await readLabels(keys);
  return (clip: Clip) => clip.tags.map((key) => labels.get(key) ?? key);
}
