import type { Database } from '../database.ts';
import { isTagUsed } from '../tags/tag-row-writes.ts';
import type { ReceivedValues } from './sync-piece.ts';

/** Writes tags and smart lists that a sync brings, and what is common to all now, inside the caller's transaction. */
export async function takeValues(database: Database, { tags, lists, base }: ReceivedValues): Promise<void> {
  for (const { key, tag } of tags) {
    const row = await database.tags.get(key);
    if (tag !== null) await database.tags.put({ key, ...tag, usedAt: row?.usedAt ?? 0 });
    // One that something has here stays, and is told to the others.
    else if (!(await isTagUsed(database, key))) await database.tags.delete(key);
  }
  for (const { id, list } of lists) {
    if (list === null) await database.smartLists.delete(id);
    else await database.smartLists.put(list);
  }
  await database.sharedValues.bulkPut([...base]);
}
