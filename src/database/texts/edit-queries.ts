import type { ArticleEdits } from '../../core/clip/article-edits.ts';
import type { ClipId } from '../../core/clip/clip.ts';
import type { Database } from '../database.ts';

/** The user's edits of an article, with its original; null where there are none. */
export async function editsOf(database: Database, clipId: ClipId): Promise<ArticleEdits | null> {
  return (await database.edits.get(clipId)) ?? null;
}
