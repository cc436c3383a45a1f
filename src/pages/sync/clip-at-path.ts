import type { ClipId } from '../../core/clip/clip.ts';
import { clipPaths } from '../../formats/repository/write-clip.ts';
import type { Database } from '../../database/database.ts';
import { sharedRowsFrom } from '../../database/sync/sync-queries.ts';

/** The clip whose Markdown has this path in the repository: it ends with the beginning of the clip's id. */
export async function clipAtPath(database: Database, path: string): Promise<ClipId | null> {
  const start = / ([\w-]{8})\.md$/.exec(path)?.[1];
  if (start === undefined) return null;
  for (const { common } of await sharedRowsFrom(database, start))
    if (common !== null && clipPaths(common).markdown === path) return common.id;
  return null;
}
