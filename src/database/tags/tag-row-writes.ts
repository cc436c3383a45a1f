import { type Undo, isSameRow } from '../../core/library/undo.ts';
import type { TagReplacement } from '../../core/tag/replace-tags.ts';
import type { Tag, TagRow } from '../../core/tag/tag.ts';
import type { Database } from '../database.ts';
import { keepTags } from './tag-writes.ts';

// All inside the caller's transaction. An edit of many clips says of each row of a tag how it was and how it is to be.

/** Makes sure that the tags which clips get have rows. */
export async function addRows(database: Database, added: readonly Tag[], now: number): Promise<Undo['tags']> {
  const keys = added.map((tag) => tag.key);
  const rows = await database.tags.bulkGet(keys);
  await keepTags(database, added, now);
  const kept = await database.tags.bulkGet(keys);
  return keys.map((key, index) => ({ key, before: rows[index] ?? null, after: kept[index] ?? null }));
}

/** What becomes of the rows where tags are replaced. Nothing is written. */
export async function plannedRows(
  database: Database,
  byKey: ReadonlyMap<string, TagReplacement['to']>,
  now: number,
): Promise<Undo['tags']> {
  const targets = [...byKey.values()].filter((tag) => tag !== null);
  const keys = [...new Set([...byKey.keys(), ...targets.map((tag) => tag.key)])];
  const before = new Map<string, TagRow>();
  for (const row of await database.tags.bulkGet(keys)) if (row !== undefined) before.set(row.key, row);
  const after = new Map<string, TagRow>();
  for (const [from, to] of byKey) {
    if (to === null) continue;
    const old = before.get(from);
    const there =
      after.get(to.key) ?? (byKey.has(to.key) && to.key !== from ? undefined : before.get(to.key));
    // A tag whose spelling alone changes gets the new one; a tag that others are merged into keeps its own.
    const label = from === to.key ? to.label : (there?.label ?? to.label);
    const usedAt = Math.max(there?.usedAt ?? 0, old?.usedAt ?? 0) || now;
    after.set(to.key, { key: to.key, label, usedAt, color: there?.color ?? old?.color ?? null });
  }
  const all = [...new Set([...before.keys(), ...after.keys()])];
  return all.map((key) => ({
    key,
    before: before.get(key) ?? null,
    // A row that was neither replaced nor made anew stays.
    after: after.get(key) ?? (byKey.has(key) ? null : (before.get(key) ?? null)),
  }));
}

/** Before the clips change: the rows that they will need. */
export async function putRows(database: Database, tags: Undo['tags']): Promise<void> {
  await database.tags.bulkPut(tags.flatMap(({ after }) => (after === null ? [] : [after])));
}

/** After it: the rows that go, but for tags that something still has. */
export async function dropRows(database: Database, tags: Undo['tags']): Promise<void> {
  for (const { key, after } of tags) if (after === null) await dropUnused(database, key);
}

/** Takes back what the edit did to rows, where they still are as it left them; a tag that it made stays where a clip has it. */
export async function undoRows(database: Database, tags: Undo['tags']): Promise<void> {
  for (const { key, before, after } of tags) {
    if (!isSameRow((await database.tags.get(key)) ?? null, after)) continue;
    if (before !== null) await database.tags.put(before);
    else await dropUnused(database, key);
  }
}

/** Rows for those of these tags that have none; `known` says what they are called. */
export async function keepRows(
  database: Database,
  keys: readonly string[],
  known: ReadonlyMap<string, TagRow>,
): Promise<void> {
  const wanted = [...new Set(keys)];
  const rows = await database.tags.bulkGet(wanted);
  const missing = wanted.filter((_key, index) => rows[index] === undefined);
  await database.tags.bulkPut(
    missing.map((key) => known.get(key) ?? { key, label: key, usedAt: 0, color: null }),
  );
}

async function dropUnused(database: Database, key: string): Promise<void> {
  if (!(await isTagUsed(database, key))) await database.tags.delete(key);
}

/** Whether a clip or a highlight has it. */
export async function isTagUsed(database: Database, key: string): Promise<boolean> {
  const clips = await database.clips.where('tags').equals(key).count();
  return clips > 0 || (await database.highlights.where('tags').equals(key).count()) > 0;
}
