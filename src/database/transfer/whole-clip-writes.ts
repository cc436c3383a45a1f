import { articleFromLink } from '../../core/clip/article-from-link.ts';
import { bodyFromArticle } from '../../core/clip/clip-from-article.ts';
import { isSameTake } from '../../core/clip/clip-versions.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import { recordChanges } from '../change-writes.ts';
import type { Database } from '../database.ts';
import { putHighlights } from '../highlights/place-writes.ts';
import { indexClip } from '../search/clip-index.ts';

/**
 * Stores all of a clip inside the caller's transaction, in place of what there is of it (`before`, null for nothing).
 * Versions are only ever added. Nothing is written where both are the same.
 */
export async function putWholeClip(
  database: Database,
  before: WholeClip | null,
  after: WholeClip,
  now: number,
): Promise<void> {
  const { clip, source, edits } = after;
  const added = after.versions.filter(
    (version) => before === null || !before.versions.some((each) => isSameTake(each, version)),
  );
  if (before !== null && added.length === 0 && isSame(before, after)) return;
  const body = after.body ?? bodyFromArticle(clip.id, articleFromLink(clip.url, clip.title));
  await database.clips.put(clip);
  await database.bodies.put(body);
  await database.versions.bulkAdd(added.map((version) => ({ ...version, clipId: clip.id })));
  if (source !== null && source !== before?.source)
    await database.sources.put({ ...source, clipId: clip.id });
  if (edits !== undefined) await database.edits.put({ ...edits, clipId: clip.id });
  else if (before?.edits !== undefined) await database.edits.delete(clip.id);
  await putHighlights(database, before?.highlights ?? [], after.highlights ?? []);
  await indexClip(clip, body);
  await recordChanges(database, [clip.id], 'put', now);
}

function isSame(before: WholeClip, after: WholeClip): boolean {
  return (
    after.body !== null &&
    before.body?.html === after.body.html &&
    (after.source === null || before.source === after.source) &&
    inOrder(before.clip) === inOrder(after.clip) &&
    inOrder(before.edits?.edits ?? []) === inOrder(after.edits?.edits ?? []) &&
    JSON.stringify(before.highlights ?? []) === JSON.stringify(after.highlights ?? [])
  );
}

/** As text, whatever order the fields of a row are in. */
function inOrder(row: object): string {
  return JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
