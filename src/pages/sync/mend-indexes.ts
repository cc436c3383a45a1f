import type { ClipId } from '../../core/clip/clip.ts';
import type { Database } from '../../database/database.ts';
import { livingClipsBetween } from '../../database/sync/sync-queries.ts';
import { idsInIndex, indexAfter, indexLine } from '../../formats/repository/library-files.ts';
import { dayOfIndex, indexPath, recordPath } from '../../formats/repository/repository-files.ts';
import type { Carrier } from './carrier.ts';
import { allTagLabels } from '../../database/tags/tag-queries.ts';

const day = 24 * 60 * 60_000;

/**
 * Days' indexes that lack a line, or have one too many, as they should be: where two devices wrote one at a time, the program that
 * carries the folder kept one of the two. `paths`: those of days that changed. All that the folder has is here.
 */
export async function mendedIndexes(
  {
    database,
    repository,
  }: { readonly database: Database; readonly repository: Pick<Carrier, 'find' | 'read'> },
  head: string,
  paths: Iterable<string>,
): Promise<ReadonlyMap<string, string | null>> {
  const labels = await allTagLabels(database);
  const mended = new Map<string, string | null>();
  for (const path of paths) {
    const start = dayOfIndex(path);
    if (start === null) continue;
    const lines = new Map<ClipId, string | null>();
    for (const { url, common } of await livingClipsBetween(database, start, start + day))
      if (indexPath(common.savedAt) === path) lines.set(common.id, indexLine(common, url, labels));
    const blob = await repository.find(head, path);
    const text = blob === null ? '' : new TextDecoder().decode(await repository.read(blob));
    // A clip whose record could not be read keeps its line.
    for (const id of idsInIndex(text))
      if (!lines.has(id) && (await repository.find(head, recordPath({ id, savedAt: start }))) === null)
        lines.set(id, null);
    const after = indexAfter(text, lines);
    if (after !== text) mended.set(path, after === '' ? null : after);
  }
  return mended;
}
