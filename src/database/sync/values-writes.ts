import type { Database } from '../database.ts';
import { indexLabels } from '../search/clip-index.ts';
import { isTagUsed } from '../tags/tag-row-writes.ts';
import type { PlaceChange, ReceivedValues } from './sync-piece.ts';

/** Writes what a sync brings beside clips, and what is common to all now, inside the caller's transaction. */
export async function takeValues(
  database: Database,
  { tags, lists, places, base }: ReceivedValues,
): Promise<void> {
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
  await takePlaces(database, places);
  await database.sharedValues.bulkPut([...base]);
}

/** Where the user is in articles. It is no change of a clip: it is told by itself. */
async function takePlaces(database: Database, places: readonly PlaceChange[]): Promise<void> {
  const clips = await database.clips.bulkGet(places.map(({ clipId }) => clipId));
  const changed = places.flatMap(({ place }, index) => {
    const clip = clips[index];
    if (clip === undefined) return [];
    const { reading: _before, ...rest } = clip;
    return [place === null ? rest : { ...rest, reading: place }];
  });
  if (changed.length === 0) return;
  await database.clips.bulkPut(changed);
  await indexLabels(changed);
}
