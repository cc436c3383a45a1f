import type { TagRow } from '../../core/tag/tag.ts';
import type { Database } from '../database.ts';
import { lastChangeAt } from '../clips/row-queries.ts';

/** The tags that were used last, latest first. */
export async function recentTags(database: Database, limit: number): Promise<TagRow[]> {
  return await database.tags.orderBy('usedAt').reverse().limit(limit).toArray();
}

/** All tags, and when the clips last changed at the same moment: epoch ms. */
export async function allTags(
  database: Database,
): Promise<{ readonly tags: readonly TagRow[]; readonly at: number }> {
  return await database.transaction('r', ['tags', 'changes'], async () => ({
    tags: await database.tags.toArray(),
    at: await lastChangeAt(database),
  }));
}

/** Labels of all tags, by key. */
export async function allTagLabels(database: Database): Promise<ReadonlyMap<string, string>> {
  return new Map((await database.tags.toArray()).map(({ key, label }) => [key, label]));
}

/** Labels by key; a key that has no row stands for itself. */
export async function tagLabels(database: Database, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = keys.length === 0 ? [] : await database.tags.bulkGet([...keys]);
  return new Map(keys.map((key, index) => [key, rows[index]?.label ?? key]));
}
