import type { Clip } from '../../../domain/clip/clip.ts';
import type { SearchAnswer } from '../../../domain/search/answer.ts';
import type { Database } from '../../../storage/database.ts';
import { tagLabels } from '../../../storage/tags/tag-queries.ts';
import type { RowPassage } from '../../../ui/clip-row.tsx';
import type { TextRange } from '../../../ui/marked-text.tsx';

/** A clip as a list shows it. */
export interface ShelfRow {
  readonly clip: Clip;
  readonly tags: readonly string[];
  readonly titleRanges: readonly TextRange[];
  /** The line that matched, and the block to scroll to. */
  readonly passage: (RowPassage & { readonly block: number }) | undefined;
}

export async function rowsOfClips(database: Database, clips: readonly Clip[]): Promise<ShelfRow[]> {
  const labels = await labelsOf(database, clips);
  return clips.map((clip) => ({ clip, tags: labels(clip), titleRanges: [], passage: undefined }));
}

export async function rowsOfAnswer(database: Database, { hits }: SearchAnswer): Promise<ShelfRow[]> {
  const labels = await labelsOf(
    database,
    hits.map((hit) => hit.clip),
  );
  return hits.map(({ clip, passage, titleRanges }) => ({
    clip,
    tags: labels(clip),
    titleRanges,
    passage: passage ?? undefined,
  }));
}

async function labelsOf(database: Database, clips: readonly Clip[]) {
  const keys = [...new Set(clips.flatMap((clip) => clip.tags))];
  const labels = keys.length === 0 ? new Map<string, string>() : await tagLabels(database, keys);
  return (clip: Clip) => clip.tags.map((key) => labels.get(key) ?? key);
}
